// SPDX-License-Identifier: Apache-2.0
// Rescue files that are brought to the office.
#include "sync/hub/admin.h"
#include "sync/hub/hubdatabase.h"
#include "sync/hub/rescue.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

Error said(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Invalid:
        return {error.kind, QStringLiteral("This is no rescue file.")};
    case Error::Kind::Corrupt:
        return {error.kind, QStringLiteral("The rescue file is torn: copy it again, or export it once more.")};
    case Error::Kind::Denied:
        return {error.kind, QStringLiteral("The rescue file is sealed for another hub.")};
    case Error::Kind::NotFound:
        return {error.kind, QStringLiteral("This hub does not know the device that made the rescue file.")};
    case Error::Kind::Newer:
        return error;
    case Error::Kind::Full:
        return {error.kind, QStringLiteral("The disk is full. What was taken in before stays; take the file in again when there is room.")};
    default:
        return {error.kind, QStringLiteral("The rescue file could not be taken in (%1). What was taken in before stays.").arg(error.detail)};
    }
}

} // namespace

Targets OfficeAdmin::targets()
{
    Targets targets{connectorGeneration().value_or(QString()), {}};
    for (const QJsonObject& configuration : connectors().value_or(std::vector<QJsonObject>{})) {
        if (const auto connector = m_config.connectorFactory(configuration, m_config.dataDir))
            targets.all.push_back(targetOf(configuration, **connector));
        else
            qCWarning(log) << "connector" << configuration[QLatin1String("id")].toString() << "is not usable:" << connector.error().detail;
    }
    return targets;
}

/// On a connection of its own: whoever administers meanwhile does not wait for it.
Result<wire::RescueReport> OfficeAdmin::takeRescue(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString())};
    const auto database = openForOffice(m_config.dataDir, m_config.databaseKey);
    const auto reading = database ? (*database)->reading() : Result<std::unique_ptr<const Repositories>>(database.error());
    if (!reading)
        return reading.error();
    const QString blobs = m_config.dataDir + QStringLiteral("/blobs");
    if (!QDir().mkpath(blobs))
        return Error{Error::Kind::Denied, QStringLiteral("The folder %1 cannot be made.").arg(blobs)};
    Targets known = targets();
    const AcceptingDesk accepting{[&](const HubDatabase::Work& work, const HubDatabase::Rest& rest) { return (*database)->write(work, rest); },
                                  [&] { return known; }, [&] { known = targets(); }, m_config.clock};
    const auto report = takeIn(file, {**reading, m_secrets, Blobs(m_config.dataDir, m_config.databaseKey), blobs, accepting});
    return report ? report : said(report.error());
}

} // namespace rapport::hub
