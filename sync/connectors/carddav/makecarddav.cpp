// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/carddav/makecarddav.h"

#include "sync/connectors/carddav/carddialect.h"
#include "sync/connectors/configuration.h"
#include "sync/connectors/dav/davconnector.h"
#include "sync/connectors/dav/makedav.h"

using namespace Qt::StringLiterals;

/// As in connector.cpp.
static void registerCardMapping()
{
    Q_INIT_RESOURCE(carddav);
}

namespace rapport::connectors::carddav
{

Result<std::unique_ptr<Connector>> makeCardDav(const QJsonObject& configuration, const QString& dataDir)
{
    if (Status members = checkMembers(configuration, dav::neededMembers(), dav::possibleMembers()); !members)
        return members.error();
    registerCardMapping();
    auto account = dav::accountOf(configuration, dataDir);
    auto mapping = dav::mappingOf(configuration, dataDir, u":/rapport/connectors/carddav/mapping.json"_s);
    if (!account || !mapping)
        return account ? mapping.error() : account.error();
    return std::unique_ptr<Connector>(std::make_unique<dav::DavConnector>(configuration["title"_L1].toString(), std::move(*account),
                                                                          std::move(*mapping), std::make_unique<CardDialect>()));
}

} // namespace rapport::connectors::carddav
