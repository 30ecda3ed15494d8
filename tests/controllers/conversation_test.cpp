// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/deletedcontroller.h"
#include "app/conversation/day.h"
#include "talk.h"

#include <QImage>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace tests;

TEST_CASE("A badge becomes a conversation, answered by sections, finished and waiting", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy opened(&talk.controller, &ConversationController::opened), finished(&talk.controller, &ConversationController::finished);
    talk.controller.startWith(badge);
    REQUIRE(opened.size() == 1);
    CHECK(talk.controller.title() == QStringLiteral("Dr. Aylin Çelik"));
    CHECK(talk.controller.initials() == QStringLiteral("AÇ"));
    CHECK(talk.controller.organisation() == QStringLiteral("FrigoMart România S.R.L."));
    CHECK(talk.controller.since() == QStringLiteral("since 09:12"));
    CHECK(talk.detail(QStringLiteral("Person")) == QStringLiteral("from the badge"));
    CHECK(talk.detail(QStringLiteral("Interest")).contains(QStringLiteral("required left")));

    REQUIRE(talk.go(QStringLiteral("Person")));
    CHECK(talk.of(QStringLiteral("family_name"), "value") == QStringLiteral("Çelik"));
    CHECK(talk.of(QStringLiteral("family_name"), "origin") == QStringLiteral("from the badge"));
    CHECK(talk.of(QStringLiteral("family_name"), "required").toBool());
    answerWhatIsRequired(talk);
    REQUIRE(talk.go(QStringLiteral("What follows")));
    talk.controller.choose(talk.id(QStringLiteral("kind")), QStringLiteral("brochure"), true);
    CHECK(talk.row(QStringLiteral("channel")) > 0); // asked for a brochure only

    talk.controller.finish();
    REQUIRE(eventually([&] { return finished.size() == 1; }));
    CHECK(talk.woken == 1);
    CHECK_FALSE(talk.controller.isOpen());
    const auto waiting = desk.store->outbox();
    REQUIRE(waiting->size() == 1);
    const auto stored = desk.store->conversation(waiting->front().conversation);
    CHECK(stored->title == QStringLiteral("Dr. Aylin Çelik"));
    CHECK(stored->leadStatus == QStringLiteral("hot"));
    CHECK(desk.store->findEntities(QStringLiteral("contacts"), QStringLiteral("family_name"), QStringLiteral("Çelik"))->size() == 1);
    CHECK(desk.store->findEntities(QStringLiteral("followups"), QStringLiteral("kind"), QStringLiteral("brochure"))->size() == 1);
    CHECK(desk.store->drafts()->empty());
}

TEST_CASE("Each answer is on disk before the next section is shown, and a restart continues there", "[conversation]")
{
    const Desk desk;
    QString id;
    {
        Talk talk(desk);
        talk.controller.startWith(badge);
        CHECK(talk.controller.currentTitle() == QStringLiteral("Interest")); // the first that the badge does not answer
        REQUIRE(talk.saved());
        CHECK(desk.store->instance(talk.draft().id)->contains("aylin.celik@frigomart.example"));
        talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
        talk.controller.choose(talk.id(QStringLiteral("products")), QStringLiteral("px450"), true);
        talk.controller.choose(talk.id(QStringLiteral("products")), QStringLiteral("rollout"), true);
        REQUIRE(talk.go(QStringLiteral("Consent")));
        CHECK(desk.store->instance(talk.draft().id)->contains("px450 rollout"));
        REQUIRE(talk.saved());
        REQUIRE(eventually([&] { return talk.draft().section.startsWith(QStringLiteral("/data/consent")); }));
        id = talk.draft().id.text();
    } // the process ends here
    Talk again(desk);
    again.controller.open(id);
    CHECK(again.controller.currentTitle() == QStringLiteral("Consent"));
    CHECK(again.controller.title() == QStringLiteral("Dr. Aylin Çelik"));
    REQUIRE(again.go(QStringLiteral("Interest")));
    CHECK(again.of(QStringLiteral("products"), "chosen").toStringList() == QStringList{QStringLiteral("px450"), QStringLiteral("rollout")});
    CHECK(again.draft().answered == 6); // four from the badge, and two given
}

