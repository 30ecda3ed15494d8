// SPDX-License-Identifier: Apache-2.0
#include "capture/video.h"

#include <QProcess>
#include <QStandardPaths>

namespace rapport::test
{

bool makeVideo(const QString& picture, const QString& file, int seconds)
{
    const QString ffmpeg = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (ffmpeg.isEmpty())
        return false;
    const QString frames = QString::number(30 * seconds);
    const QString camera = QStringLiteral("zoompan=z='1+0.2*on/%1':x='(iw-iw/zoom)/2+30*sin(on/9)':y='(ih-ih/zoom)/2+20*cos(on/11)'"
                                          ":d=%1:s=1920x1080:fps=30,noise=alls=6:allf=t")
                               .arg(frames);
    QProcess process;
    process.start(ffmpeg, {QStringLiteral("-loglevel"), QStringLiteral("error"), QStringLiteral("-y"), QStringLiteral("-i"), picture,
                           QStringLiteral("-vf"), camera, QStringLiteral("-frames:v"), frames, QStringLiteral("-c:v"), QStringLiteral("libx264"),
                           QStringLiteral("-preset"), QStringLiteral("ultrafast"), QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), file});
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

} // namespace rapport::test
