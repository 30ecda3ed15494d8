// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::hub
{

struct DeviceRecord {
    QString id, name;
    QString user;         ///< who works with it; empty: nobody in particular
    QByteArray publicKey; ///< its own, Ed25519; empty: it was added by hand
    QDateTime added;
    QDateTime tokenExpires; ///< invalid: never
    QDateTime lastSeen;     ///< invalid: it has not called yet
    bool revoked = false;   ///< its access was withdrawn
    int leaseDays = 0;      ///< how long it may go on without the hub, where the office has said so; 0: it has not
};

/// A code for one more device.
struct InvitationRecord {
    QString name;
    QDateTime expires;
    QString deviceId; ///< of the device that came with it; empty: none has yet
};

/// The devices, by what tokens they are known, and the codes that wait for more of them. Tokens and codes are kept as hashes, which nobody guesses.
/// Calls that change something belong into a unit of work (repositories.h).
class Devices
{
public:
    virtual ~Devices() = default;

    /// Conflict where its id or its token is another's.
    virtual Status add(const DeviceRecord& device, const QByteArray& tokenHash) = 0;
    virtual Result<std::optional<DeviceRecord>> find(const QString& id) const = 0;
    virtual Result<std::optional<DeviceRecord>> withToken(const QByteArray& tokenHash) const = 0; ///< whatever its rights
    virtual Result<std::vector<DeviceRecord>> all() const = 0;                                    ///< in the order in which they were added
    virtual Result<qint64> count() const = 0;                                                     ///< of those that have access

    /// The token of a device, of which there is one: the one before is good no more.
    virtual Status setToken(const QString& id, const QByteArray& tokenHash, const QDateTime& expires) = 0;
    /// What the device has to sign to get one, of which there is one.
    virtual Status setChallenge(const QString& id, const QByteArray& challenge, const QDateTime& until) = 0;
    /// True once for each that was set: of all who bring it, one hears it, and only before its time.
    virtual Result<bool> useChallenge(const QString& id, const QByteArray& challenge, const QDateTime& now) = 0;

    virtual Result<bool> revoke(const QString& id, const QDateTime& now) = 0; ///< false: there is none with access
    virtual Result<bool> restore(const QString& id) = 0;                      ///< false: there is none whose access was withdrawn
    virtual Result<bool> assign(const QString& id, const QString& user) = 0;  ///< false: there is no such device
    virtual Status setLeaseDays(const QString& id, int days) = 0;             ///< 0 takes back what was said
    virtual Status noteSeen(const QString& id, const QDateTime& now) = 0;

    virtual Status invite(const QByteArray& codeHash, const InvitationRecord& invitation, const QDateTime& now) = 0;
    virtual Result<std::optional<InvitationRecord>> invitation(const QByteArray& codeHash) const = 0;
    /// Conflict where another device has come with it: of all who bring one code, one comes in.
    virtual Status useInvitation(const QByteArray& codeHash, const QString& deviceId) = 0;
};

} // namespace rapport::hub
