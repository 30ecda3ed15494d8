// SPDX-License-Identifier: Apache-2.0
// The search over people and firms. Columns of `search`: name (label, given and family name), firm (a person's organisation), more (job, e-mail,
// telephone digits, website, city, badge, customer number). It is a contentless FTS5 table, so that nothing stands twice. Letters that the tokenizer
// does not take apart also stand in the plain form: "Łukaszewska" is found by "lukas", "Weiß" by "weiss".
#include "sync/store/searchtext.h"
#include "sync/store/store_private.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::store
{

namespace
{

const QString contacts = QStringLiteral("contacts"), organisations = QStringLiteral("organisations");
constexpr int maxHits = 200, maxWords = 8;
constexpr int maxCandidates = 150; ///< 10 µs each: a page to be decrypted
constexpr qsizetype maxWord = 64, briefWord = 2;

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
        for (qsizetype i = 0; i < number.size(); ++i) {
            if (number[i].isDigit())
                text += number[i];
            else if (number[i] == QLatin1Char('+') && i > 0) // the next of a set
                text += QLatin1Char(' ');
        }
        text += QLatin1Char(' ');
    }
    return text.trimmed();
}

bool isSearched(const QString& list)
{
    return list == contacts || list == organisations;
}

/// As the index folds: lower case, without accents.
QString folded(const QString& text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c.toLower();
    }
    return plain;
}

/// Whether each of @p prefixes (folded) begins a word of @p text.
bool beginsWordsOf(const QString& text, const QStringList& prefixes)
{
    const QString plain = QLatin1Char(' ') + folded(text);
    return std::all_of(prefixes.begin(), prefixes.end(), [&](const QString& prefix) {
        for (qsizetype at = plain.indexOf(prefix); at >= 0; at = plain.indexOf(prefix, at + 1)) {
            if (at > 0 && !plain[at - 1].isLetterOrNumber())
                return true;
        }
        return false;
    });
}

} // namespace

/// The words of @p text that hold such letters, written plainly.
QString plainWords(const QString& text)
{
    const auto special = [](QChar c) { return c > QChar(0x7f) && c.decomposition().isEmpty() && c.isLetter(); };
    QString words;
    if (std::none_of(text.begin(), text.end(), special))
        return words;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (std::any_of(word.begin(), word.end(), special))
            words += QLatin1Char(' ') + contact::plainLetters(word);
    }
    return words;
}

/// The words of what was typed; at most 8, of 64 letters each. What holds no letter or digit is no word.
QStringList wordsOf(const QString& text)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    QStringList words;
    for (const QString& word : text.split(blanks, Qt::SkipEmptyParts)) {
        if (std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); }) && words.size() < maxWords)
            words.append(word.left(maxWord));
    }
    return words;
}

/// Each word as a prefix: "\"web\"* \"fri\"*"; quotes inside cannot end the string.
QString matchOf(const QStringList& words)
{
    QStringList quoted;
    for (const QString& word : words)
        quoted.append(QLatin1Char('"') + QString(word).replace(QLatin1Char('"'), QLatin1Char(' ')) + QStringLiteral("\"*"));
    return quoted.join(QLatin1Char(' '));
}

SearchText searchText(const Entity& entity, const QString& firm)
{
    const QString name = entity.label + QLatin1Char(' ') + joined(entity, {"given_name", "family_name", "legal_name"});
    const QString more = joined(entity, {"job_title", "email", "other_emails", "website", "city", "badge_id", "customer_number"}) + QLatin1Char(' ') +
                         digitsOf(entity, {"phone", "mobile", "other_phones"});
    return {name + plainWords(name), firm + plainWords(firm), more + plainWords(more)};
}

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
    if (list == wire::assetList)
        return indexAsset(row, entity);
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
    const SearchText text = searchText(entity, firm);
    auto written = runKept("INSERT OR REPLACE INTO search(rowid, name, firm, more) VALUES(?1,?2,?3,?4)", row, text.name, text.firm, text.more);
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

