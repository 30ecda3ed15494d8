// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"

namespace rapport::forms
{

/// A question of a finished record that was answered, or of which somebody said that it is not known yet (rapport:unknown="true").
struct RecordedQuestion {
    QString path; ///< with positions where there are several: "/data/part[2]/name"
    bool isUnknown = false;
    QString label; ///< of what is not known: as the form asks it in its own language, with "…" for what it fills in; the name where it has no label
    friend bool operator==(const RecordedQuestion&, const RecordedQuestion&) = default;
};

/// In document order. Those that were passed over, and what a form reckons for itself, are left out.
Result<std::vector<RecordedQuestion>> recordedQuestions(const Form& form, const QByteArray& submission);

} // namespace rapport::forms
