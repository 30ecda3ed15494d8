// SPDX-License-Identifier: Apache-2.0
// Every shipped pack from the home screen to the outbox with keys alone: what has the focus is always in view and marked, and goes by the form's
// order.
#include "e2e/packanswers.h"
#include "e2e/stand.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

const QStringList demo{u"--demo"_s, u"--lang"_s, u"en"_s, u"--now"_s, u"2027-11-10T09:15:00+01:00"_s};
constexpr int mostKeys = 120; // from one control to any other of the screen

QString item(const QJsonObject& focus)
{
    return focus[u"item"_s].toString();
}

QString question(const QJsonObject& focus)
{
    return focus[u"question"_s].toString();
}

/// Somebody without a mouse. Looks where the focus is after each key.
class Typist
{
public:
    explicit Typist(App& app) : m_app(app) {}

    /// Presses Tab until what has the focus is the one.
    template <typename Condition>
    bool tabTo(const Condition& isIt)
    {
        for (int keys = 0; keys < mostKeys; ++keys) {
            if (isIt(m_app.focus()))
                return true;
            tab();
        }
        return false;
    }

    bool tabTo(const QString& name)
    {
        return tabTo([&](const QJsonObject& focus) { return item(focus) == name; });
    }

    /// To the question, on this page or one of the next.
    bool reach(const QString& name)
    {
        for (int page = 0; page < 12; ++page) {
            if (!tabTo([&](const QJsonObject& focus) { return question(focus) == name || item(focus) == u"nextButton"; }))
                return false;
            if (question(m_app.focus()) == name)
                return true;
            m_app.key(Qt::Key_Return);
        }
        return false;
    }

    bool answer(const Answer& one)
    {
        INFO(one.name.toStdString());
        if (!reach(one.name))
            return false;
        switch (one.way) {
        case Way::Kept:
            return true;
        case Way::Text:
            return tabTo(u"answerField"_s) && m_app.key(Qt::Key_A, Qt::ControlModifier) && m_app.typeKeys(one.said) && m_app.key(Qt::Key_Tab);
        case Way::Choice:
            return choose(one);
        case Way::Search:
            return tabTo(u"searchField"_s) && m_app.typeKeys(one.said) && m_app.waitFor(u"searchHit"_s) && m_app.key(Qt::Key_Down) &&
                   m_app.key(Qt::Key_Return);
        case Way::Level:
            return level(one);
        case Way::Picture:
            return tabTo(u"pickPictureButton"_s) && m_app.key(Qt::Key_Return) && m_app.waitFor(u"photo_0"_s) && tabTo(u"photo_0"_s) &&
                   m_app.key(Qt::Key_Return) && m_app.waitFor(u"questionRow[name=%1] > pictureButton[enabled=true]"_s.arg(one.name));
        case Way::Signature:
            return tabTo(u"typeSignature"_s) && m_app.key(Qt::Key_Space) && m_app.typeKeys(one.said) && m_app.key(Qt::Key_Return) &&
                   m_app.waitFor(u"questionRow[name=%1] > keptSignature"_s.arg(one.name));
        case Way::Repetition:
            return tabTo(u"addRepetition"_s) && m_app.key(Qt::Key_Return);
        }
        return false;
    }

private:
    void tab()
    {
        const QJsonObject before = m_app.focus();
        m_app.key(Qt::Key_Tab);
        const QJsonObject after = m_app.focus();
        INFO(QJsonDocument(before).toJson().toStdString() << " → " << QJsonDocument(after).toJson().toStdString());
        CHECK(after[u"marked"_s].toBool());
        CHECK(after[u"inView"_s].toBool());
        if (before.contains(u"index"_s) && after.contains(u"index"_s))
            CHECK(after[u"index"_s].toInt() >= before[u"index"_s].toInt());
    }

    /// By arrows where the choices take them, else by Tab.
    bool choose(const Answer& one)
    {
        for (int keys = 0; keys < mostKeys; ++keys) {
            const QJsonObject focus = m_app.focus();
            if (question(focus) != one.name)
                return false;
            if (focus[u"name"_s].toString() == one.said)
                return focus[u"checked"_s].toBool() || m_app.key(Qt::Key_Space);
            m_app.key(Qt::Key_Right);
            if (m_app.focus()[u"name"_s] == focus[u"name"_s])
                tab();
        }
        return false;
    }

    bool level(const Answer& one)
    {
        if (!tabTo(u"slider"_s) || !m_app.key(Qt::Key_Home))
            return false;
        for (int step = 1; step < one.said.toInt(); ++step)
            m_app.key(Qt::Key_Right);
        return m_app.waitFor(u"questionRow[name=%1][value=%2]"_s.arg(one.name, one.said), 2'000);
    }

    App& m_app;
};

} // namespace

TEST_CASE("The shipped packs are filled in completely with the keyboard alone", "[e2e]")
{
    const Pack pack = GENERATE(from_range(shippedPacks()));
    INFO(pack.form.toStdString());
    const Display display(u"1280x800x24"_s);
    const Machine machine;
    REQUIRE(giveAlbum(machine));
    {
        App app(machine, display);
        REQUIRE(app.start(demo));
        REQUIRE(app.waitFor(pack.start));
        Typist typist(app);
        REQUIRE(typist.tabTo(pack.start));
        REQUIRE(app.key(Qt::Key_Return));
        REQUIRE(app.waitFor(u"conversationScreen"_s));
        for (const Answer& one : pack.answers) {
            INFO(one.name.toStdString());
            const bool answered = typist.answer(one);
            const bool worthALook = !answered || one.way == Way::Signature;
            if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); worthALook && !folder.isEmpty())
                app.screenshot(folder + u"/keyboard-"_s + one.name + u".png"_s);
            REQUIRE(answered);
        }
        if (pack.form == u"maintenance_checklist")
            REQUIRE((app.key(Qt::Key_Escape) && app.waitFor(u"homeScreen"_s))); // Back, and the draft is kept
        while (!app.has(u"homeScreen"_s) && app.has(u"nextButton"_s))
            REQUIRE((typist.tabTo(u"nextButton"_s) && app.key(Qt::Key_Return)));
        if (app.has(u"homeScreen"_s))
            REQUIRE((typist.tabTo(u"continueButton"_s) && app.key(Qt::Key_Return) && app.waitFor(u"conversationScreen"_s)));
        const bool atTheEnd = typist.tabTo(u"finishButton"_s);
        if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !atTheEnd && !folder.isEmpty())
            app.screenshot(folder + u"/keyboard-"_s + pack.form + u".png"_s);
        REQUIRE(atTheEnd);
        REQUIRE(app.key(Qt::Key_Return));
        REQUIRE(app.waitFor(u"homeScreen"_s));
        REQUIRE(eventually([&] { return isSent(machine, pack.form); }));
    }
    CHECK(lacking(machine, pack) == QStringList());
}
