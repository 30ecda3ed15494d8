// SPDX-License-Identifier: Apache-2.0
// What comes out of Odoo: by id and time of the last change, whose seconds many records share, and what was deleted, which leaves no trace.
// Against recorded answers: no Odoo runs here.
#include "connectors/odooworld.h"

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::OdooWorld;
using rapport::test::ScriptedServer;

namespace
{

struct Round {
    std::map<QString, EntityChange> changes; ///< by remoteId; the newest
    QByteArray cursor;
    int pages = 0, told = 0;
};

Round pullAll(Connector& connector, const QString& list, QByteArray cursor = {})
{
    Round out;
    for (bool more = true; more;) {
        const auto page = connector.pull(list, cursor);
        INFO((page ? std::string() : page.error().detail.toStdString()));
        REQUIRE(page);
        for (const EntityChange& change : page->changes)
            out.changes[change.remoteId] = change;
        out.told += int(page->changes.size());
        cursor = page->nextCursor;
        more = page->more;
        REQUIRE(++out.pages < 100);
    }
    out.cursor = cursor;
    return out;
}

QString reference(const QString& model, int id)
{
    return u"%1,%2"_s.arg(model).arg(id);
}

} // namespace

TEST_CASE("Firms, people, opportunities, offers and sales come as entities", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    odoo.carryCustomer();
    odoo.carry(u"opportunities"_s, odoo.opportunity);
    const int firm = odoo.idOf(u"organisations"_s, odoo.organisation), person = odoo.idOf(u"contacts"_s, odoo.contact);
    const int offer = odoo.server.add(u"sale.order"_s, {{u"name"_s, u"S00042"_s},
                                                        {u"state"_s, u"sent"_s},
                                                        {u"partner_id"_s, person},
                                                        {u"currency_id"_s, 1},
                                                        {u"amount_untaxed"_s, 1234.5},
                                                        {u"date_order"_s, u"2026-11-20 23:30:00"_s}});
    const auto firms = pullAll(*odoo.connector, u"organisations"_s).changes;
    REQUIRE(firms.size() == 1);
    const EntityChange& roth = firms.at(reference(u"res.partner"_s, firm));
    CHECK(roth.label == u"Roth GmbH"_s);
    CHECK(roth.properties == std::map<QString, QString>{{u"legal_name"_s, u"Roth GmbH"_s}, {u"country"_s, u"DE"_s}}); // nothing where nothing stands
    const auto people = pullAll(*odoo.connector, u"contacts"_s).changes;
    REQUIRE(people.size() == 1);
    CHECK(people.at(reference(u"res.partner"_s, person)).properties.at(u"organisation_id"_s) == reference(u"res.partner"_s, firm));
    const EntityChange lead = pullAll(*odoo.connector, u"opportunities"_s).changes.begin()->second;
    CHECK(lead.properties.at(u"organisation_id"_s) == reference(u"res.partner"_s, firm)); // the firm of the person that it names
    CHECK(lead.properties.at(u"amount"_s) == u"42250.5"_s);
    CHECK(lead.properties.at(u"stage"_s) == u"New"_s);
    CHECK(lead.properties.at(u"source"_s) == u"Odoo"_s);
    CHECK(lead.properties.count(u"due"_s) == 0);
    CHECK(QDateTime::fromString(lead.properties.at(u"as_of"_s), Qt::ISODate).date() == QDate(2026, 11, 22)); // by its clock
    const Round offers = pullAll(*odoo.connector, u"offers"_s);
    const EntityChange& quotation = offers.changes.at(reference(u"sale.order"_s, offer));
    CHECK(quotation.label == u"S00042"_s);
    CHECK(quotation.properties.at(u"date"_s) == u"2026-11-20"_s);
    CHECK(quotation.properties.at(u"amount"_s) == u"1234.5"_s);
    CHECK(quotation.properties.at(u"currency"_s) == u"EUR"_s);
    CHECK(quotation.properties.at(u"organisation_id"_s) == reference(u"res.partner"_s, firm));

    const Round sales = pullAll(*odoo.connector, u"sales"_s);
    CHECK(sales.changes.empty());
    odoo.server.change(u"sale.order"_s, offer, {{u"state"_s, u"sale"_s}});
    CHECK(pullAll(*odoo.connector, u"offers"_s, offers.cursor).changes.at(reference(u"sale.order"_s, offer)).deleted);
    CHECK(pullAll(*odoo.connector, u"sales"_s, sales.cursor).changes.count(reference(u"sale.order"_s, offer)) == 1);
}

