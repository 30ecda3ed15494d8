// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/writer.h"

#include "sync/db/query.h"

#include <QLoggingCategory>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

constexpr std::size_t restsAtOnce = 128; ///< so that who comes meanwhile does not wait for long

} // namespace

Writer::Writer(db::Database database) : m_database(std::move(database)), m_thread([this] { loop(); }) {}

void Writer::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_arrived.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

Status Writer::write(Work work)
{
    Item item;
    item.work = std::move(work);
    return enqueue(item);
}

Status Writer::write(Work work, Rest rest)
{
    Item item;
    item.work = std::move(work);
    item.rest = std::move(rest);
    return enqueue(item);
}

Status Writer::enqueue(Item& item)
{
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

void Writer::resume(Work rest)
{
    {
        const std::lock_guard lock(m_mutex);
        m_rests.push_back(std::move(rest));
    }
    m_arrived.notify_one();
}

std::size_t Writer::putOff() const
{
    const std::lock_guard lock(m_mutex);
    return m_rests.size() + m_inHand;
}

void Writer::settle()
{
    std::unique_lock lock(m_mutex);
    m_settled.wait(lock, [this] { return m_rests.size() + m_inHand == 0; });
}

void Writer::loop()
{
    for (;;) {
        Batch batch;
        bool tooMany = false;
        {
            std::unique_lock lock(m_mutex);
            m_arrived.wait(lock, [this] { return m_stopping || !m_queue.empty() || !m_rests.empty(); });
            if (m_stopping && m_queue.empty())
                break;
            batch.swap(m_queue);
            tooMany = m_rests.size() >= mostPutOff;
        }
        if (!batch.empty())
            serve(batch);
        if (batch.empty() || tooMany) // then who writes waits for them
            doRests(restsAtOnce);
    }
    const std::lock_guard lock(m_mutex);
    m_rests.clear();
    m_settled.notify_all();
}

/// A rest may be done at once where none waits that must come before it.
void Writer::serve(Batch& batch)
{
    const bool atOnce = batch.size() <= fewWriters && putOff() == 0;
    for (Item* item : batch) {
        if (!item->rest)
            continue;
        item->work = [first = std::move(item->work), then = atOnce ? item->rest->work : item->rest->putOff](db::Database& database) {
            const Status done = first(database);
            return done ? then(database) : done;
        };
    }
    commitBatch(batch);
    for (Item* item : batch) {
        if (item->rest && !atOnce && item->outcome)
            resume(std::move(item->rest->work));
        const std::lock_guard lock(item->mutex);
        item->done = true;
        item->changed.notify_one();
    }
}

void Writer::doRests(std::size_t most)
{
    std::deque<Item> items;
    {
        const std::lock_guard lock(m_mutex);
        for (; items.size() < most && !m_rests.empty(); m_rests.pop_front())
            items.emplace_back().work = std::move(m_rests.front());
        m_inHand = items.size();
    }
    Batch batch;
    for (Item& item : items)
        batch.push_back(&item);
    commitBatch(batch);
    for (const Item& item : items) {
        if (!item.outcome)
            qCWarning(log) << "what follows from a record waits:" << item.outcome.error().detail;
    }
    const std::lock_guard lock(m_mutex);
    m_inHand = 0;
    if (m_rests.empty())
        m_settled.notify_all();
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
