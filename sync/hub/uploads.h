// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/blobs.h"
#include "sync/hub/partialfile.h"
#include "sync/hub/repository/repositories.h"
#include "sync/hub/uploadlimits.h"

#include <QDateTime>

#include <mutex>

namespace rapport::hub
{

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
    /// What has come to its length becomes one of the @p blobs, then the records that wait for it are told in @p database. Corrupt: it was another
    /// file, and has been put away.
    Status finish(const AnnouncedFile& file, const Blobs& blobs, HubDatabase& database);
    /// Corrupt where what has come is not the file of that hash: then it has been put away.
    Status check(const AnnouncedFile& file) const;
    void sweep(const QDateTime& now) const; ///< puts away what was left unfinished too long

private:
    QString m_folder;
    std::optional<QByteArray> m_key;
    UploadLimits m_limits;
    std::mutex m_appending, m_finishing;
};

} // namespace rapport::hub
