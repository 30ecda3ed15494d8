// SPDX-License-Identifier: Apache-2.0
// People who were scanned one after another: the list, a draft for each, or one draft whose answers hold for all.
#include "app/conversation/formshelf.h"
#include "app/conversation/group.h"
#include "app/conversation/rapidlist.h"
#include "app/conversation/sharedanswers.h"
#include "desk.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;

namespace
{

QString vcard(const QString& given, const QString& family, const QString& email, const QString& firm = {})
{
    return u"BEGIN:VCARD\nVERSION:3.0\nN:%1;%2\nEMAIL:%3\nORG:%4\nEND:VCARD\n"_s.arg(family, given, email, firm);
}

const QString aylin = vcard(u"Aylin"_s, u"Çelik"_s, u"aylin.celik@frigomart.example"_s, u"FrigoMart România S.R.L."_s);
const QString weber = vcard(u"Jonas"_s, u"Weber"_s, u"jonas.weber@frischmarkt.example"_s);
const QString marek = u"KE27-004512"_s;

/// A desk with three people in the list, and a form environment whose clock is the desk's.
struct Stand : Desk {
    Stand()
    {
        environment.now = clock;
        environment.username = u"m.hansen"_s;
        for (const QString& code : {aylin, weber, marek})
            keep(code);
    }
    void keep(const QString& code)
    {
        REQUIRE(store::keepGathered(*store, {QString::number(store::gathered(*store)->size()), u"QRCode"_s, code, clock()}));
    }
    std::unique_ptr<forms::FormSession> session(store::ConversationId id) const
    {
        const auto talk = store->conversation(id);
        REQUIRE(talk);
        const auto form = loadForm(*store, talk->formId, talk->formVersion);
        REQUIRE(form);
        auto restored = forms::FormSession::restore(*form, *store->instance(id), environment);
        REQUIRE(restored);
        return std::move(*restored);
    }
    void save(store::ConversationId id, const forms::FormSession& session) const
    {
        REQUIRE(store->saveDraft(*store->conversation(id), session.serialize(forms::FormSession::Keep::Everything)));
    }
    std::vector<store::Conversation> today() const
    {
        const QDateTime midnight(clock().date(), QTime(0, 0), Qt::OffsetFromUTC, clock().offsetFromUtc());
        auto all = store->conversations(midnight, midnight.addDays(1));
        REQUIRE(all);
        std::sort(all->begin(), all->end(), [](const auto& a, const auto& b) { return a.title < b.title; });
        return *all;
    }

    forms::Environment environment;
};

QString valueOf(const forms::FormSession& session, const QString& ref)
{
    const auto node = session.find(ref);
    REQUIRE(node);
    return session.node(*node).value;
}

void answer(forms::FormSession& session, const QString& ref, const QString& value)
{
    INFO(ref.toStdString());
    const auto node = session.find(ref);
    REQUIRE(node);
    REQUIRE(session.answer(*node, value));
}

/// What is asked of everybody, with two follow-ups; and a signature, which nobody gives for another one.
void answerForAll(forms::FormSession& shared)
{
    answer(shared, u"/data/interest/lead_status"_s, u"hot"_s);
    answer(shared, u"/data/interest/products"_s, u"px450"_s);
    answer(shared, u"/data/opp/opp_signal"_s, u"no"_s);
    answer(shared, u"/data/followups[1]/kind"_s, u"call"_s);
    REQUIRE(shared.addRepetition(*shared.find(u"/data/followups"_s)));
    answer(shared, u"/data/followups[2]/kind"_s, u"offer"_s);
    answer(shared, u"/data/consent/consent_contact"_s, u"yes"_s);
    answer(shared, u"/data/consent/consent_sign"_s, u"consent_sign.png"_s);
}

/// A group of the three, whose shared answers are on the disk.
store::ConversationId answeredGroup(Stand& stand)
{
    const auto group = startGroup(*stand.store, stand.environment);
    REQUIRE(group);
    const auto shared = stand.session(*group);
    answerForAll(*shared);
    stand.save(*group, *shared);
    REQUIRE(stand.store->addAttachment(*group, u"consent_sign.png"_s, u"image/png"_s, "signature"));
    return *group;
}

QStringList labelsOf(const std::vector<store::Entity>& entities)
{
    QStringList labels;
    for (const store::Entity& entity : entities)
        labels.append(entity.label);
    labels.sort();
    return labels;
}

std::string inWords(const std::vector<GroupFault>& faults)
{
    QStringList words;
    for (const GroupFault& fault : faults)
        words.append(fault.who + u": "_s + fault.questions.join(u", "_s));
    return words.join(u"; "_s).toStdString();
}

contact::ContactDraft draftOf(const QString& code)
{
    return contact::readBadge(code, {}, {});
}

} // namespace

