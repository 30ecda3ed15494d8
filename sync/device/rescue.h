// SPDX-License-Identifier: Apache-2.0
// What this device cannot deliver, into a file that another device or the office delivers (wire/rescue.h).
#pragma once

#include "forms/base/result.h"
#include "sync/device/enrolment.h"
#include "sync/wire/rescue.h"

#include <QDateTime>
#include <QString>

namespace rapport::store
{
class Store;
}

namespace rapport::device
{

/// What waits here for the hub, as it would go into a rescue file.
struct RescueContents {
    int conversations = 0, files = 0;
    qint64 bytes = 0; ///< of records and files
    int drafts = 0;   ///< not among them: they are not finished
    friend bool operator==(const RescueContents&, const RescueContents&) = default;
};
Result<RescueContents> rescueContents(store::Store& store);

/// How an export ended. `reason` is empty where there is a whole file now; else "nothing" (waits here), "not-enrolled" (nobody could open it),
/// "full", "folder" (it cannot be written there) or "storage" (what is here cannot be read).
struct RescueExport {
    QString reason, path;
    int conversations = 0;
    qint64 bytes = 0;         ///< of the file
    QStringList unreadable{}; ///< instance ids of those left out: a part of them cannot be read on this device
    bool done() const { return reason.isEmpty(); }
};
/// Writes all that waits in @p store, in its order, sealed for the hub of the membership. After a crash there is the whole file at @p path or none.
/// Everything stays here and goes out as before: the hub knows it again by its ids. May take as long as the files are large.
RescueExport exportRescue(store::Store& store, const QString& path, const QDateTime& now);

/// How a rescue file of another device went to the hub. `reason` is empty where it has arrived; else a word of wire::rescue, "unreadable" (the file),
/// or why the hub was not reached ("offline", "not-the-hub", "denied" …): then the next try goes on from where this one ended.
struct RescueDelivery {
    QString reason;
    wire::RescueReport report; ///< where it has arrived
    bool done() const { return reason.isEmpty(); }
};

} // namespace rapport::device
