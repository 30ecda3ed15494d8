// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/value.h"

#include "forms/xpath/dates.h"
#include "forms/xpath/effort.h"

#include <cmath>
#include <limits>

namespace rapport::forms
{

namespace
{

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool compareNumbers(Comparison how, double a, double b)
{
    switch (how) {
    case Comparison::Equal:
        return a == b;
    case Comparison::NotEqual:
        return a != b;
    case Comparison::Less:
        return a < b;
    case Comparison::LessEqual:
        return a <= b;
    case Comparison::Greater:
        return a > b;
    case Comparison::GreaterEqual:
        return a >= b;
    }
    return false;
}

bool isEquality(Comparison how)
{
    return how == Comparison::Equal || how == Comparison::NotEqual;
}

/// Neither side a node-set.
bool compareAtoms(Comparison how, const Value& left, const Value& right)
{
    if (isEquality(how)) {
        if (left.isBoolean() || right.isBoolean())
            return (left.boolean() == right.boolean()) == (how == Comparison::Equal);
        if (!left.isNumber() && !right.isNumber())
            return (left.string() == right.string()) == (how == Comparison::Equal);
    }
    return compareNumbers(how, left.number(), right.number());
}

} // namespace

const NodeSet& Value::nodes() const
{
    static const NodeSet none;
    const auto* nodes = std::get_if<NodeSet>(&m_value);
    return nodes ? *nodes : none;
}

double Value::number() const
{
    if (const auto* number = std::get_if<double>(&m_value))
        return *number;
    if (const auto* days = std::get_if<Days>(&m_value))
        return days->count;
    if (const auto* boolean = std::get_if<bool>(&m_value))
        return *boolean ? 1 : 0;
    return numberOf(string());
}

bool Value::boolean() const
{
    if (const auto* boolean = std::get_if<bool>(&m_value))
        return *boolean;
    if (isNumber())
        return number() != 0 && !std::isnan(number());
    if (const auto* text = std::get_if<QString>(&m_value))
        return !text->isEmpty();
    return !nodes().empty();
}

QString Value::string() const
{
    if (const auto* text = std::get_if<QString>(&m_value))
        return *text;
    if (const auto* number = std::get_if<double>(&m_value))
        return textOf(*number);
    if (const auto* days = std::get_if<Days>(&m_value))
        return textOf(std::floor(days->count));
    if (const auto* boolean = std::get_if<bool>(&m_value))
        return *boolean ? QStringLiteral("true") : QStringLiteral("false");
    return nodes().empty() ? QString() : stringOf(nodes().front());
}

QString stringOf(const NodeRef& node)
{
    QString text = node.source->stringValue(node.handle);
    (void)Effort::spendOn(text.size()); // what is spent shows at the next evaluation
    return text;
}

QString textOf(double number)
{
    if (std::isnan(number))
        return {};
    if (std::isinf(number))
        return number > 0 ? QStringLiteral("Infinity") : QStringLiteral("-Infinity");
    if (number == 0)
        return QStringLiteral("0");
    if (number == std::floor(number) && std::abs(number) < 1e15)
        return QString::number(static_cast<qint64>(number));
    // Shortest text that reads back the same, spelt without an exponent.
    const QString shortest = QString::number(number, 'g', QLocale::FloatingPointShortest);
    if (!shortest.contains(QLatin1Char('e')))
        return shortest;
    QString plain = QString::number(number, 'f', std::abs(number) < 1 ? 20 : 6);
    while (plain.contains(QLatin1Char('.')) && (plain.endsWith(QLatin1Char('0')) || plain.endsWith(QLatin1Char('.')))) {
        const bool point = plain.endsWith(QLatin1Char('.'));
        plain.chop(1);
        if (point)
            break;
    }
    return plain;
}

double numberOf(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return nan;
    // XPath's Number has no plus sign in front, and Qt's toDouble knows words we do not want; exponents come from other programs.
    bool plain = !trimmed.startsWith(QLatin1Char('e'));
    for (const QChar c : trimmed)
        plain =
            plain && ((c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('.') || c == QLatin1Char('-') || c == QLatin1Char('e'));
    if (plain) {
        bool good = false;
        const double number = trimmed.toDouble(&good);
        if (good)
            return number;
    }
    if (const auto days = daysOf(trimmed))
        return *days;
    if (trimmed == QLatin1String("Infinity"))
        return std::numeric_limits<double>::infinity();
    if (trimmed == QLatin1String("-Infinity"))
        return -std::numeric_limits<double>::infinity();
    return nan;
}

bool compare(Comparison how, const Value& left, const Value& right)
{
    if (!left.isNodes() && !right.isNodes())
        return compareAtoms(how, left, right);
    if (left.isNodes() && right.isNodes()) {
        for (const NodeRef& a : left.nodes()) {
            for (const NodeRef& b : right.nodes()) {
                if (!Effort::spend())
                    return false;
                if (compareAtoms(how, Value(stringOf(a)), Value(stringOf(b))))
                    return true;
            }
        }
        return false;
    }
    const Value& set = left.isNodes() ? left : right;
    const Value& atom = left.isNodes() ? right : left;
    if (atom.isBoolean() && isEquality(how))
        return (set.boolean() == atom.boolean()) == (how == Comparison::Equal);
    // In a form a node that is named is one answer: when it is not there (a look-up that found nothing), it reads as blank.
    if (set.nodes().empty() && atom.isString() && isEquality(how))
        return compareAtoms(how, Value(QString()), atom);
    for (const NodeRef& node : set.nodes()) {
        const Value text(stringOf(node));
        if (left.isNodes() ? compareAtoms(how, text, atom) : compareAtoms(how, atom, text))
            return true;
    }
    return false;
}

} // namespace rapport::forms
