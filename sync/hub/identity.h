// SPDX-License-Identifier: Apache-2.0
// Who is who at the hub (DESIGN.md section 3). A person whom a record creates and who is here already, by badge or e-mail address, is that one: the
// creation becomes a change, and the new id leads to hers for ever. Who only may be the same waits in the review list (duplicates.h).
#pragma once

#include "sync/hub/hubdata.h"

namespace rapport::hub
{

/// @p id and the references among @p properties (contact_id, organisation_id) as they are kept.
Status followAliases(const Entities& entities, const QString& list, QString& id, std::map<QString, QString>& properties);

/// Before a record's changes are carried out: ids in them that lead elsewhere are followed, and people whom it creates are looked for.
Status identify(Repositories& repositories, IncomingSubmission& incoming, const QDateTime& now);

/// From now on @p id of @p list is @p kept: it is a tombstone that says so, and what comes under it goes there.
Status leadTo(Repositories& repositories, const QString& list, const QString& id, const QString& kept, const QString& source, const QDateTime& now);

/// Somebody or some firm here that a row may be.
struct Likeness {
    QString id;
    double score = 0;     ///< 0.5 … 1
    QStringList reasons;  ///< machine words: "same-email", "same-name" …
    bool certain = false; ///< by a strong key: the badge of this occasion, an e-mail address that is one person's
};
/// Who of @p list is like it, best first; by e-mail address, badge and name, at most eight of each.
Result<std::vector<Likeness>> likenesses(const Entities& entities, const QString& list, const QString& id, const QString& label,
                                         const std::map<QString, QString>& properties, const QDateTime& now);

} // namespace rapport::hub
