// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

/// A secondary instance that a form brings or asks for.
struct Instance {
    QString id, uri; ///< uri empty: the choices of @p list
    const ChoiceList* list = nullptr;
};

/// All secondary instances, in the order of the form: files, what pulldata() reads, the last saved record, and the choices sheet.
/// The same id for two different files is a fault.
std::vector<Instance> secondaryInstances(const Survey& survey, Remarks& remarks);

} // namespace rapport::xlsform
