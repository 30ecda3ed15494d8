// SPDX-License-Identifier: Apache-2.0
// What only a webhook does: its document, its signature, what each answer means. A receiver that somebody else could have written judges them.
#include "connectors/webhooktarget.h"

#include <QElapsedTimer>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::Fault;
using rapport::test::KnownWorld;
using rapport::test::WebhookTarget;

namespace
{

WebhookTarget* webhookOrSkip()
{
    if (!test::WebhookReceiver::installed()) {
        WARN("skipped: python3 is not installed");
        return nullptr;
    }
    WebhookTarget& target = test::webhookTarget();
    target.behave();
    return &target;
}

PushError refused(const PushResult& result)
{
    REQUIRE(std::holds_alternative<PushError>(result));
    return std::get<PushError>(result);
}

Job recordJob(const KnownWorld& world)
{
    Job job = world.job({}, {});
    job.kind = Job::Kind::Record;
    job.key = u"key-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    return job;
}

Job entityJob(KnownWorld& world)
{
    return world.job(u"opportunities"_s,
                     world.add(u"opportunities"_s, u"Wärmepumpe"_s, {{u"title"_s, u"Wärmepumpe"_s}, {u"amount"_s, u"42250.50"_s}}));
}

} // namespace

TEST_CASE("A record is one signed document with all that was answered, every number as text", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    world.submission = {{u"meta"_s, QJsonObject{{u"instanceID"_s, u"uuid:1"_s}}},
                        {u"interest"_s, QJsonObject{{u"amount"_s, u"42250.50"_s}}},
                        {u"followups"_s, QJsonArray{QJsonObject{{u"kind"_s, u"call"_s}}, QJsonObject{{u"kind"_s, u"task"_s}}}}};
    world.files[u"signature.png"_s] = "abc";
    Job job = recordJob(world);
    job.corrects = u"uuid:first"_s;
    const PushResult sent = target->connect()->push(job, world);
    REQUIRE(std::holds_alternative<RemoteRef>(sent));
    CHECK(std::get<RemoteRef>(sent).id == job.key);

    const QJsonObject request = target->receiver.requests().back();
    CHECK(request["id"_L1].toString() == job.key);
    CHECK(request["genuine"_L1].toBool());
    CHECK(request["headers"_L1]["Content-Type"_L1].toString() == u"application/json"_s);
    const QJsonObject document = target->receiver.kept().back();
    CHECK(document["type"_L1].toString() == u"submission.finished"_s);
    CHECK(QDateTime::fromString(document["timestamp"_L1].toString(), Qt::ISODateWithMs).isValid());
    const QJsonObject expected{
        {u"submission"_s, world.instance},
        {u"corrects"_s, u"uuid:first"_s},
        {u"form"_s, u"trade_fair_conversation"_s},
        {u"author"_s, u"anna"_s},
        {u"finished_at"_s, u"2027-11-10T13:05:00.000Z"_s},
        {u"answers"_s, QJsonObject{{u"interest"_s, world.submission["interest"_L1]}, {u"followups"_s, world.submission["followups"_L1]}}},
        {u"attachments"_s, QJsonArray{QJsonObject{{u"name"_s, u"signature.png"_s},
                                                  {u"sha256"_s, u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s}}}}};
    CHECK(document["data"_L1].toObject() == expected);
}

TEST_CASE("An entity is a document with its properties", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const Job job = entityJob(world);
    REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(job, world)));
    const QJsonObject document = target->receiver.kept().back();
    CHECK(document["type"_L1].toString() == u"entity.changed"_s);
    const QJsonObject entity = document["data"_L1]["entity"_L1].toObject();
    CHECK(entity["list"_L1].toString() == u"opportunities"_s);
    CHECK(entity["id"_L1].toString() == job.entityId);
    CHECK(entity["label"_L1].toString() == u"Wärmepumpe"_s);
    CHECK(entity["properties"_L1]["amount"_L1] == QJsonValue(u"42250.50"_s));
    CHECK_FALSE(document["data"_L1].toObject().contains("attachments"_L1));
}

