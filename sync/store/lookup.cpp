// SPDX-License-Identifier: Apache-2.0
// Look-ups by equality in lists of any size: the rows that have certain values, of which nothing is read. An index of a property is made when it is
// first asked for (a million rows: some seconds, once), and kept by triggers from then on (schema.cpp).
#include "sync/store/schema.h"
#include "sync/store/store_private.h"

#include <algorithm>
#include <iterator>

namespace rapport::store
{

/// Two ways to ask for rows with the value ?2: all of them in order, at most ?3; and whether row ?3 is one. ?1 is the list, or the number of an asked
/// property.
struct SqlStore::LookUp {
    const char *rows, *holds;
    bool asked = false;
};

namespace
{

constexpr qint64 sortedAtOnce = 100'000;
constexpr int few = 500; ///< rows that are tested one by one rather than cut with those of another property

} // namespace

SqlStore::LookUp SqlStore::lookUpOf(const EntityKey& key)
{
    struct Known {
        const char* property;
        LookUp how;
    };
    static constexpr Known known[] = {
        {"name",
         {"SELECT row FROM entity WHERE list = ?1 AND id = ?2 AND deleted = 0 LIMIT ?3",
          "SELECT row FROM entity WHERE list = ?1 AND id = ?2 AND deleted = 0 AND row = ?3"}},
        {"organisation_id",
         {"SELECT row FROM entity WHERE organisation_id = ?2 AND organisation_id <> '' AND list = ?1 AND deleted = 0 ORDER BY row LIMIT ?3",
          "SELECT row FROM entity WHERE organisation_id = ?2 AND list = ?1 AND deleted = 0 AND row = ?3"}},
        {"contact_id",
         {"SELECT row FROM entity WHERE contact_id = ?2 AND contact_id <> '' AND list = ?1 AND deleted = 0 ORDER BY row LIMIT ?3",
          "SELECT row FROM entity WHERE contact_id = ?2 AND list = ?1 AND deleted = 0 AND row = ?3"}},
        {"__version",
         {"SELECT row FROM entity WHERE list = ?1 AND CAST(version AS TEXT) = ?2 AND deleted = 0 ORDER BY row LIMIT ?3",
          "SELECT row FROM entity WHERE list = ?1 AND CAST(version AS TEXT) = ?2 AND deleted = 0 AND row = ?3"}},
        {"__trunkVersion",
         {"SELECT row FROM entity WHERE list = ?1 AND trunk_version = ?2 AND deleted = 0 ORDER BY row LIMIT ?3",
          "SELECT row FROM entity WHERE list = ?1 AND trunk_version = ?2 AND deleted = 0 AND row = ?3"}},
        {"__branchId",
         {"SELECT row FROM entity WHERE list = ?1 AND branch_id = ?2 AND deleted = 0 ORDER BY row LIMIT ?3",
          "SELECT row FROM entity WHERE list = ?1 AND branch_id = ?2 AND deleted = 0 AND row = ?3"}},
    };
    for (const Known& one : known) {
        const bool link = QByteArrayView(one.property).endsWith("_id");
        if (key.property == QLatin1String(one.property) && !(link && key.value.isEmpty())) // rows without a link are in no index of links
            return one.how;
    }
    return {"SELECT row FROM entity_key WHERE asked = ?1 AND value = ?2 LIMIT ?3",
            "SELECT row FROM entity_key WHERE asked = ?1 AND value = ?2 AND row = ?3", true};
}

/// Sorted step by step: in the order of the values they go in fast, but sorting a million at once takes memory.
Status SqlStore::fillKeys(qint64 asked, const QString& list, const QString& path)
{
    const auto last = m_db.number("SELECT max(row) FROM entity");
    if (!last)
        return last.error();
    for (qint64 from = 0; from <= last->value_or(0); from += sortedAtOnce) {
        if (auto filled = runKept("INSERT INTO entity_key(asked, value, row) SELECT ?1, CASE ?3 WHEN '' THEN label ELSE "
                                  "ifnull(json_extract(properties, ?3), '') END AS value, row FROM entity WHERE row > ?4 AND row <= ?5 AND "
                                  "+list = ?2 AND deleted = 0 ORDER BY value, row",
                                  asked, list, path, from, from + sortedAtOnce);
            !filled)
            return filled;
    }
    return ok();
}

/// The number of a property that look-ups ask for; the first time its index is filled.
Result<qint64> SqlStore::askedProperty(const QString& list, const QString& property)
{
    const auto numbers = [&] {
        return rows<qint64>(
            "SELECT id FROM entity_asked WHERE list = ?1 AND name = ?2", [](const db::Statement& row) { return row.integer(0); }, list, property);
    };
    auto known = numbers();
    if (!known)
        return known.error();
    if (!known->empty())
        return known->front();
    const auto filled = transact([&]() -> Status {
        if (known = numbers(); !known || !known->empty()) // another connection was faster
            return known ? ok() : Status(known.error());
        if (auto kept = m_db.execute(keepKeys()); !kept)
            return kept;
        if (auto noted = run("INSERT INTO entity_asked(list, name, path) VALUES(?1, ?2, ?3)", list, property, pathOf(property)); !noted)
            return noted;
        if (known = numbers(); !known)
            return known.error();
        return fillKeys(known->front(), list, pathOf(property));
    });
    return filled ? Result<qint64>(known->front()) : filled.error();
}

Result<std::vector<qint64>> SqlStore::findRows(const QString& list, const std::vector<EntityKey>& keys)
{
    struct Part {
        LookUp how;
        QString value, list;
        qint64 asked = 0;
    };
    std::vector<Part> parts;
    for (const EntityKey& key : keys) {
        Part part{lookUpOf(key), key.value, list};
        if (part.how.asked) {
            const auto asked = askedProperty(list, key.property);
            if (!asked)
                return asked.error();
            part.asked = *asked;
        }
        parts.push_back(std::move(part));
    }
    const auto ask = [&](const Part& part, const char* sql, qint64 last) {
        const auto number = [](const db::Statement& row) { return row.integer(0); };
        return part.how.asked ? rows<qint64>(sql, number, part.asked, part.value, last) : rows<qint64>(sql, number, part.list, part.value, last);
    };
    if (parts.size() == 1)
        return ask(parts.front(), parts.front().how.rows, -1);
    // The rarest value decides: "city = Berlin and family_name = Weber" looks at the Webers.
    for (const Part& part : parts) {
        auto found = ask(part, part.how.rows, few);
        if (!found || found->size() >= few)
            continue;
        Status asked = ok();
        std::erase_if(*found, [&](qint64 row) {
            return std::any_of(parts.begin(), parts.end(), [&](const Part& other) {
                const auto holds = &other == &part ? Result<std::vector<qint64>>(std::vector<qint64>{row}) : ask(other, other.how.holds, row);
                if (!holds)
                    asked = holds.error();
                return !holds || holds->empty();
            });
        });
        return asked ? found : Result<std::vector<qint64>>(asked.error());
    }
    std::vector<qint64> common;
    for (const Part& part : parts) {
        const auto found = ask(part, part.how.rows, -1);
        if (!found)
            return found.error();
        if (&part == &parts.front()) {
            common = *found;
            continue;
        }
        std::vector<qint64> both;
        std::set_intersection(common.begin(), common.end(), found->begin(), found->end(), std::back_inserter(both));
        common = std::move(both);
    }
    return common;
}

Status SqlStore::makeFindable(const QString& list, const QString& property)
{
    if (!lookUpOf({property, {}}).asked)
        return ok();
    const auto asked = askedProperty(list, property);
    return asked ? ok() : Status(asked.error());
}

Result<std::vector<qint64>> SqlStore::entityRows(const QString& list)
{
    return rows<qint64>(
        "SELECT row FROM entity WHERE list = ?1 AND deleted = 0 ORDER BY row", [](const db::Statement& row) { return row.integer(0); }, list);
}

Result<qint64> SqlStore::entityCount(const QString& list, qint64 atMost)
{
    const auto counted = rows<qint64>(
        "SELECT count(*) FROM (SELECT 1 FROM entity WHERE list = ?1 AND deleted = 0 LIMIT ?2)",
        [](const db::Statement& row) { return row.integer(0); }, list, atMost);
    return counted ? Result<qint64>(counted->front()) : counted.error();
}

Result<QStringList> SqlStore::propertyNames(const QString& list)
{
    const auto names = rows<QString>(
        "SELECT name FROM entity_property WHERE list = ?1 ORDER BY name", [](const db::Statement& row) { return row.text(0); }, list);
    return names ? Result<QStringList>(QStringList(names->begin(), names->end())) : names.error();
}

Status SqlStore::noteProperties(const QString& list, const std::set<QString>& names)
{
    for (const QString& name : names) {
        if (auto noted = runKept("INSERT INTO entity_property(list, name) VALUES(?1, ?2) ON CONFLICT DO NOTHING", list, name); !noted)
            return noted;
    }
    return ok();
}

} // namespace rapport::store
