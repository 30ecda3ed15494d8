// SPDX-License-Identifier: Apache-2.0
// Questions between two values over real HTTP: a device sees and settles its own, each once.
#include "hub/hubsupport.h"
#include "sync/wire/conflict.h"
#include "sync/wire/receipt.h"

#include <QJsonArray>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;
using Take = wire::Conflict::Take;
using State = wire::Verdict::State;

namespace
{

/// A technician has written a number, the office another one; a second tablet has nothing to do with it.
struct Desk {
    ServedFolder folder;
    Call call;
    Client adi = tablet(u"Adi Putra"_s), sari = tablet(u"Sari Wirawan"_s);

    Desk()
    {
        REQUIRE(folder.admin().publishForm(callForm()));
        import("…0117");
        import("…0118");
        call.author = "a.putra";
        REQUIRE(adi.submit(call.xml()).status == 201);
    }
    Client tablet(const QString& name)
    {
        const auto user = folder.admin().addUser(name, u"technician"_s);
        const auto device = folder.admin().addDevice(u"Tablet of "_s + name);
        REQUIRE(user);
        REQUIRE(device);
        REQUIRE(folder.admin().assignDevice(device->id, user->id));
        return folder.client(device->token);
    }
    void import(const QByteArray& phone) { REQUIRE(folder.admin().importEntities(u"contacts"_s, call.table(phone))); }
    static std::vector<wire::Conflict> listOf(const Client& client)
    {
        const auto listed = wire::parseConflicts(client.get("/v1/conflicts").body);
        REQUIRE(listed);
        return *listed;
    }
    wire::Conflict question() const
    {
        const auto all = listOf(adi);
        REQUIRE(all.size() == 1);
        return all.front();
    }
    Answer post(const Client& client, qint64 id, const QByteArray& body) const
    {
        return exchange(folder.port(),
                        client.request("POST", "/v1/conflicts/" + QByteArray::number(id),
                                       "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n") +
                            body);
    }
    Answer decide(const wire::Conflict& about, Take take) const { return post(adi, about.id, answerTo(about, take)); }
    static QByteArray answerTo(const wire::Conflict& about, Take take)
    {
        return wire::toJson(wire::Decision{take, about.instanceId, about.property, about.hub.value});
    }
    bool stands(const QByteArray& phone) { return folder.admin().exportEntities(u"contacts"_s)->contains(phone); }
    QString settledBy() { return folder.admin().conflicts(false)->at(0).toObject()[u"settled_by"_s].toString(); }
};

State stateOf(const Answer& answer)
{
    const auto verdict = wire::parseVerdict(answer.body);
    REQUIRE(verdict);
    return verdict->state;
}

} // namespace

TEST_CASE("The device that has asked sees both values, whose they are and of when", "[hub][conflict]")
{
    Desk desk;
    const wire::Conflict question = desk.question();
    CHECK(question.list == u"contacts"_s);
    CHECK(question.entityId.toLatin1() == desk.call.contact);
    CHECK(question.property == u"phone"_s);
    CHECK(question.label == u"Ratna Dewi"_s);
    CHECK(question.instanceId.toLatin1() == desk.call.instance);
    CHECK(question.device.value == u"…0119"_s);
    CHECK(question.device.by == u"Adi Putra"_s);
    CHECK(question.hub.value == u"…0118"_s);
    CHECK(question.hub.by.isEmpty()); // the office
    CHECK(question.hub.at <= question.device.at);

    INFO("nobody else does, and nobody else decides");
    CHECK(Desk::listOf(desk.sari).empty());
    CHECK(desk.post(desk.sari, question.id, Desk::answerTo(question, Take::Device)).status == 404);
    CHECK(desk.post(Client(desk.folder.port(), u"wrong"_s), question.id, Desk::answerTo(question, Take::Device)).status == 401);
    CHECK(desk.question() == question);
    CHECK(desk.stands("…0118"));
}

