// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/facts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

constexpr int farthest = 4; ///< references in one name

/// Decimal text stays text all the way into JSON; a comma or a word is refused here, before the server could misread it.
Reply decimal(const QString& text)
{
    static const QRegularExpression number(u"^(-?)[+]?0*([0-9]+(?:[.][0-9]+)?)$"_s);
    const auto match = number.match(text.trimmed());
    if (!match.hasMatch())
        return Fault{Fault::Kind::Refused, u"a value is no decimal number"_s};
    return Json::number(match.captured(1) + match.captured(2));
}

Reply boolean(const QString& text)
{
    static const QStringList yes{u"yes"_s, u"true"_s, u"1"_s, u"given"_s}, no{u"no"_s, u"false"_s, u"0"_s, u"refused"_s};
    if (!yes.contains(text) && !no.contains(text))
        return Fault{Fault::Kind::Refused, u"a value is neither yes nor no"_s};
    return Json::boolean(yes.contains(text));
}

/// The day of "2027-12-01" or "2027-12-01T10:00".
Reply day(const QString& text)
{
    const QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (!date.isValid() || (text.size() > 10 && text[10] != u'T' && text[10] != u' '))
        return Fault{Fault::Kind::Refused, u"a value is no date"_s};
    return Json::text(date.toString(Qt::ISODate));
}

} // namespace

QString idIn(const QString& reference, const QString& object)
{
    return reference.section(u',', 0, 0) == object ? reference.section(u',', 1) : QString();
}

Facts::Facts(const Links& links, const JobContext& context, const Job& job, const Entity& entity, QString title)
    : m_links(links), m_context(context), m_job(job), m_entity(entity), m_title(std::move(title)), m_key(u"RAP-"_s + entity.id)
{
}

Names Facts::names() const
{
    return [this](const QString& name) { return of(name); };
}

Names Facts::namesWith(std::map<QString, QString> more) const
{
    return [this, more = std::move(more)](const QString& name) {
        const auto found = more.find(name);
        return found == more.end() ? of(name) : found->second;
    };
}

QString Facts::of(const QString& name) const
{
    if (name.startsWith(u'#')) {
        const Reply found = m_links.lookUp(name.mid(1), names());
        if (!found && !m_fault)
            m_fault = found.fault;
        return found.value.said();
    }
    const QString own = name.startsWith(u'@') ? ownFact(name) : QString();
    return own.isEmpty() ? over(name, m_entity) : own;
}

QString Facts::ownFact(const QString& name) const
{
    if (name == u"@key"_s)
        return m_key;
    if (name == u"@remote"_s)
        return m_remote;
    if (name == u"@author"_s)
        return m_context.author();
    if (name == u"@finished"_s)
        return m_context.finishedAt().toUTC().toString(Qt::ISODate);
    if (name == u"@date"_s)
        return m_context.finishedAt().date().toString(Qt::ISODate);
    if (name == u"@form"_s)
        return m_context.formId();
    if (name == u"@record"_s)
        return m_job.submission;
    return name == u"@title"_s ? m_title : QString();
}

/// "contact_id.organisation_id.@label": the first step is a reference of @p entity, and so on.
QString Facts::over(const QString& name, const Entity& entity) const
{
    const QStringList steps = name.split(u'.');
    Entity at = entity;
    for (qsizetype i = 0; i + 1 < steps.size(); ++i) {
        const auto list = m_links.references.find(steps[i]);
        const QString id = property(steps[i], at);
        if (i == farthest || id.isEmpty() || list == m_links.references.end())
            return {};
        if (i + 2 == steps.size() && steps.last() == u"@remote"_s) {
            const auto object = m_links.objects.find(list->second);
            const auto reference = m_context.remoteRef(list->second, id);
            return reference && object != m_links.objects.end() ? idIn(*reference, object->second) : QString();
        }
        const auto other = m_context.entity(list->second, id);
        if (!other)
            return {};
        at = *other;
    }
    return property(steps.last(), at);
}

QString Facts::property(const QString& name, const Entity& entity) const
{
    if (name == u"@id"_s)
        return entity.id;
    if (name == u"@label"_s)
        return entity.label;
    if (name == u"@list"_s)
        return entity.list;
    const auto found = entity.properties.find(name);
    return found == entity.properties.end() ? QString() : found->second.trimmed();
}

Reply Facts::evaluate(const Value& value) const
{
    if (value.kind == Value::Kind::Constant)
        return value.constant;
    if (value.kind == Value::Kind::LookUp && value.lines.empty())
        return asked(value, {});
    QStringList said;
    const Names worded = [&](const QString& name) {
        const QString text = of(name);
        const auto word = value.words.find(text);
        return word == value.words.end() ? text : word->second;
    };
    for (const Text& line : value.lines) {
        if (const auto filled = line.filled(worded); filled && !filled->isEmpty())
            said += *filled;
    }
    if (m_fault)
        return *m_fault;
    const QString text = said.join(u'\n');
    if (text.isEmpty())
        return value.required ? Reply(Fault{Fault::Kind::Refused, u"a value that is needed is missing"_s}) : Reply();
    switch (value.kind) {
    case Value::Kind::Number:
    case Value::Kind::Id:
        return decimal(text);
    case Value::Kind::Boolean:
        return boolean(text);
    case Value::Kind::Date:
        return day(text);
    case Value::Kind::LookUp:
        return asked(value, text);
    case Value::Kind::Constant:
    case Value::Kind::Text:
    case Value::Kind::Html:
        break;
    }
    return Json::text(text);
}

Reply Facts::asked(const Value& value, const QString& said) const
{
    Reply found = m_links.lookUp(value.lookUp, namesWith({{u"@of"_s, said}}));
    if (found && found.value.isNull() && value.required)
        return Fault{Fault::Kind::Refused, u"a value that is needed is missing"_s};
    return found;
}

} // namespace rapport::connectors::rest
