// SPDX-License-Identifier: Apache-2.0
// Whom somebody may be: side by side before the conversation begins, and again inside it (story A6).
#include "app/controllers/candidatescontroller.h"
#include "sync/store/notes.h"
#include "talk.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using tests::eventually;
using tests::Talk;
using Action = CandidatesController::Action;

namespace
{

const Said card{{u"contacts.given_name"_s, u"Jonas"_s},
                {u"contacts.family_name"_s, u"Weber"_s},
                {u"contacts.job_title"_s, u"Leiter Strategischer Einkauf"_s},
                {u"contacts.email"_s, u"j.weber@frischmarkt.example"_s},
                {u"organisations.legal_name"_s, u"Frischmarkt Handels AG"_s}};

QString of(const Said& said, const QString& key)
{
    const auto found = std::find_if(said.begin(), said.end(), [&](const auto& one) { return one.first == key; });
    return found == said.end() ? u"-"_s : found->second;
}

/// A conversation with its own candidates, wired as the composition does it.
struct Meeting {
    explicit Meeting(const Desk& desk) : talk(desk), people(*desk.store, desk.thread.get())
    {
        QObject::connect(&talk.controller, &ConversationController::changed, &people, [this] {
            const auto& t = talk.controller;
            people.follow(t.isOpen() && !t.readOnly() ? t.conversationId() : QString(), t.acquaintance(), t.said(), t.contactId().isEmpty());
        });
        QObject::connect(&people, &CandidatesController::decided, &talk.controller, &ConversationController::meet);
    }
    QString value(const QString& section, const QString& name)
    {
        REQUIRE(talk.go(section));
        return talk.of(name, "value").toString();
    }
    void type(const QString& section, const QString& name, const QString& text)
    {
        REQUIRE(talk.go(section));
        REQUIRE(talk.controller.answer(talk.id(name), text));
    }
    bool suggests()
    {
        return eventually([this] { return people.offered() && !people.note().isEmpty(); });
    }

    Talk talk;
    CandidatesController people;
};

} // namespace

TEST_CASE("Those who fit are offered, the best first, and one stands beside what was read", "[candidates]")
{
    const Desk desk;
    CandidatesController people(*desk.store);
    people.look(card, contactOf(card), CandidatesController::From::Card);
    REQUIRE(people.offered());
    CHECK(people.best()->id == Desk::weberId());
    CHECK(people.candidates()->count() == 2); // he, and his firm
    CHECK(people.candidates()->value(0, "shown").toBool());
    CHECK(people.readTitle() == u"On the card");
    CHECK(people.knownTitle() == u"Jonas Weber in your customers");
    QStringList different;
    for (int row = 0; row < people.fields()->count(); ++row) {
        if (people.fields()->value(row, "differs").toBool())
            different.append(people.fields()->value(row, "label").toString());
        CHECK_FALSE(people.fields()->value(row, "takesRead").toBool()); // nothing is decided
    }
    CHECK(different == QStringList{u"E-mail"_s});
    QStringList actions;
    for (int row = 0; row < people.actions()->count(); ++row)
        actions.append(people.actions()->value(row, "actionText").toString());
    CHECK(actions ==
          QStringList{u"Same person, add e-mail"_s, u"Same person, replace e-mail"_s, u"Same person"_s, u"Add to this firm"_s, u"Keep apart"_s});
    people.show(1);
    CHECK(people.knownTitle() == u"Frischmarkt Handels AG in your customers");
    CHECK(people.actions()->count() == 2); // a firm is nobody's person
}

TEST_CASE("What a person says of them is a toggle until the conversation begins", "[candidates]")
{
    const Desk desk;
    CandidatesController people(*desk.store);
    people.look(card, contactOf(card), CandidatesController::From::Card);
    struct Row {
        Action action;
        QString contact, firm, email, others;
    };
    const QString read = u"j.weber@frischmarkt.example"_s, none = u"-"_s;
    const auto row = GENERATE_COPY(values<Row>({
        {Action::SamePerson, Desk::weberId(), none, none, none},
        {Action::AddOther, Desk::weberId(), none, none, read},
        {Action::ReplaceOther, Desk::weberId(), none, read, none},
        {Action::AddToFirm, none, Desk::frischmarktId(), read, none},
        {Action::KeepApart, none, none, read, none},
    }));
    people.decide(row.action);
    CHECK(people.acquaintance().decided);
    const Said payload = people.payload();
    CHECK(of(payload, u"contacts.@id"_s) == row.contact);
    CHECK(of(payload, u"organisations.@id"_s) == row.firm);
    CHECK(of(payload, u"contacts.email"_s) == row.email);
    CHECK(of(payload, u"contacts.other_emails"_s) == row.others);
    people.decide(row.action);
    CHECK_FALSE(people.acquaintance().decided);
    CHECK(people.payload() == card);
}

