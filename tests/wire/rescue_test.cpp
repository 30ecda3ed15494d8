// SPDX-License-Identifier: Apache-2.0
// The rescue file by itself: sealed as it is written, opened as it is read, and told apart from what it is not.
#include "sync/wire/rescue.h"
#include "sync/wire/rescuefile.h"

#include <QBuffer>
#include <QCryptographicHash>

#include <catch2/catch.hpp>
#include <sodium.h>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

struct Keys {
    QByteArray open{crypto_box_PUBLICKEYBYTES, '\0'}, secret{crypto_box_SECRETKEYBYTES, '\0'};
    Keys()
    {
        REQUIRE(sodium_init() >= 0);
        crypto_box_keypair(reinterpret_cast<unsigned char*>(open.data()), reinterpret_cast<unsigned char*>(secret.data()));
    }
};

QByteArray sealedFor(const Keys& keys, const QByteArray& content, qsizetype step = 1000)
{
    QByteArray file;
    const auto sealer = wire::RescueSealer::begin(keys.open, [&](QByteArrayView bytes) {
        file.append(bytes.data(), bytes.size());
        return ok();
    });
    REQUIRE(sealer);
    for (qsizetype at = 0; at < content.size(); at += step)
        REQUIRE((*sealer)->write(QByteArrayView(content).sliced(at, std::min(step, content.size() - at))));
    REQUIRE((*sealer)->end());
    return file;
}

Result<QByteArray> opened(QByteArray file, const Keys& keys)
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    const auto opener = wire::RescueOpener::begin(buffer, keys.open, keys.secret);
    if (!opener)
        return opener.error();
    QByteArray content;
    for (;;) {
        const auto some = (*opener)->next();
        if (!some)
            return some.error();
        if (some->isEmpty())
            return content;
        content += *some;
    }
}

Result<wire::RescueEnvelope> envelopeOf(QByteArray file)
{
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    return wire::readEnvelope(buffer);
}

QByteArray bytes(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        content[at] = static_cast<char>(at * 31 + at / 997);
    return content;
}

Error::Kind kindOf(const Result<QByteArray>& result)
{
    REQUIRE_FALSE(result);
    return result.error().kind;
}

Error::Kind kindOf(const Result<wire::RescueEnvelope>& result)
{
    REQUIRE_FALSE(result);
    return result.error().kind;
}

} // namespace

