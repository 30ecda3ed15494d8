// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/caldav/calendardialect.h"

#include "sync/connectors/dav/calendartime.h"
#include "sync/connectors/dav/objectwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using rapport::connectors::dav::Component;

namespace rapport::connectors::caldav
{
namespace
{

const QString calendar = u"VCALENDAR"_s, event = u"VEVENT"_s, task = u"VTODO"_s, timeZone = u"VTIMEZONE"_s;
constexpr int mostChanges = 1'000'000'000;

/// What of a task has no place in an event, and the other way round (RFC 5545 3.6.1, 3.6.2).
const QStringList onlyOfTasks{u"DUE"_s, u"COMPLETED"_s, u"PERCENT-COMPLETE"_s, u"STATUS"_s};
const QStringList onlyOfEvents{u"DTSTART"_s, u"DTEND"_s, u"DURATION"_s, u"TRANSP"_s, u"STATUS"_s};

/// The event or task itself, not what says of one of its repetitions that it is different.
template <typename Components>
auto* masterOf(Components& components)
{
    const auto found = std::find_if(components.begin(), components.end(),
                                    [](const Component& one) { return (one.name == event || one.name == task) && !one.line(u"RECURRENCE-ID"_s); });
    return found == components.end() ? nullptr : &*found;
}

void turnInto(const QString& component, Component& subject)
{
    for (const QString& name : subject.name == task ? onlyOfTasks : onlyOfEvents)
        subject.remove(name);
    subject.name = component;
}

/// What each time of the subject refers to.
std::vector<dav::ContentLine> timesOf(const Component& subject)
{
    std::vector<dav::ContentLine> out;
    for (const dav::ContentLine& line : subject.lines) {
        if (line.name == "DTSTART"_L1 || line.name == "DTEND"_L1 || line.name == "DUE"_L1)
            out.push_back(line);
    }
    return out;
}

} // namespace

dav::Vocabulary CalendarDialect::vocabulary() const
{
    return {
        "urn:ietf:params:xml:ns:caldav",
        "calendar-data",
        "calendar-multiget",
        "Content-Type: text/calendar; charset=utf-8",
        u"<V:calendar-query xmlns=\"DAV:\" xmlns:V=\"urn:ietf:params:xml:ns:caldav\"><prop><getetag/></prop><V:filter>"
        "<V:comp-filter name=\"VCALENDAR\"><V:comp-filter name=\"{component}\"><V:prop-filter name=\"UID\">"
        "<V:text-match collation=\"i;octet\">{uid}</V:text-match></V:prop-filter></V:comp-filter></V:comp-filter></V:filter></V:calendar-query>"_s,
        {event, task}};
}

Status CalendarDialect::suits(const dav::Facts& facts, const dav::Mapping& mapping) const
{
    if (!facts.types.contains(u"calendar"_s))
        return Error{Error::Kind::Invalid, u"caldav: the address is not one of a calendar"_s};
    for (const auto& [name, rules] : mapping.lists) {
        for (const dav::Rule& rule : rules) {
            const bool known = rule.component == event || rule.component == task;
            if (!known || (!facts.components.isEmpty() && !facts.components.contains(rule.component)))
                return Error{Error::Kind::Invalid, u"caldav: the mapping makes %1, which this calendar does not take"_s.arg(rule.component)};
        }
    }
    return ok();
}

Component CalendarDialect::blank(const dav::Facts&) const
{
    return {calendar, {{{}, u"VERSION"_s, {}, u"2.0"_s}, {{}, u"PRODID"_s, {}, u"-//Rapport//Rapport//EN"_s}}, {}};
}

Component* CalendarDialect::subject(Component& object, const dav::Rule& rule, const QString& uid) const
{
    if (object.name != calendar || (rule.component != event && rule.component != task))
        return nullptr;
    Component* found = masterOf(object.components);
    if (!found) {
        object.components.push_back({rule.component, {{{}, u"UID"_s, {}, dav::escaped(uid)}}, {}});
        return &object.components.back();
    }
    if (found->name != rule.component)
        turnInto(rule.component, *found);
    return found;
}

const Component* CalendarDialect::subject(const Component& object) const
{
    return object.name == calendar ? masterOf(object.components) : nullptr;
}

void CalendarDialect::finish(Component& object, Component& subject, const QDateTime& at) const
{
    const int changes = subject.line(u"DTSTAMP"_s) ? qBound(0, subject.text(u"SEQUENCE"_s).toInt(), mostChanges) + 1 : 0;
    if (changes > 0)
        subject.put({{}, u"SEQUENCE"_s, {}, QString::number(changes)});
    subject.put({{}, u"DTSTAMP"_s, {}, dav::stampOf(at)});

    const QString id = QString::fromLatin1(m_zone.id());
    for (const dav::ContentLine& line : timesOf(subject)) {
        const auto time = line.parameter(u"TZID"_s).value(0) == id ? dav::timeOf(line, m_zone) : std::nullopt;
        if (!time)
            continue;
        std::erase_if(object.components, [&](const Component& one) { return one.name == timeZone && one.text(u"TZID"_s) == id; });
        object.components.insert(object.components.begin(), dav::timeZoneOf(m_zone, time->at)); // moves the subject, which is not used after
        return;
    }
}

bool CalendarDialect::belongs(const dav::PullList& list, const Component& subject) const
{
    return list.components.contains(subject.name) && (!list.oursOnly || dav::isOurs(subject));
}

} // namespace rapport::connectors::caldav
