// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) where it keeps hand-overs, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <QCryptographicHash>

#include <catch2/catch.hpp>

#include <functional>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::TwoProcesses;

namespace
{

using State = wire::HandOver::State;

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);
const QByteArray answers("<data>\0\xff</data>", 15);

const QString uuid = u"d0000000-0000-4000-8000-000000000001"_s;

/// Of the tablet "adi", from the person of that name to Sari.
wire::HandOver handOver(const QString& id, const QString& instanceId = u"uuid:1"_s)
{
    wire::HandOver one;
    one.id = id;
    one.from = u"a.putra"_s;
    one.to = u"s.wirawan"_s;
    one.givenAt = one.startedAt = nine;
    one.conversationId = u"b0000000-0000-4000-8000-000000000001"_s;
    one.instanceId = instanceId;
    one.formId = u"visit"_s;
    one.formVersion = u"1"_s;
    one.title = u"Chest freezer, “Süd”"_s;
    one.jobId = u"j1"_s;
    one.questions = 12;
    one.answered = 5;
    one.files = {{u"gasket.jpg"_s, u"image/jpeg"_s, QString(64, u'a'), 4}};
    return one;
}

struct Desk : TwoProcesses {
    explicit Desk(const DatabaseKind& kind) : TwoProcesses(kind), known(reading->drafts()) {}
    Status write(const std::function<Status(Drafts&)>& work) const
    {
        return database->write([&](Repositories& writing) { return work(writing.drafts()); });
    }
    void offer(const QString& id, const QString& instanceId = u"uuid:1"_s, const QDateTime& at = nine) const
    {
        REQUIRE(write([&](Drafts& drafts) { return drafts.offer(handOver(id, instanceId), u"adi"_s, answers, at); }));
    }
    void take(const QString& id, const QString& device = u"sari"_s) const
    {
        REQUIRE(write([&](Drafts& drafts) { return drafts.take(id, device, nine); }));
    }
    void end(const QString& id, State state) const
    {
        REQUIRE(write([&](Drafts& drafts) { return drafts.end(id, state, nine); }));
    }
    QStringList concerning(const QString& device, const QString& user) const
    {
        const auto all = known.concerning(device, user);
        REQUIRE(all);
        QStringList ids;
        for (const wire::HandOver& one : *all)
            ids.append(one.id + u' ' + wire::word(one.state) + (one.mine ? u" mine"_s : QString()));
        return ids;
    }

    const Drafts& known;
};

} // namespace

TEST_CASE("A hand-over is offered, taken and kept, and then nothing of it is left", "[hub][repository][drafts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    CHECK_FALSE(*desk.known.find(uuid));
    desk.offer(uuid);
    DraftRecord expected{uuid,         State::Offered, u"adi"_s,
                         u"a.putra"_s, u"s.wirawan"_s, {},
                         u"uuid:1"_s,  u"j1"_s,        QCryptographicHash::hash(answers, QCryptographicHash::Sha256)};
    CHECK(**desk.known.find(uuid) == expected);
    const auto offered = desk.known.concerning(u"sari"_s, u"s.wirawan"_s);
    REQUIRE((offered && offered->size() == 1));
    CHECK(offered->front() == handOver(uuid));
    CHECK_FALSE(*desk.known.record(uuid, u"sari"_s)); // nobody has taken it
    CHECK(*desk.known.isUnderWay(u"uuid:1"_s));

    desk.take(uuid);
    expected.state = State::Taken;
    expected.takenBy = u"sari"_s;
    CHECK(**desk.known.find(uuid) == expected);
    CHECK(**desk.known.record(uuid, u"sari"_s) == answers);
    CHECK_FALSE(*desk.known.record(uuid, u"adi"_s));
    CHECK(*desk.known.isUnderWay(u"uuid:1"_s));
    CHECK(*desk.known.takenOf(u"uuid:1"_s) == std::vector{uuid});

    desk.end(uuid, State::Kept);
    expected.state = State::Kept;
    expected.jobId.clear();
    CHECK(**desk.known.find(uuid) == expected);
    CHECK_FALSE(*desk.known.record(uuid, u"sari"_s));
    CHECK_FALSE(*desk.known.isUnderWay(u"uuid:1"_s));
    CHECK(desk.known.takenOf(u"uuid:1"_s)->empty());
    const auto over = desk.known.concerning(u"adi"_s, u"a.putra"_s);
    REQUIRE((over && over->size() == 1));
    CHECK(over->front().title.isEmpty());
    CHECK(over->front().files.empty());
    CHECK(over->front().from == u"a.putra"_s);
    CHECK(over->front().givenAt == nine);
}

