// SPDX-License-Identifier: Apache-2.0
// A visitor consents at the stand, in her language and with her signature; later she withdraws it, without a network.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QString badges = QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges");
const QString words = u"Die Nordfrost Systems GmbH darf meine Angaben speichern"_s;

void keepPicture(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(QDir(folder).filePath(name + u".png"_s)));
}

/// Section by section, as on a screen of any width.
bool reach(App& app, const QString& question)
{
    const QString row = u"questionRow[name=%1]"_s.arg(question);
    for (int sections = 0; sections < 12 && !app.has(row); ++sections) {
        if (!app.click(u"nextButton"_s))
            return false;
    }
    return app.waitFor(row);
}

bool choose(App& app, const QString& question, const QString& choice)
{
    return app.click(u"questionRow[name=%1] > choice_%2"_s.arg(question, choice));
}

QJsonArray consentsOn(const Machine& machine)
{
    return rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"consents"_s}, machine.environment()).json().array();
}

QString saysOn(const Machine& machine, const QString& purpose, const QString& property)
{
    for (const QJsonValue& consent : consentsOn(machine)) {
        const QJsonObject says = consent.toObject()[u"properties"_s].toObject();
        if (says[u"purpose"_s].toString() == purpose)
            return says[property].toString();
    }
    return u"?"_s;
}

/// Conversation, in German: who she is came from her badge.
bool talkInGerman(App& app)
{
    return scanBadge(app) && reach(app, u"lead_status"_s) && choose(app, u"lead_status"_s, u"hot"_s) && reach(app, u"opp_signal"_s) &&
           choose(app, u"opp_signal"_s, u"no"_s) && reach(app, u"consent_contact"_s) && app.waitForText(words);
}

bool openHerPage(App& app)
{
    return app.click(u"nav_search"_s) && app.enter(u"customerField"_s, u"celik"_s) && app.waitFor(u"customerHit"_s) && app.key(Qt::Key_Return) &&
           app.waitFor(u"customerScreen"_s) && app.waitFor(u"consentRow"_s);
}

} // namespace

TEST_CASE("Consent is asked for in the visitor's words, seen with the person, withdrawn offline and known at the hub once", "[e2e]")
{
    struct Look {
        QString size, night;
    };
    const auto [size, night] = GENERATE(Look{u"1280x800x24"_s, u"light_day"_s}, Look{u"800x1280x24"_s, u"light_night"_s});
    INFO(size.toStdString());
    const QString shape = size.section(u'x', 0, 0);
    Office office;
    QTemporaryDir delivered;
    REQUIRE(office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"CRM"_s}, {u"folder"_s, delivered.path()}}));
    REQUIRE(office.hub.start());
    const Display display(size);
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    REQUIRE(app.start({u"--hub"_s, office.hub.url().toString(), u"--camera-source"_s, badges, u"--lang"_s, u"de"_s}));
    REQUIRE(app.waitForText(u"KälteExpo 2027"_s));
    office.hub.stop();
    if (night != u"light_day") {
        REQUIRE(app.click(u"nav_settings"_s));
        REQUIRE(app.click(night));
        REQUIRE(app.click(u"nav_home"_s));
    }

    INFO("asked, and signed");
    REQUIRE(talkInGerman(app));
    CHECK_FALSE(app.has(u"questionRow[name=consent_contact] > [chosen=true]"_s)); // nothing is ticked beforehand
    CHECK_FALSE(app.has(u"questionRow[name=consent_newsletter] > [chosen=true]"_s));
    REQUIRE(choose(app, u"consent_contact"_s, u"yes"_s));
    REQUIRE(choose(app, u"consent_newsletter"_s, u"yes"_s));
    REQUIRE(app.drag(u"signaturePaper"_s));
    keepPicture(app, u"asked-"_s + shape);
    REQUIRE(finish(app));
    CHECK(saysOn(machine, u"contact"_s, u"language"_s) == u"de");
    CHECK(saysOn(machine, u"contact"_s, u"text_id"_s) == u"CT-2027-2");
    CHECK_FALSE(saysOn(machine, u"contact"_s, u"signature"_s).isEmpty());

    INFO("seen with the person");
    REQUIRE(openHerPage(app));
    CHECK(app.count(u"consentRow"_s) == 2);
    CHECK(app.waitForText(u"CT-2027-2 · Deutsch"_s));
    REQUIRE(app.click(u"consentRow[purpose=Newsletter] > consentWordsButton"_s));
    CHECK(app.waitForText(words));
    keepPicture(app, u"customer-"_s + shape);
    REQUIRE(app.click(u"consentRow[purpose=Newsletter] > consentWordsButton"_s));

    INFO("withdrawn by mistake, had back");
    const QString newsletter = u"consentRow[purpose=Newsletter]"_s;
    REQUIRE(app.click(newsletter + u" > withdrawButton"_s));
    REQUIRE(app.waitFor(u"withdrawnBanner"_s));
    CHECK(app.waitFor(newsletter + u"[answerKind=withdrawn]"_s));
    keepPicture(app, u"withdrawn-"_s + shape);
    REQUIRE(app.click(u"withdrawnBanner > bannerButton"_s));
    REQUIRE(app.waitFor(newsletter + u"[answerKind=given]"_s));
    CHECK(outbox(machine).size() == 1);

    INFO("withdrawn, without a network");
    REQUIRE(app.click(newsletter + u" > withdrawButton"_s));
    REQUIRE(app.waitFor(newsletter + u"[answerKind=withdrawn]"_s));
    CHECK(outbox(machine).size() == 2);
    CHECK(saysOn(machine, u"contact"_s, u"withdrawn_at"_s).isEmpty());
    CHECK(saysOn(machine, u"newsletter"_s, u"withdrawn_at"_s).startsWith(u"20"_s));
    REQUIRE(eventually([&] { return !app.has(u"withdrawnBanner"_s); }));
    REQUIRE(app.click(u"nav_outbox"_s));
    keepPicture(app, u"outbox-"_s + shape);

    INFO("at the hub once");
    REQUIRE(office.hub.start());
    REQUIRE(eventually([&] { return outbox(machine).isEmpty(); }, 90'000));
    CHECK(office.ctl({u"submissions"_s, u"list"_s}).json().array().size() == 2);
    const QByteArray consents = office.ctl({u"entities"_s, u"export"_s, u"consents"_s}).out;
    CHECK(consents.count('\n') == 3); // with the line of names
    CHECK(consents.contains(saysOn(machine, u"newsletter"_s, u"withdrawn_at"_s).toUtf8()));
    CHECK(office.ctl({u"entities"_s, u"export"_s, u"withdrawals"_s}).out.count('\n') == 2);
    const QJsonArray all = conversations(machine);
    CHECK(std::all_of(all.begin(), all.end(), [](const QJsonValue& one) {
        const QJsonArray receipts = one.toObject()[u"receipts"_s].toArray();
        return std::any_of(receipts.begin(), receipts.end(),
                           [](const QJsonValue& receipt) { return receipt.toObject()[u"target"_s].toString() == u"hub"; });
    }));
    keepPicture(app, u"outbox-sent-"_s + shape);

    INFO("and in the next conversation it is known");
    REQUIRE(openHerPage(app));
    REQUIRE(app.click(u"startWithCustomerButton"_s));
    REQUIRE(reach(app, u"consent_renew"_s));
    CHECK(app.waitForText(u"Eine Einwilligung liegt vor ("_s));
    keepPicture(app, u"renew-"_s + shape);
}
