// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/csvreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::tables
{

int CsvReader::peek()
{
    if (m_at == m_piece.size()) {
        m_piece = m_device.read(64 * 1024);
        m_at = 0;
        if (std::exchange(m_beforeAll, false) && m_piece.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
    }
    return m_at < m_piece.size() ? static_cast<unsigned char>(m_piece[m_at]) : -1;
}

int CsvReader::take()
{
    const int c = peek();
    if (c >= 0)
        ++m_at;
    m_line += c == '\n' ? 1 : 0;
    return c;
}

Result<QByteArray> CsvReader::field(qsizetype& room)
{
    QByteArray out;
    bool inside = peek() == '"';
    if (inside)
        take();
    while (inside || !endsField(peek())) {
        const int c = take();
        if (c < 0)
            return Error{Error::Kind::Corrupt, u"line %1: a quotation mark is never closed"_s.arg(m_begun)};
        if (inside && c == '"' && peek() != '"') {
            inside = false;
            continue;
        }
        if (inside && c == '"')
            take(); // of two marks one stays
        if (--room < 0)
            return Error{Error::Kind::Corrupt, u"line %1: more than 16 MiB without an end"_s.arg(m_begun)};
        out += static_cast<char>(c);
    }
    return out;
}

Result<QStringList> CsvReader::record()
{
    QStringList out;
    qsizetype room = recordLimit;
    for (;;) {
        auto one = field(room);
        if (!one)
            return one.error();
        out += QString::fromUtf8(*one);
        const int c = take();
        if (c == '\r' && peek() == '\n')
            take();
        else if (c == '\r')
            ++m_line;
        if (c != m_separator)
            return out;
        if (--room < 0)
            return Error{Error::Kind::Corrupt, u"line %1: more than 16 MiB without an end"_s.arg(m_begun)};
    }
}

Result<std::optional<QStringList>> CsvReader::next()
{
    while (peek() >= 0) {
        m_begun = m_line;
        auto one = record();
        if (!one)
            return one.error();
        if (one->size() > 1 || !one->first().isEmpty())
            return std::optional(std::move(*one));
    }
    return std::optional<QStringList>();
}

char separatorOf(QByteArrayView text)
{
    const qsizetype end = std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }) - text.begin();
    const QByteArrayView first = text.first(end);
    char best = ',';
    for (const char candidate : {';', '\t', '|'}) {
        if (std::count(first.begin(), first.end(), candidate) > std::count(first.begin(), first.end(), best))
            best = candidate;
    }
    return best;
}

} // namespace rapport::tables
