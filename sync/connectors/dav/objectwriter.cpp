// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/objectwriter.h"

#include "sync/connectors/dav/calendartime.h"
#include "sync/connectors/dav/selection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

const QString prefix = u"RAP-"_s;

bool sameValue(const ContentLine& line, const QString& value)
{
    return comparable(line.name, valueOf(line)) == comparable(line.name, value);
}

/// The types of a line that begins: ";TYPE=CELL,VOICE".
QString parametersFor(const Selector& where)
{
    const QStringList types = where.needs + where.types;
    return types.isEmpty() ? QString() : u";TYPE="_s + types.join(u',');
}

/// @p there in which the lines of @p ours have taken the place of those with the same label ("Lead status: hot"); all others stay.
QString withOurLines(const QString& there, const QStringList& ours)
{
    QStringList lines = there.isEmpty() ? QStringList() : there.split(u'\n');
    for (const QString& line : ours) {
        const QString label = line.section(u": "_s, 0, 0) + ": "_L1;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const QString& one) { return one.startsWith(label); });
        if (same == lines.end())
            lines += line;
        else
            *same = line;
    }
    return lines.join(u'\n');
}

/// VALUE=uri goes: what we write is text.
void putText(ContentLine& line, const QString& value)
{
    if (line.parameter(u"VALUE"_s).contains(u"uri"_s, Qt::CaseInsensitive))
        line.removeParameter(u"VALUE"_s);
    line.value = escaped(value);
}

} // namespace

QString uidOf(const QString& entityId)
{
    return prefix + entityId;
}

bool isOurs(const Component& subject)
{
    return subject.text(u"UID"_s).startsWith(prefix);
}

QString memoryOf(const QString& property)
{
    return u"X-RAPPORT-"_s + property.toUpper().replace(u'_', u'-');
}

bool ObjectWriter::write(Component& subject)
{
    m_subject = &subject;
    m_ours = isOurs(subject);
    m_kept.clear();
    for (const Field& field : m_rule.fields) {
        if (field.required && valueFor(field).isEmpty())
            return false;
        if (field.kind == Field::Kind::Time && field.minutes == 0 && subject.line(field.where.property) && !hasMoved(field.names.value(0)))
            m_kept[field.names.value(0)] = true;
    }
    for (const Field& field : m_rule.fields)
        writeField(field);
    noteTimes();
    return true;
}

/// Whether the property has another time than the one that we wrote last.
bool ObjectWriter::hasMoved(const QString& property) const
{
    return m_subject->text(memoryOf(property)) != m_values.text(property);
}

QString ObjectWriter::valueFor(const Field& field) const
{
    using Kind = Field::Kind;
    switch (field.kind) {
    case Kind::Constant:
        return field.constant;
    case Kind::From:
        return m_values.firstFilled(field.names, field.words);
    case Kind::Remote:
        return m_values.remote(field.names.value(0));
    case Kind::Each:
        return m_values.text(field.names.value(0));
    case Kind::Time:
        return timeOf(m_values.text(field.names.value(0)), m_zone) ? m_values.text(field.names.value(0)) : QString();
    case Kind::Parts: {
        QStringList all;
        for (const QStringList& part : field.parts)
            all += m_values.firstFilled(part, field.words);
        return all.join(QString());
    }
    case Kind::Lines:
        break;
    }
    QStringList all;
    for (const auto& [label, name] : field.lines)
        all += m_values.text(name);
    return all.join(QString());
}

void ObjectWriter::writeField(const Field& field)
{
    const QString value = valueFor(field);
    if (value.isEmpty()) // what we do not know says nothing
        return;
    switch (field.kind) {
    case Field::Kind::Parts:
        return writeParts(field);
    case Field::Kind::Each:
        return writeEach(field);
    case Field::Kind::Lines:
        return writeLines(field);
    case Field::Kind::Time:
        return writeTime(field);
    case Field::Kind::Constant:
    case Field::Kind::From:
    case Field::Kind::Remote:
        return writeText(field, value);
    }
}

