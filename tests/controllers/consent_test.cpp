// SPDX-License-Identifier: Apache-2.0
// Consent: asked in words that are kept, seen with the person, withdrawn, had back.
#include "app/controllers/customercontroller.h"
#include "app/controllers/withdrawalcontroller.h"
#include "app/conversation/consents.h"
#include "app/conversation/formshelf.h"
#include "app/conversation/lastanswers.h"
#include "app/conversation/revision.h"
#include "controllers/desk.h"
#include "forms/xlsform/xlsform.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

const QString fairForm = u"trade_fair_conversation"_s;

/// The desk of a fair with the form for withdrawals, and the hand that fills in forms.
struct Stand {
    Stand()
    {
        QLocale::setDefault(QLocale(u"en"_s));
        QFile file(QStringLiteral(RAPPORT_SOURCE "/forms/packs/consent_withdrawal.xlsx"));
        REQUIRE(file.open(QIODevice::ReadOnly));
        REQUIRE(desk.store->putForm({withdrawalForm, u"1"_s, u"md5:w"_s, u"Withdrawal of consent"_s, xlsform::convert(file.readAll()).xml}));
    }

    forms::Environment environment() const
    {
        forms::Environment handed;
        handed.now = desk.clock;
        handed.username = u"m.hansen"_s;
        handed.deviceId = u"rapport:test"_s;
        return handed;
    }
    std::unique_ptr<forms::FormSession> talk(const QString& contactId)
    {
        const auto form = loadForm(*desk.store, fairForm, {});
        REQUIRE(form);
        auto session = forms::FormSession::start(*form, environment());
        REQUIRE(session);
        set(**session, u"/data/known/known_contact"_s, contactId);
        set(**session, u"/data/interest/lead_status"_s, u"hot"_s);
        set(**session, u"/data/opp/opp_signal"_s, u"no"_s);
        return std::move(*session);
    }
    static void set(forms::FormSession& session, const QString& ref, const QString& value)
    {
        const auto node = session.find(ref);
        INFO(ref.toStdString());
        REQUIRE(node);
        REQUIRE(session.answer(*node, value));
    }
    static forms::Node node(const forms::FormSession& session, const QString& ref)
    {
        const auto found = session.find(ref);
        INFO(ref.toStdString());
        REQUIRE(found);
        return session.node(*found);
    }
    void finish(forms::FormSession& session)
    {
        const auto record = session.submission();
        for (const forms::Problem& problem : record.problems)
            UNSCOPED_INFO(problem.ref.toStdString());
        REQUIRE(record.ready);
        const auto changes = changesIn(*desk.store, session.form(), record.xml);
        REQUIRE(changes);
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = session.instanceId();
        conversation.formId = fairForm;
        conversation.author = u"m.hansen"_s;
        conversation.startedAt = desk.clock();
        REQUIRE(desk.store->finish(conversation, record.xml, *changes));
    }
    void consent(const QString& newsletter = u"no"_s)
    {
        const auto session = talk(Desk::weberId());
        REQUIRE(session->setLanguage(u"Deutsch (de)"_s));
        set(*session, u"/data/consent/consent_contact"_s, u"yes"_s);
        if (!newsletter.isEmpty())
            set(*session, u"/data/consent/consent_newsletter"_s, newsletter);
        finish(*session);
    }
    store::Entity weber() const { return **desk.store->entity(u"contacts"_s, Desk::weberId()); }
    QString says(const QString& property) const
    {
        const store::Entity contact = weber();
        const auto found = contact.properties.find(property);
        return found == contact.properties.end() ? QString() : found->second;
    }
    std::vector<Consent> consents() const
    {
        const auto found = readConsents(*desk.store, weber());
        REQUIRE(found);
        return *found;
    }

    Desk desk;
};

} // namespace

