// SPDX-License-Identifier: Apache-2.0
// What is seen and heard: drawn on, recorded, picked, played, signed, and at the hub in the end. The microphone is a sound server that hums.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

/// Where a test leaves its pictures for those who want to look; nowhere unless asked.
void look(App& app, const char* name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + QString::fromLatin1(name) + u".png"_s));
}

QString question(const char* name, const char* part)
{
    return u"questionRow[name=%1] > %2"_s.arg(QLatin1String(name), QLatin1String(part));
}

/// A sound server of the test's own, whose microphone hums and whose loudspeaker is silent; the app finds it by PULSE_SERVER.
class Hum
{
public:
    Hum()
    {
        const QString program = QStandardPaths::findExecutable(u"pulseaudio"_s), socket = m_dir.filePath(u"native"_s);
        if (program.isEmpty())
            return;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_dir.path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_dir.path());
        m_server.setProcessEnvironment(environment);
        m_server.start(program, {u"-n"_s, u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"--use-pid-file=no"_s, u"--disable-shm=yes"_s, u"-L"_s,
                                 u"module-native-protocol-unix socket=%1 auth-anonymous=1"_s.arg(socket), u"-L"_s,
                                 u"module-sine-source frequency=440"_s, u"-L"_s, u"module-null-sink"_s});
        runs = m_server.waitForStarted() && eventually([&] { return QFile::exists(socket); });
        qputenv("PULSE_SERVER", "unix:" + socket.toUtf8());
    }
    ~Hum() { stop(); }
    void stop()
    {
        m_server.kill();
        m_server.waitForFinished(5'000);
    }

    bool runs = false;

private:
    QTemporaryDir m_dir;
    QProcess m_server;
};

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// A person's folders with something to pick, found by the app through its own configuration.
bool fillFolders(const Machine& machine)
{
    const QString home = machine.path(u"home"_s);
    QProcess ffmpeg;
    QDir().mkpath(home + u"/videos"_s);
    ffmpeg.start(u"ffmpeg"_s, {u"-loglevel"_s, u"error"_s, u"-y"_s, u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=size=640x360:rate=25:duration=20"_s,
                               u"-pix_fmt"_s, u"yuv420p"_s, home + u"/videos/door.mp4"_s});
    return ffmpeg.waitForFinished(60'000) && ffmpeg.exitCode() == 0 &&
           write(home + u"/documents/Specification 2027.pdf"_s, QByteArray(1'500'000, '%')) &&
           write(
               machine.path(u"config/user-dirs.dirs"_s),
               u"XDG_DOCUMENTS_DIR=\"%1/documents\"\nXDG_VIDEOS_DIR=\"%1/videos\"\nXDG_MUSIC_DIR=\"%1/music\"\nXDG_DOWNLOAD_DIR=\"%1/downloads\"\n"_s
                   .arg(home)
                   .toUtf8());
}

QString damage(const QTemporaryDir& dir)
{
    QImage picture(2400, 1600, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, x > 900 && x < 1300 ? qRgb(70, 64, 58) : qRgb(168 + x % 40, 188 + y % 30, 195));
    }
    const QString path = dir.filePath(u"damage.jpg"_s);
    return picture.save(path) ? path : QString();
}

QJsonObject onlyConversation(const Machine& machine)
{
    const QJsonArray all = rapportctl({u"inspect"_s, u"--data-dir"_s, machine.dataDir(), u"conversations"_s}, machine.environment()).json().array();
    return all.isEmpty() ? QJsonObject() : all[0].toObject();
}

} // namespace

