// SPDX-License-Identifier: Apache-2.0
#include "e2e/stand.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSet>
#include <QThread>

#include <catch2/catch.hpp>

#include <map>

using namespace rapport::e2e;

namespace
{

/// The steps between scan and receipt; the app is killed after one of them, or while it is under way.
const std::vector<std::pair<const char*, bool (*)(App&)>> steps{
    {"scan", [](App& app) { return scanBadge(app); }},
    {"interest", answerInterest},
    {"opportunity", answerOpportunity},
    {"consent", answerConsent},
    {"finish", finish},
};

QSet<QString> instanceIds(const QJsonArray& rows)
{
    QSet<QString> ids;
    for (const QJsonValue& row : rows)
        ids.insert(row.toObject()[QLatin1String("instance")].toString());
    return ids;
}

} // namespace

TEST_CASE("Twenty kills of the app between scan and receipt lose and double nothing", "[crash]")
{
    QTemporaryDir dir;
    const QString hubDir = dir.filePath(QStringLiteral("hub"));
    const auto token = publishDemo(hubDir);
    REQUIRE(token);
    HubProcess hub(hubDir);
    REQUIRE(hub.start());
    const Display display;
    const Machine machine;
    App app(machine, display);
    app.setToken(*token);
    const QStringList arguments{QStringLiteral("--hub"), hub.url().toString(), QStringLiteral("--camera-source"),
                                QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges/1-celik.png")};
    REQUIRE(app.start(arguments)); // the fair comes down once, undisturbed
    REQUIRE(eventually([&] { return app.has(QStringLiteral("scanButton[enabled=true]")); }));
    app.kill9();

    const quint32 seed = QRandomGenerator::global()->generate();
    INFO("seed " << seed);
    QRandomGenerator random(seed);
    const int kills = qEnvironmentVariableIsSet("RAPPORT_LONG") ? 100 : 20;
    QSet<QString> promised; // conversations that the person saw kept: scanned and saved, or finished
    for (int kill = 0; kill < kills; ++kill) {
        INFO("kill " << kill);
        REQUIRE(app.start(arguments));
        const bool draft = app.waitFor(QStringLiteral("continueButton"), 1500);
        const QSet<QString> kept = instanceIds(conversations(machine));
        for (const QString& id : promised) {
            INFO("promised " << id.toStdString());
            CHECK(kept.contains(id));
        }
        const auto last = std::min<std::size_t>(static_cast<std::size_t>(random.bounded(8)), steps.size() - 1); // half of them reach the end
        std::size_t step = 0;
        if (draft) {
            REQUIRE(app.click(QStringLiteral("continueButton")));
            REQUIRE(app.waitFor(QStringLiteral("questionRow")));
            step = 1;
        }
        for (; step <= last; ++step) {
            INFO(steps[step].first);
            REQUIRE(steps[step].second(app));
        }
        if (app.waitForText(QStringLiteral("Saved on this tablet"), 100) || last + 1 == steps.size())
            promised += instanceIds(conversations(machine));
        QThread::msleep(random.bounded(400u));
        app.kill9();
    }

    REQUIRE(app.start(arguments));
    if (app.waitFor(QStringLiteral("continueButton"), 1500)) {
        REQUIRE(app.click(QStringLiteral("continueButton")));
        REQUIRE(app.waitFor(QStringLiteral("questionRow")));
        REQUIRE(answerInterest(app));
        REQUIRE(answerOpportunity(app));
        REQUIRE(answerConsent(app));
        REQUIRE(finish(app));
    }
    CHECK(eventually([&] { return outbox(machine).isEmpty(); }, 60'000));
    const QJsonArray here = conversations(machine);
    const QJsonArray there =
        rapportctl({QStringLiteral("hub"), QStringLiteral("--data-dir"), hubDir, QStringLiteral("submissions"), QStringLiteral("list")})
            .json()
            .array();
    CHECK(instanceIds(here) == instanceIds(there));
    CHECK(here.size() == there.size());
    for (const QString& id : promised)
        CHECK(instanceIds(there).contains(id));
    WARN(kills << " kills: " << promised.size() << " conversations promised, " << there.size() << " at the hub, 0 lost, "
               << there.size() - instanceIds(there).size() << " doubled");
}

TEST_CASE("Answers that are a second old survive every kill, and the right conversation is offered", "[crash]")
{
    const Display display;
    const Machine machine;
    App app(machine, display);
    const QStringList demo{QStringLiteral("--demo"), QStringLiteral("--lang"), QStringLiteral("en")};
    const QString field = QStringLiteral("questionRow[name=%1] > answerField");
    const quint32 seed = QRandomGenerator::global()->generate();
    INFO("seed " << seed);
    QRandomGenerator random(seed);
    const int kills = qEnvironmentVariableIsSet("RAPPORT_LONG") ? 200 : 20;

    REQUIRE(app.start(demo));
    REQUIRE(app.click(QStringLiteral("newConversationButton[enabled=true]")));
    for (int section = 0; section < 3 && !app.waitFor(field.arg(QStringLiteral("family_name")), 1000); ++section)
        REQUIRE(app.click(QStringLiteral("nextButton")));
    REQUIRE(app.enter(field.arg(QStringLiteral("family_name")), QStringLiteral("Celik")));
    REQUIRE(app.key(Qt::Key_Return));
    REQUIRE(app.waitForText(QStringLiteral("Saved on this tablet"))); // without a draft on disk there is nothing to go on with
    std::map<QString, QString> before, now;                           // what stood in each field when the app came up, and when it died
    const auto readFields = [&](std::map<QString, QString>& texts) {
        for (const char* name : {"given_name", "family_name", "job_title"})
            texts[QString::fromLatin1(name)] = app.read(field.arg(QString::fromLatin1(name)), QStringLiteral("text")).toString();
    };
    readFields(before);
    int old = 0; // kills that came a second or more after the last answer
    for (int kill = 0; kill < kills; ++kill) {
        INFO("kill " << kill);
        for (const auto& [name, text] : before) {
            if (random.bounded(3) == 0)
                continue;
            REQUIRE(app.enter(field.arg(name), QString(QChar(u'a' + static_cast<char16_t>(random.bounded(26))))));
            if (random.bounded(2) == 0)
                REQUIRE(app.key(Qt::Key_Return)); // else it is still being typed
        }
        readFields(now);
        const bool rested = random.bounded(2) == 0;
        old += rested ? 1 : 0;
        QThread::msleep(rested ? 1000 : random.bounded(900u));
        app.kill9();

        REQUIRE(app.start(demo));
        REQUIRE(app.waitForText(QStringLiteral("Continue the conversation")));
        REQUIRE(app.click(QStringLiteral("continueButton")));
        REQUIRE(app.waitFor(field.arg(QStringLiteral("family_name"))));
        std::map<QString, QString> found;
        readFields(found);
        for (const auto& [name, text] : found) {
            INFO(name.toStdString() << ": was “" << before[name].toStdString() << "”, then “" << now[name].toStdString() << "”, is “"
                                    << text.toStdString() << "”");
            CHECK((text == now[name] || (!rested && text == before[name])));
        }
        before = found;
    }
    CHECK(conversations(machine).size() == 1);
    WARN(kills << " kills while answering, " << old << " of them a second after the last answer: nothing of that age was lost");
}
