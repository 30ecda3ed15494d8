// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/recordingcontroller.h"
#include "app/sound/opusfile.h"
#include "talk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <cmath>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

/// Half as loud as can be, 440 Hz.
QByteArray tone(int samplesPerSecond, int milliseconds)
{
    QByteArray samples;
    for (int at = 0; at < samplesPerSecond * milliseconds / 1000; ++at) {
        const auto sample = static_cast<qint16>(16'000 * std::sin(2 * M_PI * 440 * at / samplesPerSecond));
        samples.append(reinterpret_cast<const char*>(&sample), sizeof sample);
    }
    return samples;
}

/// A microphone that hears what a test plays to it.
class Microphone : public sound::SoundSource
{
public:
    void start(int samplesPerSecond) override
    {
        rate = samplesPerSecond;
        running = true;
    }
    void stop() override { running = false; }
    void hear(int milliseconds) { Q_EMIT heard(tone(rate, milliseconds)); }
    void vanish(Error::Kind kind) { Q_EMIT ended({kind, {}}); }

    int rate = 0;
    bool running = false;
};

/// A conversation that asks for a voice, and a microphone that records it.
struct Voice {
    explicit Voice(std::chrono::minutes longest = std::chrono::minutes(30)) : talk(desk)
    {
        const QByteArray xml = R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
            xmlns:odk="http://www.opendatakit.org/xforms"><h:head><h:title>Sound</h:title><model>
            <instance><data id="sound" version="1"><noise/><meta><instanceID/></meta></data></instance>
            <bind nodeset="/data/noise" type="binary" odk:quality="voice-only"/>
            </model></h:head><h:body><upload ref="/data/noise" mediatype="audio/*"><label>Noise</label></upload></h:body></h:html>)xml";
        REQUIRE(desk.store->putForm({QStringLiteral("sound"), QStringLiteral("1"), QStringLiteral("h"), QStringLiteral("Sound"), xml}));
        talk.controller.startForm(QStringLiteral("sound"), {});
        auto made = std::make_unique<Microphone>();
        microphone = made.get();
        recording = std::make_unique<RecordingController>(std::move(made), longest);
        QObject::connect(recording.get(), &RecordingController::recorded, &talk.controller, &ConversationController::keepRecording);
        node = talk.id(QStringLiteral("noise"));
    }

    void start() { recording->start(node, extra("quality").toString()); }
    QString value() const { return talk.of(QStringLiteral("noise"), "value").toString(); }
    QVariant extra(const char* key) const { return talk.of(QStringLiteral("noise"), "extra").toMap()[QLatin1String(key)]; }
    QString problem() const { return talk.of(QStringLiteral("noise"), "problem").toString(); }

    const Desk desk;
    tests::Talk talk;
    Microphone* microphone = nullptr;
    std::unique_ptr<RecordingController> recording;
    int node = 0;
};

} // namespace

