// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/enrolment.h"

#include "sync/hub/query.h"

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

QString leaseName(const QString& deviceId)
{
    return QStringLiteral("lease_days ") + deviceId;
}

struct Invited {
    QString name, deviceId;
    QDateTime expires;
    QByteArray publicKey; ///< of the device that came with it
};

Result<std::optional<Invited>> invitationOf(db::Database& database, const QByteArray& codeHash)
{
    auto found = rows<Invited>(
        database,
        "SELECT invitation.name, coalesce(device_id, ''), expires_at, coalesce(public_key, x'') FROM invitation LEFT JOIN device "
        "ON device.id = device_id WHERE code_hash = ?1",
        [](const db::Statement& row) {
            return Invited{row.text(0), row.text(1), timeOf(row.text(2)), row.blob(3)};
        },
        codeHash);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<Invited>(found->front());
}

/// Nothing: there is no such device.
Result<std::optional<QByteArray>> publicKeyOf(db::Database& database, const QString& id)
{
    auto found = rows<QByteArray>(
        database, "SELECT coalesce(public_key, x'') FROM device WHERE id = ?1", [](const db::Statement& row) { return row.blob(0); }, id);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional<QByteArray>(found->front());
}

Status setToken(db::Database& database, const QString& deviceId, const QByteArray& token, const QDateTime& expires)
{
    return run(database, "UPDATE device SET token_hash = ?2, token_expires_at = ?3 WHERE id = ?1", deviceId, hashOfToken(token), timeText(expires));
}

} // namespace

Result<FreshInvitation> Enrolment::invite(db::Database& database, const QString& name, const QDateTime& now) const
{
    if (name.trimmed().isEmpty() || name.size() > 200)
        return Error{Error::Kind::Invalid, QStringLiteral("A device needs a name of at most 200 characters.")};
    const FreshInvitation fresh{makeCode(), later(now, invitationLife)};
    auto written = run(database, "INSERT INTO invitation(code_hash, name, created_at, expires_at) VALUES(?1,?2,?3,?4)", hashOfCode(fresh.code),
                       name.trimmed(), timeText(now), timeText(fresh.expires));
    if (!written)
        return written.error();
    return fresh;
}

Result<Admission<wire::EnrolReply>> Enrolment::enrol(db::Database& database, const wire::EnrolRequest& request, const QByteArray& hubKey,
                                                     const QDateTime& now) const
{
    using Answer = Admission<wire::EnrolReply>;
    const QByteArray codeHash = hashOfCode(request.code);
    const auto invited = invitationOf(database, codeHash);
    if (!invited)
        return invited.error();
    const bool again = *invited && !(*invited)->deviceId.isEmpty() && (*invited)->publicKey == request.publicKey;
    if (!*invited || (!(*invited)->deviceId.isEmpty() && !again))
        return Answer(Refusal{wire::refusal::codeUnknown});
    if ((*invited)->expires <= now)
        return Answer(Refusal{wire::refusal::codeExpired});

    const QByteArray token = makeToken();
    wire::EnrolReply reply{(*invited)->deviceId, QString::fromLatin1(token), later(now, m_tokenLife), hubKey};
    if (again) {
        if (auto renewed = setToken(database, reply.deviceId, token, reply.tokenExpires); !renewed)
            return renewed.error();
        return Answer(reply);
    }
    reply.deviceId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto added = run(database, "INSERT INTO device(id, name, token_hash, created_at, public_key, token_expires_at) VALUES(?1,?2,?3,?4,?5,?6)",
                     reply.deviceId, (*invited)->name, hashOfToken(token), timeText(now), request.publicKey, timeText(reply.tokenExpires));
    if (added)
        added = run(database, "UPDATE invitation SET device_id = ?2 WHERE code_hash = ?1", codeHash, reply.deviceId);
    if (!added)
        return added.error();
    return Answer(reply);
}

