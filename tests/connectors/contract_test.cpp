// SPDX-License-Identifier: Apache-2.0
// What every connector owes (sync/connectors/connector.h), said once and run over all of them: files in a folder, a real Tryton and a real Redmine
// behind a proxy that misbehaves, a mail server, a receiver of webhooks, a real Radicale; and, where no server can be had, the recorded answers of an
// Odoo.
#include "connectors/targets.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::KnownWorld;
using rapport::test::Target;

namespace
{

RemoteRef accepted(const PushResult& result)
{
    if (const auto* error = std::get_if<PushError>(&result))
        FAIL("refused: " << error->detail.toStdString());
    return std::get<RemoteRef>(result);
}

PushError refused(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result);
}

/// One conversation with a new contact of a new organisation, an opportunity, and a service ticket.
struct Conversation {
    QString organisation, contact, opportunity, followup, ticket;

    QString of(const QString& list) const
    {
        if (list == u"jobs"_s)
            return ticket;
        return list == u"organisations"_s ? organisation : list == u"contacts"_s ? contact : list == u"opportunities"_s ? opportunity : followup;
    }
};

Conversation talk(KnownWorld& world, const QString& followupKind)
{
    Conversation out;
    out.organisation =
        world.add(u"organisations"_s, u"Kältetechnik Søby A/S"_s,
                  {{u"legal_name"_s, u"Kältetechnik Søby A/S"_s}, {u"street"_s, u"Hovedgaden 1"_s}, {u"city"_s, u"Søby"_s}, {u"country"_s, u"DE"_s}});
    out.contact = world.add(u"contacts"_s, u"Åse Łukasz 佐藤"_s,
                            {{u"organisation_id"_s, out.organisation},
                             {u"given_name"_s, u"Åse"_s},
                             {u"family_name"_s, u"Łukasz 佐藤"_s},
                             {u"email"_s, u"aase@soeby.example"_s},
                             {u"consent_contact"_s, u"yes"_s},
                             {u"phone"_s, u"+49 711 1234567"_s},
                             {u"lead_status"_s, u"hot"_s}});
    out.opportunity = world.add(u"opportunities"_s, u"Wärmepumpe"_s,
                                {{u"organisation_id"_s, out.organisation},
                                 {u"contact_id"_s, out.contact},
                                 {u"title"_s, u"Wärmepumpe"_s},
                                 {u"amount"_s, u"42250.50"_s},
                                 {u"next_step"_s, u"Visit on site"_s}});
    world.files[u"data-sheet.pdf"_s] = "%PDF-1.4 of a heat pump";
    out.followup = world.add(u"followups"_s, u"Follow Åse up"_s,
                             {{u"contact_id"_s, out.contact},
                              {u"kind"_s, followupKind},
                              {u"channel"_s, u"email"_s},
                              {u"asset_ids"_s, u"data-sheet.pdf"_s},
                              {u"due"_s, u"2027-12-01"_s},
                              {u"owner"_s, u"anna"_s}});
    out.ticket = world.add(u"jobs"_s, u"Verdichter läuft heiß"_s,
                           {{u"organisation_id"_s, out.organisation}, {u"subject"_s, u"Verdichter läuft heiß"_s}, {u"state"_s, u"open"_s}});
    return out;
}

/// All that the target takes; the references are remembered as the hub does.
std::vector<RemoteRef> deliver(const Target& target, Connector& connector, KnownWorld& world, const Conversation& conversation)
{
    std::vector<RemoteRef> out;
    for (const QString& list : target.lists()) {
        const QString id = conversation.of(list);
        out.push_back(accepted(connector.push(world.job(list, id), world)));
        world.references[{list, id}] = out.back().id;
    }
    return out;
}

} // namespace

