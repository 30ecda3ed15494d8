// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace rapport::connectors::dav
{

/// One property of a vCard or an iCalendar object, unfolded (RFC 6350 3.3, RFC 5545 3.1). What we do not know is kept to the letter.
struct ContentLine {
    QString group, name; ///< the name in upper case
    QString parameters;  ///< as written, with the semicolon before each: ";TYPE=WORK;PREF=1"
    QString value;       ///< still escaped
    friend bool operator==(const ContentLine&, const ContentLine&) = default;

    QStringList parameter(const QString& wanted) const; ///< its values, without quotation marks; several of a name count as one with all values
    QStringList types() const;                          ///< upper case; also those that vCard 2.1 writes without TYPE=
    void removeParameter(const QString& unwanted);
};

/// A VCARD, a VCALENDAR and what is in it.
struct Component {
    QString name;
    std::vector<ContentLine> lines;
    std::vector<Component> components;
    friend bool operator==(const Component&, const Component&) = default;

    const ContentLine* line(const QString& wanted) const; ///< the first of that name, or nullptr
    QString text(const QString& wanted) const;            ///< its value without escapes; empty where there is none
    void put(const ContentLine& line);                    ///< in place of the first of its name, or at the end
    void remove(const QString& unwanted);                 ///< all lines of that name
    QByteArray bytes() const;                             ///< UTF-8, folded after 75 bytes, CRLF
};

/// The one object that @p bytes hold. Corrupt where they are no object, more than one, or beyond 4 MiB, 20,000 lines or 8 levels: nothing is left
/// out silently, since what is read may be written back.
Result<Component> parseObject(const QByteArray& bytes);

QString escaped(const QString& text);                       ///< \ , ; and line ends
QStringList partsOf(const QString& value, QChar separator); ///< cut at what is not escaped, each part without its escapes
QString unescaped(const QString& value);

} // namespace rapport::connectors::dav
