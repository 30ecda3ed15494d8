// SPDX-License-Identifier: Apache-2.0
// Conversations that were finished with a badge number only, and the organiser's list that comes later (story A8, A13).
#include "app/conversation/attendee.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/portrait.h"
#include "app/conversation/resolution.h"
#include "app/conversation/revision.h"
#include "desk.h"
#include "sync/store/notes.h"
#include "sync/store/resolutions.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using Became = MergeReport::Line::Became;

namespace
{

const QString number = u"KE27-004512"_s;

forms::Environment environmentAt(const Desk& desk)
{
    forms::Environment environment;
    environment.now = desk.clock;
    environment.username = u"m.hansen"_s;
    return environment;
}

std::unique_ptr<forms::FormSession> session(const Desk& desk, const std::vector<std::pair<QString, QString>>& own = {})
{
    const auto form = loadForm(*desk.store, u"trade_fair_conversation"_s, {});
    REQUIRE(form);
    auto made = forms::FormSession::start(*form, environmentAt(desk));
    REQUIRE(made);
    const auto set = [&](const QString& ref, const QString& value) { REQUIRE((*made)->answer(*(*made)->find(ref), value)); };
    set(u"/data/contact/person/badge_id"_s, number);
    set(u"/data/interest/lead_status"_s, u"hot"_s);
    set(u"/data/opp/opp_signal"_s, u"no"_s);
    set(u"/data/consent/consent_contact"_s, u"yes"_s);
    for (const auto& [ref, value] : own)
        set(ref, value);
    return std::move(*made);
}

/// Finished as a person does it; the rep's own entries in @p own.
store::Conversation finished(const Desk& desk, const std::vector<std::pair<QString, QString>>& own = {})
{
    const auto filled = session(desk, own);
    const auto submission = filled->submission();
    REQUIRE(submission.ready);
    store::Conversation talk;
    talk.id = store::ConversationId::make();
    talk.instanceId = filled->instanceId();
    talk.formId = u"trade_fair_conversation"_s;
    talk.formVersion = filled->form().version();
    talk.title = talk.unresolved = number;
    talk.startedAt = desk.clock();
    REQUIRE(desk.store->saveDraft(talk, filled->serialize(forms::FormSession::Keep::Everything)));
    REQUIRE(desk.store->finish(talk, submission.xml, *changesIn(*desk.store, filled->form(), submission.xml)));
    return talk;
}

void listArrives(const Desk& desk, std::map<QString, QString> more = {})
{
    store::Entity row{u"attendees"_s, u"a1"_s, u"Marek Dvořák"_s, 1, {}, {}, {}, false};
    row.properties = {{u"badge_id"_s, number},
                      {u"given_name"_s, u"Marek"_s},
                      {u"family_name"_s, u"Dvořák"_s},
                      {u"organisation"_s, u"Chladtech s.r.o."_s},
                      {u"job_title"_s, u"Technical director"_s},
                      {u"email"_s, u"marek.dvorak@chladtech.example"_s},
                      {u"country"_s, u"CZ"_s}};
    for (auto& [name, value] : more)
        row.properties[name] = value;
    REQUIRE(desk.store->absorbEntities({u"attendees"_s, {row}, "1"}));
}

QString answerOf(const Desk& desk, store::ConversationId id, const QString& ref)
{
    const auto form = loadForm(*desk.store, u"trade_fair_conversation"_s, {});
    const auto read = forms::FormSession::restore(*form, *desk.store->instance(id), {});
    REQUIRE(read);
    return (*read)->node(*(*read)->find(ref)).value;
}

std::map<QString, QString> contactMade(const Desk& desk)
{
    const auto made = desk.store->findEntities(u"contacts"_s, u"badge_id"_s, number);
    REQUIRE(made);
    REQUIRE(made->size() == 1);
    return made->front().properties;
}

} // namespace

