// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/readings.h"

#include "forms/xform/formmodel.h"

#include <algorithm>

namespace rapport::forms
{

QStringList readBy(const Form& form, const QString& nodeset)
{
    QStringList read;
    const int reader = form.d().byPath.value(nodeset, -1);
    for (const Definition& definition : form.d().definitions) {
        const bool reads =
            std::any_of(definition.dependents.begin(), definition.dependents.end(), [&](const Reader& one) { return one.definition == reader; });
        if (reads)
            read.append(definition.path);
    }
    return read;
}

} // namespace rapport::forms
