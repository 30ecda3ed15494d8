// SPDX-License-Identifier: Apache-2.0
// What comes out of a real Tryton, and that what went in before is not doubled by it.
#include "connectors/targets.h"
#include "sync/connectors/sweepcursor.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::Fault;
using rapport::test::KnownWorld;
using rapport::test::TrytonTarget;

namespace
{

QJsonArray only(const QJsonValue& one)
{
    QJsonArray out;
    out.append(one);
    return out;
}

QJsonArray creating(const QJsonArray& rows)
{
    return only(QJsonArray{u"create"_s, rows});
}

QJsonObject decimal(const QString& text)
{
    return {{u"__class__"_s, u"Decimal"_s}, {u"decimal"_s, text}};
}

/// Somebody at work in Tryton.
class Clerk
{
public:
    explicit Clerk(test::Tryton& tryton) : m_tryton(tryton) {}

    int create(const QString& model, const QJsonObject& values)
    {
        const auto ids = m_tryton.call(u"model.%1.create"_s.arg(model), only(only(values)));
        INFO(m_tryton.lastError().toStdString());
        REQUIRE(ids);
        return ids->toArray().first().toInt();
    }
    void write(const QString& model, int id, const QJsonObject& values) { call(model, u"write"_s, {only(id), values}); }
    void erase(const QString& model, int id) { call(model, u"delete"_s, only(only(id))); }
    void press(const QString& model, const QString& button, int id) { call(model, button, only(only(id))); }

    int firm(const QString& name)
    {
        return create(u"party.party"_s,
                      {{u"name"_s, name},
                       {u"addresses"_s, creating({QJsonObject{{u"street"_s, u"Ring 1"_s}, {u"postal_code"_s, u"89073"_s}, {u"city"_s, u"Ulm"_s}}})},
                       {u"contact_mechanisms"_s, creating({QJsonObject{{u"type"_s, u"phone"_s}, {u"value"_s, u"+49 731 5550101"_s}},
                                                           QJsonObject{{u"type"_s, u"website"_s}, {u"value"_s, u"https://firm.example"_s}}})},
                       {u"identifiers"_s, creating({QJsonObject{{u"code"_s, u"K-77"_s}}})}});
    }
    int sale(int party, const QString& price)
    {
        const int address = m_tryton.read(u"party.address"_s, only(QJsonArray{u"party"_s, u"="_s, party}), {u"id"_s}).first()["id"_L1].toInt();
        return create(
            u"sale.sale"_s,
            {{u"party"_s, party},
             {u"company"_s, 1},
             {u"currency"_s, 1},
             {u"invoice_address"_s, address},
             {u"shipment_address"_s, address},
             {u"invoice_method"_s, u"manual"_s},
             {u"shipment_method"_s, u"manual"_s},
             {u"lines"_s, creating({QJsonObject{{u"quantity"_s, 3.0}, {u"unit_price"_s, decimal(price)}, {u"description"_s, u"Pump"_s}}})}});
    }
    int contactOf(int firm, const QString& name)
    {
        const int type =
            m_tryton.read(u"party.relation.type"_s, test::Tryton::where(u"name"_s, u"Contact person of"_s), {u"id"_s}).first()["id"_L1].toInt();
        return create(u"party.party"_s,
                      {{u"name"_s, name},
                       {u"contact_mechanisms"_s, creating({QJsonObject{{u"type"_s, u"email"_s}, {u"value"_s, u"kim@firm.example"_s}},
                                                           QJsonObject{{u"type"_s, u"email"_s}, {u"value"_s, u"k.nguyen@firm.example"_s}},
                                                           QJsonObject{{u"type"_s, u"mobile"_s}, {u"value"_s, u"+49 1512 3456789"_s}}})},
                       {u"relations"_s, creating({QJsonObject{{u"to"_s, firm}, {u"type"_s, type}}})}});
    }

private:
    void call(const QString& model, const QString& method, const QJsonArray& parameters)
    {
        const auto done = m_tryton.call(u"model.%1.%2"_s.arg(model, method), parameters);
        INFO(m_tryton.lastError().toStdString());
        REQUIRE(done);
    }
    test::Tryton& m_tryton;
};

/// A round: the newest state of each object that came, by remote id.
struct Round {
    std::map<QString, EntityChange> changes;
    QByteArray cursor;
    int pages = 0;
    size_t biggest = 0;

