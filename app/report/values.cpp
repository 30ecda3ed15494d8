// SPDX-License-Identifier: Apache-2.0
#include "app/report/values.h"

#include "app/conversation/measurement.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace rapport::report
{

using forms::DataType;
using forms::FormSession;
using forms::Node;
using forms::NodeKind;

namespace
{

constexpr qsizetype longest = 100'000;

QString withUnit(const QString& text, const QString& unit)
{
    return unit.isEmpty() ? text : text + QChar(QChar::Nbsp) + unit;
}

QString labelOf(const FormSession& session, const Node& node, const QString& value, const RowLabel& rowLabel)
{
    if (const auto choice = session.choice(node.id, value); choice && !choice->label.text.isEmpty())
        return choice->label.text;
    const QString source = session.choiceSource(node.id); // "jr://file-csv/jobs.csv"
    const QString label = source.isEmpty() ? QString() : rowLabel(source.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0), value);
    return label.isEmpty() ? value : label;
}

QString labelsOf(const FormSession& session, const Node& node, const Speech& speech, const RowLabel& rowLabel)
{
    const QStringList values = node.value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool ranked = node.kind == NodeKind::Rank;
    QStringList labels;
    for (const QString& value : values) {
        const QString label = labelOf(session, node, value, rowLabel);
        labels.append(ranked ? QStringLiteral("%1. %2").arg(speech.count(static_cast<int>(labels.size()) + 1), label) : label);
    }
    return labels.join(ranked ? QStringLiteral("\n") : QStringLiteral(", "));
}

QString numberText(const Node& node, const Speech& speech)
{
    const bool grouped = node.appearances.contains(QLatin1String("thousands-sep"));
    return withUnit(speech.number(node.value, grouped ? Speech::Grouped::Yes : Speech::Grouped::No), node.unit);
}

QString dateText(const Node& node, const Speech& speech)
{
    const QDate date = QDate::fromString(node.value.left(10), Qt::ISODate);
    if (!date.isValid())
        return node.value;
    if (node.appearances.contains(QLatin1String("year")))
        return QString::number(date.year());
    return node.appearances.contains(QLatin1String("month-year")) ? speech.month(date) : speech.day(date);
}

/// As it was on the clock of whoever answered.
QString clockText(const QString& stored, const Speech& speech)
{
    const QTime time = QTime::fromString(stored.left(5), QStringLiteral("HH:mm"));
    return time.isValid() ? speech.time(time) : stored;
}

QString momentText(const QString& stored, const Speech& speech)
{
    const QDate date = QDate::fromString(stored.left(10), Qt::ISODate);
    return date.isValid() ? QStringLiteral("%1, %2").arg(speech.day(date), clockText(stored.mid(11), speech)) : stored;
}

/// "52.5200° N, 13.4000° E" from "52.52 13.4 0 5".
QString placeText(const QString& stored, const Speech& speech)
{
    constexpr int decimals = 5; // a metre
    const QStringList parts = stored.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool north = false, east = false;
    const double latitude = parts.value(0).toDouble(&north), longitude = parts.value(1).toDouble(&east);
    if (!north || !east)
        return stored;
    const auto angle = [&](double value, const char* positive, const char* negative) {
        return QStringLiteral("%1° %2").arg(speech.number(QString::number(std::abs(value), 'f', decimals)),
                                            QLatin1String(value < 0 ? negative : positive));
    };
    return angle(latitude, "N", "S") + QStringLiteral(", ") + angle(longitude, "E", "W");
}

QString placesText(const QString& stored, const Speech& speech)
{
    QStringList places;
    for (const QString& one : stored.split(QLatin1Char(';'), Qt::SkipEmptyParts))
        places.append(placeText(one.trimmed(), speech));
    return places.join(QLatin1Char('\n'));
}

QString inputText(const Node& node, const Speech& speech)
{
    switch (node.type) {
    case DataType::Int:
    case DataType::Decimal:
        return numberText(node, speech);
    case DataType::Date:
        return dateText(node, speech);
    case DataType::Time:
        return clockText(node.value, speech);
    case DataType::DateTime:
        return momentText(node.value, speech);
    case DataType::Geopoint:
        return placeText(node.value, speech);
    case DataType::Geotrace:
    case DataType::Geoshape:
        return placesText(node.value, speech);
    default:
        return node.value;
    }
}

QString rangeText(const Node& node, const Speech& speech)
{
    if (!node.appearances.contains(QLatin1String("rating")))
        return numberText(node, speech);
    const QString most = node.parameters.value(QStringLiteral("end"), QStringLiteral("5"));
    return speech.say(QT_TRANSLATE_NOOP("Report", "%1 of %2")).arg(speech.number(node.value), speech.number(most));
}

QString textOf(const FormSession& session, const Node& node, const Speech& speech, const RowLabel& rowLabel)
{
    if (node.unknown)
        return speech.say(QT_TRANSLATE_NOOP("Report", "Not known yet"));
    if (node.value.isEmpty())
        return {};
    switch (node.kind) {
    case NodeKind::SelectOne:
        return labelOf(session, node, node.value, rowLabel);
    case NodeKind::SelectMany:
    case NodeKind::Rank:
        return labelsOf(session, node, speech, rowLabel);
    case NodeKind::Range:
        return rangeText(node, speech);
    case NodeKind::Trigger:
        return speech.say(QT_TRANSLATE_NOOP("Report", "Confirmed"));
    default:
        return inputText(node, speech);
    }
}

QString limitsText(const Node& node, const Speech& speech)
{
    if (node.softMin && node.softMax)
        return speech.say(QT_TRANSLATE_NOOP("Report", "%1 to %2")).arg(speech.number(*node.softMin), speech.number(*node.softMax));
    return node.softMin ? speech.say(QT_TRANSLATE_NOOP("Report", "at least %1")).arg(speech.number(*node.softMin))
                        : speech.say(QT_TRANSLATE_NOOP("Report", "at most %1")).arg(speech.number(node.softMax.value_or(0)));
}

} // namespace