TEST_CASE("A voice is kept as Ogg Opus of the quality that the form wants, and says how long it is", "[sound]")
{
    struct Row {
        const char* quality;
        int rate;
        qsizetype atMost; ///< bytes of ten seconds
    };
    const auto row =
        GENERATE(values<Row>({{"voice-only", 16'000, 25'000}, {"low", 24'000, 45'000}, {"normal", 48'000, 110'000}, {"", 24'000, 45'000}}));
    INFO(row.quality);
    const sound::Quality quality = sound::qualityNamed(QLatin1String(row.quality));
    CHECK(quality.samplesPerSecond == row.rate);
    auto file = sound::OpusFile::begin(quality);
    REQUIRE(file);
    for (int second = 0; second < 10; ++second)
        (*file)->add(tone(row.rate, 1000));
    CHECK((*file)->length() == std::chrono::seconds(10));
    const QByteArray ogg = (*file)->finish();
    CHECK(ogg.startsWith("OggS"));
    CHECK(ogg.left(64).contains("OpusHead"));
    CHECK(ogg.size() < row.atMost);
    const auto length = sound::opusLength(ogg.right(64 * 1024));
    REQUIRE(length);
    CHECK(std::abs(length->count() - 10'000) < 100);
    CHECK_FALSE(sound::opusLength("this is no sound"));
}

TEST_CASE("A recording shows how loud and long it is, and is an answer on disk once it is stopped", "[sound]")
{
    Voice voice;
    CHECK(voice.recording->nodeId() == -1);
    voice.start();
    CHECK(voice.recording->nodeId() == voice.node);
    CHECK(voice.microphone->rate == 16'000);
    voice.microphone->hear(2'500);
    CHECK(voice.recording->level() > 0.8);
    CHECK(voice.recording->lengthText() == QStringLiteral("0:02"));
    CHECK(voice.value().isEmpty());
    voice.recording->stop();
    CHECK_FALSE(voice.microphone->running);
    CHECK(voice.recording->nodeId() == -1);
    REQUIRE(voice.value().endsWith(QStringLiteral(".opus")));
    CHECK(voice.extra("fileDetail").toString().startsWith(QStringLiteral("0:02 · ")));
    REQUIRE(voice.talk.saved());
    const store::Conversation draft = voice.talk.draft();
    CHECK(voice.desk.store->attachment(draft.id, voice.value())->startsWith("OggS"));
    CHECK(voice.extra("media").toString() == draft.id.text() + QLatin1Char('/') + voice.value());

    const QString name = voice.value(); // and after a restart
    voice.talk.controller.keepDraft();
    REQUIRE(eventually([&] { return !voice.talk.controller.isOpen(); }));
    voice.talk.controller.open(draft.id.text());
    CHECK(voice.value() == name);
    CHECK(voice.extra("fileDetail").toString().startsWith(QStringLiteral("0:02 · ")));

    voice.talk.controller.removeFile(voice.node);
    CHECK(voice.value().isEmpty());
    voice.talk.controller.undoRemove();
    CHECK(voice.value() == name);
}

TEST_CASE("A microphone that is not there or goes away is told on the question, and nothing said is lost", "[sound]")
{
    Voice voice;
    SECTION("it is not there")
    {
        voice.start();
        voice.microphone->vanish(Error::Kind::NotFound);
        CHECK(voice.problem() == QStringLiteral("There is no microphone here. You can pick a sound file instead."));
        CHECK(voice.value().isEmpty());
        CHECK_FALSE(voice.recording->hasMicrophone());
    }
    SECTION("it may not be used")
    {
        voice.start();
        voice.microphone->vanish(Error::Kind::Denied);
        CHECK(voice.problem() ==
              QStringLiteral("Rapport may not use the microphone. Allow it in the settings of this device, or pick a sound file instead."));
    }
    SECTION("it goes away while somebody speaks")
    {
        voice.start();
        voice.microphone->hear(3'000);
        voice.microphone->vanish(Error::Kind::Offline);
        CHECK(voice.problem() == QStringLiteral("The microphone went away. What was recorded until then is kept."));
        CHECK(voice.extra("fileDetail").toString().startsWith(QStringLiteral("0:03 · ")));
        REQUIRE(voice.talk.saved());
        CHECK(voice.desk.store->attachment(voice.talk.draft().id, voice.value())->size() > 1'000);
    }
    SECTION("nothing was heard")
    {
        voice.start();
        voice.recording->stop();
        CHECK(voice.problem() == QStringLiteral("Nothing was heard. Please try again, or pick a sound file."));
        CHECK(voice.value().isEmpty());
    }
    voice.talk.controller.finish(); // what was told stands in nobody's way
    CHECK(eventually([&] { return !voice.talk.controller.isOpen(); }));
}

TEST_CASE("A recording ends at its greatest length and is kept", "[sound]")
{
    Voice voice(std::chrono::minutes(1));
    CHECK(voice.recording->limitText() == QStringLiteral("Up to 1 minute(s).")); // no translation is loaded here
    voice.start();
    for (int tenSeconds = 0; tenSeconds < 8 && voice.microphone->running; ++tenSeconds)
        voice.microphone->hear(10'000);
    CHECK_FALSE(voice.microphone->running);
    CHECK(voice.problem() == QStringLiteral("The recording has reached its greatest length and was stopped. It is kept."));
    CHECK(voice.extra("fileDetail").toString().startsWith(QStringLiteral("1:00 · ")));
}
