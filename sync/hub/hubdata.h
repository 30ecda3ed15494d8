// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/session/entityactions.h"
#include "sync/connectors/connector.h"
#include "sync/db/database.h"
#include "sync/hub/entities.h"
#include "sync/wire/openrosa.h"
#include "sync/wire/receipt.h"

#include <QJsonObject>

#include <optional>
#include <vector>

/// The hub's tables, spoken to in its own words. Each function works on the connection it is handed; those that write expect to be inside a
/// transaction, of the Writer's or of an administrator's.
namespace rapport::hub
{

/// A configured target as acceptance needs to know it.
struct Target {
    QString id, title;
    std::vector<QString> pushLists;
    bool records = false;
    std::chrono::seconds maximumRequestTime{60};
};

Target targetOf(const QJsonObject& configuration, const connectors::Connector& connector);

struct Targets {
    QString generation; ///< of the configuration that they were read from (meta 'connectors')
    std::vector<Target> all;
};

struct IncomingFile {
    QString name, sha256;
    qint64 size = 0;
};
struct IncomingSubmission {
    wire::SubmissionHead head;
    QByteArray xml, xmlHash; ///< SHA-256
    QString deviceId;
    std::vector<IncomingFile> files;     ///< already in the blob folder, synced
    std::vector<IncomingFile> announced; ///< still to come (uploads.h), unless this device has sent the same before
    std::vector<forms::EntityAction> actions;
    QStringList entityFaults; ///< kept and shown, never a reason to refuse
};
enum class Acceptance { Created, Known, OtherContent, OtherFile };
struct Accepted {
    Acceptance how = Acceptance::Created;
    int missing = 0; ///< files of the record that are not here yet
};

/// The first of the records that @p instanceId corrects, one after another, as far as they are here; itself where it corrects none.
Result<QString> firstRecord(db::Database& database, const QString& instanceId);

/// Everything that follows from a submission: its row, entity changes with history, jobs, receipts. Idempotent by instanceID.
Status acceptSubmission(db::Database& database, const IncomingSubmission& incoming, const std::vector<Target>& targets, const QDateTime& now,
                        Accepted& outcome);
Result<wire::ReceiptPage> receiptPage(db::Database& database, const QString& deviceId, const QByteArray& cursor);

/// Folds the jobs of one submission at one target into its receipt; a receipt that changes gets a new sequence number.
Status foldReceipt(db::Database& database, const QString& instanceId, const QString& target, const QString& title, const QDateTime& now);

/// The receipt "conflict" of a record: it needs somebody while one of its values waits for a decision (reconcile.h), and says both values.
Status foldConflicts(db::Database& database, const QString& instanceId, const QDateTime& now);

/// The submission as JSON: names → text, groups → objects, what repeats → arrays. Empty where the record cannot be read.
QJsonObject answersOf(const QByteArray& xml);

} // namespace rapport::hub