TEST_CASE("Each badge stands in the list once: held before the camera it counts once, later it is counted", "[group]")
{
    RapidList list;
    QDateTime now = QDateTime::fromString(u"2027-11-10T10:20:00Z"_s, Qt::ISODate);
    const auto hear = [&](const QString& code) { return list.hear(u"QRCode"_s, code, draftOf(code), now).heard; };
    CHECK(hear(aylin) == RapidList::Heard::New);
    for (int frame = 0; frame < 10; ++frame) { // five seconds in view
        now = now.addMSecs(500);
        CHECK(hear(aylin) == RapidList::Heard::Same);
    }
    CHECK(hear(marek) == RapidList::Heard::New);
    now = now.addMSecs(1999);
    CHECK(hear(aylin) == RapidList::Heard::Same);
    now = now.addMSecs(2000);
    CHECK(hear(aylin) == RapidList::Heard::Again);
    CHECK(hear(aylin) == RapidList::Heard::Same);
    REQUIRE(list.visitors().size() == 2);
    CHECK(list.visitors()[0].gathered.times == 2);
    CHECK(list.visitors()[1].gathered.times == 1);

    INFO("the same person by another code");
    now = now.addSecs(3);
    CHECK(hear(vcard(u"A."_s, u"Celik"_s, u"Aylin.Celik@FRIGOMART.example"_s)) == RapidList::Heard::Again);
    CHECK(list.visitors().size() == 2);

    INFO("taken out and put back where it was");
    const QString first = list.visitors()[0].gathered.id;
    const auto taken = list.take(first);
    REQUIRE(taken);
    CHECK(list.visitors().size() == 1);
    list.putBack(*taken);
    CHECK(list.visitors()[0].gathered.id == first);
    CHECK_FALSE(list.take(u"nobody"_s));
}

TEST_CASE("Twenty badges in twenty seconds are twenty people, and those read twice say so", "[group]")
{
    RapidList list;
    QDateTime now = QDateTime::fromString(u"2027-11-10T10:20:00Z"_s, Qt::ISODate);
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 20; ++i, now = now.addMSecs(500)) {
            const QString code = u"KE27-%1"_s.arg(i, 6, 10, QLatin1Char('0'));
            if (round == 0 || i % 5 == 0)
                (void)list.hear(u"QRCode"_s, code, draftOf(code), now);
        }
    }
    REQUIRE(list.visitors().size() == 20);
    for (std::size_t i = 0; i < 20; ++i)
        CHECK(list.visitors()[i].gathered.times == (i % 5 == 0 ? 2 : 1));
}

TEST_CASE("Whoever was scanned is known by badge or e-mail, and was met or not", "[group]")
{
    Stand stand;
    const BadgeReading reading = badgeReading(*stand.store);
    const auto list = store::gathered(*stand.store);
    const auto visitor = [&](std::size_t at) { return visitorOf(*stand.store, (*list)[at], reading, stand.clock()); };
    CHECK_FALSE(visitor(0).known);
    REQUIRE(visitor(1).known);
    CHECK(visitor(1).known->surely);
    CHECK(visitor(1).asKnown.front() == std::pair(u"contacts.@id"_s, Desk::weberId()));
    CHECK_FALSE(visitor(2).met);
    REQUIRE(startEach(*stand.store, stand.environment).value_or(0) == 3);
    CHECK(visitorOf(*stand.store, {u"x"_s, {}, marek, stand.clock()}, reading, stand.clock()).met);
}

TEST_CASE("A draft for each begins with what the badge says, but for who was met today", "[group]")
{
    Stand stand;
    REQUIRE(startEach(*stand.store, stand.environment).value_or(0) == 3);
    CHECK(store::gathered(*stand.store)->empty());
    const auto drafts = stand.today();
    REQUIRE(drafts.size() == 3);
    CHECK(drafts[0].title == u"Aylin Çelik"_s);
    CHECK(drafts[0].organisation == u"FrigoMart România S.R.L."_s);
    CHECK(drafts[0].author == u"m.hansen"_s);
    CHECK(drafts[1].title == u"Jonas Weber"_s);
    CHECK(drafts[2].title == marek);
    CHECK(valueOf(*stand.session(drafts[1].id), u"/data/known/known_contact"_s) == Desk::weberId());

    stand.keep(aylin);
    SECTION("she was met, so nothing new begins")
    {
        CHECK(startEach(*stand.store, stand.environment).value_or(-1) == 0);
        CHECK(stand.today().size() == 3);
    }
    SECTION("a new one is wanted")
    {
        auto again = store::gathered(*stand.store)->front();
        again.conversesAnew = true;
        REQUIRE(store::keepGathered(*stand.store, again));
        CHECK(startEach(*stand.store, stand.environment).value_or(-1) == 1);
        CHECK(stand.today().size() == 4);
    }
    CHECK(store::gathered(*stand.store)->empty());
}