TEST_CASE("The words that consent is asked with are those of the occasion, and the language they were shown in is kept", "[consent]")
{
    struct Row {
        const char* note;
        QString formLanguage, language, words;
    };
    const auto row = GENERATE(values<Row>({{"English", u"English (en)"_s, u"en"_s, u"Nordfrost Systems GmbH may store"_s},
                                           {"German", u"Deutsch (de)"_s, u"de"_s, u"Die Nordfrost Systems GmbH darf"_s},
                                           {"Indonesian", u"Bahasa Indonesia (id)"_s, u"id"_s, u"Nordfrost Systems GmbH boleh"_s}}));
    INFO(row.note);
    Stand stand;
    const auto session = stand.talk(Desk::weberId());
    REQUIRE(session->setLanguage(row.formLanguage));
    CHECK(Stand::node(*session, u"/data/consent/consent_words"_s).label->text.startsWith(row.words));
    Stand::set(*session, u"/data/consent/consent_contact"_s, u"yes"_s);
    REQUIRE(session->setLanguage(u"English (en)"_s)); // the rep goes on in her own language
    stand.finish(*session);
    const auto consents = stand.consents();
    REQUIRE(consents.size() == 1); // the newsletter was not answered: there is no row, and no flag
    CHECK(stand.says(u"consent_newsletter"_s).isEmpty());
    CHECK(consents[0].purpose == u"contact");
    CHECK(consents[0].given);
    CHECK(consents[0].textId == u"CT-2027-2");
    CHECK(consents[0].language == row.language);
    CHECK(consents[0].text.startsWith(row.words));
    CHECK(consents[0].at.isValid());
}

TEST_CASE("Where the occasion has no words in the form's language, the ones that were shown are told", "[consent]")
{
    Stand stand;
    QJsonObject occasion = **stand.desk.store->occasion();
    QJsonObject consent = occasion[u"consent"_s].toObject(), texts = consent[u"texts"_s].toObject();
    texts.remove(u"id"_s);
    consent[u"texts"_s] = texts;
    occasion[u"consent"_s] = consent;
    REQUIRE(stand.desk.store->putOccasion(QJsonDocument(occasion).toJson()));
    const auto session = stand.talk(Desk::weberId());
    REQUIRE(session->setLanguage(u"Bahasa Indonesia (id)"_s));
    CHECK(Stand::node(*session, u"/data/consent/consent_words"_s).label->text.startsWith(u"Nordfrost Systems GmbH may store"_s));
    Stand::set(*session, u"/data/consent/consent_contact"_s, u"yes"_s);
    stand.finish(*session);
    CHECK(stand.consents().at(0).language == u"en");
}

TEST_CASE("Consent is never ticked beforehand and never taken over from somebody else", "[consent]")
{
    Stand stand;
    stand.consent(u"yes"_s);
    const QString other = u"5bdc9531-9c63-41af-8ad2-4531d71a1a39"_s;
    const auto session = stand.talk(other);
    const auto answers = lastAnswers(*stand.desk.store, fairForm, u"m.hansen"_s, neverOffered(session->form()));
    REQUIRE(answers);
    for (const QString& question : {u"consent_contact"_s, u"consent_newsletter"_s}) {
        const forms::Node node = Stand::node(*session, u"/data/consent/"_s + question);
        CHECK(node.relevant);
        CHECK(node.value.isEmpty());
        CHECK(lastAnswer(*answers, node).isEmpty());
        CHECK(answers->find(node.ref) == answers->end());
    }
}

