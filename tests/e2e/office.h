// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/processes.h"

#include <utility>
#include <vector>

namespace rapport::e2e
{

/// The exhibitor's office: a hub of its own with the demo fair, one known tablet and one connector.
struct Office {
    QTemporaryDir dir;
    QString hubDir = dir.filePath(QStringLiteral("hub"));
    HubProcess hub{hubDir};
    QString token; ///< of the tablet

    bool prepare(const QJsonObject& connector); ///< the hub does not serve yet
    /// A pack of forms/packs once more as version 2099010101, with each of @p changes ("<h:title>Old", "<h:title>New") made in its XForm.
    bool publishNext(const QString& pack, const std::vector<std::pair<QByteArray, QByteArray>>& changes) const;
    bool ask(const QString& formId, const QString& file) const; ///< publishes one more form, which the demo's fair asks too
    CommandResult ctl(const QStringList& words) const
    {
        return rapportctl(QStringList{QStringLiteral("hub"), QStringLiteral("--data-dir"), hubDir} + words);
    }
};

} // namespace rapport::e2e
