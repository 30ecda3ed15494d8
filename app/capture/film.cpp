// SPDX-License-Identifier: Apache-2.0
#include "app/capture/film.h"

#include "app/capture/helper.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace rapport::capture
{

Result<FilmLook> lookAtFilm(QIODevice& film, const std::function<bool()>& stop)
{
    constexpr int deadlineMs = 70'000, lookMs = 100; // rapport-film itself gives up after a minute
    QProcess helper;
    helper.setStandardErrorFile(QProcess::nullDevice());
    helper.start(helperProgram(QStringLiteral("rapport-film")), QStringList());
    feed(helper, film); // what ended early says so itself
    helper.closeWriteChannel();
    QElapsedTimer timer;
    timer.start();
    while (!helper.waitForFinished(lookMs) && helper.state() != QProcess::NotRunning && timer.elapsed() < deadlineMs && !stop()) {
    }
    if (helper.state() != QProcess::NotRunning) {
        helper.kill();
        helper.waitForFinished(1000);
        return Error{Error::Kind::Internal, QStringLiteral("a film takes too long to be looked at")};
    }
    if (helper.exitStatus() != QProcess::NormalExit)
        return Error{Error::Kind::Corrupt, QStringLiteral("rapport-film died of a film")};
    const QByteArray said = helper.readAllStandardOutput();
    const qsizetype line = said.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(said.left(line)).object();
    if (line < 0 || !head.contains(QLatin1String("width")))
        return Error{Error::Kind::Invalid, QStringLiteral("a film cannot be played")};
    return FilmLook{head[QLatin1String("milliseconds")].toInteger(),
                    QSize(head[QLatin1String("width")].toInt(), head[QLatin1String("height")].toInt()), said.mid(line + 1)};
}

} // namespace rapport::capture