TEST_CASE("The questions that feed a consent are not offered again, whatever the form calls them", "[consent][last]")
{
    struct Row {
        const char* note;
        QByteArray calculate;
        std::set<QString> never;
    };
    const auto row =
        GENERATE(values<Row>({{"a copy", "/data/may_we", {u"/data/may_we"_s}},
                              {"made of it", "if(/data/may_we = '1', 'yes', 'no')", {u"/data/copy"_s, u"/data/may_we"_s}},
                              {"made of two", "concat(/data/may_we, /data/other)", {u"/data/copy"_s, u"/data/may_we"_s, u"/data/other"_s}}}));
    INFO(row.note);
    const QByteArray xml = "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' "
                           "xmlns:entities='http://www.opendatakit.org/xforms/entities'><h:head><h:title>F</h:title><model><instance><data id='f'>"
                           "<may_we/><other/><copy/><meta><entity dataset='contacts' create='1' id=''><label/></entity></meta></data></instance>"
                           "<bind nodeset='/data/may_we'/><bind nodeset='/data/other'/><bind nodeset='/data/copy' calculate=\"" +
                           row.calculate +
                           "\" entities:saveto='consent_contact'/></model></h:head><h:body><input ref='/data/may_we'><label>?</label></input>"
                           "<input ref='/data/other'><label>!</label></input></h:body></h:html>";
    const auto form = forms::Form::load(xml);
    REQUIRE(form);
    CHECK(neverOffered(**form) == row.never);
}

TEST_CASE("A consent on file is shown with its date and can be withdrawn in the conversation", "[consent]")
{
    Stand stand;
    stand.consent(u"yes"_s);
    const auto session = stand.talk(Desk::weberId());
    const forms::Node renew = Stand::node(*session, u"/data/consent/consent_renew"_s);
    CHECK(renew.relevant);
    CHECK(renew.label->text == u"Consent is on file (10.11.2027). Ask again?");
    CHECK_FALSE(Stand::node(*session, u"/data/consent/consent_contact"_s).relevant);

    SECTION("left as it is, nothing changes")
    {
        Stand::set(*session, u"/data/consent/consent_renew"_s, u"no"_s);
        stand.finish(*session);
        CHECK(stand.says(u"consent_contact"_s) == u"yes");
        CHECK(stand.consents().size() == 2);
    }
    SECTION("withdrawn for one purpose")
    {
        Stand::set(*session, u"/data/consent/consent_renew"_s, u"withdraw"_s);
        Stand::set(*session, u"/data/consent/withdrawal/withdrawn"_s, u"newsletter"_s);
        stand.finish(*session);
        CHECK(stand.says(u"consent_contact"_s) == u"yes");
        CHECK(stand.says(u"consent_newsletter"_s) == u"no");
        for (const Consent& consent : stand.consents())
            CHECK(consent.stands() == (consent.purpose == u"contact"));
    }
}

TEST_CASE("Who has withdrawn her consent gets nothing by e-mail until she consents anew", "[consent]")
{
    struct Row {
        const char* note;
        bool withdrawn;
        QString channel, anew;
        bool accepted;
    };
    const auto row = GENERATE(values<Row>({{"consented, e-mail", false, u"email"_s, {}, true},
                                           {"withdrawn, e-mail", true, u"email"_s, {}, false},
                                           {"withdrawn, both", true, u"both"_s, {}, false},
                                           {"withdrawn, by post", true, u"print"_s, {}, true},
                                           {"withdrawn, consents anew", true, u"email"_s, u"yes"_s, true},
                                           {"withdrawn, refuses again", true, u"email"_s, u"no"_s, false}}));
    INFO(row.note);
    Stand stand;
    stand.consent();
    if (row.withdrawn)
        REQUIRE(withdraw(*stand.desk.store, stand.environment(), Desk::weberId(), u"contact"_s));
    const auto session = stand.talk(Desk::weberId());
    Stand::set(*session, u"/data/followups[1]/kind"_s, u"brochure"_s);
    Stand::set(*session, u"/data/followups[1]/channel"_s, row.channel);
    if (!row.anew.isEmpty())
        Stand::set(*session, u"/data/consent/consent_contact"_s, row.anew);
    const forms::Node channel = Stand::node(*session, u"/data/followups[1]/channel"_s);
    CHECK(channel.constraintOk == row.accepted);
    CHECK(channel.constraintMessage->contains(u"does not want to be contacted"_s));
}