TEST_CASE("What the list says is filled in where nothing stands, and told of each field", "[resolution]")
{
    const Desk desk;
    struct Row {
        const char* note;
        std::vector<std::pair<QString, QString>> own;
        std::map<QString, QString> listed;
        QString key;
        Became became;
        QString own_, stands;
    };
    const auto row = GENERATE(values<Row>({
        {"nothing was answered", {}, {}, u"contacts.email"_s, Became::FilledIn, {}, u"marek.dvorak@chladtech.example"_s},
        {"the same, in other letters",
         {{u"/data/organisation/legal_name"_s, u"CHLADTECH S.R.O."_s}},
         {},
         u"organisations.legal_name"_s,
         Became::Same,
         {},
         u"CHLADTECH S.R.O."_s},
        {"a person knows better",
         {{u"/data/contact/person/email"_s, u"marek@own.example"_s}},
         {},
         u"contacts.email"_s,
         Became::Kept,
         u"marek@own.example"_s,
         u"marek@own.example"_s},
        {"the form calls it wrong", {}, {{u"email"_s, u"marek at chladtech"_s}}, u"contacts.email"_s, Became::NotTaken, {}, {}},
    }));
    INFO(row.note);
    listArrives(desk, row.listed);
    const auto filled = session(desk, row.own);
    const auto listed = resolveByList(*desk.store, *filled, desk.clock());
    REQUIRE(listed);
    CHECK(listed->report.badgeId == number);
    CHECK(listed->report.entityId == u"a1");
    const auto line = std::find_if(listed->report.lines.begin(), listed->report.lines.end(), [&](const auto& one) { return one.key == row.key; });
    REQUIRE(line != listed->report.lines.end());
    CHECK(line->became == row.became);
    CHECK(line->own == row.own_);
    CHECK(filled->node(*filled->find(line->ref)).value == row.stands);
    CHECK(mergeReportOf(toJson(listed->report)) == listed->report);
    CHECK_FALSE(portraitOf(*filled).unresolved);
    CHECK_FALSE(resolveByList(*desk.store, *filled, desk.clock())); // somebody is named now
}

TEST_CASE("A number that the list does not know, and somebody who is known, are left alone", "[resolution]")
{
    const Desk desk;
    SECTION("no list")
    {
        (void)finished(desk);
        CHECK_FALSE(*resolveFinished(*desk.store, environmentAt(desk)));
        CHECK(store::unresolved(*desk.store)->size() == 1);
    }
    SECTION("a contact was chosen")
    {
        listArrives(desk);
        const auto filled = session(desk, {{u"/data/known/known_contact"_s, Desk::weberId()}});
        CHECK_FALSE(resolveByList(*desk.store, *filled, desk.clock()));
    }
    SECTION("a name was typed")
    {
        listArrives(desk);
        const auto filled = session(desk, {{u"/data/contact/person/family_name"_s, u"Dvorak"_s}});
        CHECK_FALSE(resolveByList(*desk.store, *filled, desk.clock()));
    }
}

TEST_CASE("What waits is amended before it leaves, once, and its end stays where it was", "[resolution]")
{
    const Desk desk;
    const auto talk = finished(desk, {{u"/data/contact/person/email"_s, u"marek@own.example"_s}});
    const QString end = answerOf(desk, talk.id, u"/data/end"_s);
    REQUIRE_FALSE(end.isEmpty());
    CHECK(contactMade(desk)[u"family_name"_s].isEmpty());
    listArrives(desk);
    auto later = environmentAt(desk);
    later.now = [now = desk.clock] { return now().addDays(1); };
    const auto done = resolveFinished(*desk.store, later);
    REQUIRE(done);
    CHECK(done->amended == 1);
    CHECK(done->corrected == 0);

    const auto now = desk.store->conversation(talk.id);
    CHECK(now->state == store::ConversationState::Waiting);
    CHECK(now->instanceId == talk.instanceId);
    CHECK(now->title == u"Marek Dvořák");
    CHECK(now->organisation == u"Chladtech s.r.o.");
    CHECK(answerOf(desk, talk.id, u"/data/contact/person/family_name"_s) == u"Dvořák");
    CHECK(answerOf(desk, talk.id, u"/data/contact/person/email"_s) == u"marek@own.example");
    CHECK(answerOf(desk, talk.id, u"/data/interest/lead_status"_s) == u"hot");
    CHECK(answerOf(desk, talk.id, u"/data/end"_s) == end);
    CHECK(contactMade(desk)[u"family_name"_s] == u"Dvořák");
    CHECK(contactMade(desk)[u"email"_s] == u"marek@own.example");
    CHECK(desk.store->outbox()->size() == 1);
    const auto report = mergeReportOf(**store::note(*desk.store, talk.id, mergeNote));
    CHECK(report.count(Became::FilledIn) == 5);
    CHECK(report.count(Became::Kept) == 1);
    CHECK(qAbs(report.at.secsTo(later.now())) < 60);

    CHECK_FALSE(*resolveFinished(*desk.store, later)); // there is nothing left to do
    CHECK(desk.store->outbox()->size() == 1);
}