TEST_CASE("A hand-over's id is known once, also where it was withdrawn before it came", "[hub][repository][drafts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    desk.offer(u"d1"_s);
    REQUIRE(desk.write([](Drafts& drafts) { return drafts.withdrawUnseen(u"d2"_s, u"adi"_s, nine); }));
    const auto unseen = *desk.known.find(u"d2"_s);
    REQUIRE(unseen);
    CHECK(*unseen == DraftRecord{u"d2"_s, State::Withdrawn, u"adi"_s, {}, {}, {}, {}, {}, {}});
    CHECK(desk.concerning(u"adi"_s, u"a.putra"_s) == QStringList{u"d1 offered mine"_s}); // there is nothing to tell of it

    const auto id = GENERATE(u"d1"_s, u"d2"_s);
    const auto again = GENERATE(values<Status (*)(Drafts&, const QString&)>({
        [](Drafts& drafts, const QString& same) { return drafts.offer(handOver(same, u"uuid:2"_s), u"budi"_s, "<other/>", nine); },
        [](Drafts& drafts, const QString& same) { return drafts.withdrawUnseen(same, u"budi"_s, nine); },
    }));
    const Status refused = desk.write([&](Drafts& drafts) { return again(drafts, id); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Conflict);
    CHECK((*desk.known.find(id))->fromDevice == u"adi"_s);
    CHECK_FALSE(*desk.known.isUnderWay(u"uuid:2"_s));
}

TEST_CASE("Hand-overs are told to who gave them, who may take them and who has", "[hub][repository][drafts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    desk.offer(u"offered"_s, u"uuid:1"_s, nine);
    desk.offer(u"taken"_s, u"uuid:2"_s, nine.addSecs(60));
    desk.take(u"taken"_s);
    desk.offer(u"kept"_s, u"uuid:3"_s, nine.addSecs(120));
    desk.take(u"kept"_s);
    desk.end(u"kept"_s, State::Kept);
    desk.offer(u"withdrawn"_s, u"uuid:4"_s, nine.addSecs(120));
    desk.end(u"withdrawn"_s, State::Withdrawn);

    struct Row {
        const char* note;
        QString device, user;
        QStringList expected;
    };
    const auto row = GENERATE(values<Row>({
        {"who gave them: the newest first, those of one moment by id",
         u"adi"_s,
         u"a.putra"_s,
         {u"kept kept mine"_s, u"withdrawn withdrawn mine"_s, u"taken taken mine"_s, u"offered offered mine"_s}},
        {"whoever works with that tablet now",
         u"adi"_s,
         {},
         {u"kept kept mine"_s, u"withdrawn withdrawn mine"_s, u"taken taken mine"_s, u"offered offered mine"_s}},
        {"who took one, and may take another", u"sari"_s, u"s.wirawan"_s, {u"taken taken"_s, u"offered offered"_s}},
        {"her other tablet", u"sari too"_s, u"s.wirawan"_s, {u"offered offered"_s}},
        {"somebody else", u"budi"_s, u"b.santoso"_s, {}},
        {"nobody", u"unassigned"_s, {}, {}},
    }));
    INFO(row.note);
    CHECK(desk.concerning(row.device, row.user) == row.expected);
}

TEST_CASE("A thousand hand-overs are told at once, the newest", "[hub][repository][drafts]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const Desk desk(kind);
    REQUIRE(desk.write([](Drafts& drafts) -> Status {
        for (int i = 0; i < 1001; ++i) {
            if (auto offered = drafts.offer(handOver(u"d%1"_s.arg(i)), u"adi"_s, {}, nine.addSecs(i)); !offered)
                return offered;
        }
        return ok();
    }));
    const auto all = desk.known.concerning(u"adi"_s, {});
    REQUIRE(all);
    CHECK(all->size() == 1000);
    CHECK(all->front().id == u"d1000"_s);
    CHECK(all->back().id == u"d1"_s);
}
