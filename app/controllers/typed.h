// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

namespace rapport::app
{

/// What a person typed, as the form stores it.
struct Typed {
    QString value;
    QString problem; ///< how to fix what could not be understood; empty: understood
};

/// Also "now", "time+15" (minutes) and, for days, what isoDate() takes.
Typed understand(const forms::Node& node, const QString& text, const QDateTime& now);

/// The stored value as a field shows it for editing: a decimal in the app's language, a time without seconds.
QString editable(const forms::Node& node);
/// The stored value as it is read: "17 Nov 2027", "November 2027" where only the month is asked, "1,234" where thousands are set apart.
QString shown(const forms::Node& node);

} // namespace rapport::app
