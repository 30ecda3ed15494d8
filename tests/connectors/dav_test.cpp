// SPDX-License-Identifier: Apache-2.0
// What CardDAV and CalDAV do beyond the contract: lost answers, others who write, what is deleted there. A real Radicale behind the fault proxy.
#include "connectors/davworld.h"
#include "sync/connectors/dav/pullcursor.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::test;

TEST_CASE("An answer that is lost after the server did the work leaves one object", "[dav]")
{
    if (radicaleIsMissing())
        return;
    struct Row {
        const char* note;
        Fault fault;
        bool done;
    };
    const auto row = GENERATE(values<Row>({
        {"dropped", Fault::commitThenDrop(), true},
        {"a length that is not true", Fault::wrongLength(), true},
        {"a gateway's 502", Fault::answerWith(502), false},
    }));
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    INFO(target.type.toStdString() << ", " << row.note);
    const auto connector = target.connect();
    KnownWorld world;
    const QString id = add(world, target), list = target.mainList();
    target.proxy->set(row.fault, 1, "PUT ");

    Job job = world.job(list, id);
    const PushError lost = refused(connector->push(job, world));
    CHECK(lost.kind == Error::Kind::Offline);
    CHECK(lost.outcomeUnknown);
    CHECK(target.proxy->seen("PUT ") == 1); // nobody below us sent it again
    CHECK(target.count(list, id) == (row.done ? 1 : 0));

    job.outcomeUnknown = true;
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(target.count(list, id) == 1);
    CHECK(target.proxy->seen("PUT ") == (row.done ? 1 : 2));
}

