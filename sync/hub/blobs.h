// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/db/filebox.h"

#include <QIODevice>

#include <memory>
#include <optional>

namespace rapport::hub
{

/// The files of submissions, by SHA-256, in DIR/blobs: as they came on a stand-alone hub, whose disk is encrypted; under a key of their own in an
/// embedded one, like everything else in the app's folder.
class Blobs
{
public:
    Blobs(const QString& dataDir, const std::optional<QByteArray>& databaseKey);

    /// Keeps the content of @p temporaryFile, synced, before anybody names it. One of that content may lie there already; then it is the same.
    Status keep(const QString& temporaryFile, const QString& sha256) const;
    /// The same of what does not lie on the disk as it is, on an embedded hub; read twice. Corrupt where it is not the content of that name.
    Status keep(QIODevice& content, const QString& sha256) const;
    Result<QString> keep(const QByteArray& content) const; ///< the same of what is in memory: its SHA-256
    bool has(const QString& sha256) const;
    QString plainFile(const QString& sha256) const;                       ///< where it lies as it came; empty where it is encrypted
    Result<std::unique_ptr<QIODevice>> open(const QString& sha256) const; ///< for reading; NotFound while it has not arrived

private:
    QString m_folder;
    std::optional<db::FileBox> m_box;
};

} // namespace rapport::hub
