// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/identity.h"

namespace rapport::hub
{

/// Into the review list; a pair that somebody has looked at stays as it was decided.
Status noteDuplicates(Repositories& repositories, const QString& list, const QString& id, const std::vector<Likeness>& alike, const QDateTime& now);

/// Both are one from now on, which is kept as @p keep, one of the pair. It gets what it does not have; sets hold the members of both; an address and
/// numbers that differ go into the sets. What names the other names it, and the other's id leads to it. NotFound: the pair is not open.
Status mergeDuplicate(Repositories& repositories, qint64 id, const QString& keep, const QString& author, const QDateTime& now);
/// They are two. NotFound: the pair is not open.
Status keepApart(Repositories& repositories, qint64 id, const QString& author, const QDateTime& now);

} // namespace rapport::hub