TEST_CASE("An answer that comes too late is an unknown outcome, and a torn look-up is none", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    const auto connector = target.connect({{u"request_seconds"_s, 3}});
    CHECK(connector->capabilities().maximumRequestTime == std::chrono::seconds(3));
    CHECK(connector->check());
    KnownWorld world;
    const QString id = add(world, target), list = target.mainList();
    target.proxy->set(Fault::slow(std::chrono::milliseconds(4000)), 1, "PUT ");
    Job job = world.job(list, id);
    CHECK(refused(connector->push(job, world)).outcomeUnknown);
    for (int i = 0; i < 400 && target.count(list, id) == 0; ++i) // it is carried out in the end; a hub waits maximumRequestTime
        std::this_thread::sleep_for(std::chrono::milliseconds(50));

    job.outcomeUnknown = true;
    target.proxy->set(Fault::truncate(), 1, "GET ");
    const PushError torn = refused(connector->push(job, world));
    CHECK(torn.kind == Error::Kind::Offline);
    CHECK(!torn.outcomeUnknown); // nothing was written
    CHECK(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(target.count(list, id) == 1);
}

TEST_CASE("A server that fails again and again is looked up each time, and then somebody is asked", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    const auto connector = target.connect();
    KnownWorld world;
    const QString id = add(world, target), list = target.mainList();
    target.proxy->set(Fault::answerWith(500), -1, "PUT ");
    Job job = world.job(list, id);
    for (job.attempts = 0; job.attempts < 12; ++job.attempts) {
        CHECK(refused(connector->push(job, world)).kind == Error::Kind::Offline);
        job.outcomeUnknown = true;
    }
    CHECK(target.proxy->seen("GET ") >= 12);
    const PushError parked = refused(connector->push(job, world));
    CHECK(parked.kind == Error::Kind::Invalid);
    CHECK(!parked.outcomeUnknown);
    CHECK(target.count(list, id) == 0);

    target.behave(); // "Try again"
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(target.count(list, id) == 1);
}

TEST_CASE("A wrong password is tried once and said once; what is no collection of the kind is found by the check", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    KnownWorld world;
    const QString id = add(world, target);
    SECTION("wrong password")
    {
        const auto connector = target.connect({{u"password"_s, u"not-this-one"_s}});
        for (int i = 0; i < 3; ++i) {
            const PushError error = refused(connector->push(world.job(target.mainList(), id), world));
            CHECK(error.kind == Error::Kind::Denied);
            CHECK(!error.outcomeUnknown);
        }
        CHECK(target.proxy->seen() == 1);
        CHECK(connector->check().error().kind == Error::Kind::Denied); // somebody asks: it is tried again
        CHECK(target.proxy->seen() == 2);
    }
    SECTION("of the other kind, or none")
    {
        const QString other = target.type == u"carddav"_s ? u"calendar"_s : u"contacts"_s;
        const QString server = u"http://127.0.0.1:%1/rapport/"_s.arg(target.proxy->port());
        CHECK(target.connect({{u"url"_s, server + other}})->check().error().kind == Error::Kind::Invalid);
        const auto nowhere = target.connect({{u"url"_s, server + u"nowhere/"_s}});
        CHECK(nowhere->check().error().kind == Error::Kind::NotFound);
        CHECK(refused(nowhere->push(world.job(target.mainList(), id), world)).kind == Error::Kind::NotFound);
    }
}

TEST_CASE("Two who write the same object at the same time both find what they wrote", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    const bool card = target.type == u"carddav"_s;
    const auto connector = target.connect();
    KnownWorld world;
    const QString id = add(world, target), list = target.mainList();
    pushed(*connector, world, list, id);

    world.entities[{list, id}].properties[u"remark"_s] = u"Ours"_s;
    target.behave();
    target.proxy->set(Fault::slow(std::chrono::milliseconds(3000)), 1, "PUT ");
    PushResult result;
    std::thread ours([&] { result = connector->push(world.job(list, id), world); });
    while (target.proxy->seen("PUT ") == 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const QByteArray end = card ? "END:VCARD" : "END:VEVENT";
    rewrite(target, id, end, "X-THEIRS;X-BY=them:Theirs\r\n" + end);
    ours.join();

    CHECK(std::holds_alternative<RemoteRef>(result));
    CHECK(target.proxy->seen("PUT ") == 2); // the first was refused with 412
    const QByteArray object = target.object(id);
    CHECK(object.contains("X-THEIRS;X-BY=them:Theirs"));
    CHECK(object.contains("Remark: Ours"));
}

TEST_CASE("What is deleted there is told, and made again by a later conversation", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    const auto connector = target.connect();
    KnownWorld world;
    const QString id = add(world, target), list = target.mainList();
    const QString name = pushed(*connector, world, list, id).id;
    const Pulled first = pullAll(*connector, list);
    REQUIRE(first.of(name));
    CHECK(!first.of(name)->deleted);

    REQUIRE(target.radicale.ask("DELETE", target.path(name)).status == 200);
    const Pulled second = pullAll(*connector, list, first.cursor);
    REQUIRE(second.of(name));
    CHECK(second.of(name)->deleted);
    CHECK(second.changes.size() == 1);
    CHECK(pullAll(*connector, list, second.cursor).changes.empty());

    pushed(*connector, world, list, id);
    CHECK(target.count(list, id) == 1);
}

TEST_CASE("A token that the server does not take any more leads to a listing, which finds what has changed and what is gone", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    const auto connector = target.connect();
    KnownWorld world;
    const QString list = target.mainList(), kept = add(world, target), gone = add(world, target), changed = add(world, target);
    for (const QString& id : {kept, gone, changed})
        pushed(*connector, world, list, id);
    const Pulled first = pullAll(*connector, list);

    REQUIRE(target.radicale.ask("DELETE", target.path(target.nameOf(gone))).status == 200);
    world.entities[{list, changed}].properties[u"remark"_s] = u"Later"_s;
    pushed(*connector, world, list, changed);
    auto cursor = dav::PullCursor::parse(first.cursor);
    REQUIRE(cursor);
    cursor->token = u"http://radicale.org/ns/sync/"_s + QString(64, u'0');
    const Pulled second = pullAll(*connector, list, cursor->bytes());
    CHECK(second.changes.size() == 2);
    REQUIRE(second.of(target.nameOf(gone)));
    CHECK(second.of(target.nameOf(gone))->deleted);
    CHECK(second.of(target.nameOf(changed)));
    CHECK(pullAll(*connector, list, second.cursor).changes.empty());
}

TEST_CASE("A pull that is cut off goes on with the next page, and nothing comes twice", "[dav]")
{
    if (radicaleIsMissing())
        return;
    CardDavTarget& target = test::cardDavTarget();
    target.behave();
    for (int i = 0; i < 120; ++i)
        REQUIRE(target.radicale
                    .ask("PUT", u"contacts/page-%1.vcf"_s.arg(i),
                         u"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:page-%1\r\nFN:Page %1\r\nN:%1;Page;;;\r\nEND:VCARD\r\n"_s.arg(i).toUtf8())
                    .status == 201);
    const auto page = target.connect()->pull(u"contacts"_s, {});
    REQUIRE(page);
    CHECK(page->changes.size() <= 100);
    CHECK(page->more);
    Pulled rest = pullAll(*target.connect(), u"contacts"_s, page->nextCursor);
    rest.changes.insert(rest.changes.end(), page->changes.begin(), page->changes.end());
    for (int i = 0; i < 120; ++i) {
        const QString name = u"page-%1.vcf"_s.arg(i);
        CHECK(std::count_if(rest.changes.begin(), rest.changes.end(), [&](const EntityChange& one) { return one.remoteId == name; }) == 1);
        REQUIRE(target.radicale.ask("DELETE", u"contacts/"_s + name).status == 200);
    }
    CHECK(target.connect()->pull(u"contacts"_s, "no cursor").error().kind == Error::Kind::Corrupt);
}

TEST_CASE("An object that somebody has given another name is found by its UID", "[dav]")
{
    if (radicaleIsMissing())
        return;
    DavTarget& target = targetOf(GENERATE(values({u"carddav"_s, u"caldav"_s})));
    const auto connector = target.connect();
    KnownWorld world;
    const QString id = add(world, target), list = target.mainList();
    const QString name = pushed(*connector, world, list, id).id;
    const QByteArray elsewhere =
        "http://127.0.0.1:" + QByteArray::number(target.radicale.port()) + "/rapport/" + target.path(u"moved"_s + name).toUtf8();
    REQUIRE(target.radicale.ask("MOVE", target.path(name), {}, {"Destination: " + elsewhere}).status == 201);
    CHECK(pushed(*connector, world, list, id).id == u"moved"_s + name);
    CHECK(target.count(list, id) == 1);
}
