// SPDX-License-Identifier: Apache-2.0
// What only Tryton does: lost answers, its rules, its locks. Real Tryton behind the fault proxy.
#include "connectors/targets.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::Fault;
using rapport::test::KnownWorld;
using rapport::test::TrytonTarget;

namespace
{

/// The target, or nullptr with a line that says why.
TrytonTarget* trytonOrSkip()
{
    if (!test::Tryton::installed()) {
        WARN("skipped: Tryton is not installed (tryton-server and modules, app/install/packages.txt)");
        return nullptr;
    }
    TrytonTarget& target = test::trytonTarget();
    target.behave();
    return &target;
}

QJsonObject party(TrytonTarget& target, const QString& id)
{
    return target.tryton
        .read(
            u"party.party"_s, test::Tryton::where(u"code"_s, u"RAP-"_s + id),
            {u"name"_s, u"contact_mechanisms.type"_s, u"contact_mechanisms.value"_s, u"addresses.city"_s, u"addresses.country"_s, u"relations.to"_s})
        .first()
        .toObject();
}

QJsonObject opportunity(TrytonTarget& target, const QString& id)
{
    return target.tryton
        .read(u"sale.opportunity"_s, test::Tryton::where(u"reference"_s, u"RAP-"_s + id),
              {u"party"_s, u"address"_s, u"company"_s, u"employee"_s, u"amount"_s, u"description"_s, u"comment"_s, u"state"_s})
        .first()
        .toObject();
}

QStringList mechanisms(const QJsonObject& party)
{
    QStringList out;
    for (const QJsonValue& one : party["contact_mechanisms."_L1].toArray())
        out += one["type"_L1].toString() + u' ' + one["value"_L1].toString();
    out.sort();
    return out;
}

} // namespace

TEST_CASE("An answer that is lost after Tryton did the work leaves one object", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    struct Row {
        const char* note;
        QString list;
        QByteArray call;
        Fault fault;
    };
    const auto row = GENERATE(values<Row>({
        {"party, dropped", u"organisations"_s, "party.party.create", Fault::commitThenDrop()},
        {"party, torn", u"contacts"_s, "party.party.create", Fault::truncate()},
        {"opportunity, dropped", u"opportunities"_s, "sale.opportunity.create", Fault::commitThenDrop()},
        {"opportunity, torn", u"opportunities"_s, "sale.opportunity.create", Fault::truncate()},
        {"task, dropped", u"followups"_s, "project.work.create", Fault::commitThenDrop()},
        {"opportunity, a gateway's 502", u"opportunities"_s, "sale.opportunity.create", Fault::answerWith(502)},
    }));
    INFO(row.note);
    const auto connector = target->connect();
    KnownWorld world;
    const QString id = world.add(row.list, u"Lost and found"_s, {});
    const bool worked = row.fault.kind != Fault::Kind::Status;
    target->proxy->set(row.fault, 1, row.call);

    Job job = world.job(row.list, id);
    const PushResult lost = connector->push(job, world);
    REQUIRE(std::holds_alternative<PushError>(lost));
    CHECK(std::get<PushError>(lost).kind == Error::Kind::Offline);
    CHECK(std::get<PushError>(lost).outcomeUnknown);
    CHECK(target->proxy->seen(row.call) == 1); // nobody below us sent it again
    CHECK(target->count(row.list, id) == (worked ? 1 : 0));

    job.outcomeUnknown = true;
    const PushResult again = connector->push(job, world);
    REQUIRE(std::holds_alternative<RemoteRef>(again));
    CHECK(target->count(row.list, id) == 1);
    CHECK(target->proxy->seen(row.call) == (worked ? 1 : 2));
}

