// SPDX-License-Identifier: Apache-2.0
// From a record to its jobs, and from its jobs to its receipt. Each function belongs into a unit of work.
#pragma once

#include "sync/hub/repository/repositories.h"

#include <QJsonObject>

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

/// What is to be told to @p target of a record, in its order: firms before people before everything that names them, and after what is on its way
/// already. A correction comes second everywhere.
Status makeJobs(Repositories& repositories, const IncomingSubmission& incoming, const Target& target, const QDateTime& now);

/// Folds the jobs of one submission at one target into its receipt; a receipt that changes is told to the device anew.
Status foldReceipt(Repositories& repositories, const QString& instanceId, const QString& target, const QString& title, const QDateTime& now);

} // namespace rapport::hub
