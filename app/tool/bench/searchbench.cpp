// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/bench.h"
#include "app/tool/bench/people.h"
#include "sync/db/database.h"
#include "sync/store/nearsearch.h"

#include <unistd.h>

#include <algorithm>

namespace rapport::tool
{

namespace
{

constexpr int people = 1'000'000, queries = 1'000, mistypedQueries = 200, pageSize = 1'000, wanted = 50;

Status fill(store::Store& store, int count)
{
    for (int from = 0; from < count; from += pageSize) {
        store::EntityPull page{QStringLiteral("contacts"), {}, "bench"};
        for (int i = from; i < qMin(from + pageSize, count); ++i)
            page.rows.push_back(person(i));
        if (auto absorbed = store.absorbEntities(page); !absorbed)
            return absorbed;
    }
    return ok();
}

/// Each query as it grows under the fingers: "we", "web" … "weber jo".
QStringList typed(int query, int count)
{
    const int who = static_cast<int>((static_cast<qint64>(query) * 7919) % count);
    const QString whole = familyName(who) + QLatin1Char(' ') + givenName(who).left(3);
    QStringList prefixes;
    for (qsizetype length = 2; length <= whole.size(); ++length) {
        if (!whole[length - 1].isSpace())
            prefixes.append(whole.left(length));
    }
    return prefixes;
}

/// A family name with one letter wrong, at another place each time: dropped, doubled, in its neighbour's place, or another one.
QString mistyped(int query, const QString& name)
{
    QString wrong = name;
    const qsizetype at = query / 4 % (name.size() - 1);
    switch (query % 4) {
    case 0:
        return wrong.remove(at, 1);
    case 1:
        return wrong.insert(at, wrong[at]);
    case 2:
        std::swap(wrong[at], wrong[at + 1]);
        return wrong;
    default:
        return wrong.replace(at, 1, QLatin1Char('q'));
    }
}

struct Nearly {
    std::vector<double> ms;
    int found = 0;
};

/// What somebody waits for where nothing begins like that: both questions.
Result<Nearly> searchMistyped(store::Store& store, int count)
{
    Nearly out;
    for (int query = 0; query < mistypedQueries; ++query) {
        const int who = static_cast<int>((static_cast<qint64>(query) * 7919) % count);
        const QString family = familyName(who), text = mistyped(query, family);
        Result<store::Found> found = store::Found{};
        const double ms = timed([&] { found = store::find(store, text, wanted); });
        if (!found)
            return found.error();
        if (!found->hits.empty() && !found->nearly)
            continue; // the error is a name of somebody else
        out.ms.push_back(ms);
        out.found += std::any_of(found->hits.begin(), found->hits.end(), [&](const store::SearchHit& hit) { return hit.label.contains(family); });
    }
    return out;
}

} // namespace

Result<std::vector<Figure>> benchSearch(const BenchOptions& options)
{
    const int count = options.count > 0 ? options.count : people;
    const store::DataKey key(QByteArray(32, 'b'));
    auto store = store::Store::open(options.folder, key, systemClock());
    if (!store)
        return store.error();
    Status filled = ok();
    const double filling = timed([&] { filled = fill(**store, count); });
    if (!filled)
        return filled.error();

    db::Database::Options encrypted;
    encrypted.key = key.databaseKey();
    auto raw = db::Database::open(options.folder + QStringLiteral("/rapport.db"), encrypted);
    if (!raw)
        return raw.error();
    auto bare = raw->prepare("SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2");
    if (!bare)
        return bare.error();
    std::vector<double> ours, theirs;
    for (int query = 0; query < queries; ++query) {
        for (const QString& text : typed(query, count)) {
            Result<std::vector<store::SearchHit>> hits = std::vector<store::SearchHit>{};
            ours.push_back(timed([&] { hits = (*store)->search(text, wanted); }));
            if (!hits || hits->empty())
                return Error{Error::Kind::Internal, QStringLiteral("a person who is there was not found")};
            QStringList words;
            for (const QString& word : text.split(QLatin1Char(' ')))
                words.append(QLatin1Char('"') + word + QStringLiteral("\"*"));
            theirs.push_back(timed([&] {
                bare->bind(words.join(QLatin1Char(' ')), wanted);
                while (bare->step().value_or(false)) {
                }
            }));
        }
    }
    const auto nearly = searchMistyped(**store, count);
    if (!nearly)
        return nearly.error();
    return std::vector<Figure>{
        {QStringLiteral("p50"), percentile(ours, 50), QStringLiteral("ms"), QStringLiteral("bare FTS5"), percentile(theirs, 50)},
        {QStringLiteral("p99"), percentile(ours, 99), QStringLiteral("ms"), QStringLiteral("bare FTS5"), percentile(theirs, 99)},
        {QStringLiteral("questions"), static_cast<double>(ours.size()), {}, {}, {}},
        {QStringLiteral("mistyped p50"), percentile(nearly->ms, 50), QStringLiteral("ms"), {}, {}},
        {QStringLiteral("mistyped p99"), percentile(nearly->ms, 99), QStringLiteral("ms"), {}, {}},
        {QStringLiteral("mistyped names found"),
         nearly->ms.empty() ? 0 : 100.0 * nearly->found / static_cast<double>(nearly->ms.size()),
         QStringLiteral("%"),
         {},
         {}},
        {QStringLiteral("rows in"), count * 1000.0 / filling, QStringLiteral("1/s"), {}, {}},
        {QStringLiteral("memory"), residentMb(getpid()), QStringLiteral("MB"), {}, {}},
    };
}

} // namespace rapport::tool
