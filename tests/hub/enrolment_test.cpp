// SPDX-License-Identifier: Apache-2.0
// Enrolment over real HTTP: how a tablet becomes known, keeps its token young and loses it.
#include "hub/hubsupport.h"
#include "sync/wire/enrolment.h"

#include <QJsonObject>

#include <catch2/catch.hpp>
#include <sodium.h>

#include <atomic>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// A hub whose clock the test sets.
struct Hub {
    std::shared_ptr<std::atomic<qint64>> seconds = std::make_shared<std::atomic<qint64>>(0);
    ServedFolder folder{config(seconds)};

    static hub::HubConfig config(const std::shared_ptr<std::atomic<qint64>>& seconds)
    {
        hub::HubConfig config;
        config.clock = [seconds] { return QDateTime::fromString(u"2027-11-01T08:00:00Z"_s, Qt::ISODate).addSecs(*seconds); };
        return config;
    }
    Answer post(const QByteArray& path, const QByteArray& body) const
    {
        const Client nobody = folder.client(QString());
        const QByteArray headers = "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        return exchange(folder.port(), nobody.request("POST", path, headers) + body);
    }
    QString invite() { return folder.admin().invite(u"Tablet 7"_s)->code; }
    int deviceStatus(const QString& token) const { return folder.client(token).get("/v1/device").status; }
};

/// The device's own key, as libsodium makes it.
struct Key {
    QByteArray open = QByteArray(crypto_sign_PUBLICKEYBYTES, 0), secret = QByteArray(crypto_sign_SECRETKEYBYTES, 0);
    Key() { crypto_sign_keypair(reinterpret_cast<unsigned char*>(open.data()), reinterpret_cast<unsigned char*>(secret.data())); }
    QByteArray sign(const QByteArray& text) const
    {
        QByteArray signature(crypto_sign_BYTES, 0);
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, reinterpret_cast<const unsigned char*>(text.constData()),
                             static_cast<unsigned long long>(text.size()), reinterpret_cast<const unsigned char*>(secret.constData()));
        return signature;
    }
};

Result<wire::EnrolReply> enrol(const Hub& hub, const QString& code, const Key& key)
{
    const Answer answer = hub.post("/v1/enrol", wire::toJson(wire::EnrolRequest{code, u"Tablet"_s, key.open}));
    return answer.status == 201 ? wire::parseEnrolReply(answer.body) : Result<wire::EnrolReply>(Error{Error::Kind::Denied, {}});
}

} // namespace

TEST_CASE("A code lets one device in, once", "[hub][enrolment]")
{
    Hub hub;
    const Key key;
    const QString code = hub.invite();
    const auto reply = enrol(hub, code.toLower().remove(u'-'), key); // as people type
    REQUIRE(reply);
    CHECK(hub.deviceStatus(reply->token) == 200);
    CHECK(reply->hubKey.size() == 32);
    const auto status = wire::parseDeviceStatus(hub.folder.client(reply->token).get("/v1/device").body);
    REQUIRE(status);
    CHECK(status->name == u"Tablet 7");
    CHECK(status->tokenExpires == reply->tokenExpires);
    CHECK(status->leaseUntil > status->serverTime);

    SECTION("and nobody else")
    {
        const Answer other = hub.post("/v1/enrol", wire::toJson(wire::EnrolRequest{code, u"Thief"_s, Key().open}));
        CHECK(other.status == 403);
        CHECK(wire::refusalIn(other.body) == wire::refusal::codeUnknown);
    }
    SECTION("but the same device again, whose answer was lost on the way")
    {
        const auto again = enrol(hub, code, key);
        REQUIRE(again);
        CHECK(again->deviceId == reply->deviceId);
        CHECK(hub.deviceStatus(again->token) == 200);
    }
}