    const EntityChange& operator[](const QString& remoteId) const
    {
        INFO(remoteId.toStdString());
        REQUIRE(changes.contains(remoteId));
        return changes.at(remoteId);
    }
    bool has(const QString& remoteId) const { return changes.contains(remoteId) && !changes.at(remoteId).deleted; }
    bool lost(const QString& remoteId) const { return changes.contains(remoteId) && changes.at(remoteId).deleted; }
};

Round pullAll(Connector& connector, const QString& list, QByteArray cursor = {})
{
    Round out;
    for (bool more = true; more; ++out.pages) {
        const auto page = connector.pull(list, cursor);
        if (!page)
            FAIL("not pulled: " << page.error().detail.toStdString());
        for (const EntityChange& change : page->changes) {
            CHECK(change.list == list);
            out.changes[change.remoteId] = change;
        }
        out.biggest = std::max(out.biggest, page->changes.size());
        cursor = page->nextCursor;
        more = page->more;
    }
    out.cursor = cursor;
    return out;
}

QString reference(const QString& model, int id)
{
    return u"%1,%2"_s.arg(model).arg(id);
}

/// The target, or nullptr with a line that says why.
TrytonTarget* trytonOrSkip()
{
    if (!test::Tryton::installed()) {
        WARN("skipped: Tryton is not installed (tryton-server and modules, app/install/packages.txt)");
        return nullptr;
    }
    TrytonTarget& target = test::trytonTarget();
    target.behave();
    return &target;
}

} // namespace

TEST_CASE("Customers, contacts, offers, sales and opportunities of Tryton come as our lists", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    Clerk clerk(target->tryton);
    const int firm = clerk.firm(u"Pull GmbH"_s);
    const int person = clerk.contactOf(firm, u"Kim Anh Nguyen"_s);
    const int offer = clerk.sale(firm, u"1400.1667"_s), sale = clerk.sale(firm, u"10.10"_s), draft = clerk.sale(firm, u"1"_s);
    for (const int id : {offer, sale})
        clerk.press(u"sale.sale"_s, u"quote"_s, id);
    clerk.press(u"sale.sale"_s, u"confirm"_s, sale);
    const int opportunity =
        clerk.create(u"sale.opportunity"_s,
                     {{u"party"_s, firm}, {u"company"_s, 1}, {u"description"_s, u"Two pumps"_s}, {u"amount"_s, decimal(u"12345678901234.10"_s)}});

    const auto connector = target->connect();
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    const Round organisations = pullAll(*connector, u"organisations"_s), contacts = pullAll(*connector, u"contacts"_s);
    const QString firmRef = reference(u"party.party"_s, firm), personRef = reference(u"party.party"_s, person);
    CHECK(organisations[firmRef].label == u"Pull GmbH"_s);
    CHECK(organisations[firmRef].properties == std::map<QString, QString>{{u"legal_name"_s, u"Pull GmbH"_s},
                                                                          {u"customer_number"_s, u"K-77"_s},
                                                                          {u"street"_s, u"Ring 1"_s},
                                                                          {u"postcode"_s, u"89073"_s},
                                                                          {u"city"_s, u"Ulm"_s},
                                                                          {u"phone"_s, u"+49 731 5550101"_s},
                                                                          {u"website"_s, u"https://firm.example"_s}});
    CHECK(!organisations.has(personRef));
    CHECK(!contacts.has(firmRef));
    CHECK(contacts[personRef].properties == std::map<QString, QString>{{u"organisation_id"_s, firmRef},
                                                                       {u"given_name"_s, u"Kim Anh"_s},
                                                                       {u"family_name"_s, u"Nguyen"_s},
                                                                       {u"email"_s, u"kim@firm.example"_s},
                                                                       {u"other_emails"_s, u"k.nguyen@firm.example"_s},
                                                                       {u"mobile"_s, u"+49 1512 3456789"_s}});

    const Round offers = pullAll(*connector, u"offers"_s), sales = pullAll(*connector, u"sales"_s);
    auto properties = offers[reference(u"sale.sale"_s, offer)].properties;
    const QDateTime asOf = QDateTime::fromString(properties[u"as_of"_s], Qt::ISODate);
    CHECK(asOf.timeSpec() == Qt::UTC);
    CHECK(std::abs(asked.secsTo(asOf)) <= 60);
    CHECK(properties[u"source"_s] == u"ERP"_s);
    CHECK(properties[u"organisation_id"_s] == firmRef);
    CHECK(properties[u"amount"_s] == u"4200.50"_s);
    CHECK(properties[u"currency"_s] == u"EUR"_s);
    CHECK(properties[u"stage"_s] == u"quotation"_s);
    CHECK(!properties[u"number"_s].isEmpty());
    CHECK(QDate::fromString(properties[u"date"_s], Qt::ISODate).isValid());
    CHECK(sales[reference(u"sale.sale"_s, sale)].properties.at(u"amount"_s) == u"30.30"_s);
    CHECK(!offers.has(reference(u"sale.sale"_s, sale)));
    CHECK(!sales.has(reference(u"sale.sale"_s, offer)));
    CHECK(!offers.has(reference(u"sale.sale"_s, draft)));

    const Round opportunities = pullAll(*connector, u"opportunities"_s);
    properties = opportunities[reference(u"sale.opportunity"_s, opportunity)].properties;
    CHECK(properties[u"title"_s] == u"Two pumps"_s);
    CHECK(properties[u"amount"_s] == u"12345678901234.10"_s);
    CHECK(properties[u"stage"_s] == u"lead"_s);
    CHECK(properties[u"organisation_id"_s] == firmRef);
    CHECK(properties[u"source"_s] == u"ERP"_s);
}

