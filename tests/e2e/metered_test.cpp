// SPDX-License-Identifier: Apache-2.0
// A day on a telephone's network: answers go at once, films wait for Wi-Fi, and the person sees why. The network is a NetworkManager of the test's
// own.
#include "e2e/office.h"
#include "e2e/stand.h"
#include "support/systembus.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;
using test::SystemBus;

namespace
{

void keepPicture(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(QDir(folder).filePath(name + u".png"_s)));
}

bool write(const QString& path, qsizetype bytes, char content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray(bytes, content)) == bytes;
}

bool pick(App& app, const char* question)
{
    const QString row = u"questionRow[name=%1] > "_s.arg(QLatin1String(question));
    return app.click(row + u"pickFileButton"_s) && app.click(u"file_0"_s) && app.waitFor(row + u"removeFileButton"_s);
}

/// With a film, and perhaps the customer's specification.
bool talk(App& app, bool specification)
{
    return app.click(u"nav_home"_s) && app.click(u"otherForm_media"_s) && app.waitFor(u"conversationScreen"_s) && pick(app, "film") &&
           (!specification || pick(app, "sheet")) && app.click(u"finishButton"_s) && app.waitFor(u"homeScreen"_s);
}

QString stateOf(const Machine& machine, qsizetype index)
{
    return conversations(machine)[index].toObject()[u"state"_s].toString();
}

} // namespace

TEST_CASE("On a telephone's network the answers go and the films wait, until Wi-Fi or the person", "[e2e]")
{
    struct Look {
        QString language, size, light, waits, sent;
    };
    const auto as =
        GENERATE(values<Look>({{u"en"_s, u"1280x800"_s, u"light_day"_s, u"2 files, 38 MB, wait for Wi-Fi"_s, u"Answers sent"_s},
                               {u"de"_s, u"800x1280"_s, u"light_night"_s, u"2 Dateien, 38 MB, warten auf WLAN"_s, u"Antworten gesendet"_s},
                               {u"id"_s, u"390x844"_s, u"light_day"_s, u"2 berkas, 38 MB, menunggu Wi-Fi"_s, u"Jawaban terkirim"_s}}));
    INFO(as.size.toStdString());
    SystemBus bus;
    REQUIRE(bus.runs());
    bus.connectBy(SystemBus::Medium::Telephone, SystemBus::Metered::Yes);
    Office office;
    const auto token = publishDemo(office.hubDir);
    REQUIRE(token);
    REQUIRE(office.ask(u"media"_s, QStringLiteral(RAPPORT_TEST_DATA "/forms/media.xml")));
    REQUIRE(office.hub.start());
    const auto submissions = [&] { return office.ctl({u"submissions"_s, u"list"_s}).json().array(); };
    const Display display(as.size + u"x24"_s);
    const Machine machine;
    REQUIRE(machine.setFolders({{u"VIDEOS"_s, machine.path(u"Films"_s)}, {u"DOCUMENTS"_s, machine.path(u"Papers"_s)}}));
    REQUIRE(write(machine.path(u"Films/door.mp4"_s), 32'000'000, 'd'));
    REQUIRE(write(machine.path(u"Papers/specification.pdf"_s), 6'000'000, 's'));
    App app(machine, display);
    app.setToken(*token);
    app.setVariable(u"DBUS_SYSTEM_BUS_ADDRESS"_s, bus.address());
    const QStringList arguments{u"--hub"_s, office.hub.url().toString(), u"--lang"_s, as.language};
    REQUIRE(app.start(arguments));
    REQUIRE(app.waitFor(u"otherForm_media"_s, 30'000));
    REQUIRE(app.click(u"nav_settings"_s));
    REQUIRE(app.click(as.light));
    keepPicture(app, u"metered-settings-top-"_s + as.size);
    REQUIRE(app.waitFor(u"metered_5[chosen=true]"_s));
    REQUIRE(app.click(u"files_wifi"_s));
    REQUIRE(app.waitFor(u"files_wifi[chosen=true]"_s));
    keepPicture(app, u"metered-settings-"_s + as.size);

    REQUIRE(talk(app, true));
    REQUIRE(eventually([&] { return submissions().size() == 1; }));
    CHECK(app.waitForText(as.sent)); // the chip
    keepPicture(app, u"metered-home-"_s + as.size);
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.waitForText(as.waits));
    REQUIRE(app.click(u"outboxRow"_s));
    REQUIRE(app.waitFor(u"sendFilesNowButton"_s));
    keepPicture(app, u"metered-outbox-"_s + as.size);
    CHECK(stateOf(machine, 0) == u"waiting"_s);

    INFO("also after a restart, far from any network");
    app.kill9();
    office.hub.stop();
    REQUIRE(app.start(arguments));
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.waitForText(as.waits));
    REQUIRE(app.click(u"outboxRow"_s));
    keepPicture(app, u"metered-outbox-offline-"_s + as.size);
    REQUIRE(office.hub.start());
    REQUIRE(app.click(u"sendFilesNowButton"_s));
    REQUIRE(eventually([&] { return stateOf(machine, 0) == u"sent"_s; }, 60'000));

    INFO("the next one waits again, and goes by itself on Wi-Fi");
    REQUIRE(write(machine.path(u"Films/door.mp4"_s), 30'000'000, 'e'));
    REQUIRE(talk(app, false));
    REQUIRE(eventually([&] { return submissions().size() == 2; }));
    REQUIRE(app.click(u"nav_outbox"_s));
    REQUIRE(app.waitForText(u"30 MB"_s));
    bus.connectBy(SystemBus::Medium::WiFi);
    REQUIRE(eventually([&] { return stateOf(machine, 0) == u"sent"_s && stateOf(machine, 1) == u"sent"_s; }, 60'000));
    keepPicture(app, u"metered-outbox-sent-"_s + as.size);
    for (const QJsonValue one : submissions())
        CHECK_FALSE(one.toObject().contains(u"files_missing"_s));
}
