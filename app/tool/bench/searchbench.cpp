// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/bench.h"
#include "app/tool/bench/people.h"
#include "sync/db/database.h"

#include <unistd.h>

namespace rapport::tool
{

namespace
{

constexpr int people = 1'000'000, queries = 1'000, pageSize = 1'000, wanted = 50;

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
    return std::vector<Figure>{
        {QStringLiteral("p50"), percentile(ours, 50), QStringLiteral("ms"), QStringLiteral("bare FTS5"), percentile(theirs, 50)},
        {QStringLiteral("p99"), percentile(ours, 99), QStringLiteral("ms"), QStringLiteral("bare FTS5"), percentile(theirs, 99)},
        {QStringLiteral("questions"), static_cast<double>(ours.size()), {}, {}, {}},
        {QStringLiteral("rows in"), count * 1000.0 / filling, QStringLiteral("1/s"), {}, {}},
        {QStringLiteral("memory"), residentMb(getpid()), QStringLiteral("MB"), {}, {}},
    };
}

} // namespace rapport::tool