TEST_CASE("Every connector carries an entity over exactly once", "[connectors]")
{
    const QString type = GENERATE(values({u"files"_s, u"files-xlsx"_s, u"files-vcard"_s, u"files-json"_s, u"tryton"_s, u"mail"_s, u"webhook"_s,
                                          u"carddav"_s, u"caldav"_s, u"redmine"_s, u"odoo"_s, u"odoo-older"_s}));
    if (!test::canRun(type)) {
        WARN("skipped: the server for " << type.toStdString() << " is not installed (app/install/packages.txt)");
        return;
    }
    INFO(type.toStdString());
    Target& target = test::target(type);
    target.behave();
    const auto connector = target.connect();
    KnownWorld world;
    const Conversation conversation = talk(world, target.followupKind());

    SECTION("it can be reached and lets us in")
    {
        const Status checked = connector->check();
        CHECK(checked);
        const std::vector<QString> lists = connector->capabilities().pushLists;
        for (const QString& list : target.lists())
            CHECK(std::count(lists.begin(), lists.end(), list) == 1);
    }
    SECTION("a conversation arrives as one object each, with a number that a person can look for, and with its text as it was")
    {
        const auto references = deliver(target, *connector, world, conversation);
        for (const RemoteRef& reference : references)
            CHECK(!reference.number.isEmpty());
        const std::map<QString, QString> texts{{u"organisations"_s, u"Kältetechnik Søby A/S"_s},
                                               {u"contacts"_s, u"Åse Łukasz 佐藤"_s},
                                               {u"opportunities"_s, u"Wärmepumpe"_s},
                                               {u"jobs"_s, u"Verdichter läuft heiß"_s}};
        for (const QString& list : target.lists()) {
            INFO(list.toStdString());
            CHECK(target.count(list, conversation.of(list)) == 1);
            if (texts.contains(list))
                CHECK(target.text(list, conversation.of(list)) == texts.at(list));
        }
    }
    SECTION("the same key again, with or without knowing the reference, by the same connector or a new one, changes nothing")
    {
        deliver(target, *connector, world, conversation);
        const QString before = target.state();
        deliver(target, *connector, world, conversation);
        world.references.clear();
        deliver(target, *target.connect(), world, conversation);
        CHECK(target.state() == before);
    }
    SECTION("optional fields may all be missing")
    {
        Conversation bare;
        bare.organisation = world.add(u"organisations"_s, u"Bare Ltd"_s, {});
        bare.contact = world.add(u"contacts"_s, u"Bare Person"_s, {});
        bare.opportunity = world.add(u"opportunities"_s, u"Bare interest"_s, {});
        bare.followup = world.add(u"followups"_s, u"Bare task"_s, {});
        bare.ticket = world.add(u"jobs"_s, u"Bare ticket"_s, {});
        deliver(target, *connector, world, bare);
        CHECK(target.count(target.mainList(), bare.of(target.mainList())) == target.bareCount());
    }
    SECTION("a later conversation augments the object instead of making another")
    {
        deliver(target, *connector, world, conversation);
        const QString list = target.mainList(), id = conversation.of(list);
        const test::News news = target.news();
        world.entities[{list, id}].properties[news.property] = news.value;
        world.instance = u"uuid:6f1d1b9e-0000-4000-8000-000000000002"_s;
        deliver(target, *connector, world, conversation);
        CHECK(target.count(list, id) == 1);
        CHECK(target.text(list, id) == news.text);
    }
    SECTION("an unreachable target is tried again later, and nothing is there")
    {
        const QString list = target.mainList(), id = conversation.of(list);
        target.refuse();
        const PushError error = refused(connector->push(world.job(list, id), world));
        CHECK(error.kind == Error::Kind::Offline);
        CHECK(!error.outcomeUnknown);
        CHECK(!error.sentence.isEmpty());
        CHECK(!connector->check());
        target.behave();
        CHECK(target.count(list, id) == 0);
        deliver(target, *connector, world, conversation);
        CHECK(target.count(list, id) == 1);
    }
    SECTION("what is pulled afterwards is the same object: it comes under the reference that the push gave")
    {
        const auto references = deliver(target, *connector, world, conversation);
        for (const QString& list : connector->capabilities().pullLists) {
            std::map<QString, int> seen;
            QByteArray cursor;
            for (bool more = true; more;) {
                const auto page = connector->pull(list, cursor);
                REQUIRE(page);
                for (const EntityChange& change : page->changes)
                    ++seen[change.remoteId];
                cursor = page->nextCursor;
                more = page->more;
            }
            const auto known = world.references.find({list, conversation.of(list)});
            if (known != world.references.end())
                CHECK(seen[known->second] == 1);
        }
    }
    SECTION("what it does not take is said at once")
    {
        const QString id = world.add(u"shoes"_s, u"A shoe"_s, {});
        CHECK(refused(connector->push(world.job(u"shoes"_s, id), world)).kind == Error::Kind::Invalid);
        CHECK(refused(connector->push(world.job(target.mainList(), u"nobody"_s), world)).kind == Error::Kind::NotFound);
        CHECK(connector->pull(u"shoes"_s, {}).error().kind == Error::Kind::Invalid);
    }
}
