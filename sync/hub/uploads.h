// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/blobs.h"
#include "sync/hub/partialfile.h"
#include "sync/hub/uploadlimits.h"
#include "sync/hub/writer.h"

#include <QDateTime>

#include <mutex>

namespace rapport::hub
{

/// A file that a record of a device has announced (X-Rapport-Files).
struct AnnouncedFile {
    QString device, sha256;
    qint64 size = 0;
    bool arrived = false;
};

/// The files that come after their record, piece by piece, in DIR/uploads/DEVICE.SHA256 until they are whole. Everything is asked for by device and
/// hash: what another device has sent is as if it were not there, so that nobody learns from here whether anybody has a file.
class Uploads
{
public:
    Uploads(QString folder, const std::optional<QByteArray>& databaseKey, UploadLimits limits); ///< makes the folder

    const UploadLimits& limits() const { return m_limits; }
    PartialFile partial(const AnnouncedFile& file) const;
    bool mayBegin(const QString& device) const; ///< it has not left too many unfinished
    /// Conflict where it has not @p at bytes, Full where there is no room. Pieces of the same file follow one another, whoever brings them.
    Status append(const AnnouncedFile& file, qint64 at, QByteArrayView bytes);
    /// What has come to its length becomes one of the @p blobs, then the records that wait for it are told in @p writer. Corrupt: it was another
    /// file, and has been put away.
    Status finish(const AnnouncedFile& file, const Blobs& blobs, Writer& writer);
    /// Corrupt where what has come is not the file of that hash: then it has been put away.
    Status check(const AnnouncedFile& file) const;
    void sweep(const QDateTime& now) const; ///< puts away what was left unfinished too long

private:
    QString m_folder;
    std::optional<QByteArray> m_key;
    UploadLimits m_limits;
    std::mutex m_appending, m_finishing;
};

/// What @p device has announced under that hash; arrived where it has come with any record of that device. Nothing: it has announced no such file.
Result<std::optional<AnnouncedFile>> announcedFile(db::Database& database, const QString& device, const QString& sha256);

} // namespace rapport::hub
