// SPDX-License-Identifier: Apache-2.0
// Lines of a mail's head (RFC 5322, RFC 2047, RFC 2231). Nothing that is written here can begin a line of its own: values with control characters are
// refused before, by isOneLine().
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace rapport::connectors::mail
{

/// No line end, no other control character, no broken UTF-16: may stand in a head.
bool isOneLine(const QString& text);

/// The one address in @p text as it goes over the wire: "Ana@Bücher.example " → "Ana@xn--bcher-kva.example". Nothing where it is none, or several, or
/// one that only servers with SMTPUTF8 take.
std::optional<QByteArray> addressOf(const QString& text);

/// @p text as the value of a head line: as it is where it is short ASCII, else encoded words of at most 75 characters, folded.
QByteArray encodedWords(const QString& text);
QByteArray mailbox(const QString& name, const QByteArray& address); ///< "Ana Roth" <ana@acme.example>; name may be empty
QByteArray dateLine(const QDateTime& time);                         ///< "Wed, 10 Nov 2027 14:05:00 +0100"
/// "attachment; filename=…": quoted where it is plain, else RFC 2231 with a plain stand-in for old readers.
QByteArray dispositionOf(const QString& fileName);

/// The same for ever for the same key, and says nothing of it: "<rapport.3fa9…@booth.example>".
QByteArray messageId(const QString& key, const QByteArray& sender);

} // namespace rapport::connectors::mail
