// SPDX-License-Identifier: Apache-2.0
// rapport-film: a film's file in, one line {"milliseconds", "width", "height"} and a JPEG of it out; {"problem"} where it cannot be played. Reads
// what may come from anybody, so it may die.
#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMediaPlayer>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoSink>

#include <sys/prctl.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace
{

constexpr int wide = 640, patienceMs = 60'000;
constexpr qint64 maxBytes = 512ll * 1024 * 1024, into = 2'000; ///< a film begins black

void confine()
{
    const rlimit none{0, 0};
#ifndef __SANITIZE_ADDRESS__
    const rlimit memory{4ull << 30, 4ull << 30};
    setrlimit(RLIMIT_AS, &memory);
#endif
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

void say(const QJsonObject& line, const QByteArray& jpeg = {})
{
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n' + jpeg;
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

int refuse()
{
    say({{QStringLiteral("problem"), QStringLiteral("torn")}});
    return 0;
}

QByteArray jpegOf(const QImage& picture)
{
    QByteArray jpeg;
    QBuffer out(&jpeg);
    out.open(QIODevice::WriteOnly);
    picture.scaledToWidth(std::min(wide, picture.width()), Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32).save(&out, "JPEG", 85);
    return jpeg;
}

/// To its end: one read brings what a pipe holds at that moment.
QByteArray handedIn()
{
    QFile input;
    QByteArray film;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return film;
    for (QByteArray piece; film.size() < maxBytes && !(piece = input.read(maxBytes - film.size())).isEmpty();)
        film += piece;
    return film;
}

} // namespace

int main(int argc, char** argv)
{
    confine();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    const QGuiApplication application(argc, argv);
    QBuffer film;
    film.setData(handedIn());
    film.open(QIODevice::ReadOnly);
    QVideoSink screen;
    QMediaPlayer player;
    QImage picture;
    player.setVideoSink(&screen);
    QObject::connect(&screen, &QVideoSink::videoFrameChanged, &application, [&](const QVideoFrame& frame) {
        const qint64 wanted = std::min(into, player.duration() / 4);
        const qint64 at = frame.startTime() >= 0 ? frame.startTime() / 1000 : player.position(); // the position runs ahead of a seek
        picture = frame.toImage();
        if (!picture.isNull() && at >= wanted)
            QCoreApplication::exit(0);
    });
    QObject::connect(&player, &QMediaPlayer::mediaStatusChanged, &application, [&](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::InvalidMedia || status == QMediaPlayer::EndOfMedia)
            QCoreApplication::exit(0);
        else if (status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia)
            player.setPosition(std::min(into, player.duration() / 4));
    });
    QTimer::singleShot(patienceMs, &application, [] { QCoreApplication::exit(0); });
    player.setSourceDevice(&film, QUrl(QStringLiteral("file:///film")));
    player.play();
    QGuiApplication::exec();
    if (picture.isNull())
        return refuse();
    say({{QStringLiteral("milliseconds"), player.duration()},
         {QStringLiteral("width"), picture.width()},
         {QStringLiteral("height"), picture.height()}},
        jpegOf(picture));
    std::_Exit(0); // the players of Qt 6.4 may wait for themselves when they go
}