TEST_CASE("A later round brings what was changed, moved, deactivated or deleted, and nothing that was not", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    Clerk clerk(target->tryton);
    const int firm = clerk.firm(u"Moves GmbH"_s), other = clerk.firm(u"Stays GmbH"_s);
    const QString firmRef = reference(u"party.party"_s, firm), otherRef = reference(u"party.party"_s, other);
    const auto connector = target->connect();

    SECTION("a round asks only for what is newer than the one before")
    {
        const Round first = pullAll(*connector, u"organisations"_s);
        CHECK(first.has(firmRef));
        auto cursor = SweepCursor::parse(first.cursor);
        REQUIRE(cursor);
        CHECK(cursor->known.contains(firm));
        CHECK(std::abs(cursor->since.secsTo(QDateTime::currentDateTimeUtc()) - 300) <= 60); // the overlap, for transactions that end late
        cursor->since = cursor->since.addSecs(3600);
        CHECK(pullAll(*connector, u"organisations"_s, cursor->bytes()).changes.empty());
    }
    SECTION("an address that moves alone brings its customer again")
    {
        const Round first = pullAll(*connector, u"organisations"_s);
        const QJsonObject address =
            target->tryton.read(u"party.address"_s, only(QJsonArray{u"party"_s, u"="_s, firm}), {u"city"_s}).first().toObject();
        clerk.write(u"party.address"_s, address["id"_L1].toInt(), {{u"city"_s, u"Neu-Ulm"_s}});
        CHECK(pullAll(*connector, u"organisations"_s, first.cursor)[firmRef].properties.at(u"city"_s) == u"Neu-Ulm"_s);
    }
    SECTION("a customer who is deactivated is gone, and is back when active again")
    {
        Round round = pullAll(*connector, u"organisations"_s);
        clerk.write(u"party.party"_s, firm, {{u"active"_s, false}});
        round = pullAll(*connector, u"organisations"_s, round.cursor);
        CHECK(round.lost(firmRef));
        CHECK(!round.lost(otherRef));
        clerk.write(u"party.party"_s, firm, {{u"active"_s, true}});
        round = pullAll(*connector, u"organisations"_s, round.cursor);
        CHECK(round.has(firmRef));
    }
    SECTION("an opportunity that is deleted, and leaves no trace in Tryton, is gone here, once")
    {
        const int id = clerk.create(u"sale.opportunity"_s, {{u"party"_s, firm}, {u"company"_s, 1}, {u"description"_s, u"Gone"_s}});
        Round round = pullAll(*connector, u"opportunities"_s);
        CHECK(round.has(reference(u"sale.opportunity"_s, id)));
        clerk.press(u"sale.opportunity"_s, u"cancel"_s, id);
        clerk.erase(u"sale.opportunity"_s, id);
        round = pullAll(*connector, u"opportunities"_s, round.cursor);
        CHECK(round.lost(reference(u"sale.opportunity"_s, id)));
        CHECK(!pullAll(*connector, u"opportunities"_s, round.cursor).changes.contains(reference(u"sale.opportunity"_s, id)));
    }
    SECTION("an offer that is accepted leaves the offers and is a sale")
    {
        const int id = clerk.sale(firm, u"5"_s);
        clerk.press(u"sale.sale"_s, u"quote"_s, id);
        const Round offers = pullAll(*connector, u"offers"_s), sales = pullAll(*connector, u"sales"_s);
        CHECK(offers.has(reference(u"sale.sale"_s, id)));
        clerk.press(u"sale.sale"_s, u"confirm"_s, id);
        CHECK(pullAll(*connector, u"offers"_s, offers.cursor).lost(reference(u"sale.sale"_s, id)));
        CHECK(pullAll(*connector, u"sales"_s, sales.cursor).has(reference(u"sale.sale"_s, id)));
    }
    SECTION("an object that comes in sight without having changed is found by its id")
    {
        auto cursor = SweepCursor::parse(pullAll(*connector, u"organisations"_s).cursor);
        REQUIRE(cursor);
        cursor->since = cursor->since.addSecs(3600);
        cursor->known.erase(firm);
        const Round round = pullAll(*connector, u"organisations"_s, cursor->bytes());
        CHECK(round.changes.size() == 1);
        CHECK(round.has(firmRef));
    }
}

