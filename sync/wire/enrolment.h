// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace rapport::wire
{

/// What the QR of an invitation says: "rapport://enrol?hub=https%3A%2F%2Fhub.example&code=ABCD-EFGH-JKMN". The code works once.
struct Invitation {
    QUrl hub;
    QString code; ///< in capitals, without blanks; groups of four joined by "-"
    friend bool operator==(const Invitation&, const Invitation&) = default;
};
QString invitationText(const Invitation& invitation);
/// Invalid where the text is none: another code, no http(s) address, no code. At most 2,000 characters.
Result<Invitation> parseInvitation(QStringView text);
/// The code as it is compared: capitals, what people confuse put right (O → 0, I and L → 1), nothing but letters and digits.
QString normalisedCode(QStringView code);

/// `POST /v1/enrol`, the one call that needs no token.
struct EnrolRequest {
    QString code, name;   ///< the device's name, for the people of the hub; at most 200 characters
    QByteArray publicKey; ///< Ed25519, 32 bytes: with it the device proves later that it is the same one
};
struct EnrolReply {
    QString deviceId, token;
    QDateTime tokenExpires;
    QByteArray hubKey; ///< X25519, 32 bytes: what the device seals for the hub
};

/// `GET /v1/device`: how the hub sees the device that asks.
struct DeviceStatus {
    QString deviceId, name;
    bool revoked = false;
    QDateTime tokenExpires; ///< invalid: never
    QDateTime leaseUntil;   ///< until then the device may go on without another look at the hub; counted from serverTime
    QDateTime serverTime;
    QString user{}; ///< who works with it, as the office says; empty: nobody in particular
};

/// `POST /v1/renew`, twice: {device_id} brings a challenge; {device_id, challenge, signature} a new token. The challenge works once and for five
/// minutes of the hub's clock, so that the device's own may be wrong. Signed is renewalText(challenge), with the key of the enrolment.
struct RenewRequest {
    QString deviceId;
    QByteArray challenge, signature; ///< empty in the first call
};
struct RenewReply {
    QByteArray challenge; ///< of the first call
    QString token;        ///< of the second
    QDateTime tokenExpires;
};
QByteArray renewalText(const QByteArray& challenge);

QByteArray toJson(const EnrolRequest& request);
QByteArray toJson(const EnrolReply& reply);
QByteArray toJson(const DeviceStatus& status);
QByteArray toJson(const RenewRequest& request);
QByteArray toJson(const RenewReply& reply);
/// Invalid where a member is missing or of the wrong kind or size. Bytes travel as base64, times as ISO 8601 in UTC.
Result<EnrolRequest> parseEnrolRequest(const QByteArray& json);
Result<EnrolReply> parseEnrolReply(const QByteArray& json);
Result<DeviceStatus> parseDeviceStatus(const QByteArray& json);
Result<RenewRequest> parseRenewRequest(const QByteArray& json);
Result<RenewReply> parseRenewReply(const QByteArray& json);

/// Words of refusals, as {"error": word}: why a hub answers 401 or 403.
namespace refusal
{
inline const QString tokenExpired = QStringLiteral("token-expired"); ///< 401: renew
inline const QString revoked = QStringLiteral("revoked");            ///< 401: the office has withdrawn the access
inline const QString unknown = QStringLiteral("unknown");            ///< 401: no token, or one that this hub never gave
inline const QString codeUnknown = QStringLiteral("code-unknown");   ///< 403: no such code, or used already
inline const QString codeExpired = QStringLiteral("code-expired");   ///< 403
inline const QString tooMany = QStringLiteral("too-many");           ///< 429: too many wrong codes; come again later
} // namespace refusal
/// The word in the body of a refusal; empty where there is none.
QString refusalIn(const QByteArray& json);
/// The same in "WWW-Authenticate" (RFC 6750 section 3), which comes with every 401 whatever its body.
QByteArray authenticateHeader(const QString& word);
QString refusalInHeader(const QByteArray& authenticate);

} // namespace rapport::wire
