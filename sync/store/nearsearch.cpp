// SPDX-License-Identifier: Apache-2.0
// Words that are nearly in the index of the search. Most errors are behind the first letters: the terms that begin alike are looked through
// (fts5vocab), never all of them. An error in the first letters is looked for by mending it in every way: some 200 questions whether a term begins
// like that.
#include "sync/store/nearsearch.h"

#include "sync/contact/names.h"
#include "sync/contact/phone.h"
#include "sync/store/store_private.h"

#include <QDeadlineTimer>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace rapport::store
{

namespace
{

constexpr int maxHits = 200, mostTerms = 20'000, termsOfWord = 12;
constexpr std::chrono::milliseconds termsWithin{60}; ///< the index counts the rows of each term that it names: frequent ones take long
constexpr qsizetype maxWords = 8, maxWord = 64, shortest = 4, longestOfOne = 5;
constexpr qsizetype longestBeginning = 5; ///< of those that the index keeps (`prefix` in schema.cpp)

int errorsOf(qsizetype letters)
{
    return letters < shortest ? 0 : letters <= longestOfOne ? 1 : 2;
}

/// How many typing errors lie between @p typed and the beginning of @p term that is nearest; counted up to @p most, then most + 1.
int errorsOfPrefix(const QString& typed, const QString& term, int most)
{
    const auto width = static_cast<std::size_t>(qMin(term.size(), typed.size() + most)) + 1;
    std::vector<int> before(width), last(width), row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= typed.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (typed[i - 1] == term[at - 1] ? 0 : 1)});
            if (i > 1 && at > 1 && typed[i - 1] == term[at - 2] && typed[i - 2] == term[at - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most)
            return most + 1;
        before.swap(last);
        last.swap(row);
    }
    return std::min(*std::min_element(last.begin(), last.end()), most + 1);
}

bool isNumber(const QString& text)
{
    bool digits = false;
    for (const QChar c : text) {
        if (!c.isDigit() && !QStringLiteral("+-/(). ").contains(c))
            return false;
        digits = digits || c.isDigit();
    }
    return digits;
}

QStringList wordsPlainly(const QString& text)
{
    QStringList words;
    for (const QString& typed : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        QString word = contact::plainLetters(typed.left(maxWord));
        word.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
        if (!word.isEmpty() && words.size() < maxWords)
            words.append(word);
    }
    return words;
}

QString phrase(const QString& term)
{
    return QLatin1Char('"') + QString(term).remove(QLatin1Char('"')) + QLatin1Char('"');
}

/// @p word with one error mended that lies in its first @p head letters.
QStringList mendedIn(const QString& word, qsizetype head)
{
    QSet<QString> all;
    for (qsizetype at = 0; at < head; ++at) {
        all.insert(QString(word).remove(at, 1));
        if (at + 1 < word.size()) {
            QString swapped = word;
            std::swap(swapped[at], swapped[at + 1]);
            all.insert(swapped);
        }
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            all.insert(QString(word).replace(at, 1, QLatin1Char(letter)));
            all.insert(QString(word).insert(at, QLatin1Char(letter)));
        }
    }
    all.remove(word);
    return {all.begin(), all.end()};
}

/// Each of @p words against the nearest word of a hit; what is not there costs most.
int distance(const SearchHit& hit, const QStringList& words)
{
    const QString text = contact::plainLetters(hit.label + QLatin1Char(' ') + hit.detail);
    QStringList theirs;
    QString word;
    for (const QChar c : text + QLatin1Char(' ')) {
        if (c.isLetterOrNumber())
            word += c;
        else if (!word.isEmpty())
            theirs.append(std::exchange(word, QString()));
    }
    int sum = 0;
    for (const QString& mine : words) {
        const int most = qMax(1, errorsOf(mine.size()));
        int nearest = most + 1;
        for (const QString& other : theirs)
            nearest = std::min(nearest, errorsOfPrefix(mine, other, most));
        sum += nearest;
    }
    return sum;
}

} // namespace