TEST_CASE("A later round brings what has changed, what is new and what is gone, and nothing else", "[odoo]")
{
    OdooWorld odoo;
    std::vector<int> ids;
    for (int i = 0; i < 250; ++i)
        ids.push_back(odoo.server.add(u"res.partner"_s, {{u"name"_s, u"Firm %1"_s.arg(i)}, {u"is_company"_s, true}}));
    const Round first = pullAll(*odoo.connector, u"organisations"_s);
    CHECK(first.changes.size() == 250);
    CHECK(first.told == 250);
    odoo.server.advance(3600);
    const Round quiet = pullAll(*odoo.connector, u"organisations"_s, first.cursor);
    odoo.server.advance(3600);
    const Round again = pullAll(*odoo.connector, u"organisations"_s, quiet.cursor);
    CHECK(again.told == 0);
    odoo.server.advance(3600);
    odoo.server.change(u"res.partner"_s, ids[7], {{u"city"_s, u"Søby"_s}});
    odoo.server.change(u"res.partner"_s, ids[8], {{u"active"_s, false}});
    odoo.server.remove(u"res.partner"_s, ids[9]);
    const int added = odoo.server.add(u"res.partner"_s, {{u"name"_s, u"New firm"_s}, {u"is_company"_s, true}});
    const Round later = pullAll(*odoo.connector, u"organisations"_s, again.cursor);
    CHECK(later.told == 4);
    CHECK(later.changes.at(reference(u"res.partner"_s, ids[7])).properties.at(u"city"_s) == u"Søby"_s);
    CHECK(later.changes.at(reference(u"res.partner"_s, ids[8])).deleted);
    CHECK(later.changes.at(reference(u"res.partner"_s, ids[9])).deleted);
    CHECK(later.changes.count(reference(u"res.partner"_s, added)) == 1);
    odoo.server.change(u"res.partner"_s, ids[8], {{u"active"_s, true}});
    CHECK(pullAll(*odoo.connector, u"organisations"_s, later.cursor).changes.at(reference(u"res.partner"_s, ids[8])).label == u"Firm 8"_s);
}

TEST_CASE("A transaction that ends late is not missed, and a pull that is cut off goes on where it was", "[odoo]")
{
    OdooWorld odoo;
    for (int i = 0; i < 120; ++i)
        odoo.server.add(u"res.partner"_s, {{u"name"_s, u"Firm %1"_s.arg(i)}, {u"is_company"_s, true}});
    SECTION("it carries the time of its beginning")
    {
        odoo.server.advance(3600);
        const Round first = pullAll(*odoo.connector, u"organisations"_s);
        const int id = first.changes.begin()->first.section(u',', 1).toInt();
        const QString begun = odoo.server.now().addSecs(-100).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        odoo.server.change(u"res.partner"_s, id, {{u"city"_s, u"Late"_s}, {u"write_date"_s, begun}});
        const Round second = pullAll(*odoo.connector, u"organisations"_s, first.cursor);
        CHECK(second.told == 1);
        CHECK(second.changes.at(reference(u"res.partner"_s, id)).properties.at(u"city"_s) == u"Late"_s);
    }
    SECTION("cut off after the first page")
    {
        const auto page = odoo.connector->pull(u"organisations"_s, {});
        REQUIRE(page);
        CHECK(page->changes.size() == 100);
        CHECK(page->more);
        CHECK(pullAll(*odoo.connector, u"organisations"_s, page->nextCursor).told == 20);
    }
    SECTION("a cursor of somebody else")
    {
        CHECK(odoo.connector->pull(u"organisations"_s, "page 2").error().kind == Error::Kind::Corrupt);
        CHECK(odoo.connector->pull(u"followups"_s, {}).error().kind == Error::Kind::Invalid);
    }
}

TEST_CASE("Digits come as they were written; without a time of the server nothing is taken", "[odoo]")
{
    const bool hasTime = GENERATE(true, false);
    ScriptedServer server([&](const QByteArray& request) {
        const bool isOrder = request.startsWith("POST /json/2/sale.order");
        QByteArray out =
            ScriptedServer::ok(isOrder ? R"([{"id":5,"name":"S5","amount_untaxed":90071992547409931.10,"currency_id":[1,"EUR"]}])" : "[]");
        return hasTime ? out.replace("Connection", "Date: Sun, 22 Nov 2026 02:30:24 GMT\r\nConnection") : out;
    });
    auto connector = makeConnector(test::OdooServer::configuration(server.port()), {});
    REQUIRE(connector);
    const auto page = (*connector)->pull(u"offers"_s, {});
    REQUIRE(bool(page) == hasTime);
    if (page)
        CHECK(page->changes.front().properties.at(u"amount"_s) == u"90071992547409931.10"_s);
    else
        CHECK(page.error().kind == Error::Kind::Invalid);
}