TEST_CASE("What the receiver answers decides: again later, or a person", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    struct Row {
        int status;
        QJsonObject headers;
        Error::Kind kind;
        int notBefore; // seconds
        QString sentence;
    };
    const auto row = GENERATE(values<Row>({
        {500, {}, Error::Kind::Offline, 0, u"tried again"_s},
        {502, {}, Error::Kind::Offline, 0, u"tried again"_s},
        {503, {{u"Retry-After"_s, u"70"_s}}, Error::Kind::Offline, 70, u"tried again"_s},
        {429, {{u"Retry-After"_s, u"3600"_s}}, Error::Kind::Offline, 3600, u"tried again"_s},
        {429, {{u"Retry-After"_s, u"soon"_s}}, Error::Kind::Offline, 0, u"tried again"_s},
        {408, {}, Error::Kind::Offline, 0, u"tried again"_s},
        {400, {}, Error::Kind::Invalid, 0, u"did not accept"_s},
        {401, {}, Error::Kind::Denied, 0, u"signature"_s},
        {404, {}, Error::Kind::Invalid, 0, u"did not accept"_s},
        {410, {}, Error::Kind::NotFound, 0, u"no longer there"_s},
        {422, {}, Error::Kind::Invalid, 0, u"did not accept"_s},
        {302, {{u"Location"_s, u"/elsewhere"_s}}, Error::Kind::Invalid, 0, u"another address"_s},
        {307, {{u"Location"_s, u"/elsewhere"_s}}, Error::Kind::Invalid, 0, u"another address"_s},
    }));
    INFO(row.status);
    KnownWorld world;
    const Job job = entityJob(world);
    const auto connector = target->connect();
    const size_t before = target->receiver.requests().size();
    target->receiver.misbehave({{u"times"_s, 1}, {u"status"_s, row.status}, {u"headers"_s, row.headers}});
    const PushError error = refused(connector->push(job, world));
    CHECK(error.kind == row.kind);
    CHECK_FALSE(error.outcomeUnknown);
    CHECK(error.notBefore == std::chrono::seconds(row.notBefore));
    CHECK(error.sentence.contains(row.sentence));
    CHECK(error.detail == u"webhook: HTTP %1"_s.arg(row.status));
    CHECK(target->receiver.requests().size() == before + 1); // no redirection was followed
    REQUIRE(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(target->count(u"opportunities"_s, job.entityId) == 1);
}

TEST_CASE("A receiver that fails for ever is looked at by somebody in the end", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    Job job = entityJob(world);
    job.attempts = 100;
    target->receiver.misbehave({{u"times"_s, 1}, {u"status"_s, 500}});
    const PushError error = refused(target->connect()->push(job, world));
    CHECK(error.kind == Error::Kind::Invalid);
    CHECK(error.sentence.contains(u"still fails"_s));
}

TEST_CASE("An answer that is lost leads to the same webhook-id again, and the receiver has the document once", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const Job job = entityJob(world);
    const auto connector = target->connect({{u"request_seconds"_s, 1}});
    SECTION("dropped")
    {
        target->proxy->set(Fault::commitThenDrop(), 1);
    }
    SECTION("too late")
    {
        target->receiver.misbehave({{u"times"_s, 1}, {u"delay"_s, 3}, {u"keep"_s, true}});
    }
    const PushError lost = refused(connector->push(job, world));
    CHECK(lost.kind == Error::Kind::Offline);
    CHECK(lost.outcomeUnknown);
    Job again = job;
    again.outcomeUnknown = true;
    REQUIRE(std::holds_alternative<RemoteRef>(target->connect()->push(again, world)));
    int copies = 0;
    for (const QJsonObject& document : target->receiver.kept())
        copies += document["data"_L1]["entity"_L1]["id"_L1].toString() == job.entityId ? 1 : 0;
    CHECK(copies == 1);
}

TEST_CASE("An answer with a long body counts by its status", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    target->receiver.misbehave({{u"times"_s, 1}, {u"body"_s, 8 << 20}, {u"keep"_s, true}});
    CHECK(std::holds_alternative<RemoteRef>(target->connect()->push(entityJob(world), world)));
}

TEST_CASE("Another secret is refused by the receiver, and says so", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString other = u"whsec_"_s + QString::fromLatin1(QByteArray(32, 'o').toBase64());
    const PushError error = refused(target->connect({{u"secret"_s, other}})->push(entityJob(world), world));
    CHECK(error.kind == Error::Kind::Denied);
    CHECK_FALSE(target->receiver.requests().back()["genuine"_L1].toBool());
}

TEST_CASE("Over TLS, to a certificate that somebody vouches for", "[webhook]")
{
    QTemporaryDir keys;
    test::WebhookReceiver receiver;
    if (!test::WebhookReceiver::installed() || !test::makeCertificate(keys.path())) {
        WARN("skipped: python3 or openssl is not installed (app/install/packages.txt)");
        return;
    }
    REQUIRE(receiver.start({test::WebhookReceiver::secret(), u"--tls"_s, keys.filePath(u"certificate.pem"_s), keys.filePath(u"key.pem"_s)}));
    const QString url = u"https://localhost:%1/"_s.arg(receiver.port());
    KnownWorld world;
    const Job job = entityJob(world);
    CHECK(refused(test::webhookTarget().connect({{u"url"_s, url}})->push(job, world)).kind == Error::Kind::Denied);
    CHECK(receiver.requests().empty());
    const auto connector = test::webhookTarget().connect({{u"url"_s, url}, {u"certificates"_s, keys.filePath(u"certificate.pem"_s)}});
    CHECK(connector->check());
    CHECK(std::holds_alternative<RemoteRef>(connector->push(job, world)));
    CHECK(receiver.kept().size() == 1);
}

TEST_CASE("A private address is not spoken to, and nothing is sent to find that out", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const QString host =
        GENERATE(u"10.255.255.1"_s, u"169.254.169.254"_s, u"192.168.255.254"_s, u"[fd00::1]"_s, u"[::ffff:10.0.0.1]"_s, u"0.0.0.0"_s);
    const auto connector = target->connect({{u"url"_s, u"https://%1:9/"_s.arg(host)}, {u"request_seconds"_s, 1}});
    const PushError error = refused(connector->push(entityJob(world), world));
    CHECK(error.kind == Error::Kind::Denied);
    CHECK(error.sentence.contains(u"may not speak to"_s));
    CHECK(connector->check().error().kind == Error::Kind::Denied);
}

TEST_CASE("A key that would begin a header of its own is not sent", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    Job job = entityJob(world);
    job.key = GENERATE(u"a\r\nX-Other: b"_s, u"a b"_s, u"ä"_s, u""_s);
    const size_t before = target->receiver.requests().size();
    CHECK(refused(target->connect()->push(job, world)).kind == Error::Kind::Internal);
    CHECK(target->receiver.requests().size() == before);
}

TEST_CASE("Only the lists and records that were asked for are posted", "[webhook]")
{
    WebhookTarget* target = webhookOrSkip();
    if (!target)
        return;
    KnownWorld world;
    const auto connector = target->connect({{u"lists"_s, QJsonArray{u"contacts"_s}}, {u"records"_s, false}});
    CHECK(connector->capabilities().pushLists == std::vector<QString>{u"contacts"_s});
    CHECK_FALSE(connector->capabilities().records);
    CHECK(refused(connector->push(recordJob(world), world)).kind == Error::Kind::Invalid);
    CHECK(refused(connector->push(entityJob(world), world)).kind == Error::Kind::Invalid);
}
