// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xpath/evaluator.h"

#include <QHash>

namespace rapport::forms
{

/// One function of the ODK dialect (FORMS-SPEC section 4). It evaluates its own arguments, so that if() and coalesce() are lazy.
struct FunctionEntry {
    int minArguments = 0;
    int maxArguments = -1; ///< -1: any number
    Value (*call)(const Expression& expression, const Context& context) = nullptr;
    bool contextFree = false; ///< without arguments it means the same at every node: today(), uuid()
};

using FunctionTable = QHash<QString, FunctionEntry>;

/// Stands in for a call that cannot be made: tells Surroundings::fault and is blank.
const FunctionEntry& uncallable();

/// Nothing where there is no such function.
const FunctionEntry* findFunction(const QString& name);

// The rooms of the table, each in its own file.
FunctionTable textFunctions();
FunctionTable numberFunctions();
FunctionTable nodeFunctions();
FunctionTable repeatFunctions();
FunctionTable dateFunctions();
FunctionTable geoFunctions();

inline Value argument(const Expression& call, const Context& context, std::size_t i)
{
    return evaluate(*call.operands[i], context);
}
inline std::size_t arguments(const Expression& call)
{
    return call.operands.size();
}

} // namespace rapport::forms