TEST_CASE("A photo with an arrow, a sketch, a voice, a film, a file and a signature reach the hub", "[e2e]")
{
    const char* size = GENERATE("1280x800x24", "800x1280x24");
    INFO(size);
    const Hum hum;
    Office office;
    const auto token = publishDemo(office.hubDir);
    REQUIRE(token);
    REQUIRE(office.ask(u"media"_s, QStringLiteral(RAPPORT_TEST_DATA "/forms/media.xml")));
    REQUIRE(office.hub.start());
    const QTemporaryDir pictures;
    const Display display(QString::fromLatin1(size));
    const Machine machine;
    REQUIRE(fillFolders(machine));
    App app(machine, display);
    app.setToken(*token);
    REQUIRE(app.start(
        {u"--hub"_s, office.hub.url().toString(), u"--camera-source"_s, damage(pictures), u"--lang"_s, size[0] == '8' ? u"de"_s : u"en"_s}));
    REQUIRE(app.click(u"otherForm_media"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    look(app, size[0] == '8' ? "media-empty-tall" : "media-empty");

    INFO("an arrow on a photo");
    REQUIRE(app.click(question("leak", "takePhotoButton")));
    REQUIRE(app.waitFor(u"shutterButton[enabled=true]"_s));
    REQUIRE(app.click(u"shutterButton"_s));
    REQUIRE(app.click(question("leak", "drawOnPictureButton")));
    REQUIRE(app.waitFor(u"drawingPad[visible=true]"_s));
    REQUIRE(app.drag(u"drawingPad"_s));
    REQUIRE(app.click(u"ink_2"_s));
    REQUIRE(app.click(u"penButton"_s));
    look(app, size[0] == '8' ? "media-annotate-tall" : "media-annotate");
    REQUIRE(app.click(u"drawingDoneButton"_s));
    REQUIRE(app.waitFor(u"undoButton"_s));
    INFO("a sketch");
    REQUIRE(app.click(question("room", "drawButton")));
    REQUIRE(app.drag(u"drawingPad"_s));
    look(app, size[0] == '8' ? "media-draw-tall" : "media-draw");
    REQUIRE(app.key(Qt::Key_Escape));
    INFO("a voice");
    if (hum.runs) {
        REQUIRE(app.click(question("noise", "recordButton")));
        REQUIRE(eventually([&] { return app.texts().filter(QRegularExpression(u", 0:0[2-9]"_s)).size() == 1; })); // "Recording, 0:02"
        look(app, size[0] == '8' ? "media-recording-tall" : "media-recording");
        REQUIRE(app.click(question("noise", "stopRecordingButton")));
        REQUIRE(app.click(question("noise", "playButton")));
        CHECK(app.waitForText(u"0:01 / 0:0"_s));
    } else {
        WARN("no sound server here: nothing is recorded");
    }
    INFO("a film and a file");
    REQUIRE(app.click(question("film", "pickFileButton")));
    REQUIRE(app.click(u"file_0"_s));
    REQUIRE(app.waitFor(question("film", "watchButton")));
    int frames = -1;
    REQUIRE(eventually([&] { return app.frames() == std::exchange(frames, app.frames()); })); // the page lies still again
    REQUIRE(app.click(question("film", "watchButton")));
    const bool film = eventually([&] { return !app.texts().filter(QRegularExpression(u"0:(0[1-9]|1[0-9]) / 0:20"_s)).isEmpty(); });
    INFO(app.texts().join(u'|').toStdString());
    REQUIRE(film);
    look(app, size[0] == '8' ? "media-film-tall" : "media-film");
    REQUIRE(app.key(Qt::Key_Escape));
    REQUIRE(app.click(question("sheet", "pickFileButton")));
    REQUIRE(app.waitFor(u"file_0"_s));
    look(app, size[0] == '8' ? "media-picker-tall" : "media-picker");
    REQUIRE(app.click(u"file_0"_s));
    REQUIRE(app.waitFor(question("sheet", "removeFileButton")));
    look(app, size[0] == '8' ? "media-files-tall" : "media-files");
    INFO("a name and a signature that stays as it is");
    REQUIRE(app.enter(question("sign_name", "answerField"), u"Ratna Dewi"_s));
    REQUIRE(app.drag(question("sign", "signaturePaper")));
    REQUIRE(app.click(question("sign", "keepSignature")));
    REQUIRE(app.waitFor(question("sign", "keptSignature[visible=true]")));
    look(app, size[0] == '8' ? "media-signed-tall" : "media-signed");

    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));
    CHECK(eventually([&] { return onlyConversation(machine)[u"state"_s] == u"sent"_s; }));
    CHECK(onlyConversation(machine)[u"attachments"_s].toArray().size() == (hum.runs ? 6 : 5));
}
