// SPDX-License-Identifier: Apache-2.0
#include "app/capture/helper.h"

#include <QCoreApplication>
#include <QFile>

namespace rapport::capture
{

QString helperProgram(const QString& name)
{
    const QString here = QCoreApplication::applicationDirPath();
    const QString beside = here + QLatin1Char('/') + name;
    return QFile::exists(beside) ? beside : here + QStringLiteral("/../libexec/rapport/") + name;
}

} // namespace rapport::capture
