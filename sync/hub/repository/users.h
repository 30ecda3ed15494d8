// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::hub
{

/// Somebody who works with the devices.
struct UserRecord {
    QString id, name;
    QString role; ///< one of knownRoles() (hub/holding.h)
    QDateTime added;
    friend bool operator==(const UserRecord&, const UserRecord&) = default;
};

/// Who works with the devices. Calls that change something belong into a unit of work (repositories.h).
class Users
{
public:
    virtual ~Users() = default;

    /// Conflict where the id is another's.
    virtual Status add(const UserRecord& user) = 0;
    virtual Result<std::optional<UserRecord>> find(const QString& id) const = 0;
    virtual Result<std::vector<UserRecord>> all() const = 0; ///< by name, as their letters are numbered (UTF-8), those of one name by id
    virtual Result<bool> any() const = 0;                    ///< a hub without users knows no roles
};

} // namespace rapport::hub