TEST_CASE("A pull of many customers comes in bounded pages and goes on where it was cut off", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    QJsonArray many;
    for (int i = 0; i < 230; ++i)
        many.append(QJsonObject{{u"name"_s, u"Paged %1"_s.arg(i)}});
    const auto made = target->tryton.call(u"model.party.party.create"_s, only(many));
    REQUIRE(made);

    std::map<QString, int> seen;
    QByteArray cursor;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        REQUIRE(pages < 50);
        const auto connector = target->connect(); // each time a new one: everything is in the cursor
        target->proxy->set(Fault::truncate(), 1, "party.party.search");
        CHECK(connector->pull(u"organisations"_s, cursor).error().kind == Error::Kind::Offline);
        const auto page = connector->pull(u"organisations"_s, cursor);
        REQUIRE(page);
        CHECK(page->changes.size() <= 100);
        for (const EntityChange& change : page->changes)
            ++seen[change.remoteId];
        cursor = page->nextCursor;
        more = page->more;
    }
    CHECK(pages >= 4); // three of rows, one of ids
    for (const QJsonValue& id : made->toArray())
        CHECK(seen[reference(u"party.party"_s, id.toInt())] == 1);
}

TEST_CASE("What was pushed comes back under the reference that the push gave, and says the same", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    const auto connector = target->connect();
    KnownWorld world;
    const QString organisation =
        world.add(u"organisations"_s, u"Round Trip AG"_s, {{u"legal_name"_s, u"Round Trip AG"_s}, {u"city"_s, u"Ulm"_s}, {u"country"_s, u"DE"_s}});
    const QString contact = world.add(u"contacts"_s, u"Kim Anh Nguyen"_s,
                                      {{u"organisation_id"_s, organisation},
                                       {u"given_name"_s, u"Kim"_s},
                                       {u"family_name"_s, u"Anh Nguyen"_s},
                                       {u"email"_s, u"kim@trip.example"_s},
                                       {u"mobile"_s, u"+49 151 23456789"_s},
                                       {u"other_emails"_s, u"k@trip.example"_s}});
    const QString interest = world.add(u"opportunities"_s, u"Pumps"_s,
                                       {{u"organisation_id"_s, organisation},
                                        {u"contact_id"_s, contact},
                                        {u"title"_s, u"Pumps"_s},
                                        {u"amount"_s, u"42250.5"_s},
                                        {u"currency"_s, u"EUR"_s},
                                        {u"source"_s, u"Hannover 2027"_s}});
    for (const auto& [list, id] :
         {std::pair{u"organisations"_s, organisation}, std::pair{u"contacts"_s, contact}, std::pair{u"opportunities"_s, interest}}) {
        const PushResult pushed = connector->push(world.job(list, id), world);
        REQUIRE(std::holds_alternative<RemoteRef>(pushed));
        const QString remote = std::get<RemoteRef>(pushed).id;
        world.references[{list, id}] = remote;
        const auto& known = world.entities[{list, id}].properties;
        const EntityChange change = pullAll(*connector, list)[remote];
        for (const auto& [property, value] : change.properties) {
            INFO(property.toStdString() << ": " << value.toStdString());
            if (property.endsWith("_id"_L1))
                CHECK(value == world.references[{u"organisations"_s, organisation}]);
            else if (known.contains(property))
                CHECK(saysTheSame(property, value, known.at(property)));
            else
                CHECK((property == u"as_of"_s || property == u"stage"_s));
        }
    }
}

