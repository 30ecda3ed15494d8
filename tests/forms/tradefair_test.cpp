// SPDX-License-Identifier: Apache-2.0
// Uses ../shared: the trade-fair form with the records that two other engines made of it. Skipped, with a line, where it is missing.
#include "forms/session/entityactions.h"
#include "forms/xform/tables.h"
#include "formsupport.h"

#include <catch2/catch.hpp>

using namespace rapport::forms;
using namespace rapport::tests;

namespace
{

const QString pack = QStringLiteral("packs/conversation/");

LoadOptions media()
{
    LoadOptions options;
    options.sources = [](const QString& uri) -> std::shared_ptr<const ItemSource> {
        auto rows = readCsv(shared(pack + QStringLiteral("media/") + uri.section(QLatin1Char('/'), -1)));
        return rows ? *rows : nullptr;
    };
    return options;
}

bool missing()
{
    if (!shared(pack + QStringLiteral("trade_fair_conversation.xml")).isEmpty())
        return false;
    WARN("../shared is not there: the trade-fair form is not run");
    return true;
}

Filling conversation()
{
    return Filling(shared(pack + QStringLiteral("trade_fair_conversation.xml")), media());
}

/// Other engines keep the placeholder namespace on the root as we do; a record of theirs is compared in value and link.
void checkRecord(FormSession& session, const QString& expected)
{
    const Submission made = session.submission();
    CHECK(made.ready);
    CHECK(canonical(made.xml).toStdString() == canonical(shared(pack + expected)).toStdString());
}

} // namespace