TEST_CASE("An answer that comes too late is an unknown outcome", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    const auto connector = target->connect({{u"request_seconds"_s, 1}});
    CHECK(connector->capabilities().maximumRequestTime == std::chrono::seconds(1));
    KnownWorld world;
    const QString id = world.add(u"opportunities"_s, u"Slowly"_s, {});
    target->proxy->set(Fault::slow(std::chrono::milliseconds(1500)), 1, "sale.opportunity.create");
    Job job = world.job(u"opportunities"_s, id);
    const PushResult late = connector->push(job, world);
    REQUIRE(std::holds_alternative<PushError>(late));
    CHECK(std::get<PushError>(late).outcomeUnknown);
    for (int i = 0; i < 200 && target->count(u"opportunities"_s, id) == 0; ++i) // Tryton carries it out in the end; a hub waits maximumRequestTime
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    job.outcomeUnknown = true;
    CHECK(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(target->count(u"opportunities"_s, id) == 1);
}

TEST_CASE("Everything that the form found out stands where a Tryton user looks for it", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    const QString organisation =
        world.add(u"organisations"_s, u"Alpha"_s,
                  {{u"legal_name"_s, u"Alpha GmbH"_s}, {u"city"_s, u"Ulm"_s}, {u"country"_s, u"DE"_s}, {u"website"_s, u"https://alpha.example"_s}});
    const QString contact = world.add(u"contacts"_s, u"Ana Roth"_s,
                                      {{u"organisation_id"_s, organisation},
                                       {u"given_name"_s, u"Ana"_s},
                                       {u"family_name"_s, u"Roth"_s},
                                       {u"job_title"_s, u"Buyer"_s},
                                       {u"email"_s, u"ana@alpha.example"_s},
                                       {u"mobile"_s, u"+49 151 23456789"_s},
                                       {u"phone"_s, u"0711"_s},
                                       {u"other_emails"_s, u"a.roth@alpha.example office@alpha.example"_s},
                                       {u"lead_status"_s, u"hot"_s}});
    const QString interest = world.add(u"opportunities"_s, u"Pumps"_s,
                                       {{u"organisation_id"_s, organisation},
                                        {u"contact_id"_s, contact},
                                        {u"title"_s, u"Pumps"_s},
                                        {u"amount"_s, u"1234.50"_s},
                                        {u"next_step"_s, u"Send offer"_s},
                                        {u"currency"_s, u"EUR"_s}});
    for (const auto& [list, id] :
         {std::pair{u"organisations"_s, organisation}, std::pair{u"contacts"_s, contact}, std::pair{u"opportunities"_s, interest}})
        REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(list, id), world)));

    const QJsonObject firm = party(*target, organisation);
    CHECK(firm["name"_L1].toString() == u"Alpha GmbH"_s);
    CHECK(firm["addresses."_L1].toArray().first()["city"_L1].toString() == u"Ulm"_s);
    CHECK(firm["addresses."_L1].toArray().first()["country"_L1].isDouble());

    const QJsonObject person = party(*target, contact);
    CHECK(person["name"_L1].toString() == u"Ana Roth"_s);
    CHECK(mechanisms(person).join(u", "_s).toStdString() ==
          "email a.roth@alpha.example, email ana@alpha.example, email office@alpha.example, mobile +49 1512 3456789, other 0711");
    CHECK(person["relations."_L1].toArray().first()["to"_L1] == firm["id"_L1]);

    const QJsonObject found = opportunity(*target, interest);
    CHECK(found["party"_L1] == firm["id"_L1]);
    CHECK(found["address"_L1] == firm["addresses."_L1].toArray().first()["id"_L1]);
    CHECK(found["company"_L1].isDouble());
    CHECK(found["employee"_L1].isDouble());
    CHECK(found["amount"_L1]["decimal"_L1].toString() == u"1234.5"_s);
    CHECK(found["description"_L1].toString() == u"Pumps"_s);
    CHECK(found["state"_L1].toString() == u"lead"_s);
    CHECK(found["comment"_L1].toString() == u"Contact person: Ana Roth\nJob title: Buyer\nLead status: hot\nNext step: Send offer\nCurrency: EUR"_s);
}

TEST_CASE("A customer whom Tryton knows by its number is augmented, not renamed and not doubled", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString id =
        world.add(u"organisations"_s, u"Seed Customer"_s,
                  {{u"legal_name"_s, u"SEED CUSTOMER"_s}, {u"customer_number"_s, u"SEED-1001"_s}, {u"website"_s, u"https://seed.example"_s}});
    const QString interest = world.add(u"opportunities"_s, u"More"_s, {{u"organisation_id"_s, id}, {u"title"_s, u"More"_s}});
    const auto connector = target->connect();
    for (int i = 0; i < 2; ++i)
        REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"organisations"_s, id), world)));
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"opportunities"_s, interest), world)));

    CHECK(target->count(u"organisations"_s, id) == 0);
    const QJsonArray found = target->tryton.read(u"party.party"_s, test::Tryton::where(u"identifiers.code"_s, u"SEED-1001"_s),
                                                 {u"name"_s, u"contact_mechanisms.type"_s, u"contact_mechanisms.value"_s});
    REQUIRE(found.size() == 1);
    CHECK(found.first()["name"_L1].toString() == u"Seed Customer AG"_s);
    CHECK(mechanisms(found.first().toObject()) == QStringList{u"email office@seed-customer.example"_s, u"website https://seed.example"_s});
    CHECK(opportunity(*target, interest)["party"_L1] == found.first()["id"_L1]);
}

