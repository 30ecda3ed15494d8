// SPDX-License-Identifier: Apache-2.0
// What is no connector stands in meta: "connectors" (their generation, a number), "public_url", "hub_key" (Base64).
#include "sync/hub/sqlite/sqlitesettings.h"

#include "sync/hub/sqlite/hubfile.h"
#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectConnectors(const char* which)
{
    return QByteArray("SELECT id, type, title, sealed FROM connector ") + which;
}

ConnectorRecord readConnector(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), row.blob(3)};
}

} // namespace

Status SqliteSettings::putConnector(const ConnectorRecord& connector)
{
    auto written = run(
        m_database, "INSERT INTO connector(id, type, title, sealed) VALUES(?1,?2,?3,?4) ON CONFLICT(id) DO UPDATE SET type=?2, title=?3, sealed=?4",
        connector.id, connector.type, connector.title, connector.sealed);
    return written ? run(m_database, "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE name = 'connectors'") : written;
}

Result<std::optional<ConnectorRecord>> SqliteSettings::connector(const QString& id) const
{
    static const QByteArray query = selectConnectors("WHERE id = ?1");
    return first(rows<ConnectorRecord>(m_database, query.constData(), readConnector, id));
}

Result<std::vector<ConnectorRecord>> SqliteSettings::connectors() const
{
    static const QByteArray query = selectConnectors("ORDER BY id");
    return rows<ConnectorRecord>(m_database, query.constData(), readConnector);
}

Result<QString> SqliteSettings::connectorGeneration() const
{
    return metaValue(m_database, QStringLiteral("connectors"));
}

Status SqliteSettings::setPublicUrl(const QString& url)
{
    return run(m_database, "INSERT INTO meta(name, value) VALUES('public_url', ?1) ON CONFLICT(name) DO UPDATE SET value = ?1", url);
}

Result<QString> SqliteSettings::publicUrl() const
{
    return metaValue(m_database, QStringLiteral("public_url"));
}

Status SqliteSettings::setHubKey(const QByteArray& sealed)
{
    return run(m_database, "INSERT INTO meta(name, value) VALUES('hub_key', ?1)", QString::fromLatin1(sealed.toBase64()));
}

Result<std::optional<QByteArray>> SqliteSettings::hubKey() const
{
    return first(rows<QByteArray>(m_database, "SELECT value FROM meta WHERE name = 'hub_key'",
                                  [](const db::Statement& row) { return QByteArray::fromBase64(row.blob(0)); }));
}

Result<qint64> SqliteSettings::databaseBytes() const
{
    return number(rows<qint64>(m_database, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", numberOf));
}

} // namespace rapport::hub