TEST_CASE("The last answer before the app is closed is kept", "[conversation]")
{
    const Desk desk;
    {
        Talk talk(desk);
        talk.controller.startWith(badge);
        talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
    }
    REQUIRE(eventually([&] { return !desk.store->drafts()->empty(); }));
    CHECK(desk.store->instance(desk.store->drafts()->front().id)->contains("<lead_status>hot</lead_status>"));
}

TEST_CASE("What is being typed is kept, and judged only when it is done", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startNew();
    REQUIRE(talk.go(QStringLiteral("Person")));
    const int email = talk.id(QStringLiteral("email"));
    talk.controller.keepTyped(email, QStringLiteral("aylin"));
    CHECK(talk.of(QStringLiteral("email"), "value") == QStringLiteral("aylin"));
    CHECK(talk.of(QStringLiteral("email"), "problem").toString().isEmpty());
    CHECK(eventually([&] {
        const auto drafts = desk.store->drafts();
        return !drafts->empty() && desk.store->instance(drafts->front().id)->contains(">aylin<");
    }));
    REQUIRE(talk.controller.answer(email, QStringLiteral("aylin"))); // the field is left
    CHECK_FALSE(talk.of(QStringLiteral("email"), "problem").toString().isEmpty());
    talk.controller.keepTyped(email, QStringLiteral("aylin.celik@frigomart.example"));
    REQUIRE(talk.controller.answer(email, QStringLiteral("aylin.celik@frigomart.example")));
    CHECK(talk.of(QStringLiteral("email"), "problem").toString().isEmpty());
}

TEST_CASE("Finishing lists what is missing, and each line leads there", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy finished(&talk.controller, &ConversationController::finished), wanted(&talk.controller, &ConversationController::questionRequested);
    talk.controller.startNew();
    CHECK_FALSE(talk.controller.showMissing());
    talk.controller.finish();
    CHECK(talk.controller.showMissing());
    REQUIRE(talk.controller.missingCount() == 4); // name, lead, opportunity, consent
    CHECK(talk.controller.missing()->value(0, "text") == QStringLiteral("Family name"));
    CHECK(talk.controller.missing()->value(0, "section") == QStringLiteral("Person"));

    talk.controller.goToMissing(talk.controller.missing()->value(0, "nodeId").toInt());
    REQUIRE(eventually([&] { return wanted.size() == 1; }));
    CHECK(talk.controller.currentTitle() == QStringLiteral("Person"));
    CHECK(wanted[0][0].toInt() == talk.row(QStringLiteral("family_name")));
    CHECK_FALSE(talk.of(QStringLiteral("family_name"), "problem").toString().isEmpty());
    REQUIRE(talk.controller.answer(talk.id(QStringLiteral("family_name")), QStringLiteral("Horák")));
    CHECK(talk.controller.missingCount() == 3);
    CHECK(talk.of(QStringLiteral("family_name"), "problem").toString().isEmpty());
    CHECK(finished.isEmpty());
}

TEST_CASE("What is typed and not understood stays on the screen and keeps the form from being finished", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    answerWhatIsRequired(talk);
    REQUIRE(talk.go(QStringLiteral("Opportunity")));
    talk.controller.choose(talk.id(QStringLiteral("opp_signal")), QStringLiteral("yes"), true);
    REQUIRE(talk.go(QStringLiteral("What it is worth")));
    REQUIRE(talk.controller.answer(talk.id(QStringLiteral("title")), QStringLiteral("Cold aisles")));
    talk.controller.choose(talk.id(QStringLiteral("stage")), QStringLiteral("lead"), true);

    CHECK_FALSE(talk.controller.answer(talk.id(QStringLiteral("amount")), QStringLiteral("a lot")));
    CHECK(talk.of(QStringLiteral("amount"), "value") == QStringLiteral("a lot"));
    CHECK(talk.of(QStringLiteral("amount"), "problem") == QStringLiteral("Please enter a number, for example 12.5."));
    CHECK(talk.detail(QStringLiteral("What it is worth")) == QStringLiteral("1 to correct"));
    talk.controller.finish();
    CHECK(talk.controller.missingCount() == 1);

    CHECK(talk.controller.answer(talk.id(QStringLiteral("amount")), QStringLiteral("-5"))); // a number, but not one the form takes
    CHECK(talk.of(QStringLiteral("amount"), "problem") == QStringLiteral("The value cannot be below zero."));
    CHECK(talk.controller.answer(talk.id(QStringLiteral("amount")), QStringLiteral("86400,50")));
    CHECK(talk.of(QStringLiteral("amount"), "problem").toString().isEmpty());
    CHECK(talk.controller.missingCount() == 0);
    CHECK(talk.controller.answer(talk.id(QStringLiteral("p_due")), QStringLiteral("17.11.2027")));
    CHECK(talk.of(QStringLiteral("p_due"), "display") == QStringLiteral("17 Nov 2027"));
}

