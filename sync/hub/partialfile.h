// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>
#include <optional>

namespace rapport::hub
{

/// The beginning of a file that is on its way here; its length on the disk is how far it has come. As it came on a stand-alone hub. In an embedded
/// one: a 24-byte nonce, then the bytes under XChaCha20, which can go on at any byte; the hash of the whole says whether it is what it should be.
class PartialFile
{
public:
    PartialFile(QString path, std::optional<QByteArray> key) : m_path(std::move(path)), m_key(std::move(key)) {}

    qint64 size() const; ///< bytes that are here; 0: none
    /// Conflict where there are not @p at bytes any more, or not yet: somebody else has written. Full: as much of it is there as size() says.
    Status append(qint64 at, QByteArrayView bytes) const;
    Status sync() const; ///< what is there outlives a power cut
    Result<std::unique_ptr<QIODevice>> read() const;
    void remove() const;
    const QString& path() const { return m_path; }

private:
    QString m_path;
    std::optional<QByteArray> m_key;
};

} // namespace rapport::hub
