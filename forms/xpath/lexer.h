// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QStringList>

#include <vector>

namespace rapport::forms
{

struct Token {
    enum class Type { Number, Literal, Name, Operator, Symbol, End };
    Type type = Type::End;
    QString text;
    double number = 0;
    qsizetype at = 0; ///< position in the expression
};

/// XPath 1.0 section 3.7, with its rules for telling "*", "and", "or", "div" and "mod" as operators from the same words as names.
Result<std::vector<Token>> tokenize(const QString& text);

} // namespace rapport::forms