TEST_CASE("A device settles its question, as often as it has to ask", "[hub][conflict]")
{
    const auto take = GENERATE(Take::Device, Take::Hub);
    Desk desk;
    const wire::Conflict question = desk.question();
    CHECK(desk.decide(question, take).status == 200);
    CHECK(desk.decide(question, take).status == 200); // the answer was lost
    CHECK(desk.stands(take == Take::Device ? "…0119" : "…0118"));
    CHECK(Desk::listOf(desk.adi).empty());
    CHECK(desk.settledBy() == u"a.putra"_s);
    const auto receipts = wire::parseReceipts(desk.adi.get("/v1/receipts?since=").body);
    REQUIRE(receipts);
    for (const wire::Receipt& receipt : receipts->receipts)
        CHECK(receipt.state == wire::Receipt::State::Confirmed);

    INFO("what the office does with it later stays, whatever comes again");
    desk.import("…0200");
    CHECK(desk.decide(question, take).status == 200);
    CHECK(desk.stands("…0200"));
}

TEST_CASE("Who comes second hears who has decided, and nothing changes", "[hub][conflict]")
{
    Desk desk;
    const wire::Conflict question = desk.question();
    REQUIRE(desk.folder.admin().settleConflict(question.id, u"hub"_s, u"Ratna"_s));
    const Answer second = desk.decide(question, Take::Device);
    CHECK(second.status == 409);
    const auto verdict = wire::parseVerdict(second.body);
    REQUIRE(verdict);
    CHECK(verdict->state == State::Decided);
    CHECK(verdict->by == u"Ratna"_s);
    CHECK(verdict->at.isValid());
    CHECK(desk.stands("…0118"));
    CHECK(desk.decide(question, Take::Hub).status == 200); // the same was meant
    CHECK(desk.settledBy() == u"Ratna"_s);
}

TEST_CASE("Nobody decides about a value that has not been seen", "[hub][conflict]")
{
    Desk desk;
    const wire::Conflict question = desk.question();
    desk.import("…0300");
    const Answer late = desk.decide(question, GENERATE(Take::Device, Take::Hub));
    CHECK(late.status == 409);
    CHECK(stateOf(late) == State::Changed);
    CHECK(desk.stands("…0300"));
    const wire::Conflict now = desk.question();
    CHECK(now.hub.value == u"…0300"_s);
    CHECK(now.device == question.device);
    CHECK(desk.decide(now, Take::Device).status == 200);
    CHECK(desk.stands("…0119"));
}

TEST_CASE("What is no answer to that question changes nothing", "[hub][conflict]")
{
    Desk desk;
    const wire::Conflict question = desk.question();
    const QByteArray right = Desk::answerTo(question, Take::Device);
    struct Row {
        const char* note;
        QByteArray body;
        int status;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing", "", 400},
        {"a list", "[]", 400},
        {"a value that is neither", QByteArray(right).replace("\"device\"", "\"both\""), 400},
        {"of another record, as after a restored backup", QByteArray(right).replace(question.instanceId.toLatin1(), "uuid:other"), 404},
        {"of another property", QByteArray(right).replace("\"phone\"", "\"mobile\""), 404},
        {"without an end", "{\"take\":\"" + QByteArray(70 * 1024, 'x') + "\"}", 413},
    }));
    INFO(row.note);
    CHECK(desk.post(desk.adi, question.id, row.body).status == row.status);
    CHECK(desk.post(desk.adi, question.id + 1, right).status == 404);
    CHECK(desk.question() == question);
    CHECK(desk.stands("…0118"));
}

TEST_CASE("What a policy has decided is no question", "[hub][conflict]")
{
    Desk desk;
    REQUIRE(desk.folder.admin().setPolicy(u"contacts"_s, u"phone"_s, u"server"_s));
    Call other = desk.call;
    other.instance = "uuid:" + uuid();
    other.phone = "…0400";
    REQUIRE(desk.sari.submit(other.xml()).status == 201);
    CHECK(Desk::listOf(desk.sari).empty());
    const QJsonObject kept = desk.folder.admin().conflicts(false)->at(1).toObject();
    const wire::Decision decision{Take::Device, QString::fromLatin1(other.instance), u"phone"_s, u"…0118"_s};
    CHECK(desk.post(desk.sari, kept[u"id"_s].toInteger(), wire::toJson(decision)).status == 404);
    CHECK(desk.stands("…0118"));
}
