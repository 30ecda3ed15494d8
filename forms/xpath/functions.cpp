// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/functions.h"

namespace rapport::forms
{

const FunctionEntry& uncallable()
{
    static const FunctionEntry entry{0, -1, [](const Expression& call, const Context& context) -> Value {
                                         if (context.surroundings->fault)
                                             context.surroundings->fault(QStringLiteral("“%1” cannot be called like this").arg(call.text));
                                         return QString();
                                     }};
    return entry;
}

const FunctionEntry* findFunction(const QString& name)
{
    static const FunctionTable table = [] {
        FunctionTable all;
        for (const FunctionTable& room : {textFunctions(), numberFunctions(), nodeFunctions(), repeatFunctions(), dateFunctions(), geoFunctions()})
            all.insert(room);
        return all;
    }();
    const auto found = table.constFind(name);
    return found == table.constEnd() ? nullptr : &*found;
}

} // namespace rapport::forms
