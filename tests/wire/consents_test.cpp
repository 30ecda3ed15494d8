// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/consents.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

using Properties = std::map<QString, QString>;

const QString celik = u"0b7e2f60-0000-4000-8000-000000000001"_s, weber = u"0b7e2f60-0000-4000-8000-000000000002"_s;
const QString uuid = u"6f9619ff-8b86-4d01-b42d-00c04fc964f%1"_s;

wire::SubmissionHead record(int number, const QString& at, const QString& author = u"anna"_s)
{
    wire::SubmissionHead head;
    head.instanceId = head.firstId = u"uuid:"_s + uuid.arg(number);
    head.deviceId = u"rapport:tablet-1"_s;
    head.userId = author;
    head.finishedAt = at;
    return head;
}

forms::EntityAction action(const QString& list, const QString& id, const Properties& properties)
{
    forms::EntityAction made;
    made.list = list;
    made.id = id;
    made.create = list != u"contacts";
    made.update = !made.create;
    made.properties = properties;
    return made;
}

forms::EntityAction contact(const QString& id, const Properties& properties)
{
    return action(u"contacts"_s, id, properties);
}

/// What one record asks for, as changesOf() has it.
std::vector<forms::EntityAction> asks(const wire::SubmissionHead& head, std::vector<forms::EntityAction> actions)
{
    const auto consents = wire::consentsOf(head, actions);
    const auto refused = wire::withdrawalsOf(head, actions);
    actions.insert(actions.end(), consents.begin(), consents.end());
    actions.insert(actions.end(), refused.begin(), refused.end());
    return actions;
}

std::vector<forms::EntityAction> consents(const wire::SubmissionHead& head, const Properties& given, const QString& id = celik)
{
    return asks(head, {contact(id, given)});
}

std::vector<forms::EntityAction> withdraws(const wire::SubmissionHead& head, const QString& purposes, const QString& id = celik)
{
    return asks(head, {action(u"withdrawals"_s, head.firstId.mid(5), {{u"contact_id"_s, id}, {u"purposes"_s, purposes}})});
}

/// Where records arrive: a hub's table, or a device's.
struct Place {
    std::map<std::pair<QString, QString>, Properties> entities;

    void take(std::vector<forms::EntityAction> actions)
    {
        const wire::KnownConsents known{[this](const QString& list, const QString& contactId) -> Result<std::vector<wire::KnownRow>> {
                                            std::vector<wire::KnownRow> found;
                                            for (const auto& [key, properties] : entities) {
                                                if (key.first == list && properties.at(u"contact_id"_s) == contactId)
                                                    found.push_back({key.second, properties});
                                            }
                                            return found;
                                        },
                                        [this](const QString& list, const QString& id) -> Result<std::optional<wire::KnownRow>> {
                                            const auto found = entities.find({list, id});
                                            return found == entities.end() ? std::optional<wire::KnownRow>() : wire::KnownRow{id, found->second};
                                        }};
        REQUIRE(wire::settleConsents(actions, known));
        for (const forms::EntityAction& one : actions) {
            for (const auto& [name, text] : one.properties)
                entities[{one.list, one.id}][name] = text;
        }
    }
    QString says(const QString& property, const QString& id = celik) { return entities[{u"contacts"_s, id}][property]; }
    /// "given withdrawn_at" of each consent, oldest first.
    QStringList story(const QString& purpose, const QString& id = celik) const
    {
        std::map<QString, QString> told;
        for (const auto& [key, properties] : entities) {
            const bool asked = key.first == u"consents" && properties.at(u"contact_id"_s) == id && properties.at(u"purpose"_s) == purpose;
            const auto withdrawn = properties.find(u"withdrawn_at"_s);
            if (asked)
                told[properties.at(u"at"_s)] =
                    (properties.at(u"given"_s) + u' ' + (withdrawn == properties.end() ? QString() : withdrawn->second)).trimmed();
        }
        QStringList all;
        for (const auto& [at, line] : told)
            all.append(line);
        return all;
    }
};

const QString nine = u"2027-11-10T09:00:00.000+01:00"_s, ten = u"2027-11-10T09:00:00.000Z"_s, eleven = u"2027-11-10T11:00:00.000+01:00"_s,
              noon = u"2027-11-10T12:00:00.000+01:00"_s;

} // namespace