TEST_CASE("A conversation with somebody new makes the record that ODK's engine makes", "[forms][shared]")
{
    if (missing())
        return;
    Filling f = conversation();
    f.set(QStringLiteral("/data/contact/person/badge_id"), QStringLiteral("B-4711"));
    f.set(QStringLiteral("/data/contact/person/given_name"), QStringLiteral("Budi"));
    f.set(QStringLiteral("/data/contact/person/family_name"), QStringLiteral("Santoso"));
    f.set(QStringLiteral("/data/contact/person/job_title"), QStringLiteral("Plant manager"));
    f.set(QStringLiteral("/data/contact/person/email"), QStringLiteral("budi@baru.example"));
    f.set(QStringLiteral("/data/contact/lead/lead_status"), QStringLiteral("hot"));
    f.set(QStringLiteral("/data/contact/consent/consent_contact"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/contact/consent/consent_newsletter"), QStringLiteral("no"));
    f.set(QStringLiteral("/data/organisation/legal_name"), QStringLiteral("PT Baru Jaya"));
    f.set(QStringLiteral("/data/organisation/o_city"), QStringLiteral("Surabaya"));
    f.set(QStringLiteral("/data/organisation/o_country"), QStringLiteral("ID"));
    f.set(QStringLiteral("/data/opp_signal"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/opportunity/title"), QStringLiteral("Dosing pumps line 3"));
    f.set(QStringLiteral("/data/opportunity/amount"), QStringLiteral("18000"));
    f.set(QStringLiteral("/data/opportunity/currency"), QStringLiteral("EUR"));
    f.set(QStringLiteral("/data/opportunity/stage"), QStringLiteral("lead"));
    f.set(QStringLiteral("/data/followups[1]/kind"), QStringLiteral("brochure"));
    f.set(QStringLiteral("/data/followups[1]/channel"), QStringLiteral("email"));
    f.set(QStringLiteral("/data/followups[1]/asset_ids"), QStringLiteral("b100 d310"));
    f.set(QStringLiteral("/data/followups[1]/f_due"), QStringLiteral("2099-01-15"));
    f.add(QStringLiteral("/data/followups"));
    f.set(QStringLiteral("/data/followups[2]/kind"), QStringLiteral("sample"));
    f.set(QStringLiteral("/data/followups[2]/quantity"), QStringLiteral("2"));
    f.set(QStringLiteral("/data/followups[2]/f_address"), QStringLiteral("Jl. Baru 9, Surabaya"));
    f.set(QStringLiteral("/data/gaps[1]/question"), QStringLiteral("Is P310 certified for chlorine dioxide?"));
    checkRecord(f.session(), QStringLiteral("trade_fair_new.submission.xml"));

    SECTION("and asks for the entities of all its lists")
    {
        QStringList faults;
        const auto actions = entityActions(f.session().form(), f.session().serialize(FormSession::Keep::RelevantOnly), &faults);
        REQUIRE(actions);
        QStringList lists;
        for (const EntityAction& action : *actions) {
            CHECK(action.create);
            lists.append(action.list);
        }
        CHECK(faults.isEmpty());
        CHECK(lists == QStringList{QStringLiteral("contacts"), QStringLiteral("organisations"), QStringLiteral("opportunities"),
                                   QStringLiteral("followups"), QStringLiteral("followups"), QStringLiteral("briefings")});
    }
}

TEST_CASE("A conversation with a known contact augments what is open, as ODK's engine does", "[forms][shared]")
{
    if (missing())
        return;
    Filling f = conversation();
    f.set(QStringLiteral("/data/known/known_contact"), QStringLiteral("11111111-1111-4111-8111-111111111111"));
    CHECK(f.value(QStringLiteral("/data/contact/person/family_name")) == QStringLiteral("Wahyuni")); // the trigger has filled it in
    f.set(QStringLiteral("/data/contact/person/mobile"), QStringLiteral("+62 812 555 0102"));
    f.set(QStringLiteral("/data/contact/lead/lead_status"), QStringLiteral("hot"));
    f.set(QStringLiteral("/data/opp_signal"), QStringLiteral("yes"));
    CHECK(f.value(QStringLiteral("/data/opportunity/amount")) == QStringLiteral("50000.0"));
    f.set(QStringLiteral("/data/opportunity/amount"), QStringLiteral("65000"));
    f.set(QStringLiteral("/data/opportunity/next_step"), QStringLiteral("Send offer"));
    f.set(QStringLiteral("/data/followups[1]/kind"), QStringLiteral("quote"));
    f.set(QStringLiteral("/data/followups[1]/channel"), QStringLiteral("email"));
    checkRecord(f.session(), QStringLiteral("trade_fair_known.submission.xml"));
}

TEST_CASE("A second opportunity of a known organisation is created beside the open one", "[forms][shared]")
{
    if (missing())
        return;
    Filling f = conversation();
    f.set(QStringLiteral("/data/known/known_organisation"), QStringLiteral("22222222-2222-4222-8222-222222222222"));
    f.set(QStringLiteral("/data/contact/person/family_name"), QStringLiteral("Baru"));
    f.set(QStringLiteral("/data/contact/lead/lead_status"), QStringLiteral("warm"));
    f.set(QStringLiteral("/data/contact/consent/consent_contact"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/opp_signal"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/opp_separate"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/opportunity/title"), QStringLiteral("Second line"));
    f.set(QStringLiteral("/data/opportunity/stage"), QStringLiteral("lead"));
    f.set(QStringLiteral("/data/followups[1]/kind"), QStringLiteral("call"));
    checkRecord(f.session(), QStringLiteral("trade_fair_separate.submission.xml"));
}

TEST_CASE("A service visit with a sales signal makes the record that ODK's engine makes", "[forms][shared]")
{
    if (missing())
        return;
    Filling f(shared(pack + QStringLiteral("maintenance_checklist.xml")), media());
    f.set(QStringLiteral("/data/job"), QStringLiteral("55555555-5555-4555-8555-555555555551"));
    f.set(QStringLiteral("/data/serial"), QStringLiteral("SN-88"));
    f.set(QStringLiteral("/data/machine/last_service"), QStringLiteral("2026-11-22"));
    f.set(QStringLiteral("/data/machine/hours"), QStringLiteral("4980"));
    f.set(QStringLiteral("/data/measurement[1]/quantity"), QStringLiteral("p310_pressure"));
    f.set(QStringLiteral("/data/measurement[1]/value"), QStringLiteral("7.1"));
    f.add(QStringLiteral("/data/measurement"));
    f.set(QStringLiteral("/data/measurement[2]/quantity"), QStringLiteral("p310_temp"));
    f.set(QStringLiteral("/data/measurement[2]/value"), QStringLiteral("61"));
    f.set(QStringLiteral("/data/finish/state"), QStringLiteral("done"));
    f.set(QStringLiteral("/data/sales/sales_signal"), QStringLiteral("yes"));
    f.set(QStringLiteral("/data/sales/title"), QStringLiteral("Replace worn P310 by P330"));
    checkRecord(f.session(), QStringLiteral("maintenance_signal.submission.xml"));
}
