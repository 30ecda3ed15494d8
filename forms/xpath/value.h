// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xpath/nodesource.h"

#include <QString>

#include <variant>

namespace rapport::forms
{

/// What an expression comes to. Conversions are ODK's: numbers as in XPath 1.0, and a string that looks like a date counts as days since
/// 1970-01-01 (FORMS-SPEC section 4).
class Value
{
public:
    Value(double number) : m_value(number) {}
    Value(bool boolean) : m_value(boolean) {}
    Value(QString text) : m_value(std::move(text)) {}
    Value(NodeSet nodes) : m_value(std::move(nodes)) {}
    Value(const char*) = delete;
    /// Days since 1970-01-01 that number() made of a date: reckoned with as they are, but written as whole days.
    static Value wholeDays(double days) { return Value(Days{days}); }

    bool isNodes() const { return std::holds_alternative<NodeSet>(m_value); }
    bool isNumber() const { return std::holds_alternative<double>(m_value) || std::holds_alternative<Days>(m_value); }
    bool isBoolean() const { return std::holds_alternative<bool>(m_value); }
    bool isString() const { return std::holds_alternative<QString>(m_value); }
    const NodeSet& nodes() const; ///< empty where it is none

    double number() const;
    bool boolean() const;
    QString string() const;

private:
    struct Days {
        double count;
    };
    explicit Value(Days days) : m_value(days) {}

    std::variant<double, bool, QString, NodeSet, Days> m_value;
};

QString stringOf(const NodeRef& node);
/// No exponent, no trailing zeros, "Infinity"; what is not a number is blank, as ODK has it: no person should read "NaN".
QString textOf(double number);
/// Plain number, or days since the epoch of a date or date-time; NaN otherwise.
double numberOf(const QString& text);

enum class Comparison { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
/// XPath 1.0 section 3.4: node-sets match by any of their nodes.
bool compare(Comparison how, const Value& left, const Value& right);

} // namespace rapport::forms
