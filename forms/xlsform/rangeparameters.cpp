// SPDX-License-Identifier: Apache-2.0
// The rules of a range question: a scale, its ticks and their labels.
#include "forms/xlsform/parameters.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <set>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

/// The number of a text. Blanks, "NaN" and "inf" are none.
std::optional<double> decimal(const QString& text)
{
    bool good = false;
    const double value = QLocale::c().toDouble(text, &good);
    return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool isMultiple(double value, double of)
{
    const double times = value / of;
    return std::abs(times - std::round(times)) < 1e-9 * std::max(1.0, std::abs(times));
}

QString intro(const QString& sentence)
{
    return u"For the 'range' question type, "_s + sentence;
}

} // namespace

void ParameterRules::range(Element& question, Parameters parameters)
{
    static const QStringList accepted{u"start"_s, u"end"_s, u"step"_s, u"tick_interval"_s, u"placeholder"_s, u"tick_labelset"_s};
    if (!onlyKnows(question, parameters, accepted))
        return;
    const QString appearance = question.control.textOf(u"appearance");
    const bool ticks = parameters.contains(u"tick_interval") || parameters.contains(u"placeholder") || parameters.contains(u"tick_labelset");
    static const QStringList withTicks{u""_s, u"vertical"_s, u"no-ticks"_s, u"vertical no-ticks"_s, u"no-ticks vertical"_s};
    if (ticks && !withTicks.contains(appearance))
        return wrong(question,
                     intro(u"the parameters 'tick_interval', 'placeholder', and 'tick_labelset' are only supported for the appearances 'vertical', "
                           "'no-ticks', 'vertical no-ticks', and the default (empty) horizontal."_s));
    for (const auto& [name, value] : {std::pair{u"start"_s, u"1"_s}, {u"end"_s, u"10"_s}, {u"step"_s, u"1"_s}}) {
        if (!parameters.contains(name))
            parameters.set(name, value);
    }
    double of[5] = {};
    const QString names[5] = {u"start"_s, u"end"_s, u"step"_s, u"tick_interval"_s, u"placeholder"_s};
    bool fraction = false;
    for (int i = 0; i < 5; ++i) {
        if (!parameters.contains(names[i]))
            continue;
        const auto value = decimal(parameters.value(names[i]));
        if (!value)
            return wrong(question, intro(u"the parameter '%1' must be a number."_s.arg(names[i])));
        of[i] = *value;
        fraction = fraction || *value != std::floor(*value);
    }
    const auto [start, end, step, interval, placeholder] = of;
    const double width = std::abs(end - start);
    for (const int i : {2, 3}) {
        if (!parameters.contains(names[i]))
            continue;
        if (of[i] == 0)
            return wrong(question, intro(u"the parameter '%1' must not be '0' (zero)."_s.arg(names[i])));
        if (of[i] > width)
            return wrong(question,
                         intro(u"the parameter '%1' must not be larger than the range (the difference between 'start' and 'end')."_s.arg(names[i])));
    }
    if (parameters.contains(u"tick_interval") && !isMultiple(interval, step))
        return wrong(question, intro(u"the parameter 'tick_interval' must be a multiple of 'step'."_s));
    if (parameters.contains(u"placeholder")) {
        if (!isMultiple(placeholder - start, step))
            return wrong(question, intro(u"the parameter 'placeholder' must be a multiple of 'step'."_s));
        if (placeholder < std::min(start, end) || placeholder > std::max(start, end))
            return wrong(question, intro(u"the parameter 'placeholder' must be between the 'start' and 'end' values, inclusive)."_s));
    }
    if (parameters.contains(u"tick_labelset"))
        rangeLabels(question, parameters, start, end, step);
    question.itemset = parameters.value(u"tick_labelset");
    parameters.remove(u"tick_labelset");
    parameters.rename(u"tick_interval", u"odk:tick-interval"_s);
    parameters.rename(u"placeholder", u"odk:placeholder"_s);
    if (fraction)
        question.bind.set(u"type"_s, u"decimal"_s);
    for (const auto& [name, value] : parameters.all())
        question.control.set(name, value);
}

void ParameterRules::rangeLabels(const Element& question, const Parameters& parameters, double start, double end, double step)
{
    const ChoiceList* list = m_survey.list(parameters.value(u"tick_labelset"));
    if (!list)
        return wrong(question,
                     intro(u"the parameter 'tick_labelset' must be a choice list name from the 'list_name' column on the choices sheet."_s));
    const bool noTicks = question.control.textOf(u"appearance").contains(u"no-ticks");
    std::set<double> values;
    for (const Choice& choice : list->choices) {
        const auto value = decimal(choice.name);
        if (!value)
            return wrong(
                question,
                intro(u"the parameter 'unknown' choice values must all be numbers. Look at the list '%1' of 'tick_labelset'."_s.arg(list->name)));
        if (*value < std::min(start, end) || *value > std::max(start, end))
            return wrong(question, intro(u"the parameter 'tick_labelset' choices must be between the 'start' and 'end' values, inclusive."_s));
        const bool ticked = parameters.contains(u"tick_interval");
        const double every = ticked ? decimal(parameters.value(u"tick_interval")).value_or(step) : step;
        if (!isMultiple(*value - start, every))
            return wrong(
                question,
                intro(u"the parameter 'tick_labelset' choices' values must be equal to the start of the range plus a multiple of '%1'."_s.arg(
                    ticked ? u"tick_interval"_s : u"step"_s)));
        values.insert(*value);
    }
    if (noTicks && values.size() > 2)
        return wrong(question, intro(u"the parameter 'tick_labelset' choice list must have only 2 items when the 'appearance' is 'no-ticks'."_s));
    if (noTicks && values != std::set<double>{start, end})
        return wrong(question, intro(u"the parameter 'tick_labelset' choice list values may only match the range 'start' and 'end' values when the "
                                     "'appearance' is 'no-ticks'."_s));
}

} // namespace rapport::xlsform