TEST_CASE("A code that is wrong, old or guessed opens nothing", "[hub][enrolment]")
{
    Hub hub;
    const QString code = hub.invite();
    const Key key;
    CHECK(hub.post("/v1/enrol", wire::toJson(wire::EnrolRequest{u"AAAA-BBBB-CCCC"_s, u"T"_s, key.open})).status == 403);
    CHECK(hub.post("/v1/enrol", "<html>").status == 400);
    CHECK(hub.post("/v1/enrol", QByteArray(100'000, '{')).status == 413);
    SECTION("after 48 hours it is over")
    {
        *hub.seconds = 48 * 3600;
        const Answer late = hub.post("/v1/enrol", wire::toJson(wire::EnrolRequest{code, u"T"_s, key.open}));
        CHECK(late.status == 403);
        CHECK(wire::refusalIn(late.body) == wire::refusal::codeExpired);
    }
    SECTION("after twenty wrong codes in a minute nobody is heard until it is over")
    {
        for (int i = 0; i < 20; ++i)
            (void)hub.post("/v1/enrol", wire::toJson(wire::EnrolRequest{u"AAAA-BBBB-CCCC"_s, u"T"_s, key.open}));
        CHECK(hub.post("/v1/enrol", wire::toJson(wire::EnrolRequest{code, u"T"_s, key.open})).status == 429);
        *hub.seconds = 61;
        CHECK(enrol(hub, code, key));
    }
}

TEST_CASE("A token ends, and the device renews it with its own key", "[hub][enrolment]")
{
    Hub hub;
    const Key key;
    const auto reply = enrol(hub, hub.invite(), key);
    REQUIRE(reply);
    *hub.seconds = 31 * 24 * 3600;
    const Answer expired = hub.folder.client(reply->token).get("/v1/receipts");
    CHECK(expired.status == 401);
    CHECK(wire::refusalInHeader(expired.headers.value("www-authenticate")) == wire::refusal::tokenExpired);

    const auto challenge = wire::parseRenewReply(hub.post("/v1/renew", wire::toJson(wire::RenewRequest{reply->deviceId, {}, {}})).body);
    REQUIRE(challenge);
    const auto renew = [&](const Key& signing) {
        return hub.post("/v1/renew", wire::toJson(wire::RenewRequest{reply->deviceId, challenge->challenge,
                                                                     signing.sign(wire::renewalText(challenge->challenge))}));
    };
    SECTION("once for each challenge")
    {
        const auto renewed = wire::parseRenewReply(renew(key).body);
        REQUIRE(renewed);
        CHECK(hub.deviceStatus(renewed->token) == 200);
        CHECK(hub.deviceStatus(reply->token) == 401);
        CHECK(renew(key).status == 401);
    }
    SECTION("not with another key")
    {
        CHECK(renew(Key()).status == 401);
    }
    SECTION("not after five minutes")
    {
        *hub.seconds += 301;
        CHECK(renew(key).status == 401);
    }
    SECTION("also when the office has withdrawn the access: for what it has unsent, and nothing else")
    {
        REQUIRE(hub.folder.admin().revokeDevice(reply->deviceId));
        const auto renewed = wire::parseRenewReply(renew(key).body);
        REQUIRE(renewed);
        CHECK(hub.folder.client(renewed->token).submit(Visit().xml()).status == 201);
        const Answer refused = hub.folder.client(renewed->token).get("/v1/receipts");
        CHECK(wire::refusalInHeader(refused.headers.value("www-authenticate")) == wire::refusal::revoked);
    }
}

TEST_CASE("A device that was added by hand keeps its token until it is revoked", "[hub][enrolment]")
{
    Hub hub;
    *hub.seconds = 400 * 24 * 3600;
    CHECK(hub.deviceStatus(hub.folder.device().token) == 200);
    CHECK(hub.post("/v1/renew", wire::toJson(wire::RenewRequest{hub.folder.device().id, {}, {}})).status == 401); // it has no key
    REQUIRE(hub.folder.admin().revokeDevice(hub.folder.device().id));
    const Answer revoked = hub.folder.client().get("/v1/receipts");
    CHECK(wire::refusalInHeader(revoked.headers.value("www-authenticate")) == wire::refusal::revoked);
}

TEST_CASE("An invitation's code is nowhere in the folder", "[hub][enrolment]")
{
    Hub hub;
    const QByteArray code = hub.invite().toLatin1();
    CHECK(code.size() == 14);
    hub.folder.stop();
    QFile file(hub.folder.dir() + u"/hub.db"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    CHECK_FALSE(bytes.contains(code));
    CHECK_FALSE(bytes.contains(QByteArray(code).replace("-", "")));
}
