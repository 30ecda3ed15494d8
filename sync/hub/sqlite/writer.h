// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace rapport::hub
{

/// The one thread that writes while the hub serves. Everything that waits when it looks up is committed together: with many clients one disk sync
/// serves them all. write() returns when its work is on the disk.
class Writer
{
public:
    using Work = std::function<Status(db::Database&)>;
    /// What follows from a work and need not be waited for.
    struct Rest {
        Work work;
        Work putOff; ///< writes down that @ref work is still to be done; with the work that it follows from
    };
    static constexpr std::size_t fewWriters = 4; ///< that wait at once: then the rest is done before they are answered
    static constexpr std::size_t mostPutOff = 16'384;

    explicit Writer(db::Database database);
    ~Writer() { end(); }
    void end(); ///< finishes what was handed in, but for rests

    /// Blocks until committed. What fails by itself is undone alone; the others of the batch go through. Internal after the end began.
    /// Where a neighbour in the batch fails, @p work is carried out a second time, after the first one was undone.
    Status write(Work work);

    /// The same, and @p rest. While few write it is done in the same transaction. While many do it is put off: they are answered first, and rests are
    /// done in the order of their works as soon as nobody waits, or when mostPutOff of them do. What of them fails, or is not done yet at the
    /// end, stays as it was written down; who owns that hands it in again.
    Status write(Work work, Rest rest);
    /// A rest that was written down earlier. Does not wait.
    void resume(Work rest);
    std::size_t putOff() const; ///< how many rests wait
    void settle();              ///< blocks until none does

private:
    struct Item {
        Work work;
        std::optional<Rest> rest;
        Status outcome = Error{};
        std::mutex mutex; ///< each its own: nobody is woken for the others' answers
        std::condition_variable changed;
        bool done = false;
    };
    using Batch = std::deque<Item*>;
    Status enqueue(Item& item);
    void loop();
    void serve(Batch& batch);
    void doRests(std::size_t most);
    void commitBatch(Batch& batch);
    bool commitTogether(Batch& batch);
    void commitOneByOne(Batch& batch);

    db::Database m_database;
    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    Batch m_queue;
    std::deque<Work> m_rests; ///< put off
    std::size_t m_inHand = 0; ///< of them, not in m_rests any more and not on the disk yet
    std::condition_variable m_settled;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace rapport::hub