/// The terms of the index that begin with @p head.
Result<QStringList> SqlStore::termsFrom(const QString& head)
{
    // The view of the index is of this connection only: nothing is stored.
    if (auto there = m_db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab(main, search, row)"); !there)
        return there.error();
    const auto statement = m_db.kept("SELECT term FROM temp.search_term WHERE term >= ?1 AND term < ?2 LIMIT ?3");
    if (!statement)
        return statement.error();
    (*statement)->bind(head, head + QChar(0xffff), mostTerms);
    QStringList terms;
    for (const QDeadlineTimer deadline(termsWithin); !deadline.hasExpired();) {
        const auto row = (*statement)->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        terms.append((*statement)->text(0));
    }
    (*statement)->reset(); // else its snapshot would stay open
    return terms;
}

/// Whether a term of the index may begin like @p word: asked of the list of beginnings, which answers at once. Looking for a longer one among the
/// terms walks through all the rows of the term before it.
Result<bool> SqlStore::beginsATerm(const QString& word)
{
    const auto statement = m_db.kept("SELECT 1 FROM search WHERE search MATCH ?1 LIMIT 1");
    if (!statement)
        return statement.error();
    const auto found = (*statement)->bind(phrase(word.left(longestBeginning)) + QLatin1Char('*')).step();
    (*statement)->reset();
    return found;
}

/// A question for the index that takes @p word with its typing errors.
Result<QString> SqlStore::nearly(const QString& word)
{
    const int errors = errorsOf(word.size());
    QStringList asked{phrase(word) + QLatin1Char('*')};
    if (errors == 0 || std::any_of(word.begin(), word.end(), [](QChar c) { return !c.isLetter(); }))
        return asked.front();
    const qsizetype head = errors == 1 ? 2 : 3;
    const auto any = beginsATerm(word.left(head));
    const auto terms = any && *any ? termsFrom(word.left(head)) : Result<QStringList>(QStringList{});
    if (!any || !terms)
        return any ? terms.error() : any.error();
    std::vector<std::pair<int, QString>> near;
    for (const QString& term : *terms) {
        if (const int wrong = errorsOfPrefix(word, term, errors); wrong <= errors)
            near.emplace_back(wrong, term);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [wrong, term] : near) {
        if (asked.size() <= termsOfWord)
            asked.append(phrase(term));
    }
    for (const QString& mended : mendedIn(word, head)) {
        const auto there = beginsATerm(mended);
        if (!there)
            return there.error();
        if (*there)
            asked.append(phrase(mended) + QLatin1Char('*'));
    }
    return QLatin1Char('(') + asked.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

Result<std::vector<SearchHit>> SqlStore::searchNearly(const QString& text, const QString& country, int limit)
{
    const int wanted = qBound(1, limit, maxHits);
    if (isNumber(text)) {
        QStringList asked;
        for (const QString& beginning : contact::dialledForms(text, country))
            asked.append(phrase(beginning) + QLatin1Char('*'));
        return asked.isEmpty() ? std::vector<SearchHit>{} : matching(asked.join(QStringLiteral(" OR ")), wanted);
    }
    const QStringList words = wordsPlainly(text);
    QStringList questions;
    for (const QString& word : words) {
        if (word.size() < shortest && words.size() > 1)
            continue; // its list is as long as the table; it only says which hit is nearest
        const auto question = nearly(word);
        if (!question)
            return question.error();
        questions.append(*question);
    }
    if (questions.isEmpty())
        return std::vector<SearchHit>{};
    auto hits = matching(questions.join(QStringLiteral(" AND ")), maxHits);
    if (!hits)
        return hits.error();
    std::vector<std::pair<int, SearchHit>> ranked;
    for (SearchHit& hit : *hits)
        ranked.emplace_back(distance(hit, words), std::move(hit));
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<SearchHit> out;
    for (auto& [wrong, hit] : ranked) {
        if (static_cast<int>(out.size()) < wanted)
            out.push_back(std::move(hit));
    }
    return out;
}

Result<Found> find(Store& store, const QString& text, int limit)
{
    auto exactly = store.search(text, limit);
    if (!exactly)
        return exactly.error();
    if (!exactly->empty())
        return Found{std::move(*exactly)};
    const auto occasion = store.occasion();
    const QString country = occasion && *occasion ? (**occasion)[QLatin1String("country")].toString() : QString();
    auto nearly = static_cast<SqlStore&>(store).searchNearly(text, country, limit); // there is no other store
    if (!nearly)
        return nearly.error();
    const bool any = !nearly->empty();
    return Found{std::move(*nearly), any};
}

} // namespace rapport::store
