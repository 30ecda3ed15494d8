// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hub.h"

#include "sync/hub/admin.h"
#include "sync/hub/httpserver.h"
#include "sync/hub/hubdatabase.h"
#include "sync/hub/jobrunner.h"
#include "sync/hub/pullrunner.h"
#include "sync/hub/routes.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

/// Held while a hub serves a folder: two would carry out the same jobs side by side. Goes with the process, however that ends.
class ServingLock
{
public:
    static Result<ServingLock> take(const QString& dataDir)
    {
        const QString path = dataDir + QStringLiteral("/serving.lock");
        ServingLock lock(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
        if (lock.m_descriptor < 0)
            return Error{Error::Kind::Denied, QStringLiteral("The folder %1 cannot be written.").arg(dataDir)};
        if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0)
            return Error{Error::Kind::Conflict, QStringLiteral("Another hub serves the folder %1 already.").arg(dataDir)};
        return lock;
    }
    ServingLock(ServingLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ServingLock& operator=(ServingLock&&) = delete;
    ~ServingLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

private:
    explicit ServingLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// What uploads left behind when a hub was killed under them.
void sweepTornUploads(const QDir& blobs)
{
    for (const QString& name : blobs.entryList({QStringLiteral(".incoming-*")}, QDir::Files | QDir::Hidden))
        QFile::remove(blobs.filePath(name));
}

class ServingHub : public Hub
{
public:
    ServingHub(HubConfig config, ServingLock lock, std::unique_ptr<OfficeAdmin> admin, std::unique_ptr<HubDatabase> database)
        : m_lock(std::move(lock)), m_config(std::move(config)), m_admin(std::move(admin)), m_database(std::move(database))
    {
    }
    ~ServingHub() override { stop(); }

    Status serve()
    {
        auto known = m_database->reading(), pages = m_database->reading();
        if (!known || !pages)
            return known ? pages.error() : known.error();
        auto secrets = SecretBox::open(m_config.dataDir);
        if (!secrets)
            return secrets.error();
        const QString blobs = m_config.dataDir + QStringLiteral("/blobs");
        sweepTornUploads(QDir(blobs));
        refreshTargets();
        m_routes = std::make_unique<Routes>(std::move(*known), std::move(*pages), *m_database,
                                            Routes::Surroundings{m_config.dataDir, m_config.databaseKey, m_config.clock, std::move(*secrets),
                                                                 Enrolment(m_config.tokenLife), [this] { return targets(); },
                                                                 [this] { refreshTargets(); }, [this] { wakeRunners(); }, m_config.uploads});
        m_routes->sweepUploads();
        if (auto resumed = m_routes->resumePutOff(); !resumed)
            return resumed;
        m_database->settle();
        HttpServer::Options options;
        options.address = m_config.address;
        options.port = m_config.port;
        options.temporaryDir = blobs;
        options.limits = m_config.connections;
        options.refuse = [this](Request& request) { return m_routes->refuse(request); };
        auto server = HttpServer::start(options, [this](Request& request) { return m_routes->handle(request); });
        if (!server)
            return server.error();
        m_server = std::move(*server);
        if (auto noted = noteUrl(); !noted)
            return noted;
        m_watch = std::thread([this] { watch(); });
        return ok();
    }

    quint16 port() const override { return m_server ? m_server->port() : 0; }
    HubAdmin& admin() override { return *m_admin; }
    void stop() override
    {
        m_server.reset(); // answers what came in
        if (m_routes)
            m_routes->endRescues();
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_stop.notify_all();
        if (m_watch.joinable())
            m_watch.join();
        {
            const std::lock_guard lock(m_mutex);
            endRunners();
        }
        m_database->end(); // what it puts off asks for the targets
    }

private:
    /// What serves one target.
    struct Runner {
        Target target;
        std::unique_ptr<ConnectorThread> jobs, pulls; ///< no pulls where it has none
    };

    /// For the invitations, which another process may make.
    Status noteUrl()
    {
        const QString url =
            m_config.publicUrl.isEmpty() ? QStringLiteral("http://%1:%2").arg(m_config.address).arg(m_server->port()) : m_config.publicUrl;
        return m_database->write([&](Repositories& writing) { return writing.settings().setPublicUrl(url); });
    }

    /// Connectors may be added or mended while the hub runs, by another process too.
    void watch()
    {
        std::unique_lock lock(m_mutex);
        constexpr int sweepEvery = 3600; // rounds, of a second each
        for (int round = 1; !m_stop.wait_for(lock, std::chrono::seconds(1), [this] { return m_stopping; }); ++round) {
            lock.unlock();
            refreshTargets();
            if (auto resumed = m_routes->resumePutOff(); !resumed)
                qCWarning(log) << "records that were put off cannot be read:" << resumed.error().detail;
            if (round % sweepEvery == 0)
                m_routes->sweepUploads();
            lock.lock();
        }
    }

    Targets targets()
    {
        const std::lock_guard lock(m_targetsMutex);
        return m_targets;
    }

    /// Opens the connectors anew where their generation moved.
    void refreshTargets()
    {
        const auto generation = m_admin->connectorGeneration();
        const std::lock_guard lock(m_mutex);
        if (generation && *generation == m_generation)
            return;
        const auto configurations = m_admin->connectors();
        if (!generation || !configurations) {
            qCWarning(log) << "the connectors cannot be read:" << (generation ? configurations.error().detail : generation.error().detail);
            return;
        }
        endRunners(); // a target is served once: the old ones end first
        m_generation = *generation;
        for (const QJsonObject& configuration : *configurations)
            addRunner(configuration);
        Targets served{m_generation, {}};
        for (const auto& runner : m_runners)
            served.all.push_back(runner->target);
        const std::lock_guard targetsLock(m_targetsMutex);
        m_targets = std::move(served);
    }

    void addRunner(const QJsonObject& configuration)
    {
        const QString id = configuration[QLatin1String("id")].toString();
        auto connector = m_config.connectorFactory(configuration, m_config.dataDir);
        if (!connector) {
            qCWarning(log) << "connector" << id << "is not usable:" << connector.error().detail;
            return;
        }
        Target target = targetOf(configuration, **connector);
        auto runner = std::make_unique<Runner>();
        if (!(*connector)->capabilities().pullLists.empty())
            startPulls(*runner, configuration);
        runner->target = target;
        runner->jobs = start(std::make_shared<JobRunner>(std::move(target), std::move(*connector), *m_database,
                                                         JobRunner::Surroundings{m_config.dataDir, m_config.databaseKey, m_config.clock}));
        m_runners.push_back(std::move(runner));
    }

    void startPulls(Runner& runner, const QJsonObject& configuration)
    {
        auto connector = m_config.connectorFactory(configuration, m_config.dataDir);
        if (!connector)
            return;
        const auto write = [this](const HubDatabase::Work& work) { return m_database->write(work); };
        runner.pulls = start(std::make_shared<PullRunner>(
            Puller(configuration[QLatin1String("id")].toString(), std::move(*connector), write, m_config.clock, m_config.pullInterval)));
    }

    std::unique_ptr<ConnectorThread> start(std::shared_ptr<ConnectorWork> work) const
    {
        return std::make_unique<ConnectorThread>(std::move(work), m_config.stopPatience);
    }

    /// All are asked before any is waited for.
    void endRunners()
    {
        for (const auto& runner : m_runners) {
            runner->jobs->askToEnd();
            if (runner->pulls)
                runner->pulls->askToEnd();
        }
        m_runners.clear();
    }

    void wakeRunners()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& runner : m_runners)
            runner->jobs->wake();
    }

