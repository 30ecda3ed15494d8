// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/store/store.h"

#include <QFuture>
#include <QThreadPool>
#include <QtConcurrent>

#include <functional>
#include <memory>

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
        return QtConcurrent::run(&m_pool, [this, task = std::move(work)]() mutable { return task(*m_store); });
    }

private:
    StoreThread();

    QThreadPool m_pool;
    std::unique_ptr<store::Store> m_store; ///< touched by the pool's one thread, and after it by the destructor
};

} // namespace rapport::app
