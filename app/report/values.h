// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/report/content.h"
#include "app/report/speech.h"
#include "forms/session/formsession.h"

#include <functional>

namespace rapport::report
{

/// The label of a row of an entity list; empty where it is not known here.
using RowLabel = std::function<QString(const QString& list, const QString& id)>;

/// The answer of @p node as it is read in @p speech's language: labels of what was chosen, numbers and dates as they are written there, with their
/// unit. "Not known yet" where somebody said so; empty where nothing was answered. At most 100,000 characters. @p rowLabel: for a choice from a list
/// that would not be offered today, such as a job that is done.
QString answerText(const forms::FormSession& session, const forms::Node& node, const Speech& speech, const RowLabel& rowLabel);

/// Text of a form or a person without what is not for paper: control characters, marks that turn the direction of what follows.
QString printable(const QString& text);

/// Whether @p node asks for a value that limits say something of. A lower limit of zero alone says nothing: hours, pieces.
bool isMeasured(const forms::Node& node);
/// The value beside its limits; `what` is left to the caller.
Measured measuredOf(const forms::Node& node, const Speech& speech);

} // namespace rapport::report
