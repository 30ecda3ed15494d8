// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/functions.h"

namespace rapport::forms
{

const FunctionEntry* findFunction(const QString& name)
{
    static const FunctionTable table = [] {
        FunctionTable all;
        for (const FunctionTable& room : {textFunctions(), numberFunctions(), nodeFunctions(), dateFunctions()})
            all.insert(room);
        return all;
    }();
    const auto found = table.constFind(name);
    return found == table.constEnd() ? nullptr : &*found;
}

} // namespace rapport::forms
