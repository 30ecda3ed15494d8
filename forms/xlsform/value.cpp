// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/value.h"

#include <algorithm>

namespace rapport::xlsform
{

const Value* Value::find(QStringView name) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const auto& part) { return part.first == name; });
    return found == m_parts.end() ? nullptr : &found->second;
}

QString Value::textOf(QStringView name) const
{
    const Value* found = find(name);
    return found ? found->m_text : QString();
}

void Value::set(const QString& name, Value value)
{
    for (auto& [known, old] : m_parts) {
        if (known == name) {
            old = std::move(value);
            return;
        }
    }
    m_parts.emplace_back(name, std::move(value));
}

void Value::remove(QStringView name)
{
    std::erase_if(m_parts, [&](const auto& part) { return part.first == name; });
}

void Value::updateWith(const Value& other)
{
    for (const auto& [name, value] : other.m_parts)
        set(name, value);
}

void Value::merge(const QStringList& path, const QString& text, const QString& defaultLanguage)
{
    if (path.isEmpty()) {
        if (m_parts.empty())
            m_text = text;
        else if (!contains(defaultLanguage))
            m_parts.emplace_back(defaultLanguage, Value(text));
        return;
    }
    if (!m_text.isEmpty()) { // a plain text was here first
        if (path.front() != defaultLanguage)
            m_parts.emplace_back(defaultLanguage, Value(m_text));
        m_text.clear();
    }
    for (auto& [known, value] : m_parts) {
        if (known == path.front()) {
            value.merge(path.mid(1), text, defaultLanguage);
            return;
        }
    }
    m_parts.emplace_back(path.front(), Value());
    m_parts.back().second.merge(path.mid(1), text, defaultLanguage);
}

} // namespace rapport::xlsform