Result<Admission<wire::RenewReply>> Enrolment::renew(db::Database& database, const wire::RenewRequest& request, const QDateTime& now) const
{
    using Answer = Admission<wire::RenewReply>;
    const auto key = publicKeyOf(database, request.deviceId);
    if (!key)
        return key.error();
    if (!*key || (*key)->size() != static_cast<qsizetype>(crypto_sign_PUBLICKEYBYTES))
        return Answer(Refusal{wire::refusal::unknown});
    if (request.challenge.isEmpty()) {
        QByteArray challenge(32, Qt::Uninitialized);
        randombytes_buf(challenge.data(), static_cast<std::size_t>(challenge.size()));
        auto kept = run(database, "UPDATE device SET challenge = ?2, challenge_until = ?3 WHERE id = ?1", request.deviceId, challenge,
                        timeText(later(now, challengeLife)));
        if (!kept)
            return kept.error();
        return Answer(wire::RenewReply{challenge, {}, {}});
    }
    const QByteArray text = wire::renewalText(request.challenge);
    if (crypto_sign_verify_detached(raw(request.signature), raw(text), static_cast<unsigned long long>(text.size()), raw(**key)) != 0)
        return Answer(Refusal{wire::refusal::unknown});
    auto used = run(database, "UPDATE device SET challenge = NULL WHERE id = ?1 AND challenge = ?2 AND challenge_until > ?3", request.deviceId,
                    request.challenge, timeText(now));
    if (!used)
        return used.error();
    if (database.changes() == 0)
        return Answer(Refusal{wire::refusal::unknown});
    const QByteArray token = makeToken();
    const wire::RenewReply reply{{}, QString::fromLatin1(token), later(now, m_tokenLife)};
    if (auto renewed = setToken(database, request.deviceId, token, reply.tokenExpires); !renewed)
        return renewed.error();
    return Answer(reply);
}

Result<int> deviceLeaseDays(db::Database& database, const QString& deviceId)
{
    const auto found = rows<QString>(
        database, "SELECT value FROM meta WHERE name = ?1", [](const db::Statement& row) { return row.text(0); }, leaseName(deviceId));
    if (!found)
        return found.error();
    return found->empty() ? 0 : found->front().toInt();
}

Status setDeviceLeaseDays(db::Database& database, const QString& deviceId, int days)
{
    if (days == 0)
        return run(database, "DELETE FROM meta WHERE name = ?1", leaseName(deviceId));
    return run(database, "INSERT INTO meta(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2", leaseName(deviceId),
               QString::number(days));
}

HubKeys::~HubKeys()
{
    if (!secret.isEmpty())
        sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
}

Result<HubKeys> hubKeys(db::Database& database, const SecretBox& secrets)
{
    const auto kept =
        rows<QByteArray>(database, "SELECT value FROM meta WHERE name = 'hub_key'", [](const db::Statement& row) { return row.blob(0); });
    if (!kept)
        return kept.error();
    if (kept->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("this hub has no key yet")};
    auto secret = secrets.unseal(QByteArray::fromBase64(kept->front()));
    if (!secret)
        return secret.error();
    QByteArray open(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(open.data()), raw(*secret));
    return HubKeys(std::move(open), std::move(*secret));
}

Result<QByteArray> hubPublicKey(db::Database& database, const SecretBox& secrets)
{
    const auto kept = hubKeys(database, secrets);
    if (kept || kept.error().kind != Error::Kind::NotFound)
        return kept ? Result<QByteArray>(kept->open) : kept.error();
    QByteArray secret(crypto_box_SECRETKEYBYTES, Qt::Uninitialized), open(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_box_keypair(reinterpret_cast<unsigned char*>(open.data()), reinterpret_cast<unsigned char*>(secret.data()));
    auto written = run(database, "INSERT INTO meta(name, value) VALUES('hub_key', ?1)", QString::fromLatin1(secrets.seal(secret).toBase64()));
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
