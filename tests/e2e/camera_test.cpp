// SPDX-License-Identifier: Apache-2.0
#include "capture/video.h"
#include "e2e/stand.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;

namespace
{

const QString badges = QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges");

QStringList demo(const QStringList& more = {})
{
    return QStringList{QStringLiteral("--demo"), QStringLiteral("--lang"), QStringLiteral("en")} + more;
}

} // namespace

TEST_CASE("A badge held before the camera is read within a second and starts its conversation", "[e2e]")
{
    const Machine machine;
    const QString video = machine.path(QStringLiteral("badge.mp4"));
    if (!test::makeVideo(badges + QStringLiteral("/1-celik.png"), video, 4)) {
        WARN("skipped: there is no ffmpeg to make a video with");
        return;
    }
    const Display display;
    App app(machine, display);
    REQUIRE(app.start(demo({QStringLiteral("--camera-source"), video})));
    REQUIRE(app.waitForText(QStringLiteral("KälteExpo 2027")));

    REQUIRE(app.click(QStringLiteral("scanButton")));
    REQUIRE(app.waitForText(QStringLiteral("Dr. Aylin Çelik")));
    app.screenshot(QDir::temp().filePath(QStringLiteral("rapport-e2e-camera.png")));
    const auto said = QRegularExpression(QStringLiteral("a code was found (\\d+) ms after the first picture")).match(QString::fromUtf8(app.log()));
    REQUIRE(said.hasMatch());
    CHECK(said.captured(1).toInt() <= 1000);

    const int before = app.frames();
    CHECK_FALSE(eventually([&] { return app.frames() > before + 10; }, 1500)); // the camera stands: nothing moves while it is looked at
    REQUIRE(app.click(QStringLiteral("startConversationButton")));
    CHECK(app.waitFor(QStringLiteral("questionRow")));
    CHECK(app.has(QStringLiteral("conversationScreen")));
}

TEST_CASE("Without a camera the same page says why, and a photo is picked or the contact is typed", "[e2e]")
{
    const Display display;
    const Machine machine;
    const QString pictures = machine.path(QStringLiteral("pictures"));
    REQUIRE(machine.setFolders({{QStringLiteral("PICTURES"), pictures}, {QStringLiteral("DOWNLOAD"), pictures + QStringLiteral("/none")}}));
    REQUIRE(QFile::copy(badges + QStringLiteral("/2-dvorak.png"), pictures + QStringLiteral("/badge.png")));

    App app(machine, display);
    REQUIRE(app.start(demo()));
    REQUIRE(app.waitForText(QStringLiteral("KälteExpo 2027")));
    REQUIRE(app.click(QStringLiteral("scanButton")));
    CHECK(app.waitForText(QStringLiteral("There is no camera here. You can pick a photo or type the contact.")));
    SECTION("a photo")
    {
        REQUIRE(app.click(QStringLiteral("pickPhotoButton")));
        REQUIRE(app.click(QStringLiteral("photo_0")));
        CHECK(app.waitForText(QStringLiteral("Marek Dvořák")));
        REQUIRE(app.click(QStringLiteral("startConversationButton")));
    }
    SECTION("typing")
    {
        REQUIRE(app.click(QStringLiteral("typeInsteadButton")));
    }
    CHECK(app.waitFor(QStringLiteral("questionRow")));
}
