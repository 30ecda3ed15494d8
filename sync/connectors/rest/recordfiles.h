// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <QStringList>

namespace rapport::connectors::rest
{

/// A file of a record as it goes to a server.
struct RecordFile {
    QString name;
    QString shown; ///< as it is called there: without what servers replace in the name of a file, else it would not be found again by it
    QString sha256, type;
    qint64 size = 0;
};

/// The names of those that any of @p patterns ("*.pdf") means.
std::vector<QString> namesOf(const JobContext& context, const QStringList& patterns);
bool allAreHere(const JobContext& context, const QStringList& patterns);              ///< false: one is still on its way
std::optional<RecordFile> recordFile(const JobContext& context, const QString& name); ///< nothing: it cannot be read

} // namespace rapport::connectors::rest
