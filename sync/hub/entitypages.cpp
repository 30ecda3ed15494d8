// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/entitypages.h"

#include "sync/hub/entityscope.h"
#include "sync/wire/entitypage.h"

#include <QJsonDocument>
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
QString mergedInto(const EntityRow& row)
{
    return row.deleted ? QJsonDocument::fromJson(row.properties)[QLatin1String("merged_into")].toString() : QString();
}

/// Adds a row, or what is to be said of one that is not held.
void add(wire::EntityPageWriter& page, const EntityRow& row, const EntityScope& scope, const Cursor& at)
{
    const bool held = !row.deleted && scope.contains(row);
    if (held)
        page.add(row.id, row.label, row.version, row.properties);
    else if (const QString merged = mergedInto(row);
             (at.position > at.horizon || !merged.isEmpty()) && row.version > 1) // it may be there from before, or be the device's own
        page.addDeleted(row.id, row.version, merged);
}

} // namespace

Result<QByteArray> entityPage(const Entities& entities, const QString& list, const QByteArray& cursor, const Holding& holding)
{
    const auto newest = entities.newest();
    if (!newest)
        return newest.error();
    const auto scope = EntityScope::of(holding, list);
    if (!scope)
        return scope.error();
    const QByteArray epoch = newest->epoch.toLatin1();
    const auto known = Cursor::parse(cursor);
    const bool goesOn = known && known->epoch == epoch && known->scope == scope->fingerprint();
    Cursor at = goesOn ? *known : Cursor{epoch, scope->fingerprint(), newest->sequence, 0};

    wire::EntityPageWriter page(list);
    bool more = false;
    int lookedAt = 0;
    const auto walked = entities.changed(list, at.position, [&](const EntityRow& row) {
        more = page.rows() == maxRows || page.bytes() >= maxBytes || lookedAt == maxLookedAt;
        if (more)
            return false;
        ++lookedAt;
        at.position = row.sequence;
        add(page, row, *scope, at);
        return true;
    });
    if (!walked)
        return walked.error();
    return page.finish(at.text(), more, !goesOn && !cursor.isEmpty());
}

} // namespace rapport::hub
