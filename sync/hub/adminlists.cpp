// SPDX-License-Identifier: Apache-2.0
// The lists of an office: how they come from other programs, and what of them goes out.
#include "sync/hub/admin.h"
#include "sync/hub/audience.h"
#include "sync/hub/entitytable.h"
#include "sync/hub/mappedimport.h"

namespace rapport::hub
{

Result<int> OfficeAdmin::importEntities(const QString& list, const QByteArray& csv)
{
    const std::lock_guard lock(m_mutex);
    int changed = 0;
    const auto written = m_database->write([&](Repositories& writing) -> Status {
        const auto imported = importTable(writing, list, csv, now());
        if (!imported)
            return imported.error();
        changed = *imported;
        return ok();
    });
    if (!written)
        return written.error();
    return changed;
}

Result<QJsonObject> OfficeAdmin::importMapped(const QString& list, const QByteArray& file, const QByteArray& mapping, ImportRun run)
{
    const QByteArray shipped = tables::shippedMapping(QString::fromUtf8(mapping));
    auto rules = tables::readMapping(shipped.isEmpty() ? mapping : shipped);
    if (!rules)
        return rules.error();
    if (!rules->list.isEmpty() && rules->list != list)
        return Error{Error::Kind::Invalid, QStringLiteral("The mapping is one for the list “%1”.").arg(rules->list)};
    if (!canBeList(list))
        return Error{Error::Kind::Invalid, QStringLiteral("“%1” cannot be the name of a list: letters, digits, _ and - are.").arg(list)};
    rules->list = list;
    const auto table = tables::readTable(file, rules->place);
    if (!table)
        return table.error();

    const std::lock_guard lock(m_mutex);
    std::optional<ImportReport> report;
    const auto written = m_database->write([&](Repositories& writing) -> Status {
        auto imported = hub::importMapped(writing, *rules, *table, now());
        if (!imported)
            return imported.error();
        report = std::move(*imported);
        return run == ImportRun::Real ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("a dry run is undone")});
    });
    if (!written && (!report || run == ImportRun::Real))
        return written.error();
    QJsonObject out = report->toJson();
    out[QLatin1String("list")] = list;
    out[QLatin1String("dry_run")] = run == ImportRun::Dry;
    return out;
}

Result<HubAdmin::Audience> OfficeAdmin::audience(const QString& list, const QString& filter)
{
    const std::lock_guard lock(m_mutex);
    return audienceOf(m_known->entities(), list, filter, now());
}

Result<QByteArray> OfficeAdmin::exportEntities(const QString& list)
{
    const std::lock_guard lock(m_mutex);
    return exportTable(m_known->entities(), list);
}

} // namespace rapport::hub