QString printable(const QString& text)
{
    QString out;
    out.reserve(std::min(text.size(), longest));
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        const bool control = c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
        if (!turns && !control)
            out.append(c);
        if (out.size() >= longest)
            return out + QChar(0x2026);
    }
    return out;
}

QString answerText(const FormSession& session, const Node& node, const Speech& speech, const RowLabel& rowLabel)
{
    const bool secret = node.appearances.contains(QLatin1String("masked")) || node.appearances.contains(QLatin1String("hidden-answer"));
    if (secret && !node.value.isEmpty())
        return QStringLiteral("•••");
    return printable(textOf(session, node, speech, rowLabel)).trimmed();
}

bool isMeasured(const Node& node)
{
    const bool number = node.type == DataType::Int || node.type == DataType::Decimal;
    const bool says = node.softMax || (node.softMin && *node.softMin != 0.0);
    return number && says && node.hasControl;
}

Measured measuredOf(const Node& node, const Speech& speech)
{
    using State = app::Measurement::State;
    Measured out;
    out.unit = printable(node.unit);
    out.limits = limitsText(node, speech);
    bool read = false;
    const double value = node.value.toDouble(&read);
    if (!read) {
        out.value = node.unknown ? speech.say(QT_TRANSLATE_NOOP("Report", "Not known yet")) : QString();
        return out;
    }
    out.value = speech.number(node.value);
    const State state = app::Measurement{value, node.softMin, node.softMax, node.unit}.state();
    out.outcome = state == State::Within ? Measured::Outcome::Within : Measured::Outcome::Outside;
    out.verdict = state == State::TooLow    ? speech.say(QT_TRANSLATE_NOOP("Report", "Too low"))
                  : state == State::TooHigh ? speech.say(QT_TRANSLATE_NOOP("Report", "Too high"))
                                            : speech.say(QT_TRANSLATE_NOOP("Report", "Within the limits"));
    return out;
}

} // namespace rapport::report
