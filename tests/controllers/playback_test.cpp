// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/playbackcontroller.h"
#include "app/sound/opusfile.h"
#include "desk.h"

#include <QAudioDevice>
#include <QFile>
#include <QMediaDevices>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

/// A draft with one attachment.
struct Shelf {
    QString keep(const QString& name, const QString& mediaType, const QByteArray& content)
    {
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = conversation.id.text();
        conversation.startedAt = desk.clock();
        REQUIRE(desk.store->saveDraft(conversation, "<data/>"));
        REQUIRE(desk.store->addAttachment(conversation.id, name, mediaType, content));
        return PlaybackController::sourceOf(conversation.id, name);
    }

    const Desk desk;
    PlaybackController player{*desk.thread};
};

QByteArray silence(int seconds)
{
    auto file = sound::OpusFile::begin(sound::qualityNamed(QStringLiteral("low")));
    REQUIRE(file);
    (*file)->add(QByteArray(2 * 24'000 * seconds, 0));
    return (*file)->finish();
}

QByteArray film()
{
    QProcess ffmpeg;
    ffmpeg.start(QStringLiteral("ffmpeg"),
                 {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                  QStringLiteral("color=red:size=160x120:rate=10:duration=3"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"),
                  QStringLiteral("-f"), QStringLiteral("matroska"), QStringLiteral("-")});
    REQUIRE(ffmpeg.waitForFinished(30'000));
    return ffmpeg.readAllStandardOutput();
}

} // namespace

TEST_CASE("A voice is played out of the sealed store, and ends by itself", "[playback]")
{
    Shelf shelf;
    const QString source = shelf.keep(QStringLiteral("said.opus"), QStringLiteral("audio/ogg"), silence(2));
    shelf.player.play(source);
    CHECK(shelf.player.source() == source);
    if (QMediaDevices::defaultAudioOutput().isNull()) { // e2e/media_test brings a loudspeaker of its own
        CHECK(eventually([&] { return shelf.player.failed() == source; }));
        return;
    }
    REQUIRE(eventually([&] { return shelf.player.playing() && shelf.player.progress() > 0.2; }));
    CHECK(shelf.player.positionText().endsWith(QStringLiteral(" / 0:02")));
    shelf.player.pause();
    CHECK_FALSE(shelf.player.playing());
    shelf.player.play(source);
    CHECK(shelf.player.playing());
    CHECK(eventually([&] { return shelf.player.source().isEmpty(); }));
    CHECK(shelf.player.failed().isEmpty());
}

TEST_CASE("A film shows its pictures out of the sealed store", "[playback]")
{
    Shelf shelf;
    const QString source = shelf.keep(QStringLiteral("door.mkv"), QStringLiteral("video/x-matroska"), film());
    shelf.player.play(source);
    REQUIRE(eventually([&] { return !shelf.player.frame().isNull(); }));
    CHECK(shelf.player.frame().size() == QSize(160, 120));
    CHECK(shelf.player.frame().pixelColor(80, 60).red() > 150);
    shelf.player.stop();
    CHECK(shelf.player.frame().isNull());
}

TEST_CASE("What cannot be played says so", "[playback]")
{
    Shelf shelf;
    QString source;
    SECTION("it is no sound")
    {
        source = shelf.keep(QStringLiteral("said.opus"), QStringLiteral("audio/ogg"), "Dear Ms Dewi");
    }
    SECTION("it is not there")
    {
        source = QStringLiteral("none/said.opus");
    }
    SECTION("it was changed on the disk")
    {
        source = shelf.keep(QStringLiteral("said.opus"), QStringLiteral("audio/ogg"), silence(2));
        const auto id = store::ConversationId::parse(source.section(QLatin1Char('/'), 0, 0));
        QFile sealed(shelf.desk.dir.filePath(QStringLiteral("files/") + shelf.desk.store->attachments(id)->front().sha256));
        REQUIRE(sealed.open(QIODevice::ReadWrite));
        sealed.seek(100);
        sealed.write("torn");
    }
    shelf.player.play(source);
    CHECK(eventually([&] { return shelf.player.failed() == source; }));
    CHECK(shelf.player.source().isEmpty());
}