TEST_CASE("What a Tryton user wrote into our opportunity stays there", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString id = world.add(u"opportunities"_s, u"Notes"_s, {{u"title"_s, u"Notes"_s}, {u"next_step"_s, u"Call"_s}});
    const auto connector = target->connect();
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"opportunities"_s, id), world)));
    REQUIRE(target->tryton.call(u"model.sale.opportunity.write"_s,
                                {QJsonArray{opportunity(*target, id)["id"_L1].toInt()}, QJsonObject{{u"comment"_s, u"Theirs\nNext step: Call"_s}}}));
    world.entities[{u"opportunities"_s, id}].properties[u"due"_s] = u"2027-12-01"_s;
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"opportunities"_s, id), world)));
    CHECK(opportunity(*target, id)["comment"_L1].toString() == u"Theirs\nNext step: Call\nDue: 2027-12-01"_s);
}

TEST_CASE("What Tryton refuses is said without its words and without the person's", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString amount = GENERATE(values({u"12,5"_s, u"much"_s, u"1.23456"_s}));
    const QString id = world.add(u"opportunities"_s, u"Secret plan"_s, {{u"title"_s, u"Secret plan"_s}, {u"amount"_s, amount}});
    const PushResult result = target->connect()->push(world.job(u"opportunities"_s, id), world);
    REQUIRE(std::holds_alternative<PushError>(result));
    const auto& error = std::get<PushError>(result);
    CHECK(error.kind == Error::Kind::Invalid);
    CHECK(!error.outcomeUnknown);
    CHECK(!error.detail.contains(amount));
    CHECK(!error.sentence.contains(u"Decimal"_s));
    CHECK(target->count(u"opportunities"_s, id) == 0);
}

TEST_CASE("A wrong password is tried once and said once; a missing right is found by the check", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString id = world.add(u"opportunities"_s, u"No way in"_s, {});
    SECTION("wrong password")
    {
        const auto connector = target->connect({{u"password"_s, u"not-this-one"_s}});
        for (int i = 0; i < 3; ++i) {
            const PushResult result = connector->push(world.job(u"opportunities"_s, id), world);
            REQUIRE(std::holds_alternative<PushError>(result));
            CHECK(std::get<PushError>(result).kind == Error::Kind::Denied);
            CHECK(!std::get<PushError>(result).outcomeUnknown);
        }
        CHECK(target->proxy->seen("common.db.login") == 1);
    }
    SECTION("no right to create")
    {
        const auto connector = target->connect(target->tryton.reader());
        const Status checked = connector->check();
        REQUIRE(!checked);
        CHECK(checked.error().kind == Error::Kind::Denied);
        CHECK(checked.error().detail.contains(u"the user may not create"_s));
    }
}

