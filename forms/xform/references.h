// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/formmodel.h"

#include <map>

namespace rapport::forms
{

/// How an expression reads a definition.
struct Reading {
    bool own = true;        ///< within the shared repetitions only
    bool positional = true; ///< always through a predicate or indexed-repeat(): another repetition may be meant than one's own
};

/// By definition, positions dropped.
using Readings = std::map<int, Reading>;

/// Adds to @p readings what @p expression may read when it is bound to the definition @p bound. Binds plain absolute paths to their definition
/// on the way, which is why the form may not be shared yet.
void addReadings(Form::Private& form, const Expression& expression, int bound, Readings& readings);

/// Columns by which expressions look up rows, by instance.
using LookUps = std::map<QString, std::set<QString>>;

/// Adds to @p lookUps those of "instance('x')/root/item[column = …]" and pulldata('x', …) anywhere in @p expression.
void addLookUps(const Expression& expression, LookUps& lookUps);

} // namespace rapport::forms