TEST_CASE("Each purpose that a form asks for is a consent of its own, with text, language, time, device and signature", "[wire][consent]")
{
    const auto rows = wire::consentsOf(record(1, nine), {contact(celik, {{u"consent_contact"_s, u"yes"_s},
                                                                         {u"consent_newsletter"_s, u"no"_s},
                                                                         {u"consent_photo"_s, u"yes"_s},
                                                                         {u"consent_text_id"_s, u"CT-1"_s},
                                                                         {u"consent_language"_s, u"de"_s},
                                                                         {u"consent_signature"_s, u"s.png"_s},
                                                                         {u"language"_s, u"fr"_s}})});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].create);
    CHECK(rows[0].list == u"consents");
    CHECK(rows[0].properties == Properties{{u"contact_id"_s, celik},
                                           {u"purpose"_s, u"contact"_s},
                                           {u"given"_s, u"yes"_s},
                                           {u"text_id"_s, u"CT-1"_s},
                                           {u"language"_s, u"de"_s},
                                           {u"signature"_s, u"s.png"_s},
                                           {u"at"_s, nine},
                                           {u"device"_s, u"rapport:tablet-1"_s},
                                           {u"author"_s, u"anna"_s},
                                           {u"record"_s, u"uuid:"_s + uuid.arg(1)}});
    CHECK(rows[1].properties.at(u"purpose"_s) == u"newsletter");
    CHECK(rows[1].properties.at(u"given"_s) == u"no");
    CHECK(rows[2].properties.at(u"purpose"_s) == u"photo");
}

TEST_CASE("What was not answered, and what is no purpose, makes no consent", "[wire][consent]")
{
    const auto properties = GENERATE(values<Properties>({{{u"family_name"_s, u"Çelik"_s}},
                                                         {{u"consent_contact"_s, QString()}},
                                                         {{u"consent_newsletter"_s, QString()}, {u"consent_text_id"_s, u"CT-1"_s}},
                                                         {{u"consent_language"_s, u"de"_s}, {u"consent_signature"_s, u"s.png"_s}}}));
    CHECK(wire::consentsOf(record(1, nine), {contact(celik, properties)}).empty());
}

TEST_CASE("The language that a person prefers is not taken for the one she has read", "[wire][consent]")
{
    const auto rows = wire::consentsOf(record(1, nine), {contact(celik, {{u"consent_contact"_s, u"yes"_s}, {u"language"_s, u"fr"_s}})});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].properties.at(u"language"_s).isEmpty());
}

TEST_CASE("Each contact of a record has consents of its own, with the same ids wherever they are derived", "[wire][consent]")
{
    const std::vector<forms::EntityAction> both{contact(celik, {{u"consent_contact"_s, u"yes"_s}}),
                                                contact(weber, {{u"consent_contact"_s, u"yes"_s}})};
    const auto rows = wire::consentsOf(record(1, nine), both);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].properties.at(u"contact_id"_s) == weber);
    CHECK(rows[0].id != rows[1].id);
    CHECK(rows == wire::consentsOf(record(1, nine), both));
}

TEST_CASE("A withdrawal says who took it, when and where, and stands at the consent and at the person", "[wire][consent]")
{
    Place place;
    place.take(consents(record(1, nine), {{u"consent_contact"_s, u"yes"_s}, {u"consent_newsletter"_s, u"yes"_s}}));
    place.take(withdraws(record(2, eleven, u"ben"_s), u"newsletter"_s));
    CHECK(place.story(u"contact"_s) == QStringList{u"yes"_s});
    CHECK(place.story(u"newsletter"_s) == QStringList{u"yes "_s + eleven});
    CHECK(place.says(u"consent_contact"_s) == u"yes");
    CHECK(place.says(u"consent_newsletter"_s) == u"no");
    const Properties withdrawal = place.entities.at({u"withdrawals"_s, uuid.arg(2)});
    CHECK(withdrawal.at(u"at"_s) == eleven);
    CHECK(withdrawal.at(u"author"_s) == u"ben");
    CHECK(withdrawal.at(u"device"_s) == u"rapport:tablet-1");
    CHECK(std::any_of(place.entities.begin(), place.entities.end(), [](const auto& one) {
        const auto by = one.second.find(u"withdrawn_by"_s);
        return by != one.second.end() && by->second == u"ben";
    }));
}

