// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/gaps.h"

#include "sync/db/properties.h"
#include "sync/hub/sqlite/query.h"
#include "sync/wire/gaps.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rapport::hub
{

Status settleGaps(db::Database& database, std::vector<forms::EntityAction>& actions)
{
    return wire::settleGaps(actions, [&](const QStringList& ids) {
        const QString list = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact));
        return rows<wire::KnownRow>(
            database, "SELECT id, properties FROM entity WHERE list = 'briefings' AND id IN (SELECT value FROM json_each(?1)) AND deleted = 0",
            [](const db::Statement& row) {
                return wire::KnownRow{row.text(0), db::propertiesOf(row.blob(1))};
            },
            list);
    });
}

} // namespace rapport::hub
