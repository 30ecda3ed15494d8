// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/enrolment.h"

#include "sync/wire/members.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxText = Members::maxText, maxBody = 16 * 1024;
constexpr qsizetype keySize = 32, signatureSize = 64;

Error invalid(const char* sentence)
{
    return {Error::Kind::Invalid, QString::fromLatin1(sentence)};
}

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QString bytesText(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Members membersOf(const QByteArray& json)
{
    return Members(QJsonDocument::fromJson(json.left(maxBody)).object());
}

template <typename T>
Result<T> whole(const Members& members, T value, const char* sentence)
{
    if (!members.isComplete())
        return invalid(sentence);
    return value;
}

} // namespace

QString invitationText(const Invitation& invitation)
{
    return QStringLiteral("rapport://enrol?hub=%1&code=%2")
        .arg(QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(invitation.hub.toEncoded()))), invitation.code);
}

/// Blanks, or control characters, which no address has.
static bool hasBlanks(const QString& address)
{
    return std::any_of(address.begin(), address.end(), [](QChar c) { return c.unicode() <= u' ' || c.unicode() == 0x7F; });
}

Result<Invitation> parseInvitation(QStringView text)
{
    const QUrl url(text.left(maxText).trimmed().toString(), QUrl::StrictMode);
    if (url.scheme() != QLatin1String("rapport") || url.host() != QLatin1String("enrol"))
        return invalid("this is no invitation");
    const QUrlQuery query(url);
    const QString address = query.queryItemValue(QStringLiteral("hub"), QUrl::FullyDecoded);
    const QUrl hub = QUrl::fromEncoded(QUrl(address, QUrl::StrictMode).toEncoded(), QUrl::StrictMode); // one way of writing it
    const QString code = query.queryItemValue(QStringLiteral("code"), QUrl::FullyDecoded).trimmed().toUpper();
    const bool web = hub.scheme() == QLatin1String("http") || hub.scheme() == QLatin1String("https");
    static const QRegularExpression writtenCode(QStringLiteral("^[A-Z0-9 -]*$"));
    if (!web || hub.host().isEmpty() || hub.hasFragment() || normalisedCode(code).isEmpty() || !writtenCode.match(code).hasMatch() ||
        hasBlanks(address))
        return invalid("the invitation names no hub or no code");
    const Invitation invitation{hub, code};
    if (invitationText(invitation).size() > maxText)
        return invalid("the invitation's address is too long");
    return invitation;
}

QString normalisedCode(QStringView code)
{
    QString normalised;
    for (const QChar c : code.left(maxText)) {
        const char16_t upper = c.toUpper().unicode();
        if (upper == u'O')
            normalised += u'0';
        else if (upper == u'I' || upper == u'L')
            normalised += u'1';
        else if ((upper >= u'0' && upper <= u'9') || (upper >= u'A' && upper <= u'Z'))
            normalised += QChar(upper);
    }
    return normalised;
}

QByteArray renewalText(const QByteArray& challenge)
{
    return "rapport-renew\n" + challenge;
}

QByteArray toJson(const EnrolRequest& request)
{
    return compact({{QStringLiteral("code"), request.code},
                    {QStringLiteral("name"), request.name},
                    {QStringLiteral("public_key"), bytesText(request.publicKey)}});
}

Result<EnrolRequest> parseEnrolRequest(const QByteArray& json)
{
    Members members = membersOf(json);
    EnrolRequest request;
    request.code = members.text("code", 100);
    request.name = members.text("name", 200);
    request.publicKey = members.bytes("public_key", keySize);
    return whole(members, request, "this is no request for enrolment");
}

QByteArray toJson(const EnrolReply& reply)
{
    return compact({{QStringLiteral("device_id"), reply.deviceId},
                    {QStringLiteral("token"), reply.token},
                    {QStringLiteral("token_expires"), timeText(reply.tokenExpires)},
                    {QStringLiteral("hub_key"), bytesText(reply.hubKey)}});
}