TEST_CASE("What has left is corrected, once, and the correction names what it corrects", "[resolution]")
{
    const Desk desk;
    const auto talk = finished(desk);
    REQUIRE(desk.store->beginSending(talk.instanceId));
    const bool arrived = GENERATE(true, false);
    if (arrived)
        REQUIRE(desk.store->recordDelivered(talk.instanceId));
    const QString contact = desk.store->findEntities(u"contacts"_s, u"badge_id"_s, number)->front().id;
    listArrives(desk);
    const auto done = resolveFinished(*desk.store, environmentAt(desk));
    REQUIRE(done);
    CHECK(done->amended == 0);
    CHECK(done->corrected == 1);

    const auto original = desk.store->conversation(talk.id);
    REQUIRE(original->correction);
    CHECK(original->unresolved.isEmpty());
    const auto correction = desk.store->conversation(*original->correction);
    CHECK(correction->state == store::ConversationState::Waiting);
    CHECK(correction->title == u"Marek Dvořák");
    const QByteArray record = *desk.store->instance(correction->id);
    CHECK(record.contains("<deprecatedID>" + talk.instanceId.toUtf8() + "</deprecatedID>"));
    CHECK(answerOf(desk, talk.id, u"/data/contact/person/family_name"_s).isEmpty()); // the first one stays as it was said
    const auto changed = desk.store->entity(u"contacts"_s, contact);
    CHECK((*changed)->properties.at(u"family_name"_s) == u"Dvořák"); // of the same contact
    CHECK((*changed)->label == u"Marek Dvořák");
    CHECK(*store::note(*desk.store, correction->id, mergeNote));
    CHECK(desk.store->outbox()->size() == (arrived ? 1 : 2));
    CHECK_FALSE(*resolveFinished(*desk.store, environmentAt(desk)));
    CHECK(desk.store->outbox()->size() == (arrived ? 1 : 2));
}

TEST_CASE("Whoever turns out to be on file by her e-mail address is that person: no second contact", "[resolution]")
{
    const Desk desk;
    const QString onFile = u"11111111-1111-4111-8111-111111111111"_s;
    store::Entity known{u"contacts"_s, onFile, u"Marek Dvořák"_s, 1, {}, {}, {}, false};
    known.properties = {{u"given_name"_s, u"Marek"_s},
                        {u"family_name"_s, u"Dvořák"_s},
                        {u"lead_status"_s, u"cold"_s},
                        {u"email"_s, u"marek.dvorak@chladtech.example"_s}};
    REQUIRE(desk.store->absorbEntities({u"contacts"_s, {known}, "2"}));
    const auto talk = finished(desk);
    CHECK(desk.store->countEntities(u"contacts"_s).value_or(0) == 4);
    listArrives(desk);
    const bool left = GENERATE(false, true);
    if (left)
        REQUIRE(desk.store->beginSending(talk.instanceId));
    REQUIRE(resolveFinished(*desk.store, environmentAt(desk)));
    CHECK(desk.store->countEntities(u"contacts"_s).value_or(0) == (left ? 4 : 3)); // what has left is the hub's to match
    if (left)
        return;
    CHECK(answerOf(desk, talk.id, u"/data/known/known_contact"_s) == onFile);
    CHECK(answerOf(desk, talk.id, u"/data/interest/lead_status"_s) == u"hot"); // the rep's own
    const auto now = desk.store->entity(u"contacts"_s, onFile);
    CHECK((*now)->properties.at(u"badge_id"_s) == number);
    CHECK((*now)->properties.at(u"job_title"_s) == u"Technical director");
    CHECK((*now)->properties.at(u"lead_status"_s) == u"hot");
}

TEST_CASE("A disk that is full resolves nothing by halves", "[resolution]")
{
    const Desk desk;
    const auto talk = finished(desk);
    listArrives(desk);
    {
        const tests::FullDisk full;
        const auto done = resolveFinished(*desk.store, environmentAt(desk));
        CHECK((!done || !*done));
    }
    CHECK(answerOf(desk, talk.id, u"/data/contact/person/family_name"_s).isEmpty());
    CHECK(store::unresolved(*desk.store)->size() == 1);
    CHECK_FALSE(*store::note(*desk.store, talk.id, mergeNote));
    CHECK(resolveFinished(*desk.store, environmentAt(desk))->amended == 1);
    CHECK(store::unresolved(*desk.store)->empty());
}