Result<std::vector<SearchHit>> SqlStore::matching(const QString& match, int limit)
{
    const auto statement = m_db.kept(
        "SELECT e.list, e.id, e.label, ifnull(o.label, ''), CASE WHEN o.label IS NOT NULL THEN '' WHEN e.list = 'contacts' THEN "
        "ifnull(json_extract(e.properties, '$.job_title'), '') ELSE trim(ifnull(json_extract(e.properties, '$.city'), '') || ' · ' || "
        "ifnull(json_extract(e.properties, '$.customer_number'), ''), ' ·') END FROM (SELECT rowid AS found FROM search WHERE search MATCH ?1 LIMIT "
        "?2) "
        "JOIN entity e ON e.row = found LEFT JOIN entity o ON e.list = 'contacts' AND e.organisation_id <> '' AND o.list = 'organisations' AND "
        "o.id = e.organisation_id AND o.deleted = 0 WHERE e.deleted = 0");
    if (!statement)
        return statement.error();
    (*statement)->bind(match, limit);
    std::vector<SearchHit> hits;
    for (;;) {
        const auto row = (*statement)->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const QString firm = (*statement)->text(3);
        hits.push_back({(*statement)->text(0), (*statement)->text(1), (*statement)->text(2), firm.isEmpty() ? (*statement)->text(4) : firm});
    }
    (*statement)->reset();
    const auto offered = offer();
    if (!offered)
        return offered.error();
    std::erase_if(hits, [&](const SearchHit& hit) { return offered->hides(hit.list, &wire::Occasion::lists); });
    return hits;
}

/// The names that fit come before what else fits; where they are enough, nothing else is asked.
Result<std::vector<SearchHit>> SqlStore::namesFirst(const QString& match, int wanted)
{
    auto hits = matching(QStringLiteral("name : (%1)").arg(match), wanted);
    if (!hits || static_cast<int>(hits->size()) >= wanted)
        return hits;
    const std::size_t names = hits->size();
    auto all = matching(match, wanted);
    if (!all)
        return all.error();
    for (SearchHit& hit : *all) {
        const auto end = hits->begin() + static_cast<std::ptrdiff_t>(names);
        if (static_cast<int>(hits->size()) < wanted && std::find(hits->begin(), end, hit) == end)
            hits->push_back(std::move(hit));
    }
    return hits;
}

/// The list of a prefix of one or two letters is as long as the table, so beside a longer word it is looked for among the hits of that one; only
/// where none of many fits is the index asked for both.
Result<std::vector<SearchHit>> SqlStore::search(const QString& text, int limit)
{
    const int wanted = qBound(1, limit, maxHits);
    QStringList words = wordsOf(text), brief;
    if (words.isEmpty())
        return std::vector<SearchHit>{};
    const QString whole = matchOf(words);
    if (std::any_of(words.begin(), words.end(), [](const QString& word) { return word.size() > briefWord; })) {
        for (const QString& word : words) {
            if (word.size() <= briefWord)
                brief.append(folded(word));
        }
        words.removeIf([](const QString& word) { return word.size() <= briefWord; });
    }
    if (brief.isEmpty() && words.size() == 1)
        return namesFirst(whole, wanted);
    // Several words have few hits, which are told apart here: asking twice would be twice the time.
    auto hits = matching(matchOf(words), maxCandidates);
    if (!hits)
        return hits.error();
    const bool cut = static_cast<int>(hits->size()) >= maxCandidates;
    std::erase_if(*hits, [&](const SearchHit& hit) { return !beginsWordsOf(hit.label + QLatin1Char(' ') + hit.detail, brief); });
    if (cut && brief.isEmpty())
        return namesFirst(whole, wanted);
    if (hits->empty() && cut)
        return matching(whole, wanted);
    QStringList prefixes = brief;
    for (const QString& word : words)
        prefixes.append(folded(word));
    std::stable_partition(hits->begin(), hits->end(), [&](const SearchHit& hit) { return beginsWordsOf(hit.label, prefixes); });
    if (static_cast<int>(hits->size()) > wanted)
        hits->resize(static_cast<std::size_t>(wanted));
    return hits;
}

} // namespace rapport::store
