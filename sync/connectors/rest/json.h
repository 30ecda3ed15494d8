// SPDX-License-Identifier: Apache-2.0
// JSON that keeps what Qt's loses: the digits of a number as they were written, the order of members, and the line on which each value begins.
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace rapport::connectors::rest
{

/// One JSON value. What is not there is a Null, so that a path can be followed without asking at each step.
class Json
{
public:
    enum class Kind { Null, Boolean, Number, Text, Array, Object };

    Json() = default;
    static Json text(const QString& text) { return Json(Kind::Text, text); }
    static Json number(const QString& digits) { return Json(Kind::Number, digits); } ///< as JSON writes it
    static Json boolean(bool value) { return Json(Kind::Boolean, value ? QStringLiteral("true") : QStringLiteral("false")); }
    static Json array() { return Json(Kind::Array, {}); }
    static Json array(std::vector<Json> items)
    {
        Json out(Kind::Array, {});
        out.m_items = std::move(items);
        return out;
    }
    static Json object() { return Json(Kind::Object, {}); }

    Kind kind() const { return m_kind; }
    bool isNull() const { return m_kind == Kind::Null; }
    bool isObject() const { return m_kind == Kind::Object; }
    bool isArray() const { return m_kind == Kind::Array; }
    bool isText() const { return m_kind == Kind::Text; }
    bool isScalar() const { return m_kind == Kind::Boolean || m_kind == Kind::Number || m_kind == Kind::Text; }
    QString said() const { return isScalar() ? m_text : QString(); } ///< a scalar's text: "12.50", "true"; empty of all others
    int line() const { return m_line; }                              ///< in the document that it was read from, from 1; 0: it was not

    const std::vector<Json>& items() const { return m_items; } ///< of an array
    std::vector<Json>& items() { return m_items; }
    const std::vector<QString>& names() const { return m_names; } ///< of an object: the names of items(), one by one
    bool contains(const QString& name) const { return find(name) != nullptr; }
    const Json& operator[](const QString& name) const; ///< Null where there is none
    Json& member(const QString& name);                 ///< made where it is not there; what is no object becomes one
    void append(const Json& item);                     ///< what is no array becomes one

    QByteArray bytes() const; ///< without blanks

    friend class JsonReader;

private:
    Json(Kind kind, QString text) : m_kind(kind), m_text(std::move(text)) {}
    const Json* find(const QString& name) const;

    Kind m_kind = Kind::Null;
    int m_line = 0;
    QString m_text;
    std::vector<QString> m_names;
    std::vector<Json> m_items;
};

/// How much is read of what others wrote.
struct JsonLimits {
    qsizetype bytes = 16 << 20;
    int depth = 64;
    int values = 300'000;
};

/// RFC 8259, strictly: UTF-8, no trailing commas, no member twice. Invalid: "line 7: …", without a word of the content.
Result<Json> parseJson(const QByteArray& bytes, const JsonLimits& limits = {});

} // namespace rapport::connectors::rest
