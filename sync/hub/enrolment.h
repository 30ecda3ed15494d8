// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/repository/devices.h"
#include "sync/hub/repository/settings.h"
#include "sync/hub/secrets.h"
#include "sync/wire/enrolment.h"

#include <chrono>
#include <deque>
#include <mutex>
#include <variant>

namespace rapport::hub
{

/// A new invitation: its code is shown once and kept hashed.
struct FreshInvitation {
    QString code; ///< 60 random bits in the alphabet of Crockford's base 32, "XXXX-XXXX-XXXX"
    QDateTime expires;
};

/// Why a device is refused: a word of wire::refusal.
struct Refusal {
    QString word;
    std::chrono::seconds wait{}; ///< before it may come again, where too many have been wrong
};
template <typename T>
using Admission = std::variant<T, Refusal>;

/// Invites, enrols and renews devices. Each call belongs into a unit of work of its caller.
class Enrolment
{
public:
    static constexpr std::chrono::hours invitationLife{48}, leaseLife{14 * 24};
    static constexpr std::chrono::minutes challengeLife{5};

    explicit Enrolment(std::chrono::hours tokenLife) : m_tokenLife(tokenLife) {}

    Result<FreshInvitation> invite(Devices& devices, const QString& name, const QDateTime& now) const;
    /// The same code with the same key again is the same device, whose answer was lost: it gets a new token.
    Result<Admission<wire::EnrolReply>> enrol(Devices& devices, const wire::EnrolRequest& request, const QByteArray& hubKey,
                                              const QDateTime& now) const;
    /// A device whose access was withdrawn is renewed too: its token is good for handing in what it has.
    Result<Admission<wire::RenewReply>> renew(Devices& devices, const wire::RenewRequest& request, const QDateTime& now) const;

private:
    std::chrono::hours m_tokenLife;
};

/// The hub's X25519 keys; the secret one is wiped when this goes.
struct HubKeys {
    QByteArray open, secret;
    HubKeys(QByteArray openKey, QByteArray secretKey) : open(std::move(openKey)), secret(std::move(secretKey)) {}
    HubKeys(HubKeys&&) = default;
    HubKeys& operator=(HubKeys&&) = default;
    ~HubKeys();
};
Result<HubKeys> hubKeys(const Settings& settings, const SecretBox& secrets); ///< NotFound: nobody has enrolled here yet
/// The open one of them; they are made when it is first asked for and the secret one is kept sealed.
Result<QByteArray> hubPublicKey(Settings& settings, const SecretBox& secrets);

/// At most 20 wrong codes in a minute, from wherever they come. Thread-safe.
class GuessLimit
{
public:
    bool allows(const QDateTime& now);
    void note(const QDateTime& now); ///< one more was wrong

private:
    std::mutex m_mutex;
    std::deque<QDateTime> m_wrong;
};

} // namespace rapport::hub
