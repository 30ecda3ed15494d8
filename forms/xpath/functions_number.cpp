// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/dates.h"
#include "forms/xpath/functions.h"

#include <QRandomGenerator>

#include <cmath>
#include <numbers>

namespace rapport::forms
{

namespace
{

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// number(): a date becomes days, which are written whole.
Value asNumber(const Value& value)
{
    if (value.isNumber() || value.isBoolean())
        return value.number();
    const auto days = daysOf(value.string().trimmed());
    return days ? Value::wholeDays(*days) : Value(value.number());
}

/// Every argument as a number; a node-set counts as all of its nodes.
std::vector<double> numbers(const Expression& call, const Context& context, std::size_t from = 0)
{
    std::vector<double> all;
    for (std::size_t i = from; i < arguments(call); ++i) {
        const Value value = argument(call, context, i);
        if (!value.isNodes()) {
            all.push_back(value.number());
            continue;
        }
        for (const NodeRef& node : value.nodes())
            all.push_back(numberOf(stringOf(node)));
    }
    return all;
}

/// Half away from zero, unlike XPath 1.0; negative digits round to tens, hundreds … (FORMS-SPEC section 4).
Value roundHalfAway(const Expression& call, const Context& context)
{
    const double number = argument(call, context, 0).number();
    const double digits = arguments(call) > 1 ? argument(call, context, 1).number() : 0;
    if (!std::isfinite(number) || std::isnan(digits))
        return number;
    if (digits == 0)
        return std::round(number);
    const double scale = std::pow(10.0, qBound(-30.0, std::trunc(digits), 30.0));
    // The nudge lets 1.005 be the decimal that was typed, not the double just below it.
    const double scaled = number * scale;
    const double rounded = std::round(scaled + std::copysign(std::abs(scaled) * 4e-16, scaled));
    return std::isfinite(scaled) ? rounded / scale : number;
}

template <bool largest>
Value extreme(const Expression& call, const Context& context)
{
    const auto all = numbers(call, context);
    if (all.empty())
        return nan;
    double best = all.front();
    for (const double number : all) {
        if (std::isnan(number))
            return nan;
        best = largest ? qMax(best, number) : qMin(best, number);
    }
    return best;
}

Value sum(const Expression& call, const Context& context)
{
    double total = 0;
    for (const double number : numbers(call, context))
        total += number;
    return total;
}

bool within(double low, double high, double count)
{
    return (low < 0 || count >= low) && (high < 0 || count <= high);
}

/// Booleans of the arguments from @p from on; a node-set counts each of its nodes.
std::vector<bool> truths(const Expression& call, const Context& context, std::size_t from)
{
    std::vector<bool> all;
    for (std::size_t i = from; i < arguments(call); ++i) {
        const Value value = argument(call, context, i);
        if (!value.isNodes() || value.nodes().empty()) {
            all.push_back(value.boolean());
            continue;
        }
        for (const NodeRef& node : value.nodes()) {
            const QString text = stringOf(node);
            all.push_back(text == QLatin1String("1") || text == QLatin1String("true"));
        }
    }
    return all;
}

Value checklist(const Expression& call, const Context& context)
{
    const auto all = truths(call, context, 2);
    return within(argument(call, context, 0).number(), argument(call, context, 1).number(),
                  static_cast<double>(std::count(all.begin(), all.end(), true)));
}

Value weightedChecklist(const Expression& call, const Context& context)
{
    double total = 0;
    for (std::size_t i = 2; i + 1 < arguments(call); i += 2) {
        const Value ticks = argument(call, context, i), weights = argument(call, context, i + 1);
        if (!ticks.isNodes()) {
            total += ticks.boolean() ? weights.number() : 0;
            continue;
        }
        for (std::size_t node = 0; node < ticks.nodes().size(); ++node) { // the n-th node has the n-th weight
            const bool own = weights.isNodes() && node < weights.nodes().size();
            if (!stringOf(ticks.nodes()[node]).isEmpty())
                total += own ? numberOf(stringOf(weights.nodes()[node])) : weights.number();
        }
    }
    return within(argument(call, context, 0).number(), argument(call, context, 1).number(), total);
}

template <double (*f)(double)>
Value apply(const Expression& call, const Context& context)
{
    return f(argument(call, context, 0).number());
}

double exp10(double x)
{
    return std::pow(10.0, x);
}

} // namespace

FunctionTable numberFunctions()
{
    using E = const Expression&;
    using C = const Context&;
    return {
        {QStringLiteral("number"),
         {0, 1, [](E e, C c) -> Value { return arguments(e) == 0 ? numberOf(stringOf(c.node)) : asNumber(argument(e, c, 0)); }}},
        {QStringLiteral("boolean"), {1, 1, [](E e, C c) -> Value { return argument(e, c, 0).boolean(); }}},
        {QStringLiteral("boolean-from-string"),
         {1, 1,
          [](E e, C c) -> Value {
              const QString text = argument(e, c, 0).string();
              return text == QLatin1String("1") || text == QLatin1String("true");
          }}},
        {QStringLiteral("true"), {0, 0, [](E, C) -> Value { return true; }, true}},
        {QStringLiteral("false"), {0, 0, [](E, C) -> Value { return false; }, true}},
        {QStringLiteral("not"), {1, 1, [](E e, C c) -> Value { return !argument(e, c, 0).boolean(); }}},
        {QStringLiteral("int"), {1, 1, apply<std::trunc>}},
        {QStringLiteral("round"), {1, 2, roundHalfAway}},
        {QStringLiteral("floor"), {1, 1, apply<std::floor>}},
        {QStringLiteral("ceiling"), {1, 1, apply<std::ceil>}},
        {QStringLiteral("abs"), {1, 1, apply<std::fabs>}},
        {QStringLiteral("sqrt"), {1, 1, apply<std::sqrt>}},
        {QStringLiteral("log"), {1, 1, apply<std::log>}},
        {QStringLiteral("log10"), {1, 1, apply<std::log10>}},
        {QStringLiteral("exp"), {1, 1, apply<std::exp>}},
        {QStringLiteral("exp10"), {1, 1, apply<exp10>}},
        {QStringLiteral("sin"), {1, 1, apply<std::sin>}},
        {QStringLiteral("cos"), {1, 1, apply<std::cos>}},
        {QStringLiteral("tan"), {1, 1, apply<std::tan>}},
        {QStringLiteral("asin"), {1, 1, apply<std::asin>}},
        {QStringLiteral("acos"), {1, 1, apply<std::acos>}},
        {QStringLiteral("atan"), {1, 1, apply<std::atan>}},
        {QStringLiteral("atan2"), {2, 2, [](E e, C c) -> Value { return std::atan2(argument(e, c, 0).number(), argument(e, c, 1).number()); }}},
        {QStringLiteral("pow"), {2, 2, [](E e, C c) -> Value { return std::pow(argument(e, c, 0).number(), argument(e, c, 1).number()); }}},
        {QStringLiteral("pi"), {0, 0, [](E, C) -> Value { return std::numbers::pi; }, true}},
        {QStringLiteral("min"), {1, -1, extreme<false>}},
        {QStringLiteral("max"), {1, -1, extreme<true>}},
        {QStringLiteral("sum"), {1, 1, sum}},
        {QStringLiteral("random"),
         {0, 0,
          [](E, C c) -> Value {
              const quint32 bits = c.surroundings->random ? c.surroundings->random() : QRandomGenerator::global()->generate();
              return bits / 4294967296.0;
          },
          true}},
        {QStringLiteral("checklist"), {3, -1, checklist}},
        {QStringLiteral("weighted-checklist"), {4, -1, weightedChecklist}},
    };
}

} // namespace rapport::forms
