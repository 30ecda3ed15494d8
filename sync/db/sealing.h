// SPDX-License-Identifier: Apache-2.0
// How the chunks of a sealed file (filebox.h) are made and read.
#pragma once

#include <QByteArray>

#include <optional>

namespace rapport::db::sealing
{

constexpr qint64 chunkSize = 64 * 1024;       ///< of plain content
constexpr qint64 sealedSize = chunkSize + 16; ///< of a chunk on the disk, but for the last
constexpr qsizetype fileNonceSize = 16;
constexpr qint64 headerSize = 4 + fileNonceSize;
const QByteArray magic = QByteArrayLiteral("RPF1");

QByteArray freshNonce(); ///< of a file
QByteArray seal(const QByteArray& plain, const QByteArray& key, const QByteArray& fileNonce, const QByteArray& fileId, quint64 index, bool last);
/// Nothing where a byte was changed, or it was sealed otherwise.
std::optional<QByteArray> unseal(const QByteArray& sealed, const QByteArray& key, const QByteArray& fileNonce, const QByteArray& fileId,
                                 quint64 index, bool last);

} // namespace rapport::db::sealing
