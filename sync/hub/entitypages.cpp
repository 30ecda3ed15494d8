// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/entitypages.h"

#include "sync/db/properties.h"
#include "sync/hub/entityscope.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/sqlite/hubfile.h"
#include "sync/wire/entitypage.h"

#include <QList>

namespace rapport::hub
{

namespace
{

constexpr int maxRows = 1000, maxLookedAt = 20'000;
constexpr qsizetype maxBytes = 512 * 1024;

struct Cursor {
    QByteArray epoch, scope;
    qint64 horizon = 0, position = 0;

    static std::optional<Cursor> parse(const QByteArray& text)
    {
        const QList<QByteArray> parts = text.split('.');
        if (parts.size() != 4)
            return {};
        return Cursor{parts[0], parts[1], parts[2].toLongLong(), parts[3].toLongLong()};
    }
    QByteArray text() const { return epoch + '.' + scope + '.' + QByteArray::number(horizon) + '.' + QByteArray::number(position); }
};

/// Whom the tombstone of somebody who was found to be another leads to.
QString mergedInto(const QByteArray& properties)
{
    const auto all = db::propertiesOf(properties);
    const auto found = all.find(QStringLiteral("merged_into"));
    return found == all.end() ? QString() : found->second;
}

/// Adds a row, or what is to be said of one that is not held.
void add(wire::EntityPageWriter& page, const db::Statement& row, const EntityScope& scope, const Cursor& at)
{
    const QString id = row.text(0);
    const qint64 version = row.integer(2);
    const QByteArray properties = row.blob(3);
    const QString label = row.text(1);
    const bool held = row.integer(4) == 0 && scope.contains(id, label, version, properties);
    if (held)
        page.add(id, label, version, properties);
    else if (const QString merged = row.integer(4) != 0 ? mergedInto(properties) : QString();
             (at.position > at.horizon || !merged.isEmpty()) && version > 1) // it may be there from before, or be the device's own
        page.addDeleted(id, version, merged);
}

} // namespace

Result<QByteArray> entityPage(db::Database& database, const QString& list, const QByteArray& cursor, const Holding& holding)
{
    const auto epoch = metaValue(database, QStringLiteral("epoch"));
    const auto newest = epoch ? metaValue(database, QStringLiteral("seq")) : epoch;
    if (!newest)
        return newest.error();
    const auto scope = EntityScope::of(holding, list);
    if (!scope)
        return scope.error();
    const auto known = Cursor::parse(cursor);
    const bool goesOn = known && known->epoch == epoch->toLatin1() && known->scope == scope->fingerprint();
    Cursor at = goesOn ? *known : Cursor{epoch->toLatin1(), scope->fingerprint(), newest->toLongLong(), 0};

    const auto statement = database.kept("SELECT id, label, version, properties, deleted, seq FROM entity WHERE list = ?1 AND seq > ?2 ORDER BY seq");
    if (!statement)
        return statement.error();
    (*statement)->bind(list, at.position);
    wire::EntityPageWriter page(list);
    bool more = false;
    for (int lookedAt = 0;; ++lookedAt) {
        const auto row = (*statement)->step();
        if (!row)
            return row.error();
        more = *row;
        if (!more || page.rows() == maxRows || page.bytes() >= maxBytes || lookedAt == maxLookedAt)
            break;
        at.position = (*statement)->integer(5);
        add(page, **statement, *scope, at);
    }
    (*statement)->reset();
    return page.finish(at.text(), more, !goesOn && !cursor.isEmpty());
}

} // namespace rapport::hub