TEST_CASE("A withdrawal touches its purpose and its person only", "[wire][consent]")
{
    struct Row {
        const char* note;
        QString purposes;
        QString contact, newsletter;
    };
    const auto row = GENERATE(values<Row>({{"one", u"contact"_s, u"no"_s, u"yes"_s},
                                           {"both", u"contact newsletter"_s, u"no"_s, u"no"_s},
                                           {"twice", u" newsletter  newsletter "_s, u"yes"_s, u"no"_s},
                                           {"none that was given", u"photo"_s, u"yes"_s, u"yes"_s},
                                           {"no purposes at all", u"text_id language signature a/b"_s, u"yes"_s, u"yes"_s}}));
    INFO(row.note);
    Place place;
    const Properties all{{u"consent_contact"_s, u"yes"_s}, {u"consent_newsletter"_s, u"yes"_s}, {u"consent_text_id"_s, u"CT-1"_s}};
    place.take(consents(record(1, nine), all));
    place.take(consents(record(2, nine), all, weber));
    place.take(withdraws(record(3, eleven), row.purposes));
    CHECK(place.says(u"consent_contact"_s) == row.contact);
    CHECK(place.says(u"consent_newsletter"_s) == row.newsletter);
    CHECK(place.says(u"consent_text_id"_s) == u"CT-1");
    CHECK(place.says(u"consent_contact"_s, weber) == u"yes");
    CHECK(place.story(u"newsletter"_s, weber) == QStringList{u"yes"_s});
}

