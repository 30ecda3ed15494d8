// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/bareserver.h"

#include "sync/db/database.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace rapport::tool
{

namespace
{

struct Waiting {
    QByteArray body;
    bool stored = false, done = false;
};

/// One transaction for all that wait.
class GroupCommit
{
public:
    explicit GroupCommit(db::Database database) : m_database(std::move(database)), m_thread([this] { loop(); }) {}
    ~GroupCommit()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_arrived.notify_all();
        m_thread.join();
    }
    bool store(Waiting& one)
    {
        std::unique_lock lock(m_mutex);
        m_queue.push_back(&one);
        m_arrived.notify_one();
        m_finished.wait(lock, [&] { return one.done; });
        return one.stored;
    }

private:
    void loop()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_arrived.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            std::vector<Waiting*> batch;
            batch.swap(m_queue);
            lock.unlock();
            const bool stored = commit(batch);
            lock.lock();
            for (Waiting* one : batch) {
                one->stored = stored;
                one->done = true;
            }
            m_finished.notify_all();
        }
    }
    bool commit(const std::vector<Waiting*>& batch)
    {
        auto transaction = db::Transaction::begin(m_database);
        const auto put = m_database.kept("INSERT INTO record(body) VALUES(?1)");
        if (!transaction || !put)
            return false;
        for (const Waiting* one : batch) {
            if (!(*put)->bind(one->body).run())
                return false;
        }
        return bool(transaction->commit());
    }

    db::Database m_database;
    std::mutex m_mutex;
    std::condition_variable m_arrived, m_finished;
    std::vector<Waiting*> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace

struct BareServer::Private {
    explicit Private(db::Database database) : commit(std::move(database)) {}
    ~Private()
    {
        if (daemon)
            MHD_stop_daemon(daemon);
    }

    GroupCommit commit;
    MHD_Daemon* daemon = nullptr;
};

BareServer::BareServer(std::unique_ptr<Private> privateData) : d(std::move(privateData)) {}

BareServer::~BareServer() = default;

Result<std::unique_ptr<BareServer>> BareServer::start(const QString& file)
{
    auto database = db::Database::open(file, {});
    if (!database)
        return database.error();
    if (auto made = database->execute("CREATE TABLE record(id INTEGER PRIMARY KEY, body BLOB NOT NULL)"); !made)
        return made.error();
    auto d = std::make_unique<Private>(std::move(*database));
    const auto access = [](void* context, MHD_Connection* connection, const char*, const char*, const char*, const char* data, size_t* size,
                           void** state) -> MHD_Result {
        auto* one = static_cast<Waiting*>(*state);
        if (!one) {
            *state = new Waiting;
            return MHD_YES;
        }
        if (*size > 0) {
            one->body.append(data, static_cast<qsizetype>(*size));
            *size = 0;
            return MHD_YES;
        }
        const bool stored = static_cast<Private*>(context)->commit.store(*one);
        MHD_Response* answer = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
        const MHD_Result queued = MHD_queue_response(connection, stored ? 201 : 500, answer);
        MHD_destroy_response(answer);
        return queued;
    };
    const auto completed = [](void*, MHD_Connection*, void** state, MHD_RequestTerminationCode) { delete static_cast<Waiting*>(*state); };
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    d->daemon = MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC, 0, nullptr, nullptr,
                                 static_cast<MHD_AccessHandlerCallback>(access), d.get(), MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_NOTIFY_COMPLETED,
                                 static_cast<MHD_RequestCompletedCallback>(completed), nullptr, MHD_OPTION_END);
    if (!d->daemon)
        return Error{Error::Kind::Internal, QStringLiteral("the bare server does not start")};
    return std::unique_ptr<BareServer>(new BareServer(std::move(d)));
}

quint16 BareServer::port() const
{
    const MHD_DaemonInfo* info = MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT);
    return info ? info->port : 0;
}

} // namespace rapport::tool
