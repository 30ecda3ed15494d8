// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"

#include <map>

namespace rapport::forms
{

/// What one entity declaration of one submission asks for. Derived alike by device and hub, so that both come to the same rows.
struct EntityAction {
    QString list;
    QString id; ///< lower-case UUID
    bool create = false, update = false;
    QString label; ///< empty: keep (update)
    std::optional<qint64> baseVersion;
    QString trunkVersion, branchId;
    std::map<QString, QString> properties; ///< only those that were relevant; an empty value clears
    QString path;                          ///< of the container, with positions

    friend bool operator==(const EntityAction&, const EntityAction&) = default;
};

/// The actions of @p submission, in document order; declarations with both flags false are left out. An entity that cannot be carried out
/// (no id, create and update together) comes back in @p faults as one sentence each; it never blocks the submission.
Result<std::vector<EntityAction>> entityActions(const Form& form, const QByteArray& submission, QStringList* faults = nullptr);

} // namespace rapport::forms
