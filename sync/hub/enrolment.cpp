// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/enrolment.h"

#include <QUuid>

#include <sodium.h>

namespace rapport::hub
{

namespace
{

constexpr std::size_t maxGuesses = 20;
constexpr std::chrono::seconds guessWindow{60};

QString makeCode()
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString code;
    for (int i = 0; i < 12; ++i) {
        if (i > 0 && i % 4 == 0)
            code += QLatin1Char('-');
        code += QLatin1Char(alphabet[randombytes_uniform(32)]);
    }
    return code;
}

QByteArray hashOfCode(const QString& code)
{
    return hashOfToken("code " + wire::normalisedCode(code).toLatin1());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QDateTime later(const QDateTime& now, std::chrono::seconds by)
{
    return now.addSecs(by.count());
}

} // namespace

Result<FreshInvitation> Enrolment::invite(Devices& devices, const QString& name, const QDateTime& now) const
{
    if (name.trimmed().isEmpty() || name.size() > 200)
        return Error{Error::Kind::Invalid, QStringLiteral("A device needs a name of at most 200 characters.")};
    const FreshInvitation fresh{makeCode(), later(now, invitationLife)};
    auto written = devices.invite(hashOfCode(fresh.code), {name.trimmed(), fresh.expires, {}}, now);
    if (!written)
        return written.error();
    return fresh;
}

Result<Admission<wire::EnrolReply>> Enrolment::enrol(Devices& devices, const wire::EnrolRequest& request, const QByteArray& hubKey,
                                                     const QDateTime& now) const
{
    using Answer = Admission<wire::EnrolReply>;
    const QByteArray codeHash = hashOfCode(request.code);
    const auto invited = devices.invitation(codeHash);
    if (!invited)
        return invited.error();
    if (!*invited)
        return Answer(Refusal{wire::refusal::codeUnknown});
    const InvitationRecord& invitation = **invited;
    const bool isUsed = !invitation.deviceId.isEmpty();
    const auto came = isUsed ? devices.find(invitation.deviceId) : Result<std::optional<DeviceRecord>>(std::nullopt);
    if (!came)
        return came.error();
    const bool again = *came && (*came)->publicKey == request.publicKey;
    if (isUsed && !again)
        return Answer(Refusal{wire::refusal::codeUnknown});
    if (invitation.expires <= now)
        return Answer(Refusal{wire::refusal::codeExpired});

    const QByteArray token = makeToken();
    wire::EnrolReply reply{invitation.deviceId, QString::fromLatin1(token), later(now, m_tokenLife), hubKey};
    if (again) {
        if (auto renewed = devices.setToken(reply.deviceId, hashOfToken(token), reply.tokenExpires); !renewed)
            return renewed.error();
        return Answer(reply);
    }
    DeviceRecord device;
    device.id = reply.deviceId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    device.name = invitation.name;
    device.publicKey = request.publicKey;
    device.added = now;
    device.tokenExpires = reply.tokenExpires;
    auto added = devices.add(device, hashOfToken(token));
    if (added)
        added = devices.useInvitation(codeHash, device.id);
    if (!added)
        return added.error();
    return Answer(reply);
}

Result<Admission<wire::RenewReply>> Enrolment::renew(Devices& devices, const wire::RenewRequest& request, const QDateTime& now) const
{
    using Answer = Admission<wire::RenewReply>;
    const auto device = devices.find(request.deviceId);
    if (!device)
        return device.error();
    if (!*device || (*device)->publicKey.size() != static_cast<qsizetype>(crypto_sign_PUBLICKEYBYTES))
        return Answer(Refusal{wire::refusal::unknown});
    if (request.challenge.isEmpty()) {
        QByteArray challenge(32, Qt::Uninitialized);
        randombytes_buf(challenge.data(), static_cast<std::size_t>(challenge.size()));
        if (auto kept = devices.setChallenge(request.deviceId, challenge, later(now, challengeLife)); !kept)
            return kept.error();
        return Answer(wire::RenewReply{challenge, {}, {}});
    }
    const QByteArray text = wire::renewalText(request.challenge);
    if (crypto_sign_verify_detached(raw(request.signature), raw(text), static_cast<unsigned long long>(text.size()), raw((*device)->publicKey)) != 0)
        return Answer(Refusal{wire::refusal::unknown});
    const auto used = devices.useChallenge(request.deviceId, request.challenge, now);
    if (!used)
        return used.error();
    if (!*used)
        return Answer(Refusal{wire::refusal::unknown});
    const QByteArray token = makeToken();
    const wire::RenewReply reply{{}, QString::fromLatin1(token), later(now, m_tokenLife)};
    if (auto renewed = devices.setToken(request.deviceId, hashOfToken(token), reply.tokenExpires); !renewed)
        return renewed.error();
    return Answer(reply);
}

HubKeys::~HubKeys()
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
}

Result<HubKeys> hubKeys(const Settings& settings, const SecretBox& secrets)
{
    const auto kept = settings.hubKey();
    if (!kept)
        return kept.error();
    if (!*kept)
        return Error{Error::Kind::NotFound, QStringLiteral("this hub has no key yet")};
    auto secret = secrets.unseal(**kept);
    if (!secret)
        return secret.error();
    QByteArray open(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(open.data()), raw(*secret));
    return HubKeys(std::move(open), std::move(*secret));
}

Result<QByteArray> hubPublicKey(Settings& settings, const SecretBox& secrets)
{
    const auto kept = hubKeys(settings, secrets);
    if (kept || kept.error().kind != Error::Kind::NotFound)
        return kept ? Result<QByteArray>(kept->open) : kept.error();
    QByteArray secret(crypto_box_SECRETKEYBYTES, Qt::Uninitialized), open(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_box_keypair(reinterpret_cast<unsigned char*>(open.data()), reinterpret_cast<unsigned char*>(secret.data()));
    auto written = settings.setHubKey(secrets.seal(secret));
    sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
    if (!written)
        return written.error();
    return open;
}

bool GuessLimit::allows(const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    while (!m_wrong.empty() && m_wrong.front().secsTo(now) >= guessWindow.count())
        m_wrong.pop_front();
    return m_wrong.size() < maxGuesses;
}

void GuessLimit::note(const QDateTime& now)
{
    const std::lock_guard lock(m_mutex);
    m_wrong.push_back(now);
}

} // namespace rapport::hub