TEST_CASE("A conversation with a known person adds the other address, once, and can be told otherwise later", "[candidates]")
{
    const Desk desk;
    Meeting meeting(desk);
    meeting.people.look(card, contactOf(card), CandidatesController::From::Card);
    meeting.people.decide(Action::AddOther);
    const Said payload = meeting.people.payload();
    const Acquaintance who = meeting.people.acquaintance();
    meeting.talk.controller.startWithCard(payload, who);
    REQUIRE(meeting.talk.saved());
    CHECK(meeting.talk.controller.contactId() == Desk::weberId());
    CHECK(meeting.value(u"Person"_s, u"email"_s) == u"jonas.weber@frischmarkt.example");
    CHECK(meeting.value(u"Person"_s, u"job_title"_s) == u"Leiter Strategischer Einkauf");
    CHECK(meeting.value(u"Address"_s, u"other_emails"_s) == u"j.weber@frischmarkt.example");
    CHECK(meeting.talk.controller.atContact());
    CHECK(meeting.people.isSettled());

    SECTION("finished, it makes no second contact")
    {
        QSignalSpy finished(&meeting.talk.controller, &ConversationController::finished);
        tests::answerWhatIsRequired(meeting.talk);
        meeting.talk.controller.finish();
        REQUIRE(eventually([&] { return finished.size() == 1; }));
        CHECK(desk.store->countEntities(u"contacts"_s).value_or(0) == 2);
        const auto weber = desk.store->entity(u"contacts"_s, Desk::weberId());
        CHECK((*weber)->properties.at(u"email"_s) == u"jonas.weber@frischmarkt.example");
        CHECK((*weber)->properties.at(u"other_emails"_s) == u"j.weber@frischmarkt.example");
        meeting.talk.controller.open(desk.store->outbox()->front().conversation.text());
        CHECK_FALSE(meeting.people.offered()); // it is only read
        CHECK(meeting.people.note().isEmpty());
    }
    SECTION("after a restart it is kept apart after all: what was read is there as it was read")
    {
        const QString id = meeting.talk.controller.conversationId();
        Meeting again(desk);
        again.talk.controller.open(id);
        CHECK(again.people.acquaintance() == who);
        again.type(u"Interest"_s, u"question"_s, u"Noise at night?"_s);
        again.people.open();
        REQUIRE(eventually([&] { return again.people.offered(); }));
        again.people.decide(Action::KeepApart);
        CHECK(again.talk.controller.contactId().isEmpty());
        CHECK(again.value(u"Person"_s, u"email"_s) == u"j.weber@frischmarkt.example");
        CHECK(again.value(u"Address"_s, u"other_emails"_s).isEmpty());
        CHECK(again.value(u"Interest"_s, u"question"_s) == u"Noise at night?");
        REQUIRE(again.talk.controller.canUndo());
        again.talk.controller.undoRemove();
        CHECK(again.talk.controller.contactId() == Desk::weberId());
        CHECK(again.value(u"Address"_s, u"other_emails"_s) == u"j.weber@frischmarkt.example");
    }
}

TEST_CASE("Who is typed into the form is looked for too, when the field is left, until a person has said who it is", "[candidates]")
{
    const Desk desk;
    Meeting meeting(desk);
    meeting.talk.controller.startNew();
    REQUIRE(meeting.talk.go(u"Person"_s));
    meeting.talk.controller.answer(meeting.talk.id(u"given_name"_s), u"Jonas"_s);
    meeting.talk.controller.keepTyped(meeting.talk.id(u"family_name"_s), u"Weber"_s); // the cursor is still there
    QCoreApplication::processEvents();
    CHECK(of(meeting.talk.controller.said(), u"contacts.family_name"_s) == u"-");
    meeting.type(u"Person"_s, u"family_name"_s, u"Weber"_s);
    meeting.type(u"Person"_s, u"email"_s, u"j.weber@frischmarkt.example"_s);
    REQUIRE(meeting.suggests());
    CHECK(meeting.people.note().startsWith(u"This may be Jonas Weber, Frischmarkt Handels AG"));

    SECTION("the same person")
    {
        meeting.people.decide(Action::AddOther);
        CHECK(meeting.talk.controller.contactId() == Desk::weberId());
        CHECK(meeting.value(u"Person"_s, u"email"_s) == u"jonas.weber@frischmarkt.example");
        CHECK(meeting.value(u"Address"_s, u"other_emails"_s) == u"j.weber@frischmarkt.example");
        meeting.talk.controller.undoRemove();
        CHECK(meeting.talk.controller.contactId().isEmpty());
        CHECK(meeting.value(u"Person"_s, u"email"_s) == u"j.weber@frischmarkt.example");
        CHECK(meeting.suggests());
    }
    SECTION("kept apart: never asked again, also after a restart")
    {
        meeting.people.decide(Action::KeepApart);
        CHECK(meeting.people.note().isEmpty());
        meeting.type(u"Firm"_s, u"legal_name"_s, u"Frischmarkt Handels AG"_s);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        CHECK(meeting.people.note().isEmpty());
        REQUIRE(meeting.talk.saved());
        const auto id = store::ConversationId::parse(meeting.talk.controller.conversationId());
        REQUIRE(eventually([&] { return store::note(*desk.store, id, u"who"_s)->has_value(); }));
        Meeting again(desk);
        again.talk.controller.open(id.text());
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        CHECK(again.people.note().isEmpty());
    }
}

TEST_CASE("What a form has no question for is said, not dropped", "[candidates]")
{
    const Desk desk;
    const auto shipped = desk.store->form(u"trade_fair_conversation"_s, {});
    REQUIRE(shipped);
    QByteArray form = shipped->xml;
    REQUIRE(form.contains("entities:saveto=\"other_emails\""));
    form.replace("entities:saveto=\"other_emails\"", "entities:saveto=\"mails_beside\"");
    form.replace(shipped->version.toUtf8(), "older");
    REQUIRE(desk.store->putForm({u"trade_fair_conversation"_s, u"older"_s, u"md5:1"_s, u"Trade fair conversation"_s, form}));
    Meeting meeting(desk);
    meeting.people.look(card, contactOf(card), CandidatesController::From::Card);
    meeting.people.decide(Action::AddOther);
    const Said payload = meeting.people.payload();
    const Acquaintance who = meeting.people.acquaintance();
    meeting.talk.controller.startWithCard(payload, who);
    CHECK(meeting.talk.controller.notice() == u"The card also says: j.weber@frischmarkt.example");
}
