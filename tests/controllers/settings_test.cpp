// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/settingscontroller.h"
#include "controllers/desk.h"
#include "sync/device/enrolment.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

struct Drawer {
    Desk desk;
    device::Courier courier{[this] { return desk.open(); }, desk.clock};
    QString spoken;
    SettingsController settings{{*desk.store, *desk.thread, courier, desk.clock, [this](const QString& language) { spoken = language; }}, u"en"_s};

    /// What another start of the app would see.
    bool kept(const QString& name, const QString& value)
    {
        return eventually([&] { return desk.store->setting(name).value_or({}) == value; });
    }
};

} // namespace

TEST_CASE("What is chosen in the settings is there at the next start", "[settings]")
{
    Drawer drawer;
    drawer.settings.setLanguage(u"de"_s);
    CHECK(drawer.spoken == u"de");
    CHECK(drawer.kept(u"language"_s, u"de"_s));
    CHECK(chosenLanguage(*drawer.desk.store) == u"de");
    drawer.settings.setLight(SettingsController::HighContrast);
    drawer.settings.setTextScale(1.5);
    CHECK(drawer.kept(u"text_scale"_s, u"1.5"_s));
    SettingsController next({*drawer.desk.store, *drawer.desk.thread, drawer.courier, drawer.desk.clock, [](const QString&) {}}, u"de"_s);
    CHECK(next.light() == SettingsController::HighContrast);
    CHECK(next.textScale() == 1.5);
}

TEST_CASE("Which files go over which network is chosen in the settings, and the courier finds it", "[settings]")
{
    Drawer drawer;
    CHECK(drawer.settings.files() == SettingsController::AnyNetwork);
    CHECK(drawer.settings.meteredMegabytes() == 5);
    const auto chosen = [&](device::LinkRules::Files files, std::optional<qint64> limit) {
        return eventually([&] { return *device::linkRules(*drawer.desk.store) == device::LinkRules{files, limit}; });
    };
    drawer.settings.setFiles(SettingsController::WiFiAndCable);
    CHECK(drawer.settings.files() == SettingsController::WiFiAndCable);
    CHECK(chosen(device::LinkRules::Files::WiFiAndCable, 5'000'000));
    drawer.settings.setMeteredMegabytes(25);
    CHECK(chosen(device::LinkRules::Files::WiFiAndCable, 25'000'000));
    drawer.settings.setMeteredMegabytes(0);
    CHECK(chosen(device::LinkRules::Files::WiFiAndCable, std::nullopt));
    SettingsController next({*drawer.desk.store, *drawer.desk.thread, drawer.courier, drawer.desk.clock, [](const QString&) {}}, u"en"_s);
    CHECK(next.files() == SettingsController::WiFiAndCable);
    CHECK(next.meteredMegabytes() == 0);
}

TEST_CASE("An invitation that was scanned is offered, and nothing happens before somebody says yes", "[settings]")
{
    Drawer drawer;
    drawer.settings.offer(u"rapport://enrol?hub=https%3A%2F%2Fhub.example&code=ABCD-EFGH"_s);
    CHECK(drawer.settings.offeredHub() == u"https://hub.example");
    CHECK(drawer.settings.offeredCode() == u"ABCD-EFGH");
    CHECK_FALSE(drawer.settings.enrolling());
    drawer.settings.forgetOutcome();
    CHECK(drawer.settings.offeredHub().isEmpty());
}

TEST_CASE("A hub's address and a code are asked for until both make sense", "[settings]")
{
    Drawer drawer;
    CHECK_FALSE(drawer.settings.enrol(QString(), u"ABCD"_s));
    CHECK_FALSE(drawer.settings.enrol(u"https://hub.example"_s, u" - "_s));
    CHECK_FALSE(drawer.settings.enrol(u"file:///etc/passwd"_s, u"ABCD"_s));
    CHECK_FALSE(drawer.settings.enrolSentence().isEmpty());
    CHECK_FALSE(drawer.settings.enrolling());
}

TEST_CASE("Moving to a hub is refused while something waits here, with the number", "[settings]")
{
    Drawer drawer;
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = u"uuid:1"_s;
    conversation.formId = u"trade_fair_conversation"_s;
    conversation.startedAt = drawer.desk.clock();
    REQUIRE(drawer.desk.store->finish(conversation, "<data/>", {}));
    REQUIRE(drawer.settings.enrol(u"http://127.0.0.1:1"_s, u"ABCD-EFGH"_s));
    CHECK(drawer.settings.enrolling());
    REQUIRE(eventually([&] { return !drawer.settings.enrolling(); }));
    CHECK(drawer.settings.waiting() == 1);
    CHECK_FALSE(drawer.settings.enrolled());
    CHECK(drawer.settings.hub() == u"In this app");
}
