// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rapport::capture
{

/// Where a program lies that nobody calls by hand: beside this one, as it is built, or in libexec/rapport, as it is installed.
QString helperProgram(const QString& name);

} // namespace rapport::capture
