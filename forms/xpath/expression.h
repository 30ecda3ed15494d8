// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QString>

#include <memory>
#include <vector>

namespace rapport::forms
{

struct FunctionEntry;

/// One node of a parsed expression (XPath 1.0 grammar).
struct Expression {
    enum class Kind {
        Number,
        Literal,
        Or,
        And,
        Equal,
        NotEqual,
        Less,
        LessEqual,
        Greater,
        GreaterEqual,
        Add,
        Subtract,
        Multiply,
        Divide,
        Modulo,
        Negate,
        Union,
        Call,
        Path,
    };
    enum class Axis {
        Child,
        Descendant,
        DescendantOrSelf,
        Parent,
        Ancestor,
        AncestorOrSelf,
        Self,
        Attribute,
        FollowingSibling,
        PrecedingSibling,
        Following,
        Preceding,
        Namespace,
    };
    using Ptr = std::unique_ptr<Expression>;

    struct Step {
        Axis axis = Axis::Child;
        enum class Test { Name, AnyName, AnyInNamespace, Node, Text, Comment, ProcessingInstruction } test = Test::Name;
        QString prefix, name;
        std::vector<Ptr> predicates;
    };

    Kind kind = Kind::Number;
    double number = 0;
    QString text;              ///< Literal: the string; Call: the function's name
    std::vector<Ptr> operands; ///< operators and Call: arguments; Path: the filtered expression it starts from, if any
    const FunctionEntry* function = nullptr;

    // Path
    bool absolute = false;
    std::vector<Ptr> filters; ///< predicates of the starting expression
    std::vector<Step> steps;
    int definition = -1; ///< compiled: the one definition of the form that this absolute path means, outside any repeat
};

/// A form is refused for a function that does not exist; a lone expression may carry one where it is never called.
enum class UnknownFunctions { Refuse, FaultWhenCalled };

/// Parses @p text. Syntax errors and unknown functions are Invalid, with a sentence that names the place.
/// Limits: 64 KiB of text, 200 levels, 1,000 binary operators.
Result<Expression::Ptr> parseExpression(const QString& text, UnknownFunctions unknown = UnknownFunctions::Refuse);

} // namespace rapport::forms