TEST_CASE("Shared answers make a finished conversation for each, with her own name, ids and follow-ups", "[group]")
{
    Stand stand;
    const auto group = answeredGroup(stand);
    CHECK(stand.store->conversation(group)->title == u"Aylin Çelik + 2"_s);
    const auto finish = finishGroup(*stand.store, group, stand.environment);
    REQUIRE(finish);
    CHECK(inWords(finish->faults) == "");
    CHECK(finish->finished == 3);
    CHECK(stand.store->drafts()->empty());
    CHECK(stand.store->outbox()->size() == 3);

    const auto all = stand.today();
    REQUIRE(all.size() == 3);
    std::set<QString> contactIds, instances;
    for (const store::Conversation& one : all) {
        CHECK(one.state == store::ConversationState::Waiting);
        CHECK(one.leadStatus == u"hot"_s);
        instances.insert(one.instanceId);
        const auto session = stand.session(one.id);
        contactIds.insert(valueOf(*session, u"/data/contact_id"_s));
        CHECK(valueOf(*session, u"/data/followups[2]/kind"_s) == u"offer"_s);
        CHECK(stand.store->attachments(one.id)->empty()); // nobody has signed for her
    }
    CHECK(contactIds.size() == 3);
    CHECK(instances.size() == 3);
    CHECK(contactIds.contains(Desk::weberId())); // the one who is known stays the same contact
    CHECK(all[2].title == marek);
    CHECK(all[2].unresolved == marek);                                 // until the organiser says whose it is
    CHECK(stand.store->countEntities(u"contacts"_s).value_or(0) == 4); // two were there
    CHECK(labelsOf(*stand.store->entities(u"followups"_s)).filter(u"Aylin"_s) == QStringList{u"call: Aylin Çelik"_s, u"offer: Aylin Çelik"_s});
    CHECK(stand.store->countEntities(u"followups"_s).value_or(0) == 6);
}

TEST_CASE("What is missing for one of the group is said, and nobody is finished before that is settled", "[group]")
{
    Stand stand;
    stand.keep(u"https://badge.kaelteexpo.example/v/9f3a"_s);
    const auto group = answeredGroup(stand);
    const auto stopped = finishGroup(*stand.store, group, stand.environment);
    REQUIRE(stopped);
    CHECK(stopped->finished == 0);
    REQUIRE(stopped->faults.size() == 1);
    CHECK(stopped->faults[0].who == u"badge.kaelteexpo.example"_s);
    CHECK(stopped->faults[0].questions.size() == 1); // the last name
    CHECK(stand.store->outbox()->empty());

    INFO("she goes on alone, with the shared answers; the others are finished");
    const auto alone = goOnAlone(*stand.store, group, stopped->faults[0].person, stand.environment);
    REQUIRE(alone);
    CHECK(valueOf(*stand.session(*alone), u"/data/interest/lead_status"_s) == u"hot"_s);
    CHECK_FALSE(stand.store->instance(*alone)->contains("consent_sign.png")); // she signs for herself
    CHECK(finishGroup(*stand.store, group, stand.environment)->finished == 3);
    CHECK(stand.store->drafts()->size() == 1);
}

