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
    Status write(Work work);

private:
    struct Item {
        Work work;
        Status outcome = Error{};
        bool done = false;
    };
    void loop();
    void commitBatch(std::deque<Item*>& batch);

    db::Database m_database;
    std::mutex m_mutex;
    std::condition_variable m_arrived, m_finished;
    std::deque<Item*> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace rapport::hub
