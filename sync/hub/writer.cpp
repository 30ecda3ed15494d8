// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/writer.h"

#include "sync/db/query.h"

namespace rapport::hub
{

Writer::Writer(db::Database database) : m_database(std::move(database)), m_thread([this] { loop(); }) {}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_arrived.notify_all();
    m_thread.join();
}

Status Writer::write(Work work)
{
    Item item;
    item.work = std::move(work);
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return Error{Error::Kind::Internal, QStringLiteral("the hub is stopping")};
        m_queue.push_back(&item);
    }
    m_arrived.notify_one();
    std::unique_lock lock(item.mutex); // a std::binary_semaphore would spin for a while: a seventh of the processor with 64 senders
    item.changed.wait(lock, [&item] { return item.done; });
    return item.outcome;
}

void Writer::loop()
{
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            batch.swap(m_queue);
        }
        commitBatch(batch);
        for (Item* item : batch) {
            const std::lock_guard lock(item->mutex);
            item->done = true;
            item->changed.notify_one();
        }
    }
}

void Writer::commitBatch(Batch& batch)
{
    if (!commitTogether(batch))
        commitOneByOne(batch);
}

/// Without savepoints, which would copy every page that a record touches. False where a work failed: then nothing has happened.
bool Writer::commitTogether(Batch& batch)
{
    auto transaction = db::Transaction::begin(m_database);
    if (!transaction)
        return false;
    for (Item* item : batch) {
        item->outcome = item->work(m_database);
        if (!item->outcome)
            return false;
    }
    return bool(transaction->commit());
}

void Writer::commitOneByOne(Batch& batch)
{
    const auto failAll = [&](const Error& error) {
        for (Item* item : batch)
            item->outcome = error;
    };
    auto transaction = db::Transaction::begin(m_database);
    if (!transaction)
        return failAll(transaction.error());
    for (Item* item : batch) {
        if (auto point = db::run(m_database, "SAVEPOINT one"); !point)
            return failAll(point.error());
        item->outcome = item->work(m_database);
        if (!item->outcome) {
            if (auto undone = db::run(m_database, "ROLLBACK TO one"); !undone)
                return failAll(undone.error());
        }
        if (auto closed = db::run(m_database, "RELEASE one"); !closed)
            return failAll(closed.error());
    }
    if (auto committed = transaction->commit(); !committed)
        failAll(committed.error());
}

} // namespace rapport::hub