TEST_CASE("A withdrawal is in the outbox at once, goes out after eight seconds and leaves the history", "[consent]")
{
    Stand stand;
    stand.consent(u"yes"_s);
    const auto id = withdraw(*stand.desk.store, stand.environment(), Desk::weberId(), u"newsletter"_s);
    INFO((id ? std::string() : id.error().detail.toStdString()));
    REQUIRE(id);
    CHECK(stand.says(u"consent_newsletter"_s) == u"no");
    CHECK(stand.says(u"consent_contact"_s) == u"yes");
    const auto consents = stand.consents();
    REQUIRE(consents.size() == 2);
    for (const Consent& consent : consents) {
        CHECK(consent.given);
        CHECK(consent.withdrawnAt.isValid() == (consent.purpose == u"newsletter"));
        CHECK(consent.withdrawnBy == (consent.purpose == u"newsletter" ? u"m.hansen"_s : QString()));
    }
    const auto outbox = stand.desk.store->outbox();
    REQUIRE(outbox->size() == 2);
    const store::OutboxItem held = outbox->at(0).conversation == *id ? outbox->at(0) : outbox->at(1);
    REQUIRE(held.nextTryAt);
    CHECK(stand.desk.clock().msecsTo(*held.nextTryAt) > 6'000);
    CHECK(stand.desk.clock().msecsTo(*held.nextTryAt) <= 8'000);
    REQUIRE(stand.desk.store->wakeOutbox());
    const auto woken = stand.desk.store->outbox();
    for (const store::OutboxItem& item : *woken)
        CHECK(item.nextTryAt.has_value() == (item.conversation == *id)); // "try now" does not break the time to undo

    SECTION("taken back, it has never been")
    {
        REQUIRE(takeBackWithdrawal(*stand.desk.store, *id));
        CHECK(stand.says(u"consent_newsletter"_s) == u"yes");
        for (const Consent& consent : stand.consents())
            CHECK(consent.stands());
        CHECK(stand.desk.store->outbox()->size() == 1);
        CHECK(stand.desk.store->drafts()->empty());
        CHECK(stand.desk.store->deletedDrafts()->empty());
        CHECK(stand.desk.store->entities(u"withdrawals"_s)->empty());
    }
    SECTION("on its way, it cannot be taken back")
    {
        REQUIRE(stand.desk.store->beginSending(stand.desk.store->conversation(*id)->instanceId));
        const Status taken = takeBackWithdrawal(*stand.desk.store, *id);
        REQUIRE_FALSE(taken);
        CHECK(taken.error().kind == Error::Kind::Conflict);
        CHECK(stand.says(u"consent_newsletter"_s) == u"no");
    }
    SECTION("a later consent is a new row")
    {
        const auto session = stand.talk(Desk::weberId());
        Stand::set(*session, u"/data/consent/consent_renew"_s, u"yes"_s);
        Stand::set(*session, u"/data/consent/consent_contact"_s, u"yes"_s);
        Stand::set(*session, u"/data/consent/consent_newsletter"_s, u"yes"_s);
        stand.finish(*session);
        CHECK(stand.says(u"consent_newsletter"_s) == u"yes");
        int standing = 0, withdrawn = 0;
        for (const Consent& consent : stand.consents()) {
            if (consent.purpose == u"newsletter")
                ++(consent.stands() ? standing : withdrawn);
        }
        CHECK(standing == 1);
        CHECK(withdrawn == 1);
    }
}

TEST_CASE("What cannot be withdrawn is refused and changes nothing", "[consent]")
{
    Stand stand;
    stand.consent();
    SECTION("somebody who is not here")
    {
        const auto refused = withdraw(*stand.desk.store, stand.environment(), u"nobody"_s, u"contact"_s);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::NotFound);
    }
    SECTION("a purpose that is no word")
    {
        CHECK_FALSE(withdraw(*stand.desk.store, stand.environment(), Desk::weberId(), u"a/b"_s));
        CHECK_FALSE(withdraw(*stand.desk.store, stand.environment(), Desk::weberId(), {}));
    }
    CHECK(stand.says(u"consent_contact"_s) == u"yes");
    CHECK(stand.desk.store->outbox()->size() == 1);
}

TEST_CASE("The customer's page tells what was consented to, and withdraws with undo", "[consent]")
{
    Stand stand;
    stand.consent(u"yes"_s);
    CustomerController customer(*stand.desk.thread, stand.desk.clock);
    int woken = 0;
    WithdrawalController withdrawal(
        {*stand.desk.store, *stand.desk.thread, stand.desk.clock, [] { return u"m.hansen"_s; }, u"rapport:test"_s, u"en"_s, [&] { ++woken; }});
    QObject::connect(&customer, &CustomerController::withdrawalRequested, &withdrawal, &WithdrawalController::withdraw);
    QObject::connect(&withdrawal, &WithdrawalController::stored, &customer, &CustomerController::refresh);
    const auto rowOf = [&](const QString& purpose) {
        for (int row = 0; row < customer.consents()->count(); ++row) {
            if (customer.consents()->value(row, "purpose").toString() == purpose)
                return row;
        }
        return -1;
    };
    const auto of = [&](const QString& purpose, const QByteArray& role) { return customer.consents()->value(rowOf(purpose), role); };
    customer.open(u"contacts"_s, Desk::weberId());
    REQUIRE(eventually([&] { return customer.consents()->count() == 2; }));
    CHECK(of(u"Newsletter"_s, "answer") == u"Yes"_s);
    CHECK(of(u"To be contacted"_s, "detail").toString().contains(u"CT-2027-2 · Deutsch"_s));
    CHECK(of(u"To be contacted"_s, "text").toString().startsWith(u"Die Nordfrost Systems GmbH darf"_s));
    CHECK(of(u"Newsletter"_s, "withdrawable").toBool());
    CHECK(customer.consentNote().isEmpty());

    customer.withdraw(rowOf(u"Newsletter"_s));
    REQUIRE(eventually([&] { return of(u"Newsletter"_s, "answer") == u"Withdrawn"_s; }));
    CHECK(of(u"Newsletter"_s, "withdrawn").toString().startsWith(u"Withdrawn 09:1"_s));
    CHECK_FALSE(of(u"Newsletter"_s, "withdrawable").toBool());
    CHECK(withdrawal.canUndo());
    CHECK(withdrawal.undoText() == u"Consent withdrawn: Newsletter.");
    CHECK(woken == 0);
    withdrawal.undo();
    REQUIRE(eventually([&] { return of(u"Newsletter"_s, "answer") == u"Yes"_s; }));
    CHECK_FALSE(withdrawal.canUndo());
    CHECK(withdrawal.trouble().isEmpty());
    CHECK(stand.desk.store->outbox()->size() == 1);

    SECTION("a firm has no consent of its own")
    {
        customer.open(u"organisations"_s, Desk::frischmarktId());
        CHECK(eventually([&] { return customer.consents()->count() == 0; }));
    }
}

TEST_CASE("Without the form for withdrawals the page says so", "[consent]")
{
    const Desk desk;
    REQUIRE(desk.store->absorbEntities(
        {u"contacts"_s, {{u"contacts"_s, u"x"_s, u"Ana"_s, 1, {}, {}, {{u"consent_newsletter"_s, u"yes"_s}}, false}}, "9"}));
    CustomerController customer(*desk.thread, desk.clock);
    customer.open(u"contacts"_s, u"x"_s);
    REQUIRE(eventually([&] { return customer.consents()->count() == 1; }));
    CHECK(customer.consents()->value(0, "detail") == u"date unknown"_s);
    CHECK_FALSE(customer.consents()->value(0, "withdrawable").toBool());
    CHECK(customer.consentNote().contains(u"consent_withdrawal"_s));
}
