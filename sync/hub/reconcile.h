// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/entities.h"
#include "sync/hub/repository/conflicts.h"

#include <set>
#include <vector>

namespace rapport::hub
{

/// What is decided about properties of lists: the hub's own rows before the policies that ship. A property that nobody has named: Device.
Result<Policy> policyFor(const Conflicts& conflicts, const QString& list, const QString& property);

/// What comes of a change that a device made of version @p base of an entity. What it has not changed itself is left alone, however its form sent it
/// along; what it knew of is replaced.
struct Reconciled {
    std::map<QString, QString> properties; ///< to be merged into what is there
    QString label;                         ///< empty: the one there stays
    std::vector<Conflict> conflicts;
};
Result<Reconciled> reconcile(const Repositories& here, const Change& change, const connectors::Entity& current, const QDateTime& now);

/// Three ways: what the device added to @p before, and took out of it, is done to @p current. Parts are told apart by @p mark: the words of a set,
/// the lines of a text.
QString appended(const QString& before, const QString& current, const QString& mine, QChar mark);

/// A person has decided for one of both values; it is a new version where it is another one. NotFound: it is not open.
enum class Choice { Hub, Device }; ///< Hub: what stands there now
Status settleConflict(Repositories& repositories, qint64 id, Choice choice, const QString& author, const QDateTime& now);

} // namespace rapport::hub
