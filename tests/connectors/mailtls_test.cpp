// SPDX-License-Identifier: Apache-2.0
// Logging in to a mail server, and TLS on both its ports.
#include "connectors/mailtarget.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::KnownWorld;
using rapport::test::MailTarget;

namespace
{

struct Letter {
    KnownWorld world;
    QString followup;

    Letter()
    {
        const QString contact = world.add(u"contacts"_s, u"Ana Roth"_s, {{u"email"_s, u"ana@roth.example"_s}, {u"consent_contact"_s, u"yes"_s}});
        followup = world.add(u"followups"_s, u"Brochure"_s,
                             {{u"contact_id"_s, contact}, {u"kind"_s, u"brochure"_s}, {u"channel"_s, u"email"_s}, {u"asset_ids"_s, u"a.pdf"_s}});
        world.files[u"a.pdf"_s] = "%PDF-1.4";
    }
    PushResult push(Connector& connector) { return connector.push(world.job(u"followups"_s, followup), world); }
};

bool canRun()
{
    if (test::MailSink::installed())
        return true;
    WARN("skipped: no mail server is installed (python3-aiosmtpd, app/install/packages.txt)");
    return false;
}

Error::Kind kindOf(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result).kind;
}

} // namespace

TEST_CASE("A wrong password of a mail server is tried once and said once", "[mail]")
{
    if (!canRun())
        return;
    MailTarget target({u"--login"_s, u"booth"_s, u"right one"_s});
    Letter letter;
    SECTION("the right one")
    {
        const auto connector = target.connect({{u"user"_s, u"booth"_s}, {u"password"_s, u"right one"_s}});
        CHECK(connector->check());
        CHECK(std::holds_alternative<RemoteRef>(letter.push(*connector)));
        CHECK(target.count(u"followups"_s, letter.followup) == 1);
    }
    SECTION("a wrong one")
    {
        const auto connector = target.connect({{u"user"_s, u"booth"_s}, {u"password"_s, u"wrong one"_s}});
        for (int i = 0; i < 3; ++i) {
            const PushResult result = letter.push(*connector);
            CHECK(kindOf(result) == Error::Kind::Denied);
            CHECK_FALSE(std::get<PushError>(result).detail.contains(u"wrong one"_s));
        }
        CHECK(target.sink.count("AUTH") == 1);
        const Status checked = connector->check(); // somebody asks
        REQUIRE_FALSE(checked);
        CHECK(checked.error().kind == Error::Kind::Denied);
        CHECK(target.sink.count("AUTH") == 2);
        CHECK(target.count(u"followups"_s, letter.followup) == 0);
    }
    SECTION("none, where one is asked for")
    {
        CHECK(kindOf(letter.push(*target.connect())) == Error::Kind::Denied);
        CHECK(target.count(u"followups"_s, letter.followup) == 0);
    }
}

TEST_CASE("Mail goes out over TLS that somebody vouches for, or not at all", "[mail]")
{
    if (!canRun())
        return;
    QTemporaryDir keys;
    if (!test::makeCertificate(keys.path())) {
        WARN("skipped: openssl is not installed (app/install/packages.txt)");
        return;
    }
    const QString certificate = keys.filePath(u"certificate.pem"_s);
    const QString how = GENERATE(u"starttls"_s, u"smtps"_s);
    INFO(how.toStdString());
    MailTarget target({u"--login"_s, u"booth"_s, u"right one"_s, u"--tls"_s, how, certificate, keys.filePath(u"key.pem"_s)});
    const QString scheme = how == u"smtps"_s ? how : u"smtp"_s;
    const QJsonObject over{{u"url"_s, u"%1://localhost:%2"_s.arg(scheme).arg(target.sink.port())},
                           {u"starttls"_s, QJsonValue()},
                           {u"user"_s, u"booth"_s},
                           {u"password"_s, u"right one"_s}};
    Letter letter;
    SECTION("with the certificate of the house")
    {
        QJsonObject trusting = over;
        trusting[u"certificates"_s] = certificate;
        const auto connector = target.connect(trusting);
        CHECK(connector->check());
        CHECK(std::holds_alternative<RemoteRef>(letter.push(*connector)));
        CHECK(target.count(u"followups"_s, letter.followup) == 1);
    }
    SECTION("with one that the system does not know")
    {
        const auto connector = target.connect(over);
        CHECK(kindOf(letter.push(*connector)) == Error::Kind::Denied);
        CHECK(connector->check().error().kind == Error::Kind::Denied);
        CHECK(target.sink.count("AUTH") == 0);
    }
}

TEST_CASE("A server without TLS is not logged in to", "[mail]")
{
    if (!canRun())
        return;
    MailTarget target({u"--login"_s, u"booth"_s, u"right one"_s});
    Letter letter;
    const auto connector = target.connect({{u"starttls"_s, true}, {u"user"_s, u"booth"_s}, {u"password"_s, u"right one"_s}});
    CHECK(kindOf(letter.push(*connector)) == Error::Kind::Denied);
    CHECK(target.sink.count("AUTH") == 0);
    CHECK(target.sink.count("MAIL") == 0);
}