TEST_CASE("What is sealed for a hub comes out of it as it went in, however long it is", "[wire][rescue]")
{
    const Keys keys;
    const qsizetype chunk = 64 * 1024;
    const qsizetype size = GENERATE_COPY(0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 200'001);
    const QByteArray content = bytes(size), file = sealedFor(keys, content, GENERATE(977, 100'000));
    const auto again = opened(file, keys);
    REQUIRE(again);
    CHECK(*again == content);
    const auto envelope = envelopeOf(file);
    REQUIRE(envelope);
    CHECK(envelope->hubKey == keys.open);
    CHECK(envelope->size == file.size());
    CHECK(envelope->sha256 == QCryptographicHash::hash(file, QCryptographicHash::Sha256).toHex());
}

TEST_CASE("A file that was cut or changed at any place is torn, with the key and without", "[wire][rescue]")
{
    const Keys keys;
    const QByteArray whole = sealedFor(keys, bytes(150'000));
    for (const qsizetype size :
         {qsizetype(8), qsizetype(100), qsizetype(148), qsizetype(149), qsizetype(200), whole.size() / 2, whole.size() - 32, whole.size() - 1}) {
        INFO("cut at " << size);
        CHECK(kindOf(envelopeOf(whole.left(size))) == Error::Kind::Corrupt);
        CHECK(kindOf(opened(whole.left(size), keys)) == Error::Kind::Corrupt);
    }
    CHECK(kindOf(envelopeOf(whole + 'x')) == Error::Kind::Corrupt);
    CHECK(kindOf(opened(whole + 'x', keys)) == Error::Kind::Corrupt);
    for (const qsizetype at : {qsizetype(44), qsizetype(130), qsizetype(149), qsizetype(70'000), whole.size() - 33}) {
        INFO("changed at " << at);
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK(kindOf(envelopeOf(changed)) == Error::Kind::Corrupt);
        CHECK(kindOf(opened(changed, keys)) == Error::Kind::Corrupt);
    }
}

TEST_CASE("What is no rescue file, a newer one or for another hub is told apart", "[wire][rescue]")
{
    const Keys keys, others;
    const QByteArray file = sealedFor(keys, "content");
    CHECK(kindOf(opened(file, others)) == Error::Kind::Denied);
    CHECK(kindOf(envelopeOf({})) == Error::Kind::Invalid);
    CHECK(kindOf(envelopeOf("%PDF-1.7")) == Error::Kind::Invalid);
    QByteArray newer = file;
    newer[8] = 2;
    CHECK(kindOf(envelopeOf(newer)) == Error::Kind::Newer);
    CHECK(kindOf(opened(newer, keys)) == Error::Kind::Newer);
    CHECK_FALSE(wire::RescueSealer::begin("short", [](QByteArrayView) { return ok(); }));
}

TEST_CASE("Records come out of a rescue with their files in their order", "[wire][rescue]")
{
    const QByteArray picture = bytes(100'000);
    const wire::HandedFile file{u"p.jpg"_s, u"image/jpeg"_s, QString(64, u'a'), picture.size()},
        empty{u"e.txt"_s, u"text/plain"_s, QString(64, u'b'), 0};
    const wire::RescueHead head{u"0b6a3a57-52c7-4a83-9b14-9a6b3f4f0a01"_s, QDateTime::fromString(u"2027-11-10T19:00:00.000Z"_s, Qt::ISODateWithMs), 2,
                                QByteArray(64, 's')};
    const QByteArray content =
        wire::messageOf(head) + wire::messageOf({u"uuid:1"_s, "<one/>", {file, empty}}) + picture + wire::messageOf({u"uuid:2"_s, "<two/>", {}});
    const auto readerOver = [](const QByteArray& all, qsizetype step) {
        return wire::RescueReader([all, step, at = qsizetype(0)]() mutable -> Result<QByteArray> {
            const QByteArray some = all.mid(at, step);
            at += step;
            return some;
        });
    };
    auto reader = readerOver(content, GENERATE(1000, 7, 1'000'000));
    const auto read = reader.head();
    REQUIRE(read);
    CHECK(read->deviceId == head.deviceId);
    CHECK(read->madeAt == head.madeAt);
    CHECK(read->conversations == 2);
    CHECK(read->signature == head.signature);
    const auto first = reader.record();
    REQUIRE(first);
    REQUIRE(*first);
    CHECK((*first)->instanceId == u"uuid:1"_s);
    CHECK((*first)->xml == "<one/>");
    REQUIRE((*first)->files == std::vector{file, empty});
    QByteArray came;
    const auto take = [&](QByteArrayView some) {
        came.append(some.data(), some.size());
        return ok();
    };
    REQUIRE(reader.file(file, take));
    REQUIRE(reader.file(empty, take));
    CHECK(came == picture);
    const auto second = reader.record();
    REQUIRE(second);
    CHECK((*second)->xml == "<two/>");
    const auto end = reader.record();
    REQUIRE(end);
    CHECK_FALSE(*end);

    auto cut = readerOver(content.left(content.size() - 3), 1000);
    REQUIRE(cut.head());
    REQUIRE(cut.record());
    REQUIRE(cut.file(file, take));
    CHECK_FALSE(cut.record());
    auto leading = wire::messageOf({u"uuid:1"_s, "<one/>", {{u"../p.jpg"_s, u"image/jpeg"_s, QString(64, u'a'), 1}}});
    CHECK_FALSE(readerOver(leading, 1000).record()); // its name leads elsewhere
    CHECK_FALSE(readerOver(QByteArray("\xff\xff\xff\xff", 4), 1000).head());
}

TEST_CASE("The report of a rescue survives the way to the device", "[wire][rescue]")
{
    const wire::RescueReport report{u"T1"_s, 3, 1, 1, {{u"uuid:3"_s, u"form"_s}}};
    const auto read = wire::parseRescueReport(wire::toJson(report));
    REQUIRE(read);
    CHECK(*read == report);
    CHECK_FALSE(wire::parseRescueReport(R"({"state":"working"})"));
}
