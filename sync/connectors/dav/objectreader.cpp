// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/objectreader.h"

#include "sync/connectors/dav/calendartime.h"
#include "sync/connectors/dav/objectwriter.h"
#include "sync/connectors/dav/selection.h"
#include "sync/contact/contact.h"

#include <set>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

/// The line that @p source reads, or nothing.
std::optional<size_t> lineFor(const Source& source, const Component& subject)
{
    for (const Selector& where : source.where) {
        for (const size_t index : selected(subject, where)) {
            if (!valueOf(subject.lines[index]).isEmpty())
                return index;
        }
    }
    return std::nullopt;
}

/// A time that nobody has moved is said as it came from us.
QString timeText(const ContentLine& line, const QString& property, const Component& subject, const QTimeZone& zone)
{
    const auto there = timeOf(line, zone);
    if (!there)
        return {};
    const QString ours = subject.text(memoryOf(property));
    const auto written = timeOf(ours, zone);
    return written && *written == *there ? ours : textOf(*there, zone);
}

QString textOf(const Source& source, const QString& property, const Component& subject, const QTimeZone& zone)
{
    const auto index = source.foreign && isOurs(subject) ? std::nullopt : lineFor(source, subject);
    if (!index)
        return {};
    const ContentLine& line = subject.lines[*index];
    const QString text = source.time        ? timeText(line, property, subject, zone)
                         : source.part >= 0 ? unescaped(rawParts(line.value).value(source.part)).trimmed()
                                            : valueOf(line);
    const auto word = source.words.find(text);
    return word == source.words.end() ? text : word->second;
}

/// All values that no other source has taken, as a set.
QString restOf(const Source& source, const Component& subject, const std::set<size_t>& taken)
{
    QStringList out;
    for (const Selector& where : source.where) {
        for (const size_t index : selected(subject, where)) {
            if (!taken.contains(index))
                out += contact::inSet(valueOf(subject.lines[index]));
        }
    }
    out.removeAll(QString());
    out.removeDuplicates();
    return out.join(u' ');
}

} // namespace

EntityChange read(const PullList& list, const Component& subject, const QTimeZone& zone)
{
    EntityChange out;
    std::set<size_t> taken;
    for (const auto& [name, source] : list.properties) {
        if (const auto index = source.rest ? std::nullopt : lineFor(source, subject))
            taken.insert(*index);
    }
    out.label = textOf(list.label, {}, subject, zone);
    for (const auto& [name, source] : list.properties) {
        const QString value = source.rest ? restOf(source, subject, taken) : textOf(source, name, subject, zone);
        if (!value.isEmpty())
            out.properties[name] = value;
    }
    return out;
}

} // namespace rapport::connectors::dav