TEST_CASE("An opportunity of Tryton's own that a conversation adds to is augmented there, not doubled", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    Clerk clerk(target->tryton);
    const int firm = clerk.firm(u"Augment GmbH"_s);
    const int theirs = clerk.create(u"sale.opportunity"_s, {{u"party"_s, firm},
                                                            {u"company"_s, 1},
                                                            {u"description"_s, u"Their title"_s},
                                                            {u"comment"_s, u"Their note"_s},
                                                            {u"amount"_s, decimal(u"1000.00"_s)}});
    const auto connector = target->connect();
    const Round round = pullAll(*connector, u"opportunities"_s);
    const EntityChange pulled = round[reference(u"sale.opportunity"_s, theirs)];
    const int before = target->tryton.count(u"sale.opportunity"_s);

    // The hub makes an entity of it; a conversation then sets amount and next step.
    KnownWorld world;
    const QString id = world.add(pulled.list, pulled.label, pulled.properties);
    const QString organisation = world.add(u"organisations"_s, u"Augment GmbH"_s, {});
    world.references[{pulled.list, id}] = pulled.remoteId;
    world.references[{u"organisations"_s, organisation}] = reference(u"party.party"_s, firm);
    auto& properties = world.entities[{pulled.list, id}].properties;
    properties[u"organisation_id"_s] = organisation;
    properties[u"amount"_s] = u"1250.75"_s;
    properties[u"next_step"_s] = u"Visit"_s;
    for (int i = 0; i < 2; ++i) {
        const PushResult pushed = connector->push(world.job(pulled.list, id), world);
        REQUIRE(std::holds_alternative<RemoteRef>(pushed));
        CHECK(std::get<RemoteRef>(pushed).id == pulled.remoteId);
    }
    CHECK(target->tryton.count(u"sale.opportunity"_s) == before);
    CHECK(target->count(u"opportunities"_s, id) == 0);
    const QJsonObject now =
        target->tryton
            .read(u"sale.opportunity"_s, only(QJsonArray{u"id"_s, u"="_s, theirs}), {u"description"_s, u"comment"_s, u"amount"_s, u"party"_s})
            .first()
            .toObject();
    CHECK(now["description"_L1].toString() == u"Their title"_s);
    CHECK(now["comment"_L1].toString() == u"Their note\nNext step: Visit\nStage: lead\nCurrency: EUR"_s);
    CHECK(now["amount"_L1]["decimal"_L1].toString() == u"1250.75"_s);
    CHECK(now["party"_L1].toInt() == firm);
    const EntityChange again = pullAll(*connector, u"opportunities"_s, round.cursor)[pulled.remoteId];
    CHECK(again.properties.at(u"amount"_s) == u"1250.75"_s);
}

TEST_CASE("A pull with a wrong password asks once; one that Tryton does not answer is tried later", "[tryton]")
{
    TrytonTarget* target = trytonOrSkip();
    if (!target)
        return;
    SECTION("wrong password")
    {
        const auto connector = target->connect({{u"password"_s, u"not-this-one"_s}});
        for (int i = 0; i < 3; ++i)
            CHECK(connector->pull(u"organisations"_s, {}).error().kind == Error::Kind::Denied);
        CHECK(target->proxy->seen("common.db.login") == 1);
    }
    SECTION("out of reach, and a cursor that is not one of ours")
    {
        const auto connector = target->connect();
        CHECK(connector->pull(u"organisations"_s, "page 7").error().kind == Error::Kind::Corrupt);
        target->refuse();
        CHECK(connector->pull(u"organisations"_s, {}).error().kind == Error::Kind::Offline);
    }
}
