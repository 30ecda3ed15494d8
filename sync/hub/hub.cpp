// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hub.h"

#include "sync/hub/admin.h"
#include "sync/hub/httpserver.h"
#include "sync/hub/jobrunner.h"
#include "sync/hub/routes.h"
#include "sync/hub/writer.h"

#include <QLoggingCategory>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

class ServingHub : public Hub
{
public:
    ServingHub(HubConfig config, std::unique_ptr<SqlAdmin> admin, db::Database writing)
        : m_config(std::move(config)), m_admin(std::move(admin)), m_writer(std::move(writing))
    {
    }
    ~ServingHub() override { stop(); }

    Status serve(db::Database reading)
    {
        loadTargets();
        m_routes = std::make_unique<Routes>(
            std::move(reading), m_writer,
            Routes::Surroundings{m_config.dataDir, m_config.databaseKey, m_config.clock, [this] { return targets(); }, [this] { wakeRunners(); }});
        HttpServer::Options options;
        options.address = m_config.address;
        options.port = m_config.port;
        options.temporaryDir = m_config.dataDir + QStringLiteral("/blobs");
        auto server = HttpServer::start(options, [this](Request& request) { return m_routes->handle(request); });
        if (!server)
            return server.error();
        m_server = std::move(*server);
        return ok();
    }

    quint16 port() const override { return m_server ? m_server->port() : 0; }
    HubAdmin& admin() override { return *m_admin; }
    void stop() override
    {
        m_server.reset(); // answers what came in
        const std::lock_guard lock(m_mutex);
        m_runners.clear(); // each ends between two requests
    }

private:
    /// Connectors may be added while the hub runs, by another process too: looked up again whenever their generation moved.
    std::vector<Target> targets()
    {
        if (const auto generation = m_admin->connectorGeneration(); generation && *generation != m_generation)
            loadTargets();
        const std::lock_guard lock(m_mutex);
        std::vector<Target> all;
        for (const auto& runner : m_runners)
            all.push_back(runner->target());
        return all;
    }

    void loadTargets()
    {
        const auto generation = m_admin->connectorGeneration();
        const auto configurations = m_admin->connectors();
        if (!generation || !configurations) {
            qCWarning(log) << "the connectors cannot be read:" << (generation ? configurations.error().detail : generation.error().detail);
            return;
        }
        const std::lock_guard lock(m_mutex);
        m_runners.clear();
        m_generation = *generation;
        for (const QJsonObject& configuration : *configurations) {
            auto connector = connectors::makeConnector(configuration, m_config.dataDir);
            if (!connector) {
                qCWarning(log) << "connector" << configuration[QLatin1String("id")].toString() << "is not usable:" << connector.error().detail;
                continue;
            }
            const auto capabilities = (*connector)->capabilities();
            Target target{configuration[QLatin1String("id")].toString(), configuration[QLatin1String("title")].toString(), capabilities.pushLists,
                          capabilities.records, capabilities.maximumRequestTime};
            m_runners.push_back(std::make_unique<JobRunner>(std::move(target), std::move(*connector), m_writer,
                                                            JobRunner::Surroundings{m_config.dataDir, m_config.databaseKey, m_config.clock}));
        }
    }

    void wakeRunners()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& runner : m_runners)
            runner->wake();
    }

    HubConfig m_config;
    std::unique_ptr<SqlAdmin> m_admin;
    Writer m_writer;
    std::unique_ptr<Routes> m_routes;
    std::unique_ptr<HttpServer> m_server;
    std::mutex m_mutex; ///< of the runners and their generation
    std::vector<std::unique_ptr<JobRunner>> m_runners;
    QString m_generation;
};

} // namespace

Result<std::unique_ptr<Hub>> Hub::start(const HubConfig& config)
{
    auto admin = openAdmin(config);
    if (!admin)
        return admin.error();
    auto writing = openDatabase(config.dataDir, config.databaseKey);
    if (!writing)
        return writing.error();
    auto reading = openDatabase(config.dataDir, config.databaseKey);
    if (!reading)
        return reading.error();
    auto hub = std::make_unique<ServingHub>(config, std::move(*admin), std::move(*writing));
    if (auto serving = hub->serve(std::move(*reading)); !serving)
        return serving.error();
    return std::unique_ptr<Hub>(std::move(hub));
}

} // namespace rapport::hub
