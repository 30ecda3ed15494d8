// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/repositories.h"

namespace rapport::hub
{

/// What somebody says about one entity.
struct Change {
    QString list, id, label;               ///< an empty label keeps the one there
    std::map<QString, QString> properties; ///< merged into what is there
    std::optional<qint64> baseVersion;     ///< what it was made of; with a device's id, what others have changed since is reconciled (reconcile.h)
    QString source, author;
    /// A device counts a version for each record that it finishes, so the hub does too: else its version would stay behind, and what others
    /// change would not reach that device.
    enum class WhenEqual { Nothing, NewVersion } whenEqual = WhenEqual::Nothing;
    QString deviceId = {}; ///< empty: not from a device
};
/// True where that made a new version. What was deleted is there again; what is kept under another id (identity.h) changes there.
Result<bool> changeEntity(Repositories& repositories, const Change& change, const QDateTime& now);
/// Leaves a tombstone with @p properties and nothing else, also of somebody who was never here.
Status buryEntity(Repositories& repositories, const QString& list, const QString& id, const std::map<QString, QString>& properties,
                  const QString& source, const QDateTime& now);
/// Leaves a tombstone; false where there is nothing to delete.
Result<bool> removeEntity(Repositories& repositories, const QString& list, const QString& id, const QString& source, const QDateTime& now);

} // namespace rapport::hub
