// SPDX-License-Identifier: Apache-2.0
// The packs of forms/packs, from the workbook to the entities that a filled-in form asks for, over the lists of the demo fair.
#include "forms/session/entityactions.h"
#include "forms/xform/tables.h"
#include "forms/xlsform/xlsform.h"
#include "formsupport.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::forms;
using namespace rapport::tests;
using namespace Qt::StringLiterals;

namespace
{

const QString frischmarkt = u"1bed7614-03a7-42ca-a7a0-e7ce2e662e59"_s;
const QString weber = u"be327623-a7d0-454a-9c2b-2664974d3441"_s;   ///< of Frischmarkt
const QString rollout = u"7a5db799-3352-44f7-bd2e-d84cc5a9b773"_s; ///< Frischmarkt's open opportunity
const QString px450 = u"29475819-b2d6-5f7c-85aa-bc998a88b015"_s;

QByteArray source(const QString& path)
{
    QFile file(QStringLiteral(RAPPORT_SOURCE "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray pack(const QString& workbook)
{
    const auto form = xlsform::convert(source(u"forms/packs/"_s + workbook));
    for (const xlsform::Fault& fault : form.faults)
        UNSCOPED_INFO(fault.message.toStdString());
    REQUIRE(form);
    return form.xml;
}

LoadOptions demoLists()
{
    LoadOptions options;
    options.missing = LoadOptions::Missing::Blank;
    options.sources = [](const QString& uri) -> std::shared_ptr<const ItemSource> {
        auto rows = readCsv(source(u"assets/demo/"_s + uri.section(u'/', -1)));
        return rows ? *rows : nullptr;
    };
    return options;
}

/// @p day is when the form is filled in: today() of its expressions.
Filling filling(const QString& name, QDate day = QDate(2027, 11, 24))
{
    Environment environment;
    environment.now = [day] { return QDateTime(day, QTime(10, 5), Qt::OffsetFromUTC, 3600); };
    environment.username = u"m.hansen"_s;
    return Filling(pack(name + u".xlsx"_s), demoLists(), environment);
}

std::vector<EntityAction> actionsOf(Filling& f)
{
    QStringList faults;
    const auto actions = entityActions(f.session().form(), f.session().serialize(FormSession::Keep::RelevantOnly), &faults);
    REQUIRE(actions);
    CHECK(faults.isEmpty());
    return *actions;
}

QString property(const EntityAction& action, const QString& name)
{
    const auto found = action.properties.find(name);
    return found == action.properties.end() ? QString() : found->second;
}

void rate(Filling& f, const std::array<int, 5>& points)
{
    const QStringList questions[] = {{u"f1/geo"_s, u"f1/fin"_s, u"f1/lead_"_s, u"f1/refv"_s},
                                     {u"f2/core"_s, u"f2/subst"_s, u"f2/futp"_s},
                                     {u"f3/addr"_s, u"f3/reve"_s, u"f3/marg"_s, u"f3/cross"_s},
                                     {u"f4/rels"_s, u"f4/compi"_s},
                                     {u"f5/esell"_s, u"f5/edel"_s}};
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (const QString& question : questions[i])
            f.set(u"/data/"_s + question, QString::number(points[i]));
    }
}

} // namespace

TEST_CASE("Every shipped pack speaks English, German and Indonesian, says who may see it, and declares what becomes of its answers", "[forms][packs]")
{
    const QStringList names = QDir(QStringLiteral(RAPPORT_SOURCE "/forms/packs")).entryList({u"*.xlsx"_s}, QDir::Files, QDir::Name);
    REQUIRE(names.size() == 6);
    for (const QString& name : names) {
        INFO(name.toStdString());
        const QByteArray xml = pack(name);
        CHECK(xml.contains("xmlns:rapport=\"urn:rapport:xforms:1\""));
        CHECK(xml.contains("rapport:visibility="));
        CHECK_FALSE(xml.contains("<value>-</value>")); // what has no translation is written "-"
        auto form = Form::load(xml, demoLists());
        REQUIRE(form);
        CHECK_FALSE((*form)->entityDeclarations().empty());
        const auto session = FormSession::start(*form, {});
        REQUIRE(session);
        CHECK((*session)->languages().size() == 3);
    }
}

TEST_CASE("Account selection gives the totals that its method prints", "[forms][packs]")
{
    struct Row {
        const char* note;
        std::array<int, 5> points;
        const char* total;
    };
    const auto row = GENERATE(
        values<Row>({{"535 of 75", {6, 8, 7, 7, 7}, "7.1"}, {"460 of 75", {10, 5, 6, 6, 4}, "6.1"}, {"400 of 75", {5, 5, 5, 5, 10}, "5.3"}}));
    INFO(row.note);
    Filling f = filling(u"account_selection"_s);
    CHECK(actionsOf(f).empty()); // nothing is rated: no score
    f.set(u"/data/which/account"_s, frischmarkt);
    rate(f, row.points);
    CHECK(f.value(u"/data/wsum"_s) == u"75");
    CHECK(f.value(u"/data/total"_s) == QLatin1String(row.total));
    CHECK(f.at(u"/data/outcome/result"_s).label->text == u"Frischmarkt Handels AG: %1 of 10"_s.arg(QLatin1String(row.total)));

    const auto actions = actionsOf(f);
    REQUIRE(actions.size() == 1);
    CHECK(actions.front().list == u"scores");
    CHECK(actions.front().create);
    CHECK(property(actions.front(), u"organisation_id"_s) == frischmarkt);
    CHECK(property(actions.front(), u"total"_s) == QLatin1String(row.total));
    CHECK(property(actions.front(), u"as_of"_s) == u"2027-11-24");
}

TEST_CASE("A factor that does not apply takes its weight out of the total", "[forms][packs]")
{
    Filling f = filling(u"account_selection"_s);
    f.set(u"/data/f1/geo"_s, u"6"_s);
    CHECK(f.value(u"/data/total"_s) == u"6");
    f.set(u"/data/f4/rels"_s, u"10"_s);
    CHECK(f.value(u"/data/wsum"_s) == u"40");
    CHECK(f.value(u"/data/total"_s) == u"9");
}

TEST_CASE("Twelve cabinets with 7.5 % are 54,279.00, and 11 % are refused with the reason", "[forms][packs]")
{
    Filling f = filling(u"product_configuration"_s);
    f.set(u"/data/known/known_organisation"_s, frischmarkt);
    f.set(u"/data/position[1]/product"_s, px450);
    CHECK(f.at(u"/data/position[1]/list_price"_s).label->text == u"List price 4890.00 EUR each");
    f.set(u"/data/position[1]/qty"_s, u"12"_s);
    f.set(u"/data/position[1]/disc"_s, u"7.5"_s);
    CHECK(f.at(u"/data/sum/sum_note"_s).label->text == u"Total 54279.00 EUR, without tax");

    f.set(u"/data/position[1]/disc"_s, u"11"_s);
    const auto problems = f.session().validate();
    const auto refused = std::find_if(problems.begin(), problems.end(), [](const Problem& one) { return one.ref == u"/data/position[1]/disc"; });
    REQUIRE(refused != problems.end());
    CHECK(refused->message == u"You may give 10 % at most. For more, ask your manager before you promise it.");

    f.set(u"/data/position[1]/disc"_s, u"7.5"_s);
    f.add(u"/data/position"_s);
    f.set(u"/data/position[2]/product"_s, px450);
    f.set(u"/data/position[2]/qty"_s, u"1"_s);
    CHECK(f.value(u"/data/total_text"_s) == u"59169.00");
    f.remove(u"/data/position"_s, 1);
    CHECK(f.value(u"/data/total_text"_s) == u"54279.00");
}

TEST_CASE("A price list that has run out sells nothing", "[forms][packs]")
{
    Filling f = filling(u"product_configuration"_s, QDate(2027, 12, 1));
    f.set(u"/data/position[1]/product"_s, px450);
    CHECK(f.value(u"/data/position[1]/price"_s).isEmpty());
    const auto problems = f.session().validate();
    const auto refused = std::find_if(problems.begin(), problems.end(), [](const Problem& one) { return one.ref == u"/data/position[1]/product"; });
    REQUIRE(refused != problems.end());
    CHECK(refused->message == u"There is no price for it that is valid today. Ask for the new price list.");
}

TEST_CASE("A configuration augments the opportunity that is open, and asks for an offer", "[forms][packs]")
{
    Filling f = filling(u"product_configuration"_s);
    f.set(u"/data/known/known_organisation"_s, frischmarkt);
    f.set(u"/data/position[1]/product"_s, px450);
    f.set(u"/data/position[1]/qty"_s, u"12"_s);
    f.set(u"/data/sum/wants_offer"_s, u"yes"_s);
    CHECK(f.offered(u"/data/opportunity/known_opportunity"_s) == QStringList{rollout});
    const bool known = GENERATE(true, false);
    if (known)
        f.set(u"/data/opportunity/known_opportunity"_s, rollout);
    const auto actions = actionsOf(f);
    REQUIRE(actions.size() == 2);
    CHECK(actions[0].list == u"opportunities");
    CHECK(actions[0].create == !known);
    CHECK((actions[0].id == rollout) == known);
    CHECK(property(actions[0], u"amount"_s) == u"58680.00");
    CHECK(property(actions[0], u"title"_s) == (known ? QString() : u"Frischmarkt Handels AG: PX-450"_s));
    CHECK(actions[1].list == u"followups");
    CHECK(property(actions[1], u"kind"_s) == u"offer");
}

TEST_CASE("The maintenance checklist asks itself why a value is outside its limits, and knows what it measures where", "[forms][packs]")
{
    Filling f = filling(u"maintenance_checklist"_s);
    f.set(u"/data/job"_s, u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1101"_s);
    f.set(u"/data/serial"_s, u"PX450-22-00818"_s);
    CHECK_FALSE(f.at(u"/data/serial"_s).constraintOk); // the machine of another job
    f.set(u"/data/serial"_s, u"PX450-22-00817"_s);
    f.set(u"/data/measurement[1]/quantity"_s, u"7d1f3c10-2a54-4a5e-8c7d-1b5f00000001"_s);
    f.set(u"/data/measurement[1]/value"_s, u"3.9"_s);
    const Node value = f.at(u"/data/measurement[1]/value"_s);
    CHECK(value.formAsksReason);
    CHECK(value.softMax == 3.5);
    CHECK(value.unit == u"bar");
    f.set(u"/data/measurement[1]/reason"_s, u"Too much R290"_s);
    CHECK(f.at(u"/data/measurement[1]/value"_s).reason == u"Too much R290");
    const auto saved = f.session().savedTo(value.id);
    REQUIRE(saved);
    CHECK(saved->properties.at(u"machine_id"_s) == u"6f0c1c52-0f6a-4a0e-9f3e-0c1a5d1b7701");
    CHECK(saved->properties.at(u"quantity"_s) == u"Suction pressure");
    CHECK_FALSE(f.at(u"/data/finish/signer"_s).remembered); // a name is not offered to the next customer
}

TEST_CASE("The maintenance checklist corrects the number of whom it names, and touches nobody where nobody is named", "[forms][packs]")
{
    const QString ratna = u"4be784f5-1139-4735-91ae-76cd04d82b62"_s;
    Filling f = filling(u"maintenance_checklist"_s);
    f.set(u"/data/job"_s, u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1101"_s);
    f.set(u"/data/serial"_s, u"PX450-22-00817"_s);
    CHECK(f.offered(u"/data/finish/on_site/contact"_s) == QStringList{ratna}); // the people of that firm
    const auto changed = [&] {
        std::vector<EntityAction> people = actionsOf(f);
        std::erase_if(people, [](const EntityAction& action) { return action.list != u"contacts"; });
        return people;
    };
    CHECK(changed().empty());
    f.set(u"/data/finish/on_site/contact"_s, ratna);
    CHECK(f.value(u"/data/finish/on_site/phone"_s) == u"+62 24 555 0117");
    f.set(u"/data/finish/on_site/phone"_s, u"+62 24 555 0119"_s);
    const auto people = changed();
    REQUIRE(people.size() == 1);
    CHECK(people.front().update);
    CHECK_FALSE(people.front().create);
    CHECK(people.front().id == ratna);
    CHECK(people.front().properties == std::map<QString, QString>{{u"phone"_s, u"+62 24 555 0119"_s}});
}

TEST_CASE("What a customer says becomes an activity of that customer, with its author", "[forms][packs]")
{
    Filling f = filling(u"voice_of_customer"_s);
    f.set(u"/data/who/account"_s, frischmarkt);
    CHECK(f.offered(u"/data/who/people"_s).size() == 3); // Frischmarkt's people, nobody else
    f.set(u"/data/sum/summary"_s, u"They wait for one contact for all shops."_s);
    const auto actions = actionsOf(f);
    REQUIRE(actions.size() == 1);
    CHECK(actions.front().list == u"activities");
    CHECK(property(actions.front(), u"organisation_id"_s) == frischmarkt);
    CHECK(property(actions.front(), u"kind"_s) == u"voice");
    CHECK(property(actions.front(), u"author"_s) == u"m.hansen");
    CHECK(actions.front().label == u"Voice of the customer: Frischmarkt Handels AG");
}

TEST_CASE("A withdrawal names the person and what is withdrawn, whether it is a usual purpose or another", "[forms][packs]")
{
    struct Row {
        QString usual, other, purposes;
    };
    const auto row = GENERATE(values<Row>({{u"newsletter"_s, {}, u"newsletter"_s},
                                           {{}, u"photo"_s, u"photo"_s},
                                           {u"contact newsletter"_s, u"photo"_s, u"contact newsletter photo"_s}}));
    Filling f = filling(u"consent_withdrawal"_s);
    CHECK(f.session().validate().size() == 2); // who, and what
    f.set(u"/data/withdrawal/person"_s, weber);
    f.set(u"/data/withdrawal/usual"_s, row.usual);
    f.set(u"/data/withdrawal/other"_s, row.other);
    CHECK(f.session().validate().empty());
    const auto actions = actionsOf(f);
    REQUIRE(actions.size() == 1);
    CHECK(actions.front().list == u"withdrawals");
    CHECK(actions.front().create);
    CHECK(property(actions.front(), u"contact_id"_s) == weber);
    CHECK(property(actions.front(), u"purposes"_s) == row.purposes);
}

TEST_CASE("A badge number alone is enough for a conversation, and names the contact until somebody knows more", "[forms][packs]")
{
    Filling f = filling(u"trade_fair_conversation"_s);
    f.set(u"/data/interest/lead_status"_s, u"hot"_s);
    f.set(u"/data/opp/opp_signal"_s, u"no"_s);
    f.set(u"/data/consent/consent_contact"_s, u"yes"_s);
    REQUIRE(f.session().validate().size() == 1); // whom it is with
    CHECK(f.session().validate().front().ref == u"/data/contact/person/family_name");
    f.set(u"/data/contact/person/badge_id"_s, u"KE27-004512"_s);
    CHECK(f.session().validate().empty());
    CHECK(actionsOf(f).front().label == u"KE27-004512");
    f.set(u"/data/contact/person/family_name"_s, u"Dvořák"_s);
    CHECK(actionsOf(f).front().label == u"Dvořák");
}

TEST_CASE("Further addresses and numbers of somebody known are kept, and another one joins them", "[forms][packs]")
{
    Filling f = filling(u"trade_fair_conversation"_s);
    f.set(u"/data/known/known_contact"_s, weber);
    CHECK(f.value(u"/data/contact/person/email"_s) == u"jonas.weber@frischmarkt.example");
    f.set(u"/data/contact/address/other_emails"_s, u"j.weber@frischmarkt.example jw@frischmarkt.example"_s);
    f.set(u"/data/contact/address/other_phones"_s, u"+491715550100"_s);
    CHECK(f.at(u"/data/contact/address/other_emails"_s).constraintOk);
    const auto actions = actionsOf(f);
    REQUIRE(actions.front().list == u"contacts");
    CHECK(actions.front().update);
    CHECK(property(actions.front(), u"email"_s) == u"jonas.weber@frischmarkt.example");
    CHECK(property(actions.front(), u"other_emails"_s) == u"j.weber@frischmarkt.example jw@frischmarkt.example");
    CHECK(property(actions.front(), u"other_phones"_s) == u"+491715550100");
    f.set(u"/data/contact/address/other_emails"_s, u"j.weber"_s);
    CHECK_FALSE(f.at(u"/data/contact/address/other_emails"_s).constraintOk);
}
