// SPDX-License-Identifier: Apache-2.0
// The search over people and firms. Columns of `search`: name (label, given and family name), firm (a person's organisation), more (job, e-mail,
// telephone digits, city, badge, customer number). It is a contentless FTS5 table, so that nothing stands twice.
#include "sync/store/store_private.h"

#include <QRegularExpression>
#include <QSet>

namespace rapport::store
{

namespace
{

const QString contacts = QStringLiteral("contacts"), organisations = QStringLiteral("organisations");
constexpr int maxHits = 200, maxWords = 8;
constexpr qsizetype maxWord = 64;

QString joined(const Entity& entity, std::initializer_list<const char*> properties)
{
    QString text;
    for (const char* name : properties) {
        if (const QString value = propertyOf(entity, name); !value.isEmpty())
            text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + value;
    }
    return text;
}

/// "+49 30 23125-201" is also found as "4930231": the tokenizer would cut it at its blanks.
QString digitsOf(const Entity& entity, std::initializer_list<const char*> properties)
{
    QString text;
    for (const char* name : properties) {
        const QString number = propertyOf(entity, name);
        for (const QChar c : number) {
            if (c.isDigit())
                text += c;
        }
        text += QLatin1Char(' ');
    }
    return text.trimmed();
}

bool isSearched(const QString& list)
{
    return list == contacts || list == organisations;
}

/// Each word as a prefix: "web fri" → "\"web\"* \"fri\"*". Words are what stands between blanks; quotes inside cannot end the string.
QString matchOf(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    QStringList words;
    for (const QString& word : text.split(blanks, Qt::SkipEmptyParts)) {
        const bool letters = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (letters && words.size() < maxWords)
            words.append(QLatin1Char('"') + word.left(maxWord).replace(QLatin1Char('"'), QLatin1Char(' ')) + QStringLiteral("\"*"));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

Result<QString> SqlStore::labelOf(const QString& list, const QString& id)
{
    const auto statement = m_db.kept("SELECT label FROM entity WHERE list = ?1 AND id = ?2 AND deleted = 0");
    if (!statement)
        return statement.error();
    const auto found = (*statement)->bind(list, id).step();
    if (!found)
        return found.error();
    const QString label = *found ? (*statement)->text(0) : QString();
    (*statement)->reset();
    return label;
}

Status SqlStore::index(qint64 row, const QString& list, const Entity& entity)
{
    if (!isSearched(list))
        return ok();
    if (entity.deleted)
        return runKept("DELETE FROM search WHERE rowid = ?1", row);
    const bool person = list == contacts;
    QString firm;
    if (const QString id = propertyOf(entity, "organisation_id"); person && !id.isEmpty()) {
        auto label = labelOf(organisations, id);
        if (!label)
            return label.error();
        firm = *label;
    }
    const QString name = entity.label + QLatin1Char(' ') + joined(entity, {"given_name", "family_name", "legal_name"});
    const QString more = joined(entity, {"job_title", "email", "other_emails", "city", "badge_id", "customer_number"}) + QLatin1Char(' ') +
                         digitsOf(entity, {"phone", "mobile"});
    auto written = runKept("INSERT OR REPLACE INTO search(rowid, name, firm, more) VALUES(?1,?2,?3,?4)", row, name, firm, more);
    return written && !person ? indexPeopleOf(entity) : written;
}

/// Her people are found by the firm's name, also by a new one.
Status SqlStore::indexPeopleOf(const Entity& organisation)
{
    const auto ids = rows<QString>(
        "SELECT id FROM entity WHERE organisation_id = ?1 AND organisation_id <> '' AND list = 'contacts' AND deleted = 0",
        [](const db::Statement& row) { return row.text(0); }, organisation.id);
    if (!ids)
        return ids.error();
    for (const QString& id : *ids) {
        const auto person = entity(contacts, id);
        const auto row = rows<qint64>(
            "SELECT row FROM entity WHERE list = 'contacts' AND id = ?1", [](const db::Statement& found) { return found.integer(0); }, id);
        if (!person || !row)
            return person ? row.error() : person.error();
        if (*person && !row->empty()) {
            if (auto indexed = index(row->front(), contacts, **person); !indexed)
                return indexed;
        }
    }
    return ok();
}

/// Fills the index of a store that was written before there was one.
Status SqlStore::indexAll()
{
    const auto missing = m_db.number("SELECT EXISTS(SELECT 1 FROM entity WHERE list IN ('contacts', 'organisations') AND deleted = 0) AND NOT "
                                     "EXISTS(SELECT 1 FROM search LIMIT 1)");
    if (!missing)
        return missing.error();
    if (missing->value_or(0) == 0)
        return ok();
    return transact([&]() -> Status {
        for (const QString& list : {organisations, contacts}) {
            const auto ids = rows<QString>(
                "SELECT id FROM entity WHERE list = ?1 AND deleted = 0", [](const db::Statement& row) { return row.text(0); }, list);
            if (!ids)
                return ids.error();
            for (const QString& id : *ids) {
                const auto one = entity(list, id);
                const auto row = rows<qint64>(
                    "SELECT row FROM entity WHERE list = ?1 AND id = ?2", [](const db::Statement& found) { return found.integer(0); }, list, id);
                if (!one || !row)
                    return one ? row.error() : one.error();
                if (auto indexed = index(row->front(), list, **one); !indexed)
                    return indexed;
            }
        }
        return ok();
    });
}

/// Names first, then everything else; each of the two questions stops at @p limit rows, whatever the index holds.
Result<std::vector<SearchHit>> SqlStore::search(const QString& text, int limit)
{
    const QString match = matchOf(text);
    std::vector<SearchHit> hits;
    if (match.isEmpty())
        return hits;
    const int wanted = qBound(1, limit, maxHits);
    QSet<QString> seen;
    for (const QString& question : {QStringLiteral("name : (%1)").arg(match), match}) {
        const auto statement = m_db.kept("SELECT list, id, label, properties, organisation_id FROM (SELECT rowid AS found FROM search WHERE search "
                                         "MATCH ?1 LIMIT ?2) JOIN entity ON row = found WHERE deleted = 0");
        if (!statement)
            return statement.error();
        (*statement)->bind(question, wanted);
        for (;;) {
            const auto row = (*statement)->step();
            if (!row)
                return row.error();
            if (!*row || static_cast<int>(hits.size()) == wanted)
                break;
            Entity found;
            found.properties = propertiesOf((*statement)->blob(3));
            SearchHit hit{(*statement)->text(0), (*statement)->text(1), (*statement)->text(2), {}};
            if (seen.contains(hit.id))
                continue;
            seen.insert(hit.id);
            if (hit.list == contacts) {
                auto firm = labelOf(organisations, (*statement)->text(4));
                if (!firm)
                    return firm.error();
                hit.detail = firm->isEmpty() ? propertyOf(found, "job_title") : *firm;
            } else {
                QStringList parts{propertyOf(found, "city"), propertyOf(found, "customer_number")};
                parts.removeAll(QString());
                hit.detail = parts.join(QStringLiteral(" · "));
            }
            hits.push_back(std::move(hit));
        }
        (*statement)->reset();
        if (static_cast<int>(hits.size()) == wanted)
            break;
    }
    return hits;
}

} // namespace rapport::store
