// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/bench.h"
#include "app/tool/bench/people.h"
#include "sync/store/candidates.h"

#include <algorithm>

namespace rapport::tool
{

namespace
{

constexpr int people = 200'000, drafts = 1'000, pageSize = 1'000, peopleOfFirm = 10, wanted = 5;

/// As in life, some names are had by thousands: every fifth person is called by two out of these.
constexpr const char* commonGiven[] = {"Thomas", "Michael", "Andreas", "Peter", "Stefan", "Anna", "Maria", "Sabine", "Julia", "Claudia"};
constexpr const char* commonFamily[] = {"Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Schulz", "Hoffmann"};

QString firmName(int firm)
{
    return QStringLiteral("%1 Handels GmbH").arg(familyName(1'000'000 + firm));
}

store::Entity firmOf(int firm)
{
    store::Entity entity;
    entity.list = QStringLiteral("organisations");
    entity.id = QStringLiteral("firm-%1").arg(firm);
    entity.label = firmName(firm);
    entity.properties = {{QStringLiteral("city"), givenName(firm % 300)}, {QStringLiteral("customer_number"), QString::number(100'000 + firm)}};
    return entity;
}

store::Entity employee(int number)
{
    store::Entity entity = person(number);
    if (number % 5 == 0) {
        entity.properties[QStringLiteral("given_name")] = QString::fromUtf8(commonGiven[(number / 5) % 10]);
        entity.properties[QStringLiteral("family_name")] = QString::fromUtf8(commonFamily[(number / 50) % 10]);
        entity.label = entity.properties[QStringLiteral("given_name")] + QLatin1Char(' ') + entity.properties[QStringLiteral("family_name")];
    }
    entity.properties[QStringLiteral("organisation_id")] = QStringLiteral("firm-%1").arg(number / peopleOfFirm);
    return entity;
}

Status fill(store::Store& store, const char* list, int count, store::Entity (*made)(int))
{
    for (int from = 0; from < count; from += pageSize) {
        store::EntityPull page{QString::fromLatin1(list), {}, "bench"};
        for (int i = from; i < qMin(from + pageSize, count); ++i)
            page.rows.push_back(made(i));
        if (auto absorbed = store.absorbEntities(page); !absorbed)
            return absorbed;
    }
    return ok();
}

/// What a card says of somebody: another address than the known one; every third the number, every fourth a stranger in a known firm.
contact::Contact draftOf(int draft, const store::Entity& known, int firm)
{
    const auto property = [&](const char* name) { return known.properties.at(QString::fromLatin1(name)); };
    contact::Contact out;
    out.givenName = draft % 4 == 3 ? QStringLiteral("Xaverine") : property("given_name");
    out.familyName = property("family_name");
    out.organisation = firmName(firm);
    out.emails = {QStringLiteral("%1@firm.example").arg(draft)};
    if (draft % 3 == 0)
        out.phones = {{property("phone"), contact::Phone::Kind::Work}};
    return out;
}

} // namespace

Result<std::vector<Figure>> benchDuplicates(const BenchOptions& options)
{
    const int count = options.count > 0 ? options.count : people;
    auto store = store::Store::open(options.folder, store::DataKey(QByteArray(32, 'b')), systemClock());
    if (!store)
        return store.error();
    if (auto filled = fill(**store, "organisations", count / peopleOfFirm, firmOf); !filled)
        return filled.error();
    if (auto filled = fill(**store, "contacts", count, employee); !filled)
        return filled.error();
    std::vector<double> asked, lookedUp;
    int known = 0, found = 0;
    for (int draft = 0; draft < drafts; ++draft) {
        const int number = static_cast<int>((static_cast<qint64>(draft) * 7919) % count);
        const store::Entity somebody = employee(number);
        const contact::Contact who = draftOf(draft, somebody, number / peopleOfFirm);
        Result<std::vector<store::Candidate>> candidates = std::vector<store::Candidate>{};
        asked.push_back(timed([&] { candidates = store::candidates(**store, who, QStringLiteral("DE"), wanted); }));
        if (!candidates)
            return candidates.error();
        lookedUp.push_back(timed([&] {
            (void)(*store)->findEntities(somebody.list, QStringLiteral("email"), somebody.properties.at(QStringLiteral("email"))); // for its time
        }));
        if (draft % 4 == 3)
            continue;
        ++known;
        found += std::any_of(candidates->begin(), candidates->end(), [&](const store::Candidate& one) { return one.who.id == somebody.id; });
    }
    const QString reference = QStringLiteral("look-up by e-mail"), ms = QStringLiteral("ms");
    return std::vector<Figure>{
        {QStringLiteral("p50"), percentile(asked, 50), ms, reference, percentile(lookedUp, 50)},
        {QStringLiteral("p99"), percentile(asked, 99), ms, reference, percentile(lookedUp, 99)},
        {QStringLiteral("slowest"), percentile(asked, 100), ms, reference, percentile(lookedUp, 100)},
        {QStringLiteral("known people found"), 100.0 * found / known, QStringLiteral("%"), {}, {}},
    };
}

} // namespace rapport::tool
