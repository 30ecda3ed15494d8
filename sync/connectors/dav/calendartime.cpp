// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/calendartime.h"

#include <QRegularExpression>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr int yearsAround = 1;
const QString dayFormat = u"yyyyMMdd"_s, momentFormat = u"yyyyMMdd'T'HHmmss"_s;

std::optional<CalendarTime> wholeDay(const QDate& date, const QTimeZone& zone)
{
    return date.isValid() ? std::optional(CalendarTime{date.startOfDay(zone), true}) : std::nullopt;
}

QTimeZone zoneNamed(const QString& name, const QTimeZone& otherwise)
{
    const QByteArray id = name.toUtf8();
    if (QTimeZone::isTimeZoneIdAvailable(id))
        return QTimeZone(id);
    const QByteArray iana = QTimeZone::windowsIdToDefaultIanaId(id); // Outlook's
    return iana.isEmpty() ? otherwise : QTimeZone(iana);
}

QString offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return u"%1%2%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+')).arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

/// From @p at on it is @p to seconds ahead of UTC, and was @p from.
Component observance(const QDateTime& at, int from, int to, bool daylight, const QString& name)
{
    const QDateTime local = at.toUTC().addSecs(from); // its begin stands in the time before
    return {daylight ? u"DAYLIGHT"_s : u"STANDARD"_s,
            {{{}, u"DTSTART"_s, {}, local.toString(momentFormat)},
             {{}, u"TZOFFSETFROM"_s, {}, offsetText(from)},
             {{}, u"TZOFFSETTO"_s, {}, offsetText(to)},
             {{}, u"TZNAME"_s, {}, escaped(name)}},
            {}};
}

} // namespace

std::optional<CalendarTime> timeOf(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression day(u"^\\d{4}-\\d\\d-\\d\\d$"_s), moment(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d([.]\\d+)?)?(.*)$"_s);
    if (day.match(text).hasMatch())
        return wholeDay(QDate::fromString(text, Qt::ISODate), zone);
    const auto match = moment.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (match.captured(3).isEmpty()) // the machine's own zone, in which an hour may be missing, has no part in it
        at = QDateTime(QDate::fromString(text.left(10), Qt::ISODate), QTime::fromString(text.mid(11), Qt::ISODateWithMs), zone);
    return at.isValid() ? std::optional(CalendarTime{at.addMSecs(-at.time().msec()), false}) : std::nullopt; // a calendar counts seconds
}

QString textOf(const CalendarTime& time, const QTimeZone& zone)
{
    if (time.wholeDay)
        return time.at.date().toString(Qt::ISODate);
    const QDateTime there = time.at.toTimeZone(zone);
    return there.toOffsetFromUtc(there.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

std::optional<CalendarTime> timeOf(const ContentLine& line, const QTimeZone& zone)
{
    const QString text = line.value.trimmed();
    if (text.size() == 8)
        return wholeDay(QDate::fromString(text, dayFormat), zone);
    const QDate date = QDate::fromString(text.left(8), dayFormat);
    const QTime time = text.mid(8, 1) == "T"_L1 ? QTime::fromString(text.mid(9, 6), u"HHmmss"_s) : QTime();
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    if (text.size() == 16 && text.endsWith(u'Z'))
        return CalendarTime{QDateTime(date, time, Qt::UTC), false};
    if (text.size() != 15)
        return std::nullopt;
    const QDateTime at(date, time, zoneNamed(line.parameter(u"TZID"_s).value(0), zone));
    return at.isValid() ? std::optional(CalendarTime{at, false}) : std::nullopt;
}

ContentLine lineOf(const QString& name, const CalendarTime& time, const QTimeZone& zone)
{
    if (time.wholeDay)
        return {{}, name, u";VALUE=DATE"_s, time.at.date().toString(dayFormat)};
    if (zone == QTimeZone::utc())
        return {{}, name, {}, stampOf(time.at)};
    return {{}, name, u";TZID="_s + QString::fromLatin1(zone.id()), time.at.toTimeZone(zone).toString(momentFormat)};
}

Component timeZoneOf(const QTimeZone& zone, const QDateTime& time)
{
    Component out{u"VTIMEZONE"_s, {{{}, u"TZID"_s, {}, QString::fromLatin1(zone.id())}}, {}};
    const QDateTime begin(QDate(time.date().year() - yearsAround, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime end(QDate(time.date().year() + yearsAround, 12, 31), QTime(0, 0), Qt::UTC);
    int offset = zone.offsetFromUtc(begin);
    out.components.push_back(observance(begin, offset, offset, zone.isDaylightTime(begin), zone.abbreviation(begin)));
    for (const QTimeZone::OffsetData& change : zone.transitions(begin, end)) {
        out.components.push_back(observance(change.atUtc, offset, change.offsetFromUtc, change.daylightTimeOffset != 0, change.abbreviation));
        offset = change.offsetFromUtc;
    }
    return out;
}

QString stampOf(const QDateTime& time)
{
    return time.toUTC().toString(momentFormat) + u'Z';
}

} // namespace rapport::connectors::dav
