// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

namespace rapport::db
{

/// Encrypted files beside the database, named by the SHA-256 of what is in them.
///
/// A file is "RPF1", a 16-byte random nonce, then chunks of 64 KiB plain text each sealed by XChaCha20-Poly1305. A chunk's nonce is the file's
/// nonce ‖ the chunk's number (8 bytes, little-endian); its associated data is the file's name ‖ number ‖ 1 for the last chunk, so that chunks
/// cannot be swapped, moved to another file or cut off, and any chunk can be read without the ones before it.
class FileBox
{
public:
    FileBox(QString dir, QByteArray key);

    /// Writes under a temporary name, syncs, renames. The same content twice is one file.
    Result<QString> put(const QByteArray& content) const;
    /// Corrupt where a byte was changed, Denied where the key is another one's.
    Result<QByteArray> get(const QString& sha256) const;
    /// @p length bytes from @p offset, without reading what lies before.
    Result<QByteArray> read(const QString& sha256, qint64 offset, qint64 length) const;
    void remove(const QString& sha256) const;

private:
    QString path(const QString& sha256) const;

    QString m_dir;
    QByteArray m_key;
};

/// Writes @p content so that after a crash there is either the old file or the whole new one; mode 0600.
Status writeDurably(const QString& path, const QByteArray& content);

/// After it, the names in @p dir are on the disk as well as what is in the files.
bool syncFolder(const QString& dir);

} // namespace rapport::db
