// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QString>

namespace rapport::contact
{

/// A payload as UTF-8, or as the 8-bit bytes that it is: a byte order mark goes, UTF-16 is taken over, with a mark or by the shape of "B\0E\0G\0".
QByteArray withoutMark(QByteArrayView bytes);

/// Without the bytes at the end that begin a UTF-8 sequence and do not finish it: a text that broke off ends with its last whole character.
QByteArrayView withoutCutCharacter(QByteArrayView bytes);

/// UTF-8 where it is valid; else the charset @p named by its IANA name, else the one that @p elsewhere in the same text is named, else Latin-1,
/// which badge printers of old still send.
QString decoded(QByteArrayView bytes, const QByteArray& named, const QByteArray& elsewhere);

} // namespace rapport::contact