TEST_CASE("A full disk is said, keeps the person where she is, and loses nothing", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    REQUIRE(talk.go(QStringLiteral("Interest")));
    {
        const FullDisk full;
        talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
        talk.controller.next();
        REQUIRE(eventually([&] { return !talk.controller.trouble().isEmpty(); }));
        CHECK(talk.controller.currentTitle() == QStringLiteral("Interest"));
        CHECK(talk.controller.savedText().isEmpty());
        CHECK(talk.of(QStringLiteral("lead_status"), "chosen").toStringList() == QStringList{QStringLiteral("hot")});
    }
    talk.controller.next();
    REQUIRE(eventually([&] { return talk.controller.currentTitle() == QStringLiteral("Opportunity"); }));
    CHECK(talk.controller.trouble().isEmpty());
    CHECK(desk.store->instance(talk.draft().id)->contains("<lead_status>hot</lead_status>"));
}

TEST_CASE("A conversation that cannot be finished stays a draft and can be finished later", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy finished(&talk.controller, &ConversationController::finished);
    talk.controller.startWith(badge);
    answerWhatIsRequired(talk);
    REQUIRE(talk.go(QStringLiteral("Interest")));
    {
        const FullDisk full;
        talk.controller.finish();
        REQUIRE(eventually([&] { return !talk.controller.trouble().isEmpty(); }));
        CHECK(desk.store->outbox()->empty());
    }
    CHECK(finished.isEmpty());
    talk.controller.finish();
    REQUIRE(eventually([&] { return finished.size() == 1; }));
    CHECK(desk.store->outbox()->size() == 1);
}

TEST_CASE("Repetitions are added, removed and brought back", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    REQUIRE(talk.go(QStringLiteral("What follows")));
    const auto heads = [&] {
        std::vector<int> ids;
        for (int row = 0; row < talk.controller.questions()->count(); ++row) {
            if (talk.controller.questions()->value(row, "kind").value<Question::Kind>() == Question::Kind::RepetitionHead)
                ids.push_back(talk.controller.questions()->value(row, "nodeId").toInt());
        }
        return ids;
    };
    REQUIRE(heads().size() == 1);
    CHECK(talk.controller.questions()->value(0, "removable").toBool());
    talk.controller.choose(talk.id(QStringLiteral("kind")), QStringLiteral("call"), true);
    REQUIRE(talk.controller.answer(talk.id(QStringLiteral("owner")), QStringLiteral("a.berg")));
    const int last = talk.controller.questions()->count() - 1;
    REQUIRE(talk.controller.questions()->value(last, "kind").value<Question::Kind>() == Question::Kind::AddRepetition);
    talk.controller.addRepetition(talk.controller.questions()->value(last, "nodeId").toInt());
    REQUIRE(heads().size() == 2);
    CHECK(talk.detail(QStringLiteral("What follows")) == QStringLiteral("Call"));

    talk.controller.removeRepetition(heads().front());
    CHECK(heads().size() == 1);
    CHECK(talk.of(QStringLiteral("kind"), "chosen").toStringList().isEmpty());
    REQUIRE(talk.controller.canUndo());
    talk.controller.undoRemove();
    CHECK(heads().size() == 2);
    CHECK(talk.of(QStringLiteral("kind"), "chosen").toStringList() == QStringList{QStringLiteral("call")}); // in its old place
    CHECK(talk.of(QStringLiteral("owner"), "value") == QStringLiteral("a.berg"));
    CHECK_FALSE(talk.controller.canUndo());
}

