// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

/// A report that was made of a conversation: a file of its own, encrypted as all files are, which never goes to the hub with the record.
struct StoredReport {
    QString name; ///< which one: "de-customer"
    QString sha256;
    qint64 size = 0;
    QDateTime madeAt;
};

Status keepReport(Store& store, ConversationId id, const QString& name, const QByteArray& pdf); ///< in place of the one of that name
Result<QByteArray> report(Store& store, ConversationId id, const QString& name);
Result<std::vector<StoredReport>> reports(Store& store, ConversationId id); ///< by name

} // namespace rapport::store
