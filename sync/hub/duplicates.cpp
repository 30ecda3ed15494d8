// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/duplicates.h"

#include "sync/hub/entities.h"
#include "sync/hub/reconcile.h"

namespace rapport::hub
{

namespace
{

using Properties = std::map<QString, QString>;

Result<Duplicate> openOne(const Duplicates& duplicates, qint64 id)
{
    const auto found = duplicates.find(id);
    if (!found)
        return found.error();
    if (!*found || !(*found)->isOpen())
        return Error{Error::Kind::NotFound, QStringLiteral("There is no open pair %1 in the review list.").arg(id)};
    return **found;
}

/// Where a value goes that the kept row has another one of.
QString setFor(const QString& property)
{
    if (property == QLatin1String("email"))
        return QStringLiteral("other_emails");
    return property == QLatin1String("phone") || property == QLatin1String("mobile") ? QStringLiteral("other_phones") : QString();
}

void addTo(Properties& properties, const QString& set, const QString& members)
{
    properties[set] = appended({}, properties[set], members, QLatin1Char(' '));
}

/// The kept row's properties with what only the other one says.
Properties united(const Properties& kept, const Properties& other)
{
    Properties all = kept;
    for (const auto& [name, value] : other) {
        if (value.isEmpty() || all[name] == value)
            continue;
        if (name == QLatin1String("other_emails") || name == QLatin1String("other_phones"))
            addTo(all, name, value);
        else if (all[name].isEmpty())
            all[name] = value;
        else if (name == QLatin1String("remark"))
            all[name] = appended({}, all[name], value, QLatin1Char('\n'));
        else if (const QString set = setFor(name); !set.isEmpty())
            addTo(all, set, QString(value).remove(QLatin1Char(' ')));
    }
    return all;
}

/// Everything that names @p from in its @p property names @p kept.
Status turnReferences(Repositories& repositories, const QString& property, const QString& from, const QString& kept, const Change& because,
                      const QDateTime& now)
{
    const auto naming = repositories.entities().naming(property, from);
    if (!naming)
        return naming.error();
    for (const EntityState& one : *naming) {
        Change change = because;
        change.list = one.list;
        change.id = one.id;
        change.properties = {{property, kept}};
        if (const auto changed = changeEntity(repositories, change, now); !changed)
            return changed.error();
    }
    return ok();
}

} // namespace

Status noteDuplicates(Repositories& repositories, const QString& list, const QString& id, const std::vector<Likeness>& alike, const QDateTime& now)
{
    for (const Likeness& one : alike) {
        if (auto noted = repositories.duplicates().note({0, list, id, one.id, one.score, one.reasons, now, {}, {}}); !noted)
            return noted;
    }
    return ok();
}

Status mergeDuplicate(Repositories& repositories, qint64 id, const QString& keep, const QString& author, const QDateTime& now)
{
    const auto pair = openOne(repositories.duplicates(), id);
    if (!pair)
        return pair.error();
    if (keep != pair->entityId && keep != pair->otherId)
        return Error{Error::Kind::Invalid, QStringLiteral("The one to keep is %1 or %2.").arg(pair->entityId, pair->otherId)};
    const QString& list = pair->list;
    const QString goes = keep == pair->entityId ? pair->otherId : pair->entityId;
    const auto kept = repositories.entities().find(list, keep), other = repositories.entities().find(list, goes);
    if (!kept || !other)
        return kept ? other.error() : kept.error();
    if (!*kept || !*other)
        return Error{Error::Kind::NotFound, QStringLiteral("One of the two is not here any more.")};
    const QString source = QStringLiteral("duplicate:%1").arg(id);
    const Change because{list, keep, {}, {}, {}, source, author, Change::WhenEqual::Nothing, {}};
    Change change = because;
    change.properties = united((*kept)->properties, (*other)->properties);
    if (const auto changed = changeEntity(repositories, change, now); !changed)
        return changed.error();
    if (auto led = leadTo(repositories, list, goes, keep, source, now); !led)
        return led;
    const QString property = list == QLatin1String("organisations") ? QStringLiteral("organisation_id") : QStringLiteral("contact_id");
    if (auto turned = turnReferences(repositories, property, goes, keep, because, now); !turned)
        return turned;
    if (auto turned = repositories.pulls().moveToEntity(list, goes, keep); !turned)
        return turned;
    if (auto turned = repositories.jobs().moveToEntity(list, goes, keep); !turned)
        return turned;
    if (auto followed = repositories.duplicates().follow(*pair, goes, author, now); !followed)
        return followed;
    return repositories.duplicates().settle(id, Duplicates::Outcome::Merged, author, now);
}

Status keepApart(Repositories& repositories, qint64 id, const QString& author, const QDateTime& now)
{
    const auto pair = openOne(repositories.duplicates(), id);
    return pair ? repositories.duplicates().settle(id, Duplicates::Outcome::Apart, author, now) : Status(pair.error());
}

} // namespace rapport::hub