TEST_CASE("A follow-up of any kind is a task that says what to do, for whom and until when", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString contact = world.add(u"contacts"_s, u"Ana Roth"_s, {{u"given_name"_s, u"Ana"_s}, {u"family_name"_s, u"Roth"_s}});
    const auto [kind, name] = GENERATE(table<QString, QString>({
        {u"appointment"_s, u"Appointment with Ana Roth"_s},
        {u"call"_s, u"Call Ana Roth"_s},
        {u"task"_s, u"Task for Ana Roth"_s},
        {u"offer"_s, u"Offer for Ana Roth"_s},
        {u"brochure"_s, u"Brochure for Ana Roth"_s},
    }));
    const QString id = world.add(u"followups"_s, u"Follow-up"_s,
                                 {{u"contact_id"_s, contact},
                                  {u"kind"_s, kind},
                                  {u"due"_s, u"2027-12-01T10:00"_s},
                                  {u"owner"_s, u"anna"_s},
                                  {u"channel"_s, u"email"_s},
                                  {u"remark"_s, u"In the morning"_s}});
    const auto connector = target->connect();
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"contacts"_s, contact), world)));
    PushResult pushed;
    for (int i = 0; i < 2; ++i)
        pushed = connector->push(world.job(u"followups"_s, id), world);
    REQUIRE(std::holds_alternative<RemoteRef>(pushed));
    CHECK(std::get<RemoteRef>(pushed).number.startsWith(u"Task "_s));
    CHECK(target->count(u"followups"_s, id) == 1);
    CHECK(target->text(u"followups"_s, id) == name);
    const QJsonObject task = target->tryton
                                 .read(u"project.work"_s, test::Tryton::where(u"id"_s, std::get<RemoteRef>(pushed).id.section(u',', 1)),
                                       {u"comment"_s, u"type"_s, u"party"_s})
                                 .first()
                                 .toObject();
    CHECK(task["type"_L1].toString() == u"task"_s);
    CHECK(task["party"_L1] == party(*target, contact)["id"_L1]);
    CHECK(task["comment"_L1].toString() ==
          u"Follow-up: %1\nFor: Ana Roth\nDue: 2027-12-01T10:00\nWho: anna\nHow: email\nRemark: In the morning\nRapport: RAP-%2"_s.arg(kind, id));
}

TEST_CASE("Where Tryton has no tasks, a follow-up is one note at the contact, also when the first answer is lost", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    QFile shipped(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/tryton/mapping.json")), without(target->dir.filePath(u"without-project.json"_s));
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    REQUIRE(without.open(QIODevice::WriteOnly));
    without.write(shipped.readAll().replace("project.work", "project.missing"));
    without.close();
    const auto connector = target->connect({{u"mapping"_s, without.fileName()}});
    CHECK(connector->check());

    KnownWorld world;
    const QString contact = world.add(u"contacts"_s, u"Ana Note"_s, {});
    const QString id = world.add(u"followups"_s, u"Call"_s, {{u"contact_id"_s, contact}, {u"kind"_s, u"call"_s}});
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"contacts"_s, contact), world)));
    target->proxy->set(Fault::commitThenDrop(), 1, "ir.note.create");
    Job job = world.job(u"followups"_s, id);
    const PushResult lost = connector->push(job, world);
    REQUIRE(std::holds_alternative<PushError>(lost));
    CHECK(std::get<PushError>(lost).outcomeUnknown);
    job.outcomeUnknown = true;
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(job, world)));

    const QString resource = u"party.party,%1"_s.arg(party(*target, contact)["id"_L1].toInt());
    const QJsonArray notes = target->tryton.read(u"ir.note"_s, test::Tryton::where(u"resource"_s, resource), {u"message"_s});
    REQUIRE(notes.size() == 1);
    CHECK(notes.first()["message"_L1].toString() == u"Follow-up: call\nFor: Ana Note\nRapport: RAP-"_s + id);
}

TEST_CASE("Consent stands at the address that it is for, follows a withdrawal, and leaves what others wrote there", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString id = world.add(u"contacts"_s, u"Ana Consent"_s,
                                 {{u"email"_s, u"ana@consent.example"_s},
                                  {u"consent_contact"_s, u"yes"_s},
                                  {u"consent_newsletter"_s, u"yes"_s},
                                  {u"consent_text_id"_s, u"fair-2027-de"_s}});
    const auto connector = target->connect();
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"contacts"_s, id), world)));
    const auto email = [&] {
        return target->tryton.read(u"party.contact_mechanism"_s, test::Tryton::where(u"value"_s, u"ana@consent.example"_s), {u"comment"_s})
            .first()
            .toObject();
    };
    CHECK(email()["comment"_L1].toString() == u"Consent to contact: yes\nConsent to newsletter: yes\nConsent text: fair-2027-de"_s);
    REQUIRE(target->tryton.call(
        u"model.party.contact_mechanism.write"_s,
        {QJsonArray{email()["id"_L1].toInt()}, QJsonObject{{u"comment"_s, u"Mornings only\n"_s + email()["comment"_L1].toString()}}}));
    world.entities[{u"contacts"_s, id}].properties[u"consent_newsletter"_s] = u"no"_s;
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(world.job(u"contacts"_s, id), world)));
    CHECK(email()["comment"_L1].toString() == u"Mornings only\nConsent to contact: yes\nConsent to newsletter: no\nConsent text: fair-2027-de"_s);
}