TEST_CASE("A second tap takes an answer back, unless it is required", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    const auto chosen = [&](const char* name) { return talk.of(QString::fromLatin1(name), "chosen").toStringList(); };
    talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
    talk.controller.choose(talk.id(QStringLiteral("shops")), QStringLiteral("1_10"), true);
    REQUIRE(chosen("shops") == QStringList{QStringLiteral("1_10")});
    talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), false);
    talk.controller.choose(talk.id(QStringLiteral("shops")), QStringLiteral("1_10"), false);
    CHECK(chosen("lead_status") == QStringList{QStringLiteral("hot")});
    CHECK(chosen("shops").isEmpty());
}

TEST_CASE("A known customer is found by words and fills the form", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startNew();
    CHECK(talk.of(QStringLiteral("known_contact"), "kind").value<Question::Kind>() == Question::Kind::Search);
    const QVariantList found =
        talk.controller.searchChoices(talk.id(QStringLiteral("known_contact")), QStringLiteral("kruger"))[QStringLiteral("found")].toList();
    REQUIRE(found.size() == 1);
    CHECK(found.front().toMap()[QStringLiteral("label")] == QStringLiteral("Helene Krüger"));
    const QVariantList colleagues =
        talk.controller.searchChoices(talk.id(QStringLiteral("known_contact")), QStringLiteral("frischm"))[QStringLiteral("found")].toList();
    REQUIRE(colleagues.size() == 1); // her firm's name finds a person, the firm is not one
    CHECK(colleagues.front().toMap()[QStringLiteral("detail")] == QStringLiteral("jonas.weber@frischmarkt.example"));
    talk.controller.choose(talk.id(QStringLiteral("known_contact")), Desk::weberId(), true);
    CHECK(talk.controller.title() == QStringLiteral("Jonas Weber"));
    CHECK(talk.controller.organisation() == QStringLiteral("Frischmarkt Handels AG"));
    CHECK(talk.of(QStringLiteral("known_contact"), "display") == QStringLiteral("Jonas Weber"));
}

TEST_CASE("Picking a known contact keeps the badge number that was scanned, and takes the known one where none was", "[conversation]")
{
    const Desk desk;
    store::Entity known;
    known.id = QStringLiteral("6a0a7b61-5f0d-4f7a-8a3c-0c5a1f7b2d10");
    known.label = QStringLiteral("Ida Holm");
    known.properties = {{QStringLiteral("given_name"), QStringLiteral("Ida")},
                        {QStringLiteral("family_name"), QStringLiteral("Holm")},
                        {QStringLiteral("badge_id"), QStringLiteral("KE27-000007")}};
    REQUIRE(desk.store->absorbEntities({QStringLiteral("contacts"), {known}, "2"}));
    Talk talk(desk);
    const auto pick = [&](const QString& id) {
        REQUIRE(talk.go(QStringLiteral("Who is it?")));
        talk.controller.choose(talk.id(QStringLiteral("known_contact")), id, true);
        REQUIRE(talk.go(QStringLiteral("Person")));
        return talk.of(QStringLiteral("badge_id"), "value").toString();
    };
    SECTION("a scanned number")
    {
        talk.controller.startWith({{QStringLiteral("contacts.badge_id"), QStringLiteral("KE27-004512")}});
        CHECK(pick(Desk::weberId()) == QStringLiteral("KE27-004512"));
        CHECK(pick(known.id) == QStringLiteral("KE27-004512"));
    }
    SECTION("none, and the wrong person first")
    {
        talk.controller.startNew();
        CHECK(pick(known.id) == QStringLiteral("KE27-000007"));
        CHECK(pick(Desk::weberId()).isEmpty());
    }
}

TEST_CASE("Who was chosen from the lists is not said to come from a badge", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWithKnown({{QStringLiteral("contacts.@id"), Desk::weberId()}, {QStringLiteral("machines.@id"), QStringLiteral("m1")}});
    CHECK(talk.controller.title() == QStringLiteral("Jonas Weber"));
    CHECK(talk.controller.contactId() == Desk::weberId());
    CHECK(talk.controller.notice().isEmpty());
    REQUIRE(talk.go(QStringLiteral("Who is it?")));
    CHECK(talk.of(QStringLiteral("known_contact"), "origin").toString().isEmpty());
}

