// SPDX-License-Identifier: Apache-2.0
#include "app/capture/page.h"

#include "app/capture/helper.h"

#include <QProcess>

namespace rapport::capture
{

namespace
{

constexpr int deadlineMs = 20'000;

} // namespace

Result<QByteArray> pageOf(const QByteArray& pdf, int page, int width)
{
    QProcess worker;
    worker.setStandardErrorFile(QProcess::nullDevice());
    worker.start(helperProgram(QStringLiteral("rapport-worker")), {QStringLiteral("page"), QString::number(page), QString::number(width)});
    worker.write(pdf);
    worker.closeWriteChannel();
    if (!worker.waitForFinished(deadlineMs)) {
        worker.kill();
        worker.waitForFinished(1000);
        return Error{Error::Kind::Internal, QStringLiteral("the worker takes too long for this page")};
    }
    if (worker.exitStatus() != QProcess::NormalExit)
        return Error{Error::Kind::Corrupt, QStringLiteral("the worker died of this page")};
    const QByteArray png = worker.readAllStandardOutput();
    return png.isEmpty() ? Error{Error::Kind::Invalid, QStringLiteral("there is no such page")} : Result<QByteArray>(png);
}

} // namespace rapport::capture