Result<EnrolReply> parseEnrolReply(const QByteArray& json)
{
    Members members = membersOf(json);
    EnrolReply reply;
    reply.deviceId = members.text("device_id", 200);
    reply.token = members.text("token", 500);
    reply.tokenExpires = members.time("token_expires");
    reply.hubKey = members.bytes("hub_key", keySize);
    return whole(members, reply, "this is no answer to an enrolment");
}

QByteArray toJson(const DeviceStatus& status)
{
    QJsonObject object{{QStringLiteral("device_id"), status.deviceId},
                       {QStringLiteral("name"), status.name},
                       {QStringLiteral("revoked"), status.revoked},
                       {QStringLiteral("lease_until"), timeText(status.leaseUntil)},
                       {QStringLiteral("server_time"), timeText(status.serverTime)}};
    if (status.tokenExpires.isValid())
        object[QLatin1String("token_expires")] = timeText(status.tokenExpires);
    if (!status.user.isEmpty())
        object[QLatin1String("user")] = status.user;
    return compact(object);
}

Result<DeviceStatus> parseDeviceStatus(const QByteArray& json)
{
    Members members = membersOf(json);
    DeviceStatus status;
    status.deviceId = members.text("device_id", 200);
    status.name = members.text("name", 200);
    status.revoked = members.flag("revoked");
    if (members.has("token_expires"))
        status.tokenExpires = members.time("token_expires");
    if (members.has("user"))
        status.user = members.text("user", 200);
    status.leaseUntil = members.time("lease_until");
    status.serverTime = members.time("server_time");
    return whole(members, status, "this is not how a hub sees a device");
}

QByteArray toJson(const RenewRequest& request)
{
    QJsonObject object{{QStringLiteral("device_id"), request.deviceId}};
    if (!request.challenge.isEmpty()) {
        object[QLatin1String("challenge")] = bytesText(request.challenge);
        object[QLatin1String("signature")] = bytesText(request.signature);
    }
    return compact(object);
}

Result<RenewRequest> parseRenewRequest(const QByteArray& json)
{
    Members members = membersOf(json);
    RenewRequest request;
    request.deviceId = members.text("device_id", 200);
    if (members.has("challenge") || members.has("signature")) {
        request.challenge = members.bytes("challenge", keySize);
        request.signature = members.bytes("signature", signatureSize);
    }
    return whole(members, request, "this is no request for a new token");
}

QByteArray toJson(const RenewReply& reply)
{
    if (reply.token.isEmpty())
        return compact({{QStringLiteral("challenge"), bytesText(reply.challenge)}});
    return compact({{QStringLiteral("token"), reply.token}, {QStringLiteral("token_expires"), timeText(reply.tokenExpires)}});
}

Result<RenewReply> parseRenewReply(const QByteArray& json)
{
    Members members = membersOf(json);
    RenewReply reply;
    if (members.has("challenge")) {
        reply.challenge = members.bytes("challenge", keySize);
    } else {
        reply.token = members.text("token", 500);
        reply.tokenExpires = members.time("token_expires");
    }
    return whole(members, reply, "this is no answer to a renewal");
}

QString refusalIn(const QByteArray& json)
{
    return QJsonDocument::fromJson(json.left(maxBody)).object()[QLatin1String("error")].toString();
}

QByteArray authenticateHeader(const QString& word)
{
    return "Bearer error=\"invalid_token\", error_description=\"" + word.toLatin1() + '"';
}

QString refusalInHeader(const QByteArray& authenticate)
{
    const QByteArray name = "error_description=\"";
    const qsizetype from = authenticate.indexOf(name);
    if (from < 0)
        return {};
    const qsizetype start = from + name.size();
    return QString::fromLatin1(authenticate.mid(start, qMax<qsizetype>(0, authenticate.indexOf('"', start) - start)).left(100));
}

} // namespace rapport::wire
