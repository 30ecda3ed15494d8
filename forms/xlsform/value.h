// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace rapport::xlsform
{

/// What the cells of one row say under one heading: a text, or parts by name where headings are grouped ("label::English", "bind::relevant").
/// Parts keep the order of the sheet.
class Value
{
public:
    Value() = default;
    Value(QString text) : m_text(std::move(text)) {}

    bool isEmpty() const { return m_text.isEmpty() && m_parts.empty(); }
    bool hasParts() const { return !m_parts.empty(); }
    const QString& text() const { return m_text; } ///< empty where there are parts
    const std::vector<std::pair<QString, Value>>& parts() const { return m_parts; }

    const Value* find(QStringView name) const; ///< null where there is no such part
    QString textOf(QStringView name) const;    ///< empty where there is no such part, or it has parts of its own
    bool contains(QStringView name) const { return find(name) != nullptr; }

    void set(const QString& name, Value value); ///< replaces
    void remove(QStringView name);
    void updateWith(const Value& other); ///< each part of @p other replaces the one of its name

    /// Adds @p text below @p path. A plain text that meets languages becomes the one of @p defaultLanguage, unless that has its own.
    void merge(const QStringList& path, const QString& text, const QString& defaultLanguage);

    friend bool operator==(const Value&, const Value&) = default;

private:
    QString m_text;
    std::vector<std::pair<QString, Value>> m_parts;
};

} // namespace rapport::xlsform
