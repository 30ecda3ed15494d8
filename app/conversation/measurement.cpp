// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/measurement.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rapport::app
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Measurement)
};

QString withUnit(const QString& text, const QString& unit)
{
    return unit.isEmpty() ? text : text + QChar(QChar::Nbsp) + unit;
}

QString numberText(double number)
{
    QString text = QLocale().toString(number, 'g', QLocale::FloatingPointShortest);
    return text.replace(QLatin1Char('-'), QChar(0x2212)); // a minus that is seen
}

} // namespace

Measurement::State Measurement::state() const
{
    if (!value)
        return State::Unmeasured;
    if (low && *value < *low)
        return State::TooLow;
    return high && *value > *high ? State::TooHigh : State::Within;
}

double Measurement::place(double number) const
{
    const double from = low.value_or(high.value_or(0)), to = high.value_or(from);
    const double span = to > from ? to - from : std::max(1.0, std::abs(from));
    const double first = low ? from - span / 4 : from - span, last = high ? to + span / 4 : to + span;
    return std::clamp((number - first) / (last - first), 0.0, 1.0);
}

QString measuredText(double number, const QString& unit)
{
    return withUnit(numberText(number), unit);
}

QString limitsText(const Measurement& measurement)
{
    if (measurement.low && measurement.high)
        return Words::tr("%1 to %2", "lower and upper limit")
            .arg(numberText(*measurement.low), withUnit(numberText(*measurement.high), measurement.unit));
    if (measurement.low)
        return Words::tr("at least %1").arg(withUnit(numberText(*measurement.low), measurement.unit));
    return measurement.high ? Words::tr("at most %1").arg(withUnit(numberText(*measurement.high), measurement.unit)) : QString();
}

QString verdictText(const Measurement& measurement)
{
    if (!measurement.isLimited())
        return {};
    switch (measurement.state()) {
    case Measurement::State::TooLow:
        return Words::tr("Too low");
    case Measurement::State::TooHigh:
        return Words::tr("Too high");
    case Measurement::State::Within:
        return Words::tr("Normal");
    default:
        return {};
    }
}

QString adviceText(const Measurement& measurement)
{
    switch (measurement.state()) {
    case Measurement::State::TooLow:
        return Words::tr("Below the limit of %1. This value stays when you measure again.")
            .arg(withUnit(numberText(*measurement.low), measurement.unit));
    case Measurement::State::TooHigh:
        return Words::tr("Above the limit of %1. This value stays when you measure again.")
            .arg(withUnit(numberText(*measurement.high), measurement.unit));
    default:
        return {};
    }
}

} // namespace rapport::app
