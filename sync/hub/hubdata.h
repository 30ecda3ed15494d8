// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/recordjobs.h"

#include <QJsonObject>

#include <vector>

/// What follows from a record. Each function that writes belongs into a unit of work.
namespace rapport::hub
{

struct Targets {
    QString generation; ///< of the configuration that they were read from (meta 'connectors')
    std::vector<Target> all;
};

struct Accepted {
    Acceptance how = Acceptance::Created;
    int missing = 0; ///< files of the record that are not here yet
};

/// The first of the records that @p instanceId corrects, one after another, as far as they are here; itself where it corrects none.
Result<QString> firstRecord(const Submissions& submissions, const QString& instanceId);

/// The record and its files, and nothing of what follows from it. Idempotent by instanceID.
Result<Accepted> keepSubmission(Repositories& repositories, const IncomingSubmission& incoming, const QDateTime& now);

/// What follows from a record that keepSubmission() has created: entity changes with history, jobs, receipts. @p now: when the record came.
Status followSubmission(Repositories& repositories, IncomingSubmission incoming, const std::vector<Target>& targets, const QDateTime& now);

/// The receipt "conflict" of a record: it needs somebody while one of its values waits for a decision (reconcile.h), and says both values.
Status foldConflicts(Repositories& repositories, const QString& instanceId, const QDateTime& now);

/// The submission as JSON: names → text, groups → objects, what repeats → arrays. Empty where the record cannot be read.
QJsonObject answersOf(const QByteArray& xml);

} // namespace rapport::hub
