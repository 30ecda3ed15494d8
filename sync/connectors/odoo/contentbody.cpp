// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/contentbody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rapport::connectors::odoo
{
namespace
{

constexpr qint64 pieceSize = 48 * 1024; ///< bytes; a multiple of three, so that Base64 has no padding in the middle

} // namespace

ContentBody::ContentBody(QByteArray before, QIODevice& file, qint64 size, QByteArray after)
    : m_ready(std::move(before)), m_after(std::move(after)), m_file(file), m_size(size), m_left(size)
{
    open(ReadOnly | Unbuffered);
}

qint64 ContentBody::wholeSize() const
{
    return m_ready.size() + (m_size + 2) / 3 * 4 + m_after.size();
}

qint64 ContentBody::readData(char* data, qint64 most)
{
    if (m_ready.isEmpty() && !fill())
        return -1;
    const qint64 n = std::min<qint64>(most, m_ready.size());
    std::memcpy(data, m_ready.constData(), size_t(n));
    m_ready.remove(0, n);
    return n;
}

bool ContentBody::fill()
{
    if (m_left == 0) {
        m_ready = std::exchange(m_after, {});
        return true;
    }
    const qint64 wanted = std::min(pieceSize, m_left);
    QByteArray piece;
    while (piece.size() < wanted) { // a file may give less than it is asked for
        const QByteArray some = m_file.read(wanted - piece.size());
        if (some.isEmpty())
            return false;
        piece += some;
    }
    m_left -= wanted;
    m_ready = piece.toBase64();
    return true;
}

} // namespace rapport::connectors::odoo
