// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QIODevice;
class QProcess;

namespace rapport::capture
{

/// Where a program lies that nobody calls by hand: beside this one, as it is built, or in libexec/rapport, as it is installed.
QString helperProgram(const QString& name);

/// Writes all of @p content to its standard input, a piece at a time: what is large never lies in memory. False where it ended, or does not read on.
bool feed(QProcess& program, QIODevice& content);

} // namespace rapport::capture
