// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"

#include <QStringList>

namespace rapport::forms
{

/// The nodesets that the value or the relevance of @p nodeset reads itself; not what those read in turn.
QStringList readBy(const Form& form, const QString& nodeset);

} // namespace rapport::forms
