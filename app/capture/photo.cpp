// SPDX-License-Identifier: Apache-2.0
#include "app/capture/photo.h"

#include "app/capture/helper.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
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

Error::Kind kindOf(const QString& problem)
{
    if (problem == QLatin1String("full"))
        return Error::Kind::Full;
    return problem == QLatin1String("corrupt") ? Error::Kind::Corrupt : Error::Kind::Invalid;
}

Result<Photo> work(int maxPixels, const std::function<void(QProcess&)>& feed)
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
    return parsePhotoReply(worker.readAllStandardOutput());
}

} // namespace

Result<Photo> parsePhotoReply(const QByteArray& reply)
{
    const qsizetype end = reply.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(reply.left(end)).object();
    if (const QString problem = head[QLatin1String("problem")].toString(); !problem.isEmpty())
        return Error{kindOf(problem), QStringLiteral("the worker refuses the picture")};
    const qint64 jpeg = head[QLatin1String("jpeg")].toInteger(), thumbnail = head[QLatin1String("thumbnail")].toInteger();
    if (end < 0 || jpeg <= 0 || thumbnail <= 0 || jpeg > maxPhotoBytes || thumbnail > maxPhotoBytes || end + 1 + jpeg + thumbnail != reply.size())
        return Error{Error::Kind::Internal, QStringLiteral("the worker's answer is not whole")};
    return Photo{reply.mid(end + 1, jpeg), reply.mid(end + 1 + jpeg, thumbnail),
                 QSize(head[QLatin1String("width")].toInt(), head[QLatin1String("height")].toInt())};
}

Result<Photo> photoFromFile(const QString& path, int maxPixels)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return Error{info.exists() ? Error::Kind::Denied : Error::Kind::NotFound, QStringLiteral("the picture cannot be read")};
    if (info.size() > maxPhotoBytes)
        return tooLarge();
    return work(maxPixels, [&](QProcess& worker) {
        worker.setStandardInputFile(path);
        worker.start(QIODevice::ReadOnly);
    });
}

Result<Photo> photoFrom(const QByteArray& content, int maxPixels)
{
    if (content.size() > maxPhotoBytes)
        return tooLarge();
    return work(maxPixels, [&](QProcess& worker) {
        worker.start();
        worker.write(content);
        worker.closeWriteChannel();
    });
}

} // namespace rapport::capture
