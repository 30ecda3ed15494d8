// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

namespace rapport::wire
{

/// Reads the members of a message and remembers whether all of them were as they should be: ask for everything, then isComplete().
class Members
{
public:
    static constexpr qsizetype maxText = 2'000; ///< characters

    explicit Members(QJsonObject object) : m_object(std::move(object)) {}

    QString text(const char* name, qsizetype most = maxText) ///< not empty
    {
        const QString value = textOrNone(name, most);
        m_ok = m_ok && !value.isEmpty();
        return value;
    }
    QString textOrNone(const char* name, qsizetype most = maxText) ///< may be missing
    {
        const QJsonValue value = m_object[QLatin1String(name)];
        m_ok = m_ok && (value.isString() || value.isUndefined()) && value.toString().size() <= most;
        return value.toString();
    }
    QByteArray bytes(const char* name, qsizetype size) ///< as base64
    {
        const QByteArray value = QByteArray::fromBase64(text(name).toLatin1());
        m_ok = m_ok && value.size() == size;
        return value;
    }
    QString uuid(const char* name) ///< without braces
    {
        const QUuid value = QUuid::fromString(text(name));
        m_ok = m_ok && !value.isNull();
        return value.toString(QUuid::WithoutBraces);
    }
    QDateTime time(const char* name) ///< ISO 8601
    {
        const QDateTime value = QDateTime::fromString(text(name), Qt::ISODateWithMs);
        m_ok = m_ok && value.isValid();
        return value;
    }
    int count(const char* name, int most)
    {
        const int value = m_object[QLatin1String(name)].toInt();
        m_ok = m_ok && value >= 0 && value <= most;
        return value;
    }
    bool flag(const char* name)
    {
        m_ok = m_ok && m_object[QLatin1String(name)].isBool();
        return m_object[QLatin1String(name)].toBool();
    }
    bool has(const char* name) const { return m_object.contains(QLatin1String(name)); }
    bool isComplete() const { return m_ok; }

private:
    QJsonObject m_object;
    bool m_ok = true;
};

} // namespace rapport::wire
