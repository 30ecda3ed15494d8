// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/caldav/makecaldav.h"

#include "sync/connectors/caldav/calendardialect.h"
#include "sync/connectors/configuration.h"
#include "sync/connectors/dav/davconnector.h"
#include "sync/connectors/dav/makedav.h"

using namespace Qt::StringLiterals;

/// As in connector.cpp.
static void registerCalendarMapping()
{
    Q_INIT_RESOURCE(caldav);
}

namespace rapport::connectors::caldav
{

Result<std::unique_ptr<Connector>> makeCalDav(const QJsonObject& configuration, const QString& dataDir)
{
    const QStringList needed = dav::neededMembers() + QStringList{u"timezone"_s};
    if (Status members = checkMembers(configuration, needed, dav::possibleMembers()); !members)
        return members.error();
    const QByteArray zone = configuration["timezone"_L1].toString().toUtf8();
    if (!QTimeZone::isTimeZoneIdAvailable(zone))
        return wrong(u"timezone"_s, u"is none of IANA's, as Europe/Berlin is"_s);
    registerCalendarMapping();
    auto account = dav::accountOf(configuration, dataDir);
    auto mapping = dav::mappingOf(configuration, dataDir, u":/rapport/connectors/caldav/mapping.json"_s);
    if (!account || !mapping)
        return account ? mapping.error() : account.error();
    return std::unique_ptr<Connector>(std::make_unique<dav::DavConnector>(configuration["title"_L1].toString(), std::move(*account),
                                                                          std::move(*mapping), std::make_unique<CalendarDialect>(QTimeZone(zone))));
}

} // namespace rapport::connectors::caldav
