// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/reach.h"
#include "sync/connectors/webhook/signature.h"
#include "sync/connectors/webhook/webhookconnector.h"

#include <QHostAddress>

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>

using namespace Qt::StringLiterals;
using namespace rapport::connectors::webhook;

TEST_CASE("A webhook is signed as the published example of Standard Webhooks is", "[connectors]")
{
    const auto signer = Signer::parse(u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s);
    REQUIRE(signer);
    CHECK(signer->sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})") == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("A secret that is too short or no Base64 is refused", "[connectors]")
{
    const auto [secret, accepted] = GENERATE(table<QString, bool>({
        {u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s, true},
        {u"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s, false},
        {u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa"_s, false},
        {u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa*w"_s, false},
        {u"whsec_"_s, false},
        {u"whsec_"_s + QString::fromLatin1(QByteArray(65, 'x').toBase64()), false},
    }));
    CHECK(bool(Signer::parse(secret)) == accepted);
}

TEST_CASE("Which addresses a webhook may be sent to", "[connectors]")
{
    struct Row {
        const char* address;
        bool open, loopback; // with Reach::Public, with Reach::Loopback
        bool usable = true;  // with Reach::Private
    };
    const auto row = GENERATE(values<Row>({
        {"93.184.216.34", true, false},
        {"2606:2800:220:1::1", true, false},
        {"10.0.0.1", false, false},
        {"172.16.0.1", false, false},
        {"172.32.0.1", true, false},
        {"192.168.1.1", false, false},
        {"100.64.0.1", false, false},
        {"169.254.169.254", false, false},
        {"127.0.0.1", false, true},
        {"127.8.8.8", false, true},
        {"::1", false, true},
        {"fe80::1", false, false},
        {"fd12::1", false, false},
        {"::ffff:127.0.0.1", false, true},
        {"::ffff:10.1.1.1", false, false},
        {"64:ff9b::a00:1", false, false},
        {"2002:a00:1::1", false, false},
        {"::ffff:93.184.216.34", true, false},
        {"0.0.0.0", false, false, false},
        {"::", false, false, false},
        {"224.0.0.1", false, false, false},
        {"255.255.255.255", false, false, false},
        {"ff02::1", false, false, false},
    }));
    INFO(row.address);
    sockaddr_in four{};
    sockaddr_in6 six{};
    four.sin_family = AF_INET;
    six.sin6_family = AF_INET6;
    const bool isFour = ::inet_pton(AF_INET, row.address, &four.sin_addr) == 1;
    REQUIRE((isFour || ::inet_pton(AF_INET6, row.address, &six.sin6_addr) == 1));
    const sockaddr& address = isFour ? reinterpret_cast<const sockaddr&>(four) : reinterpret_cast<const sockaddr&>(six);
    CHECK(mayReach(address, Reach::Public) == row.open);
    CHECK(mayReach(address, Reach::Loopback) == row.loopback);
    CHECK(mayReach(address, Reach::Private) == row.usable);
}

TEST_CASE("Retry-After is a number of seconds or a time, and nonsense is no wait", "[connectors]")
{
    const auto [retryAfter, date, seconds] = GENERATE(table<QByteArray, QByteArray, int>({
        {"120", "", 120},
        {"0", "", 0},
        {"-5", "", 0},
        {"", "", 0},
        {"Wed, 10 Nov 2027 14:06:40 GMT", "Wed, 10 Nov 2027 14:05:00 GMT", 100},
        {"Wed, 10 Nov 2027 14:04:00 GMT", "Wed, 10 Nov 2027 14:05:00 GMT", 0},
        {"Wed, 10 Nov 2027 14:06:40 GMT", "", 0},
        {"soon", "Wed, 10 Nov 2027 14:05:00 GMT", 0},
        {"99999999999999999", "", 365 * 24 * 3600},
        {"999999999999999999999999999", "", 0},
    }));
    CHECK(waitOf(retryAfter, date) == std::chrono::seconds(seconds));
}
