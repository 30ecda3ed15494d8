// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/sqlite/sqliteoccasions.h"

#include "sync/hub/sqlite/query.h"

#include <QJsonDocument>

namespace rapport::hub
{

Status SqliteOccasions::put(const wire::Occasion& occasion)
{
    return run(m_database, "INSERT INTO occasion(id, version, document) VALUES(?1,?2,?3) ON CONFLICT(id) DO UPDATE SET version=?2, document=?3",
               occasion.id, occasion.version, QJsonDocument(occasion.document).toJson(QJsonDocument::Compact));
}

Result<std::vector<wire::Occasion>> SqliteOccasions::all() const
{
    const auto documents = rows<QByteArray>(m_database, "SELECT document FROM occasion ORDER BY id", blobOf);
    if (!documents)
        return documents.error();
    std::vector<wire::Occasion> all;
    for (const QByteArray& document : *documents) {
        auto occasion = wire::parseOccasion(document);
        if (!occasion)
            return occasion.error();
        all.push_back(std::move(*occasion));
    }
    return all;
}

} // namespace rapport::hub