TEST_CASE("For who was met today the shared answers go into that conversation, or a new one begins", "[group]")
{
    Stand stand;
    auto morning = forms::FormSession::start(*formForNewConversation(*stand.store), stand.environment);
    REQUIRE(morning);
    answer(**morning, u"/data/contact/person/family_name"_s, u"Çelik"_s);
    answer(**morning, u"/data/contact/person/email"_s, u"aylin.celik@frigomart.example"_s);
    answer(**morning, u"/data/interest/lead_status"_s, u"cold"_s);
    answer(**morning, u"/data/followups[1]/kind"_s, u"brochure"_s);
    store::Conversation met;
    met.id = store::ConversationId::make();
    met.instanceId = (*morning)->instanceId();
    met.formId = (*morning)->form().id();
    met.formVersion = (*morning)->form().version();
    met.startedAt = stand.clock();
    REQUIRE(stand.store->saveDraft(met, (*morning)->serialize(forms::FormSession::Keep::Everything)));
    const auto checkAdded = [&](store::ConversationId id) {
        const auto session = stand.session(id);
        CHECK(valueOf(*session, u"/data/interest/lead_status"_s) == u"cold"_s); // what was said to her alone stays
        CHECK(valueOf(*session, u"/data/followups[1]/kind"_s) == u"brochure"_s);
        CHECK(valueOf(*session, u"/data/followups[2]/kind"_s) == u"call"_s);
        CHECK(valueOf(*session, u"/data/followups[3]/kind"_s) == u"offer"_s);
        CHECK(stand.store->attachments(id)->empty());
    };
    SECTION("it is a draft: it is finished with the others")
    {
        const auto group = answeredGroup(stand);
        REQUIRE(finishGroup(*stand.store, group, stand.environment)->finished == 3);
        CHECK(stand.today().size() == 3);
        CHECK(stand.store->conversation(met.id)->state == store::ConversationState::Waiting);
        checkAdded(met.id);
    }
    SECTION("it is finished: it is corrected")
    {
        answer(**morning, u"/data/opp/opp_signal"_s, u"no"_s);
        answer(**morning, u"/data/consent/consent_contact"_s, u"yes"_s);
        REQUIRE(stand.store->finish(met, (*morning)->submission().xml, {}));
        const auto group = answeredGroup(stand);
        REQUIRE(finishGroup(*stand.store, group, stand.environment)->finished == 3);
        const auto earlier = stand.store->conversation(met.id);
        REQUIRE(earlier->correction);
        CHECK(earlier->correctedAt);
        checkAdded(*earlier->correction);
        CHECK(stand.store->outbox()->size() == 4);
    }
    SECTION("a new one is wanted")
    {
        auto her = store::gathered(*stand.store)->front();
        her.conversesAnew = true;
        REQUIRE(store::keepGathered(*stand.store, her));
        const auto group = answeredGroup(stand);
        REQUIRE(finishGroup(*stand.store, group, stand.environment)->finished == 3);
        CHECK(stand.today().size() == 4);
        CHECK(stand.store->conversation(met.id)->state == store::ConversationState::Draft);
    }
}

TEST_CASE("A group asks what was talked about, not who somebody is", "[group]")
{
    struct Row {
        const char* key;
        bool who;
    };
    const auto row = GENERATE(values<Row>({
        {"contacts.@id", true},
        {"opportunities.@id", true},
        {"contacts.family_name", true},
        {"organisations.street", true},
        {"contacts.lead_status", false},
        {"contacts.consent_contact", false},
        {"opportunities.title", false},
        {"followups.kind", false},
    }));
    INFO(row.key);
    CHECK(asksWho(QString::fromLatin1(row.key)) == row.who);
}

TEST_CASE("A file that is called as another one there gets a name of its own", "[group]")
{
    const QByteArray instance = "<a/><b/>", binds = "<bind nodeset='/data/a' type='binary'/><bind nodeset='/data/b' type='binary'/>",
                     body = "<upload ref='/data/a' mediatype='image/*'/><upload ref='/data/b' mediatype='image/*'/>";
    const auto shared = tests::sessionOf(instance, binds, body), there = tests::sessionOf(instance, binds, body);
    answer(*shared, u"/data/a"_s, u"photo.jpg"_s);
    answer(*there, u"/data/b"_s, u"photo.jpg"_s);
    const auto copied = copyAnswers(*shared, *there, Session::InUse, {u"photo.jpg"_s});
    CHECK(copied.refused.isEmpty());
    CHECK(valueOf(*there, u"/data/a"_s) == u"photo-2.jpg"_s);
    CHECK(valueOf(*there, u"/data/b"_s) == u"photo.jpg"_s);
    REQUIRE(copied.files.size() == 1);
    CHECK(copied.files[0] == std::pair(u"photo.jpg"_s, u"photo-2.jpg"_s));
}

TEST_CASE("A fresh session says what the shared one says, also where a default was taken back", "[group]")
{
    const QByteArray instance = "<a>1</a><b>2</b><c/><r><x/></r>", binds = "<bind nodeset='/data/c' relevant=\"/data/a = '3'\" type='string'/>",
                     body = "<input ref='/data/c'/><input ref='/data/a'/><input ref='/data/b'/><group ref='/data/r'><repeat nodeset='/data/r'>"
                            "<input ref='/data/r/x'/></repeat></group>";
    const auto shared = tests::sessionOf(instance, binds, body), fresh = tests::sessionOf(instance, binds, body);
    answer(*shared, u"/data/a"_s, u"3"_s);
    answer(*shared, u"/data/b"_s, {});
    answer(*shared, u"/data/c"_s, u"asked because of a"_s);
    REQUIRE(shared->addRepetition(*shared->find(u"/data/r"_s)));
    answer(*shared, u"/data/r[2]/x"_s, u"second"_s);
    CHECK(copyAnswers(*shared, *fresh, Session::Fresh).refused.isEmpty());
    CHECK(valueOf(*fresh, u"/data/a"_s) == u"3"_s);
    CHECK(valueOf(*fresh, u"/data/b"_s).isEmpty());
    CHECK(valueOf(*fresh, u"/data/c"_s) == u"asked because of a"_s);
    CHECK(valueOf(*fresh, u"/data/r[2]/x"_s) == u"second"_s);
}