    ServingLock m_lock;
    HubConfig m_config;
    std::unique_ptr<OfficeAdmin> m_admin;
    std::unique_ptr<HubDatabase> m_database;
    std::unique_ptr<Routes> m_routes;
    std::unique_ptr<HttpServer> m_server;
    std::mutex m_mutex; ///< of the runners, their generation and the end
    std::condition_variable m_stop;
    bool m_stopping = false;
    std::vector<std::unique_ptr<Runner>> m_runners;
    QString m_generation;
    std::mutex m_targetsMutex; ///< its own: the writer asks for them, for whom runners wait that are being ended
    Targets m_targets;
    std::thread m_watch;
};

} // namespace

Result<std::unique_ptr<Hub>> Hub::start(const HubConfig& config)
{
    auto admin = openAdmin(config);
    if (!admin)
        return admin.error();
    auto lock = ServingLock::take(config.dataDir);
    if (!lock)
        return lock.error();
    auto database = openForServing(config.dataDir, config.databaseKey);
    if (!database)
        return database.error();
    auto hub = std::make_unique<ServingHub>(config, std::move(*lock), std::move(*admin), std::move(*database));
    if (auto serving = hub->serve(); !serving)
        return serving.error();
    return std::unique_ptr<Hub>(std::move(hub));
}

} // namespace rapport::hub