TEST_CASE("A signature is kept as a picture with the answers that name it", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    REQUIRE(talk.go(QStringLiteral("Consent")));
    talk.controller.choose(talk.id(QStringLiteral("consent_contact")), QStringLiteral("yes"), true);
    const int pad = talk.id(QStringLiteral("consent_sign"));
    talk.controller.answerSignature(pad, {QVariant(QVariantList{QPointF(10, 10), QPointF(90, 40)})}, QSizeF(100, 50));
    const QString name = talk.of(QStringLiteral("consent_sign"), "value").toString();
    REQUIRE(name.endsWith(QStringLiteral(".png")));
    CHECK(talk.of(QStringLiteral("consent_sign"), "extra").toMap()[QStringLiteral("signer")] == talk.controller.title());
    REQUIRE(talk.go(QStringLiteral("Person")));
    const auto png = desk.store->attachment(talk.draft().id, name);
    CHECK(png->startsWith("\x89PNG"));
    CHECK(QImage::fromData(*png).text(QStringLiteral("svg")).contains(QStringLiteral("d=\"M10.0 10.0L90.0 40.0\""))); // the ink itself
    REQUIRE(talk.go(QStringLiteral("Consent")));
    talk.controller.answerSignature(pad, {}, QSizeF(100, 50));
    CHECK(talk.of(QStringLiteral("consent_sign"), "value").toString().isEmpty());
}

TEST_CASE("Who cannot draw signs with her typed name, and without a name nothing is signed", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith(badge);
    REQUIRE(talk.go(QStringLiteral("Consent")));
    talk.controller.choose(talk.id(QStringLiteral("consent_contact")), QStringLiteral("yes"), true);
    const int pad = talk.id(QStringLiteral("consent_sign"));
    talk.controller.signByName(pad, QStringLiteral("  "), QSizeF(100, 50));
    CHECK(talk.of(QStringLiteral("consent_sign"), "value").toString().isEmpty());
    talk.controller.signByName(pad, QStringLiteral("Petra Krüger"), QSizeF(400, 180));
    const QString name = talk.of(QStringLiteral("consent_sign"), "value").toString();
    REQUIRE(name.endsWith(QStringLiteral(".png")));
    REQUIRE(talk.go(QStringLiteral("Person")));
    CHECK(desk.store->attachment(talk.draft().id, name)->startsWith("\x89PNG"));
}

TEST_CASE("Leaving keeps the draft, discarding deletes it, and nothing answered leaves nothing", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy left(&talk.controller, &ConversationController::left);
    SECTION("nothing answered")
    {
        talk.controller.startNew();
        talk.controller.keepDraft();
        REQUIRE(eventually([&] { return left.size() == 1; }));
        CHECK(desk.store->drafts()->empty());
    }
    SECTION("kept")
    {
        talk.controller.startWith(badge);
        talk.controller.keepDraft();
        REQUIRE(eventually([&] { return left.size() == 1; }));
        CHECK(desk.store->drafts()->size() == 1);
    }
    SECTION("discarded")
    {
        talk.controller.startWith(badge);
        REQUIRE(talk.saved());
        talk.controller.discard();
        REQUIRE(eventually([&] { return left.size() == 1; }));
        CHECK(desk.store->drafts()->empty());
        CHECK_FALSE(talk.controller.isOpen());
    }
}

