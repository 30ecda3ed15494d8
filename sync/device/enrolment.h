// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/exchange.h"
#include "sync/wire/enrolment.h"

namespace rapport::store
{
class Store;
}

namespace rapport::device
{

/// What a device keeps of its enrolment, encrypted in its store: it needs neither `--hub` nor a token again.
struct Membership {
    HubAddress hub;
    QString deviceId, name;
    QByteArray secretKey; ///< Ed25519, 64 bytes: proves who we are when the token has ended
    QByteArray hubKey;    ///< X25519, 32 bytes
    QDateTime tokenExpires, since;
};
Result<std::optional<Membership>> membership(store::Store& store); ///< nothing: not enrolled
Status keepMembership(store::Store& store, const Membership& membership);

/// Asks the hub of @p invitation to take this device in, and keeps the membership. Refused while anything waits: it belongs to the hub of today.
/// The device's key is made once and kept before it is sent, so that a lost answer can be asked for again.
EnrolOutcome enrol(store::Store& store, Exchange& exchange, const wire::Invitation& invitation, const QString& deviceName, const QDateTime& now);

/// A new token for an old one, by the device's key; kept when it is there. False: not now (the outcome says why), or never again (revoked).
bool renew(store::Store& store, Exchange& exchange, Membership& membership, Outcome& outcome);

} // namespace rapport::device
