// SPDX-License-Identifier: Apache-2.0
// A tablet that cannot deliver, its rescue file, whoever carries it, and a real hub: each conversation arrives once, whoever comes first.
#include "hub/hubsupport.h"
#include "support/faultproxy.h"
#include "sync/device/device.h"
#include "sync/device/enrolment.h"
#include "sync/device/rescue.h"
#include "sync/store/store.h"
#include "sync/wire/rescuefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <catch2/catch.hpp>
#include <sodium.h>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray film(qsizetype size, int seed = 1)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(at * 7 + at / 4099 * seed);
    return bytes;
}

/// A tablet that is enrolled at a hub and reaches it by a proxy.
struct Member {
    Member(ServedFolder& hub, const QString& name) : proxy(hub.port())
    {
        const std::atomic<bool> stopping = false;
        device::Exchange exchange(stopping);
        const auto invited = hub.admin().invite(name);
        REQUIRE(invited);
        REQUIRE(device::enrol(*store, exchange, {proxy.url(), invited->code}, name, systemClock()()).done());
    }

    QTemporaryDir dir;
    FaultProxy proxy;
    std::unique_ptr<store::Store> store = open();
    std::unique_ptr<device::Courier> courier;
    std::optional<device::RescueExport> exported;
    std::optional<device::RescueDelivery> delivered;

    Result<std::unique_ptr<store::Store>> openStore() const
    {
        return store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), systemClock());
    }
    std::unique_ptr<store::Store> open() const
    {
        auto opened = openStore();
        REQUIRE(opened);
        return std::move(*opened);
    }
    device::Membership membership() const
    {
        const auto member = device::membership(*store);
        REQUIRE(member);
        REQUIRE(*member);
        return **member;
    }
    void switchOn()
    {
        courier = std::make_unique<device::Courier>([this] { return openStore(); }, systemClock());
        QObject::connect(courier.get(), &device::Courier::rescueExported, [this](const device::RescueExport& outcome) { exported = outcome; });
        QObject::connect(courier.get(), &device::Courier::rescueDelivered, [this](const device::RescueDelivery& outcome) { delivered = outcome; });
        courier->setHub(membership().hub);
    }
    store::ConversationId finish(const Visit& visit, const QByteArray& picture = {}, const QString& corrects = {})
    {
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = QString::fromLatin1(visit.instance);
        conversation.formId = u"visit"_s;
        conversation.formVersion = u"1"_s;
        conversation.corrects = corrects;
        conversation.startedAt = systemClock()();
        REQUIRE(store->saveDraft(conversation, visit.xml()));
        if (!picture.isEmpty())
            REQUIRE(store->addAttachment(conversation.id, u"p.jpg"_s, u"image/jpeg"_s, picture));
        REQUIRE(store->finish(conversation, visit.xml(), {}));
        return conversation.id;
    }
    bool isSent(store::ConversationId id) const { return store->conversation(id)->state == store::ConversationState::Sent; }
    template <typename Condition>
    bool eventually(Condition condition) const
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 30'000; QThread::msleep(10)) {
            QCoreApplication::processEvents();
            if (condition())
                return true;
        }
        return false;
    }
    QString path(const QString& name = u"all.rescue"_s) const { return dir.filePath(name); }
    QString exportAll(const QString& name = u"all.rescue"_s)
    {
        const auto outcome = device::exportRescue(*store, path(name), systemClock()());
        CHECK(outcome.reason == QString());
        return outcome.path;
    }
    device::RescueDelivery bring(const QString& file)
    {
        if (!courier)
            switchOn();
        delivered.reset();
        courier->deliverRescue(file);
        REQUIRE(eventually([&] { return delivered.has_value(); }));
        return *delivered;
    }
};

