// SPDX-License-Identifier: Apache-2.0
#include "app/capture/helper.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace rapport::capture
{

QString helperProgram(const QString& name)
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = here + QLatin1Char('/') + name;
    return QFile::exists(beside) ? beside : here + QStringLiteral("/../libexec/rapport/") + name;
}

bool feed(QProcess& program, QIODevice& content)
{
    constexpr qint64 piece = 1024 * 1024;
    constexpr int deadlineMs = 20'000;
    for (QByteArray bytes = content.read(piece); !bytes.isEmpty(); bytes = content.read(piece)) {
        program.write(bytes);
        while (program.bytesToWrite() > piece) {
            if (program.state() == QProcess::NotRunning || !program.waitForBytesWritten(deadlineMs))
                return false;
        }
    }
    return true;
}

} // namespace rapport::capture
