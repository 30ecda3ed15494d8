// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

#include <optional>

namespace rapport::tables
{

/// The records of a CSV text in UTF-8, one after the other, of which no more than one is held in memory: RFC 4180, any line end, with or without a
/// byte order mark. A quotation mark counts at the beginning of a field only; lines without anything on them are passed over.
class CsvReader
{
public:
    static constexpr qsizetype recordLimit = 16 * 1024 * 1024; ///< bytes

    explicit CsvReader(QIODevice& device, char separator = ',') : m_device(device), m_separator(separator) {}

    /// Nothing at the end. Corrupt: a quotation mark is never closed, or a record is larger than the limit, which mostly means the same.
    Result<std::optional<QStringList>> next();
    int line() const { return m_begun; } ///< of the text, from 1, where the record begins that next() gave last

private:
    int peek(); ///< the next byte; -1: none
    int take();
    bool endsField(int c) const { return c < 0 || c == '\n' || c == '\r' || c == m_separator; }
    Result<QByteArray> field(qsizetype& room);
    Result<QStringList> record();

    QIODevice& m_device;
    char m_separator;
    QByteArray m_piece;
    qsizetype m_at = 0;
    int m_line = 1, m_begun = 0;
    bool m_beforeAll = true;
};

/// What the first line has most of: comma, semicolon, tab or bar.
char separatorOf(QByteArrayView text);

} // namespace rapport::tables
