// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/store/store.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <type_traits>

namespace rapport::app
{

/// One thread with a store of its own: what may wait for the disk happens here, in the order in which it was asked for.
class StoreThread
{
public:
    using Opener = std::function<Result<std::unique_ptr<store::Store>>()>;

    /// Opens the store on the new thread and waits for it.
    static Result<std::unique_ptr<StoreThread>> start(const Opener& open);
    ~StoreThread(); ///< finishes what was asked for
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    /// Calls @p work(store) there. What it captures must not be touched elsewhere.
    template <typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, store::Store&>>
    {
        return begin([this, task = std::move(work)]() mutable { return task(*m_store); });
    }

private:
    StoreThread();

    /// Not QtConcurrent::run(): whoever waits for its future takes the task out of the queue and runs it himself, beside this thread.
    template <typename Task>
    auto begin(Task task) -> QFuture<std::invoke_result_t<Task>>
    {
        using Answer = std::invoke_result_t<Task>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        m_pool.start([promise, work = std::make_shared<Task>(std::move(task))] {
            if constexpr (std::is_void_v<Answer>)
                (*work)();
            else
                promise->addResult((*work)());
            promise->finish();
        });
        return promise->future();
    }

    QThreadPool m_pool;
    std::unique_ptr<store::Store> m_store; ///< touched by the pool's one thread, and after it by the destructor
};

} // namespace rapport::app
