// SPDX-License-Identifier: Apache-2.0
#include "sync/device/enrolment.h"

#include "sync/store/conflicts.h"
#include "sync/store/handover.h"
#include "sync/store/store.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

namespace rapport::device
{

namespace
{

const QString membershipSetting = QStringLiteral("membership"), keySetting = QStringLiteral("device_key");

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QString text(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytes(const QJsonObject& object, const char* name)
{
    return QByteArray::fromBase64(object[QLatin1String(name)].toString().toLatin1());
}

/// Ed25519 secret key, which holds its public half; made when there is none.
Result<QByteArray> deviceKey(store::Store& store)
{
    const auto kept = store.setting(keySetting);
    if (!kept)
        return kept.error();
    QByteArray key = QByteArray::fromBase64(kept->toLatin1());
    if (key.size() == static_cast<qsizetype>(crypto_sign_SECRETKEYBYTES))
        return key;
    QByteArray open(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    key.resize(crypto_sign_SECRETKEYBYTES);
    if (sodium_init() < 0 || crypto_sign_keypair(raw(open), raw(key)) != 0)
        return Error{Error::Kind::Internal, QStringLiteral("no key can be made")};
    if (auto written = store.setSetting(keySetting, text(key)); !written)
        return written.error();
    return key;
}

QByteArray publicHalf(const QByteArray& secretKey)
{
    return secretKey.right(crypto_sign_PUBLICKEYBYTES);
}

QString reasonOf(const Outcome& outcome)
{
    const QString refusal = wire::refusalIn(outcome.body);
    const bool refused = outcome.kind == Outcome::Kind::Denied || outcome.kind == Outcome::Kind::Refused;
    return refused && !refusal.isEmpty() ? refusal : outcome.word();
}

} // namespace

Result<std::optional<Membership>> membership(store::Store& store)
{
    const auto kept = store.setting(membershipSetting);
    if (!kept)
        return kept.error();
    if (kept->isEmpty())
        return std::optional<Membership>();
    const QJsonObject object = QJsonDocument::fromJson(kept->toUtf8()).object();
    Membership membership;
    membership.hub = {QUrl(object[QLatin1String("hub")].toString()), object[QLatin1String("token")].toString()};
    membership.deviceId = object[QLatin1String("device_id")].toString();
    membership.name = object[QLatin1String("name")].toString();
    membership.secretKey = bytes(object, "secret_key");
    membership.hubKey = bytes(object, "hub_key");
    membership.tokenExpires = QDateTime::fromString(object[QLatin1String("token_expires")].toString(), Qt::ISODateWithMs);
    membership.since = QDateTime::fromString(object[QLatin1String("since")].toString(), Qt::ISODateWithMs);
    return std::optional(membership);
}

Status keepMembership(store::Store& store, const Membership& membership)
{
    const QJsonObject object{{QStringLiteral("hub"), membership.hub.url.toString()},
                             {QStringLiteral("token"), membership.hub.token},
                             {QStringLiteral("device_id"), membership.deviceId},
                             {QStringLiteral("name"), membership.name},
                             {QStringLiteral("secret_key"), text(membership.secretKey)},
                             {QStringLiteral("hub_key"), text(membership.hubKey)},
                             {QStringLiteral("token_expires"), membership.tokenExpires.toUTC().toString(Qt::ISODateWithMs)},
                             {QStringLiteral("since"), membership.since.toUTC().toString(Qt::ISODateWithMs)}};
    return store.setSetting(membershipSetting, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

EnrolOutcome enrol(store::Store& store, Exchange& exchange, const wire::Invitation& invitation, const QString& deviceName, const QDateTime& now)
{
    const auto outbox = store.outbox();
    const auto drafts = store.drafts();
    const auto given = store::given(store);
    const auto conflicts = store::conflicts(store);
    const auto key = deviceKey(store);
    if (!outbox || !drafts || !given || !conflicts || !key)
        return {QStringLiteral("storage")};
    const auto leaving = std::count_if(given->begin(), given->end(), [](const auto& one) { return one.state == store::HandedOver::State::Waiting; });
    const auto decided = std::count_if(conflicts->begin(), conflicts->end(), [](const store::KeptConflict& one) { return one.isOnItsWay(); });
    if (const auto here = static_cast<int>(outbox->size() + drafts->size()) + static_cast<int>(leaving + decided); here > 0)
        return {QStringLiteral("waiting"), here};

    const wire::EnrolRequest request{invitation.code, deviceName.left(200), publicHalf(*key)};
    const Outcome outcome = exchange.post(invitation.hub, QStringLiteral("/v1/enrol"), wire::toJson(request));
    if (outcome.kind != Outcome::Kind::Done)
        return {reasonOf(outcome)};
    const auto reply = wire::parseEnrolReply(outcome.body);
    if (!reply)
        return {QStringLiteral("not-the-hub")};
    const Membership fresh{{invitation.hub, reply->token}, reply->deviceId, deviceName, *key, reply->hubKey, reply->tokenExpires, now};
    // The other hub counts its receipts anew: ours begin at its first one.
    const bool kept = store.absorbReceipts({}, {}) && keepMembership(store, fresh);
    return kept ? EnrolOutcome{} : EnrolOutcome{QStringLiteral("storage")};
}

bool renew(store::Store& store, Exchange& exchange, Membership& membership, Outcome& outcome)
{
    wire::RenewRequest request{membership.deviceId, {}, {}};
    const auto ask = [&]() -> std::optional<wire::RenewReply> {
        outcome = exchange.post(membership.hub.url, QStringLiteral("/v1/renew"), wire::toJson(request));
        const auto reply = outcome.kind == Outcome::Kind::Done ? wire::parseRenewReply(outcome.body) : Error{Error::Kind::Denied, {}};
        return reply ? std::optional(*reply) : std::nullopt;
    };
    const auto challenge = ask();
    if (!challenge || challenge->challenge.isEmpty() || membership.secretKey.size() != static_cast<qsizetype>(crypto_sign_SECRETKEYBYTES))
        return false;
    const QByteArray signedText = wire::renewalText(challenge->challenge);
    request.challenge = challenge->challenge;
    request.signature = QByteArray(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(raw(request.signature), nullptr, raw(signedText), static_cast<unsigned long long>(signedText.size()),
                         raw(membership.secretKey));
    const auto renewed = ask();
    if (!renewed || renewed->token.isEmpty())
        return false;
    membership.hub.token = renewed->token;
    membership.tokenExpires = renewed->tokenExpires;
    return bool(keepMembership(store, membership));
}

} // namespace rapport::device
