// SPDX-License-Identifier: Apache-2.0
#include "app/capture/photo.h"

#include "app/capture/helper.h"

#include <QFileInfo>
#include <QProcess>

#include <functional>

namespace rapport::capture
{

namespace
{

constexpr int deadlineMs = 20'000;

Error tooLarge()
{
    return {Error::Kind::Full, QStringLiteral("the picture is too large")};
}

Result<photo::Photo> work(int maxPixels, const std::function<void(QProcess&)>& feed)
{
    QProcess worker;
    worker.setStandardErrorFile(QProcess::nullDevice());
    worker.setProgram(helperProgram(QStringLiteral("rapport-worker")));
    worker.setArguments({QStringLiteral("photo"), QString::number(maxPixels)});
    feed(worker);
    if (!worker.waitForFinished(deadlineMs)) {
        worker.kill();
        worker.waitForFinished(1000);
        return Error{Error::Kind::Internal, QStringLiteral("the worker takes too long for this picture")};
    }
    if (worker.exitStatus() != QProcess::NormalExit)
        return Error{Error::Kind::Corrupt, QStringLiteral("the worker died of this picture")};
    return photo::parseReply(worker.readAllStandardOutput());
}

} // namespace

Result<photo::Photo> photoFromFile(const QString& path, int maxPixels)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return Error{info.exists() ? Error::Kind::Denied : Error::Kind::NotFound, QStringLiteral("the picture cannot be read")};
    if (info.size() > photo::maxBytes)
        return tooLarge();
    return work(maxPixels, [&](QProcess& worker) {
        worker.setStandardInputFile(path);
        worker.start(QIODevice::ReadOnly);
    });
}

Result<photo::Photo> photoFrom(const QByteArray& content, int maxPixels)
{
    if (content.size() > photo::maxBytes)
        return tooLarge();
    return work(maxPixels, [&](QProcess& worker) {
        worker.start();
        worker.write(content);
        worker.closeWriteChannel();
    });
}

} // namespace rapport::capture