TEST_CASE("A deleted draft comes back whole with Undo, or from the list, and nothing of it is sent", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    DeletedController deleted(*desk.thread, desk.clock);
    QObject::connect(&talk.controller, &ConversationController::discarded, &deleted, &DeletedController::offerUndo);
    QSignalSpy left(&talk.controller, &ConversationController::left), stored(&deleted, &DeletedController::stored);
    talk.controller.startWith(badge);
    REQUIRE(talk.saved());
    const QString id = talk.draft().id.text();
    talk.controller.choose(talk.id(QStringLiteral("lead_status")), QStringLiteral("hot"), true);
    talk.controller.discard(); // in the same turn: the answer is not on disk yet
    REQUIRE(eventually([&] { return left.size() == 1; }));
    CHECK(desk.store->drafts()->empty());
    CHECK(deleted.canUndo());
    SECTION("by Undo")
    {
        deleted.undo();
        CHECK_FALSE(deleted.canUndo());
        REQUIRE(eventually([&] { return stored.size() == 1; }));
        CHECK(talk.draft().leadStatus == QStringLiteral("hot"));
        CHECK(desk.store->instance(talk.draft().id)->contains("<lead_status>hot</lead_status>"));
    }
    SECTION("from the list")
    {
        deleted.refresh();
        REQUIRE(eventually([&] { return deleted.items()->count() == 1; }));
        CHECK(deleted.items()->value(0, "title") == QStringLiteral("Dr. Aylin Çelik"));
        deleted.restore(id);
        REQUIRE(eventually([&] { return stored.size() == 1 && deleted.items()->count() == 0; }));
        CHECK(talk.draft().id.text() == id);
    }
    SECTION("unless it was deleted for good")
    {
        deleted.remove(id);
        REQUIRE(eventually([&] { return stored.size() == 1; }));
        CHECK(desk.store->deletedDrafts()->empty());
        CHECK_FALSE(desk.store->conversation(store::ConversationId::parse(id)));
    }
    CHECK(desk.store->outbox()->empty());
}

TEST_CASE("The next conversation does not call itself saved because the last one was", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy opened(&talk.controller, &ConversationController::opened);
    talk.controller.startWith(badge);
    talk.controller.startNew(); // while the first one is still being written
    REQUIRE(eventually([&] { return opened.size() == 2; }));
    CHECK(talk.controller.title() == QStringLiteral("New conversation"));
    CHECK(talk.controller.savedText().isEmpty());
    CHECK(talk.draft().title == QStringLiteral("Dr. Aylin Çelik"));
}

TEST_CASE("What waits to be sent can be read and not be changed", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    QSignalSpy finished(&talk.controller, &ConversationController::finished);
    talk.controller.startWith(badge);
    answerWhatIsRequired(talk);
    talk.controller.finish();
    REQUIRE(eventually([&] { return finished.size() == 1; }));
    const QString id = desk.store->outbox()->front().conversation.text();
    talk.controller.open(id);
    CHECK(talk.controller.readOnly());
    REQUIRE(talk.go(QStringLiteral("Person")));
    CHECK(talk.of(QStringLiteral("family_name"), "readonly").toBool());
    CHECK_FALSE(talk.controller.answer(talk.id(QStringLiteral("family_name")), QStringLiteral("Other")));
    CHECK(talk.of(QStringLiteral("family_name"), "value") == QStringLiteral("Çelik"));
}

TEST_CASE("A badge number without a name is a conversation like any other, to be resolved", "[conversation]")
{
    const Desk desk;
    Talk talk(desk);
    talk.controller.startWith({{QStringLiteral("contacts.badge_id"), QStringLiteral("KE27-004512")}});
    CHECK(talk.controller.title() == QStringLiteral("Badge KE27-004512"));
    REQUIRE(talk.saved());
    const auto day = DayReader(desk.clock).read(*desk.store);
    REQUIRE(day->entries.size() == 1);
    CHECK(day->entries.front().unresolved);
    CHECK(day->entries.front().conversation.title == QStringLiteral("KE27-004512"));
}

TEST_CASE("Without a form a sentence says so and nothing opens", "[conversation]")
{
    const QTemporaryDir dir;
    const auto open = [&] { return store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), systemClock()); };
    auto store = std::move(*open());
    auto thread = std::move(*StoreThread::start(open));
    ConversationController controller({*store, *thread, systemClock(), {}, {}, QStringLiteral("en"), [] {}});
    QSignalSpy failed(&controller, &ConversationController::failed);
    controller.startNew();
    REQUIRE(failed.size() == 1);
    CHECK(failed[0][0].toString() == QStringLiteral("There is no form on this tablet yet. It comes with the first contact to the hub."));
    CHECK_FALSE(controller.isOpen());
}