TEST_CASE("Consents and withdrawals end alike in whatever order they arrive", "[wire][consent]")
{
    struct Row {
        const char* note;
        std::vector<std::vector<forms::EntityAction>> records;
        QStringList story;
        QString contact;
    };
    const Properties yes{{u"consent_contact"_s, u"yes"_s}}, no{{u"consent_contact"_s, u"no"_s}};
    const auto row = GENERATE_COPY(values<Row>(
        {{"withdrawn, then renewed elsewhere",
          {consents(record(1, nine), yes), withdraws(record(2, ten), u"contact"_s), consents(record(3, eleven), yes)},
          {u"yes "_s + ten, u"yes"_s},
          u"yes"_s},
         {"renewed elsewhere, then withdrawn",
          {consents(record(1, nine), yes), consents(record(2, ten), yes), withdraws(record(3, eleven), u"contact"_s)},
          {u"yes "_s + eleven, u"yes "_s + eleven},
          u"no"_s},
         {"withdrawn twice: the first counts",
          {consents(record(1, nine), yes), withdraws(record(2, ten), u"contact"_s), withdraws(record(3, noon), u"contact"_s)},
          {u"yes "_s + ten},
          u"no"_s},
         {"withdrawn, renewed, withdrawn",
          {consents(record(1, nine), yes), withdraws(record(2, ten), u"contact"_s), consents(record(3, eleven), yes),
           withdraws(record(4, noon), u"contact"_s)},
          {u"yes "_s + ten, u"yes "_s + noon},
          u"no"_s},
         {"refused later in a conversation", {consents(record(1, nine), yes), consents(record(2, eleven), no)}, {u"yes"_s, u"no"_s}, u"no"_s},
         {"in the same millisecond the withdrawal counts",
          {consents(record(1, nine), yes), withdraws(record(2, nine), u"contact"_s)},
          {u"yes "_s + nine},
          u"no"_s}}));
    INFO(row.note);
    auto order = std::vector<std::size_t>(row.records.size());
    for (std::size_t at = 0; at < order.size(); ++at)
        order[at] = at;
    do {
        Place place;
        QString arrived;
        for (const std::size_t at : order) {
            place.take(row.records[at]);
            arrived += QString::number(at);
        }
        INFO(arrived.toStdString());
        CHECK(place.story(u"contact"_s) == row.story);
        CHECK(place.says(u"consent_contact"_s) == row.contact);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("A record that arrives again changes nothing", "[wire][consent]")
{
    Place place;
    const auto given = consents(record(1, nine), {{u"consent_contact"_s, u"yes"_s}});
    const auto withdrawn = withdraws(record(2, eleven), u"contact"_s);
    place.take(given);
    place.take(withdrawn);
    const auto before = place.entities;
    place.take(withdrawn);
    place.take(given);
    CHECK(place.entities == before);
}

TEST_CASE("A conversation that is corrected later renews no consent", "[wire][consent]")
{
    Place place;
    place.take(consents(record(1, nine), {{u"consent_contact"_s, u"yes"_s}, {u"consent_text_id"_s, u"CT-1"_s}}));
    auto correction = record(5, noon, u"ben"_s);
    correction.firstId = record(1, nine).firstId;
    SECTION("it keeps its time and author")
    {
        place.take(consents(correction, {{u"consent_contact"_s, u"yes"_s}, {u"consent_text_id"_s, u"CT-1"_s}}));
        const auto row = std::find_if(place.entities.begin(), place.entities.end(), [](const auto& one) { return one.first.first == u"consents"; });
        CHECK(row->second.at(u"at"_s) == nine);
        CHECK(row->second.at(u"author"_s) == u"anna");
        CHECK(row->second.at(u"record"_s) == u"uuid:"_s + uuid.arg(1));
    }
    SECTION("and stays withdrawn")
    {
        place.take(withdraws(record(2, eleven), u"contact"_s));
        place.take(consents(correction, {{u"consent_contact"_s, u"yes"_s}, {u"consent_text_id"_s, u"CT-1"_s}}));
        CHECK(place.story(u"contact"_s) == QStringList{u"yes "_s + eleven});
        CHECK(place.says(u"consent_contact"_s) == u"no");
    }
    SECTION("another answer is a new one")
    {
        place.take(consents(correction, {{u"consent_contact"_s, u"no"_s}}));
        CHECK(place.story(u"contact"_s) == QStringList{u"no"_s});
        CHECK(place.says(u"consent_contact"_s) == u"no");
    }
}

TEST_CASE("A corrected withdrawal gives back what it took by mistake", "[wire][consent]")
{
    Place place;
    const Properties all{{u"consent_contact"_s, u"yes"_s}, {u"consent_newsletter"_s, u"yes"_s}};
    place.take(consents(record(1, nine), all));
    place.take(consents(record(2, nine), all, weber));
    place.take(withdraws(record(3, eleven), u"contact newsletter"_s));
    auto correction = record(6, noon);
    correction.firstId = record(3, eleven).firstId;
    SECTION("a purpose")
    {
        place.take(withdraws(correction, u"newsletter"_s));
        CHECK(place.says(u"consent_contact"_s) == u"yes");
        CHECK(place.says(u"consent_newsletter"_s) == u"no");
        CHECK(place.story(u"newsletter"_s) == QStringList{u"yes "_s + eleven});
    }
    SECTION("the wrong person")
    {
        place.take(withdraws(correction, u"newsletter"_s, weber));
        CHECK(place.says(u"consent_contact"_s) == u"yes");
        CHECK(place.says(u"consent_newsletter"_s) == u"yes");
        CHECK(place.says(u"consent_newsletter"_s, weber) == u"no");
    }
}

TEST_CASE("A consent withdrawn by a record that is not here stays withdrawn", "[wire][consent]")
{
    Place place;
    place.take(consents(record(1, nine), {{u"consent_contact"_s, u"yes"_s}}));
    for (auto& [key, properties] : place.entities) {
        if (key.first == u"consents")
            properties[u"withdrawn_at"_s] = ten;
    }
    place.take(consents(record(2, eleven), {{u"consent_contact"_s, u"yes"_s}}));
    CHECK(place.story(u"contact"_s) == QStringList{u"yes "_s + ten, u"yes"_s});
    place.take(withdraws(record(3, noon), u"contact"_s));
    CHECK(place.story(u"contact"_s) == QStringList{u"yes "_s + ten, u"yes "_s + noon});
}

TEST_CASE("A consent that only the system of record knows of can be withdrawn", "[wire][consent]")
{
    Place place;
    place.entities[{u"contacts"_s, celik}] = {{u"consent_newsletter"_s, u"yes"_s}};
    place.take(withdraws(record(1, nine), u"newsletter"_s));
    CHECK(place.says(u"consent_newsletter"_s) == u"no");
    CHECK(place.story(u"newsletter"_s).isEmpty());
}
