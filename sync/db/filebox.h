// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <functional>
#include <memory>

class QFile;

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
    struct Kept {
        QString sha256;
        qint64 size = 0; ///< of the plain content
    };
    /// The same of what need not fit into memory. @p content is read twice, for its name comes first: Conflict where it is another one the second
    /// time or cannot be read to its end.
    Result<Kept> put(QIODevice& content) const;
    /// Corrupt where a byte was changed, Denied where the key is another one's.
    Result<QByteArray> get(const QString& sha256) const;
    /// @p length bytes from @p offset, without reading what lies before.
    Result<QByteArray> read(const QString& sha256, qint64 offset, qint64 length) const;
    /// For those who read as they go: unsealed chunk by chunk, from any place. Needs nothing of this box; belongs to one thread at a time, any.
    Result<std::unique_ptr<QIODevice>> open(const QString& sha256) const;
    void remove(const QString& sha256) const;

private:
    QString path(const QString& sha256) const;

    QString m_dir;
    QByteArray m_key;
};

/// Writes @p content so that after a crash there is either the old file or the whole new one; mode 0600.
Status writeDurably(const QString& path, const QByteArray& content);

/// The same with what @p fill writes; where it fails there is no new file.
Status writeDurably(const QString& path, const std::function<Status(QFile&)>& fill);

/// After it, the names in @p dir are on the disk as well as what is in the files.
bool syncFolder(const QString& dir);

} // namespace rapport::db