int submissions(ServedFolder& hub)
{
    return static_cast<int>(hub.admin().submissions().value_or({}).size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QString write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return path;
}

/// A file as @p member would make it, signed by @p key.
QByteArray forged(const device::Membership& member, const QByteArray& key, const QByteArray& content, int conversations = 1)
{
    QByteArray file;
    const auto sealer = wire::RescueSealer::begin(member.hubKey, [&](QByteArrayView bytes) {
        file.append(bytes.data(), bytes.size());
        return ok();
    });
    REQUIRE(sealer);
    wire::RescueHead head{member.deviceId, systemClock()(), conversations, QByteArray(crypto_sign_BYTES, '\0')};
    const QByteArray text = wire::signedText((*sealer)->header(), head);
    crypto_sign_detached(reinterpret_cast<unsigned char*>(head.signature.data()), nullptr, reinterpret_cast<const unsigned char*>(text.constData()),
                         static_cast<unsigned long long>(text.size()), reinterpret_cast<const unsigned char*>(key.constData()));
    REQUIRE((*sealer)->write(wire::messageOf(head) + content));
    REQUIRE((*sealer)->end());
    return file;
}

} // namespace

TEST_CASE("What a broken tablet exports arrives by another one, once, and is Sent when the first comes back", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    first.proxy.set(Fault::refuse());
    const QByteArray picture = film(300'000);
    Visit deal;
    deal.deal = true;
    const auto one = first.finish(deal, picture), two = first.finish(Visit());
    const auto contents = device::rescueContents(*first.store);
    REQUIRE(contents);
    CHECK(contents->conversations == 2);
    CHECK(contents->files == 1);
    CHECK(contents->bytes > picture.size());

    first.switchOn();
    first.courier->exportRescue(first.path());
    REQUIRE(first.eventually([&] { return first.exported.has_value(); }));
    REQUIRE(first.exported->done());
    CHECK(first.exported->conversations == 2);
    CHECK(first.exported->bytes == QFile(first.path()).size());
    CHECK_FALSE(contentOf(first.path()).contains("visit")); // nobody but the hub reads it
    CHECK_FALSE(contentOf(first.path()).contains(picture.left(64)));
    CHECK(QFile::permissions(first.path()).testFlag(QFileDevice::ReadOther) == false);
    first.courier.reset();

    const auto brought = second.bring(first.path());
    REQUIRE(brought.reason == QString());
    CHECK(brought.report == wire::RescueReport{u"T1"_s, 2, 2, 0, {}});
    CHECK(submissions(hub) == 2);
    CHECK(hub.client().get("/v1/blobs/" + sha256Of(picture)).body == picture);
    CHECK(hub.admin().exportEntities(u"opportunities"_s)->count('\n') == 2); // its head and the deal
    CHECK(second.courier->state().carriedOf == 0);

    first.proxy.pass();
    first.switchOn();
    REQUIRE(first.eventually([&] { return first.isSent(one) && first.isSent(two); }));
    CHECK(submissions(hub) == 2);
    CHECK(hub.admin().exportEntities(u"opportunities"_s)->count('\n') == 2);
    CHECK(first.eventually([&] { return !first.store->receipts(QString::fromLatin1(deal.instance))->empty(); }));
    CHECK(second.store->receipts(QString::fromLatin1(deal.instance))->empty()); // receipts go to whose it is
    CHECK(QDir(hub.dir() + u"/rescue"_s).isEmpty(QDir::Files));
}

TEST_CASE("The same file may come again and again, by whoever", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    (void)first.finish(Visit(), film(10'000));
    const QString file = first.exportAll();
    CHECK(second.bring(file).report.fresh == 1);
    const auto again = second.bring(file);
    CHECK(again.reason == QString());
    CHECK(again.report == wire::RescueReport{u"T1"_s, 1, 0, 1, {}});
    const auto office = hub.admin().takeRescue(file);
    REQUIRE(office);
    CHECK(*office == again.report);
    (void)first.finish(Visit());
    const auto more = hub.admin().takeRescue(first.exportAll(u"more.rescue"_s)); // what waits there is still all that waits there
    REQUIRE(more);
    CHECK(*more == wire::RescueReport{u"T1"_s, 2, 1, 1, {}});
    CHECK(submissions(hub) == 2);
}

TEST_CASE("The first tablet comes back while its file is on its way, and nothing is doubled", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    const QByteArray picture = film(400'000);
    const auto one = first.finish(Visit(), picture), two = first.finish(Visit(), film(200'000, 3));
    const QString file = first.exportAll();
    SECTION("its records are there, and their files are not")
    {
        first.proxy.set(Fault::answerWith(503), -1, "PATCH /v1/uploads/");
        first.switchOn();
        REQUIRE(first.eventually([&] { return submissions(hub) == 2; }));
        CHECK(hub.client().get("/v1/blobs/" + sha256Of(picture)).status == 404);
        CHECK(second.bring(file).report == wire::RescueReport{u"T1"_s, 2, 0, 2, {}});
        CHECK(hub.client().get("/v1/blobs/" + sha256Of(picture)).body == picture);
        first.proxy.pass();
        first.courier->tryNow();
    }
    SECTION("both at once")
    {
        first.switchOn();
        const auto report = second.bring(file).report;
        CHECK(report.fresh + report.known == 2);
    }
    REQUIRE(first.eventually([&] { return first.isSent(one) && first.isSent(two); }));
    CHECK(submissions(hub) == 2);
    CHECK(hub.client().get("/v1/blobs/" + sha256Of(picture)).body == picture);
}

TEST_CASE("A file that is torn, foreign or for another hub changes nothing, and is told apart", "[device][rescue]")
{
    ServedFolder hub, otherHub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s), stranger(otherHub, u"T3"_s);
    (void)first.finish(Visit(), film(100'000));
    (void)stranger.finish(Visit());
    const QByteArray whole = contentOf(first.exportAll());
    QByteArray changed = whole, newer = whole;
    changed[50'000] = static_cast<char>(changed[50'000] ^ 1);
    newer[8] = 9;
    struct Row {
        const char* note;
        QByteArray content;
        QString word, sentence;
    };
    const std::vector<Row> rows{
        {"cut off", whole.left(70'000), wire::rescue::torn, u"torn"_s},
        {"changed", changed, wire::rescue::torn, u"torn"_s},
        {"empty", {}, wire::rescue::notRescue, u"no rescue file"_s},
        {"a picture", film(50'000), wire::rescue::notRescue, u"no rescue file"_s},
        {"of a newer Rapport", newer, wire::rescue::newer, u"another version"_s},
        {"for another hub", contentOf(stranger.exportAll()), wire::rescue::otherHub, u"another hub"_s},
        {"signed by another device", forged(first.membership(), second.membership().secretKey, {}), wire::rescue::unknownDevice, u"does not know"_s},
        {"with fewer records than it says", forged(first.membership(), first.membership().secretKey, {}), wire::rescue::torn, u"torn"_s},
    };
    for (const Row& row : rows) {
        INFO(row.note);
        const QString file = write(second.path(u"odd.rescue"_s), row.content);
        CHECK(second.bring(file).reason == row.word);
        const auto office = hub.admin().takeRescue(file);
        REQUIRE_FALSE(office);
        CHECK(office.error().detail.contains(row.sentence));
        CHECK(submissions(hub) == 0);
    }
    CHECK(second.bring(second.path(u"nowhere"_s)).reason == u"unreadable"_s);
    CHECK(hub.admin().takeRescue(first.path())->fresh == 1);
}

TEST_CASE("A hub looks for itself at what a device brings", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s);
    (void)first.finish(Visit());
    const QByteArray whole = contentOf(first.exportAll());
    const Client client = hub.client();
    const auto piece = [&](const QByteArray& name, const QByteArray& offset, const QByteArray& length, const QByteArray& bytes) {
        return exchange(hub.port(),
                        client.request("PATCH", "/v1/rescue/" + name,
                                       "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset + "\r\nUpload-Length: " + length +
                                           "\r\nContent-Length: " + QByteArray::number(bytes.size()) + "\r\n") +
                            bytes);
    };
    const auto take = [&](const QByteArray& name, const QByteArray& length) {
        return exchange(hub.port(), client.request("POST", "/v1/rescue?file=" + name + "&size=" + length, "Content-Length: 0\r\n"));
    };
    const QByteArray name = sha256Of(whole), length = QByteArray::number(whole.size());
    CHECK(take(name, length).status == 404);
    CHECK(piece(name, "5", length, whole).status == 409);
    CHECK(piece(name, "0", "0", whole).status == 400);
    CHECK(piece(name, "0", "10", whole).status == 413);
    CHECK(piece(name, "0", "99999999999999", "x").status == 413);
    CHECK(piece("nothing", "0", length, whole).status == 404);
    CHECK(piece(name, "0", length, whole.left(100)).headers.value("upload-offset") == "100");
    CHECK(client.head("/v1/rescue/" + name).headers.value("upload-offset") == "100");
    CHECK(take(name, length).status == 404); // not whole
    CHECK(take("x", length).status == 400);
    CHECK(piece(name, "100", length, whole.mid(100)).status == 204);
    const Answer taken = take(name, length);
    CHECK(taken.status == 200);
    CHECK(wire::parseRescueReport(taken.body)->fresh == 1);
    CHECK(take(name, length).body == taken.body); // the answer was lost
    const QByteArray torn = whole.left(whole.size() - 1), tornName = sha256Of(torn), tornLength = QByteArray::number(torn.size());
    CHECK(piece(tornName, "0", tornLength, torn).status == 204);
    CHECK(take(tornName, tornLength).status == 422);
    CHECK(take(tornName, tornLength).body.contains("torn"));
    CHECK(piece(name, "0", tornLength, torn).status == 204); // another file under this name
    CHECK(take(name, tornLength).status == 422);
    CHECK(exchange(hub.port(), Client(hub.port(), u"nobody"_s).request("POST", "/v1/rescue?file=" + name + "&size=5", "Content-Length: 0\r\n"))
              .status == 401);
}

TEST_CASE("An encrypted hub takes rescue files in as well, and leaves nothing of them in plain", "[device][rescue]")
{
    hub::HubConfig config;
    config.databaseKey = QByteArray(32, 'h');
    ServedFolder hub(config);
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    const QByteArray picture = film(200'000);
    (void)first.finish(Visit(), picture);
    CHECK(second.bring(first.exportAll()).report.fresh == 1);
    CHECK(hub.client().get("/v1/blobs/" + sha256Of(picture)).body == picture);
    const QFileInfoList blobs = QDir(hub.dir() + u"/blobs"_s).entryInfoList(QDir::Files | QDir::Hidden);
    REQUIRE(blobs.size() == 1);
    CHECK_FALSE(contentOf(blobs.first().filePath()).contains(picture.left(64)));
}

TEST_CASE("A device whose access was withdrawn is still delivered by others", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    (void)first.finish(Visit());
    REQUIRE(hub.admin().revokeDevice(first.membership().deviceId));
    CHECK(second.bring(first.exportAll()).report.fresh == 1);
}

TEST_CASE("What is in a rescue file is not reopened, only corrected", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s);
    const auto id = first.finish(Visit());
    first.exportAll();
    const auto reopened = first.store->reopen(id);
    REQUIRE_FALSE(reopened);
    CHECK(reopened.error().kind == Error::Kind::Conflict);
    REQUIRE(first.store->recordNeverSent(first.store->conversation(id)->instanceId)); // an attempt that came to nothing
    CHECK_FALSE(first.store->reopen(id));
}

TEST_CASE("A correction goes with what it corrects, in their order", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s);
    Visit wrong, right;
    right.contact = wrong.contact;
    right.name = "Mara-Lisa";
    right.corrects = wrong.instance;
    (void)first.finish(wrong);
    (void)first.finish(right, {}, QString::fromLatin1(wrong.instance));
    const auto report = hub.admin().takeRescue(first.exportAll());
    REQUIRE(report);
    CHECK(report->fresh == 2);
    const QByteArray people = hub.admin().exportEntities(u"contacts"_s).value_or({});
    CHECK(people.contains("Mara-Lisa"));
    CHECK(people.count('\n') == 2);
}

TEST_CASE("A conversation of which a part cannot be read here is left out and said; the others go", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s);
    const Visit torn;
    const QByteArray picture = film(90'000);
    (void)first.finish(torn, picture);
    (void)first.finish(Visit());
    const QDir files(first.dir.filePath(u"files"_s));
    QFile kept(files.filePath(QString::fromLatin1(sha256Of(picture))));
    REQUIRE(kept.exists());
    REQUIRE(kept.resize(kept.size() - 1));
    const auto outcome = device::exportRescue(*first.store, first.path(), systemClock()());
    CHECK(outcome.done());
    CHECK(outcome.conversations == 1);
    CHECK(outcome.unreadable == QStringList{QString::fromLatin1(torn.instance)});
    CHECK(hub.admin().takeRescue(first.path())->fresh == 1);
}

TEST_CASE("An export that cannot be written leaves no file and says why", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s);
    CHECK(device::exportRescue(*first.store, first.path(), systemClock()()).reason == u"nothing"_s);
    const auto id = first.finish(Visit());
    CHECK(device::exportRescue(*first.store, u"/nowhere/all.rescue"_s, systemClock()()).reason == u"folder"_s);
    CHECK(device::exportRescue(*first.store, u"/dev/full/all.rescue"_s, systemClock()()).reason == u"folder"_s);
    REQUIRE(first.store->reopen(id)); // nothing has left
    QTemporaryDir dir;
    auto alone = store::Store::open(dir.path(), store::DataKey(QByteArray(32, 'k')), systemClock());
    REQUIRE(alone);
    CHECK(device::exportRescue(**alone, first.path(), systemClock()()).reason == u"not-enrolled"_s);
    CHECK_FALSE(QFile::exists(first.path()));
}

TEST_CASE("A record whose form the hub does not have is named; the others are taken in, and it later", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    Visit visit;
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = QString::fromLatin1(visit.instance);
    conversation.startedAt = systemClock()();
    const QByteArray record = visit.xml().replace("version=\"1\"", "version=\"7\"");
    REQUIRE(first.store->finish(conversation, record, {}));
    (void)first.finish(Visit());
    const QString file = first.exportAll();
    const auto report = second.bring(file).report;
    CHECK(report == wire::RescueReport{u"T1"_s, 2, 1, 0, {{QString::fromLatin1(visit.instance), u"form"_s}}});
    REQUIRE(hub.admin().publishForm(visitForm("7")));
    CHECK(second.bring(file).report == wire::RescueReport{u"T1"_s, 2, 1, 1, {}});
}

TEST_CASE("Whatever becomes of an answer while a rescue file goes up, it arrives once", "[device][rescue]")
{
    struct Row {
        const char* note;
        Fault fault;
        QByteArray request;
    };
    const auto row = GENERATE(values<Row>({
        {"a piece's answer is lost", Fault::commitThenDrop(), "PATCH /v1/rescue/"},
        {"a stranger refuses a piece", Fault::answerWith(409), "PATCH /v1/rescue/"},
        {"the question's answer is lost", Fault::commitThenDrop(), "HEAD /v1/rescue/"},
        {"the report is lost", Fault::commitThenDrop(), "POST /v1/rescue"},
        {"the report is torn", Fault::truncate(), "POST /v1/rescue"},
        {"a hotel takes the file", Fault::answerWith(200), "POST /v1/rescue"},
        {"a broken proxy answers for the report", Fault::answerWith(502), "POST /v1/rescue"},
    }));
    INFO(row.note);
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    const QByteArray picture = film(700'000);
    (void)first.finish(Visit(), picture);
    const QString file = first.exportAll();
    second.proxy.set(row.fault, 1, row.request);
    device::RescueDelivery last;
    for (int tries = 0; tries < 3 && (tries == 0 || !last.done()); ++tries)
        last = second.bring(file); // the person taps again
    CHECK(second.proxy.faulted() >= 1);
    REQUIRE(last.reason == QString());
    CHECK(last.report.fresh + last.report.known == 1);
    CHECK(submissions(hub) == 1);
    CHECK(hub.client().get("/v1/blobs/" + sha256Of(picture)).body == picture);
}

TEST_CASE("A rescue file goes on where it was cut off, also when the hub was started anew", "[device][rescue]")
{
    ServedFolder hub;
    Member first(hub, u"T1"_s), second(hub, u"T2"_s);
    const QByteArray picture = film(900'000);
    (void)first.finish(Visit(), picture);
    const QString file = first.exportAll();
    second.proxy.set(Fault::answerWith(503), -1, "POST /v1/rescue"); // everything but the last step
    CHECK(second.bring(file).reason == u"server"_s);
    hub.stop();
    hub.start();
    second.proxy.setTarget(hub.port());
    second.proxy.set(Fault::refuse());
    CHECK(second.bring(file).reason == u"offline"_s);
    second.proxy.set(Fault::answerWith(503), -1, "PATCH /v1/rescue/"); // nothing has to be sent again
    const auto last = second.bring(file);
    CHECK(last.reason == QString());
    CHECK(last.report.fresh == 1);
}
