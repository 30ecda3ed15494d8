// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/values.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr int deepest = 4; ///< references on the way to a value

QString propertyOf(const Entity& entity, const QString& name)
{
    const auto found = entity.properties.find(name);
    return found == entity.properties.end() ? QString() : found->second;
}

} // namespace

QString Values::one(const QString& name, const Entity& of, int depth) const
{
    const qsizetype dot = name.indexOf(u'.');
    if (dot >= 0) {
        const auto list = m_mapping.references.find(name.left(dot));
        const QString id = propertyOf(of, name.left(dot));
        if (list == m_mapping.references.end() || id.isEmpty() || depth == deepest)
            return {};
        const auto referred = m_context.entity(list->second, id);
        return referred ? one(name.mid(dot + 1), *referred, depth + 1) : QString();
    }
    if (name == "@author"_L1)
        return m_context.author();
    return name == "@id"_L1 ? of.id : name == "@label"_L1 ? of.label : propertyOf(of, name);
}

QString Values::text(const QString& names) const
{
    QStringList out;
    for (const QString& name : names.split(u' ', Qt::SkipEmptyParts)) {
        if (const QString value = one(name, m_entity, 0).trimmed(); !value.isEmpty())
            out += value;
    }
    return out.join(u' ');
}

QString Values::firstFilled(const QStringList& alternatives, const std::map<QString, QString>& words) const
{
    for (const QString& names : alternatives) {
        QStringList out;
        for (const QString& name : names.split(u' ', Qt::SkipEmptyParts)) {
            const QString value = text(name);
            const auto word = words.find(value);
            if (!value.isEmpty())
                out += word == words.end() ? value : word->second;
        }
        if (!out.isEmpty())
            return out.join(u' ');
    }
    return {};
}

QString Values::remote(const QString& reference) const
{
    const auto list = m_mapping.references.find(reference);
    const QString id = propertyOf(m_entity, reference);
    return list == m_mapping.references.end() || id.isEmpty() ? QString() : m_context.remoteRef(list->second, id).value_or(QString());
}

bool Values::hold(const Rule& rule) const
{
    return std::all_of(rule.when.begin(), rule.when.end(), [&](const auto& one) { return one.second.contains(text(one.first)); });
}

} // namespace rapport::connectors::dav
