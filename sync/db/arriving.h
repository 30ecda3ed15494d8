// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

namespace rapport::db
{

/// A file of a FileBox that comes in pieces, over days and restarts: sealed chunk by chunk under "SHA-256.part" until it is whole. Only its name
/// and its length are known beforehand; that it is what its name says is found out at its end. For one thread at a time.
class Arriving
{
public:
    Arriving(const QString& dir, QByteArray key, const QString& sha256, qint64 size);

    qint64 offset() const; ///< bytes that are here: whole chunks of 64 KiB, or all
    /// Conflict where they do not begin at offset(); Full: no room. Of what is no whole chunk only the end of the file is taken.
    Status append(qint64 at, const QByteArray& bytes) const;
    Status settle() const; ///< to its place, synced. Corrupt: it is another file, and has been put away
    void remove() const;

private:
    QByteArray nonce() const; ///< of what is here; empty: nothing is
    QString m_path, m_whole, m_dir;
    QByteArray m_key, m_fileId;
    qint64 m_size;
};

} // namespace rapport::db
