// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace rapport::hub
{

/// Where an object of a target is here.
struct Place {
    QString list, id;
    friend bool operator==(const Place&, const Place&) = default;
};

/// How far each list of each target has been pulled, and which of our entities its objects are. What the jobs have made there is known here too.
/// Calls that change something belong into a unit of work (repositories.h).
class Pulls
{
public:
    virtual ~Pulls() = default;

    /// Where to go on; empty: from the beginning. From now on the list is one that is pulled.
    virtual Result<QByteArray> begin(const QString& target, const QString& list) = 0;
    /// The cursor goes from @p from to @p to. Belongs into the unit of work that takes the page in. False: somebody else has moved it meanwhile.
    virtual Result<bool> move(const QString& target, const QString& list, const QByteArray& from, const QByteArray& to) = 0;
    virtual Status forget(const QString& target, const QString& list) = 0; ///< from the beginning again

    virtual Status succeeded(const QString& target, const QString& list, const QDateTime& now, const QDateTime& next) = 0;
    /// How often in a row it has failed, this time included; 0: that list is not pulled.
    virtual Result<int> failed(const QString& target, const QString& list, const QString& error) = 0;
    virtual Status putOff(const QString& target, const QString& list, const QDateTime& next) = 0;
    virtual Result<std::vector<QString>> notDue(const QString& target, const QDateTime& now) const = 0; ///< lists whose time is after @p now

    /// What the object is here, also under several ids: two of ours may have become one there.
    virtual Result<std::vector<Place>> placesOf(const QString& target, const QString& remoteId) const = 0;
    /// Whether one of those in @p list is not deleted.
    virtual Result<bool> livesIn(const QString& target, const QString& list, const QString& remoteId) const = 0;
    /// Conflict where the target has another object for it already.
    virtual Status place(const QString& target, const Place& place, const QString& remoteId) = 0;
    /// What was known as @p from is @p to, at each target that does not know @p to already.
    virtual Status moveToEntity(const QString& list, const QString& from, const QString& to) = 0;
};

} // namespace rapport::hub
