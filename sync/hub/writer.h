// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rapport::hub
{

/// The one thread that writes while the hub serves. Everything that waits when it looks up is committed together: with many clients one disk sync
/// serves them all. write() returns when its work is on the disk.
class Writer
{
public:
    using Work = std::function<Status(db::Database&)>;

    explicit Writer(db::Database database);
    ~Writer(); ///< finishes what was handed in

    /// Blocks until committed. What fails by itself is undone alone; the others of the batch go through. Internal after the destructor began.
    /// Where a neighbour in the batch fails, @p work is carried out a second time, after the first one was undone.
    Status write(Work work);

private:
    struct Item {
        Work work;
        Status outcome = Error{};
        std::mutex mutex; ///< each its own: nobody is woken for the others' answers
        std::condition_variable changed;
        bool done = false;
    };
    using Batch = std::deque<Item*>;
    void loop();
    void commitBatch(Batch& batch);
    bool commitTogether(Batch& batch);
    void commitOneByOne(Batch& batch);

    db::Database m_database;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    Batch m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace rapport::hub