void ObjectWriter::add(const Field& field, const QString& value)
{
    m_subject->lines.push_back({{}, field.where.property, parametersFor(field.where), escaped(value)});
}

void ObjectWriter::writeText(const Field& field, const QString& value)
{
    auto& lines = m_subject->lines;
    if (std::any_of(lines.begin(), lines.end(), [&](const ContentLine& one) { return one.name == field.where.property && sameValue(one, value); }))
        return;
    const auto found = selected(*m_subject, field.where);
    if (found.empty())
        return add(field, value);
    ContentLine& line = lines[found.front()];
    if (valueOf(line).isEmpty() || (m_ours && field.augment != Field::Augment::Keep))
        putText(line, value);
    else if (field.augment == Field::Augment::Add)
        add(field, value);
}

/// Parts that we do not know stay: the second line of an address, a title before a name.
void ObjectWriter::writeParts(const Field& field)
{
    const auto found = selected(*m_subject, field.where);
    const QStringList there = found.empty() ? QStringList() : rawParts(m_subject->lines[found.front()].value);
    if (!there.join(QString()).trimmed().isEmpty() && !m_ours)
        return;
    QStringList out = there;
    for (size_t i = 0; i < field.parts.size(); ++i) {
        if (out.size() <= qsizetype(i))
            out += QString();
        const QString ours = m_values.firstFilled(field.parts[i], field.words);
        QString& part = out[qsizetype(i)];
        if (!ours.isEmpty() && unescaped(part).trimmed() != ours)
            part = escaped(ours);
    }
    if (found.empty())
        m_subject->lines.push_back({{}, field.where.property, parametersFor(field.where), out.join(u';')});
    else if (out != there)
        m_subject->lines[found.front()].value = out.join(u';');
}

void ObjectWriter::writeEach(const Field& field)
{
    for (const QString& value : m_values.text(field.names.value(0)).split(u' ', Qt::SkipEmptyParts)) {
        const auto& lines = m_subject->lines;
        const bool there = std::any_of(lines.begin(), lines.end(),
                                       [&](const ContentLine& one) { return one.name == field.where.property && sameValue(one, value); });
        if (!there)
            add(field, value);
    }
}

void ObjectWriter::writeLines(const Field& field)
{
    QStringList ours;
    for (const auto& [label, name] : field.lines) {
        if (const QString value = m_values.text(name).simplified(); !value.isEmpty())
            ours += label + ": "_L1 + value;
    }
    const auto found = selected(*m_subject, field.where);
    if (found.empty())
        return add(field, ours.join(u'\n'));
    ContentLine& line = m_subject->lines[found.front()];
    const QString there = unescaped(line.value), text = withOurLines(there, ours);
    if (text != there)
        line.value = escaped(text);
}

void ObjectWriter::writeTime(const Field& field)
{
    const QString property = field.names.value(0);
    const bool hasLength = field.minutes > 0 && m_subject->line(u"DURATION"_s);
    if (m_kept[property] || hasLength)
        return;
    auto time = timeOf(m_values.text(property), m_zone);
    if (field.minutes > 0)
        time->at = time->wholeDay ? time->at.addDays(1) : time->at.addSecs(60LL * field.minutes); // the end is not of the event any more
    const ContentLine* there = m_subject->line(field.where.property);
    const auto now = there ? timeOf(*there, m_zone) : std::nullopt;
    if (!now || !(*now == *time))
        m_subject->put(lineOf(field.where.property, *time, m_zone));
}

void ObjectWriter::noteTimes()
{
    for (const Field& field : m_rule.fields) {
        if (field.kind != Field::Kind::Time)
            continue;
        const QString name = memoryOf(field.names.value(0)), text = m_values.text(field.names.value(0));
        if (!text.isEmpty() && m_subject->text(name) != text)
            m_subject->put({{}, name, {}, escaped(text)});
    }
}

} // namespace rapport::connectors::dav
