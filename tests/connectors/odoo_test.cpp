// SPDX-License-Identifier: Apache-2.0
// What only the Odoo connector does: external ids by load(), formatted text, files in Base64, a look at the time of the last change before writing.
// Against recorded answers: no Odoo runs here.
#include "connectors/odooworld.h"

using namespace Qt::StringLiterals;
using namespace rapport;
using namespace rapport::connectors;
using rapport::test::OdooServer;
using rapport::test::OdooWorld;

TEST_CASE("A creation is one load() with our external id, digits and author in it", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    odoo.world.entities[{u"opportunities"_s, odoo.opportunity}].properties[u"amount"_s] = u"12345678901234567890.10"_s;
    odoo.carryCustomer();
    odoo.server.forget();
    const RemoteRef reference = odoo.carry(u"opportunities"_s, odoo.opportunity);
    const QJsonObject lead = odoo.lead();
    CHECK(reference.id == u"crm.lead,%1"_s.arg(lead["id"_L1].toInt()));
    CHECK(reference.number == u"Opportunity %1"_s.arg(lead["id"_L1].toInt()));
    CHECK(odoo.server.calls(u"crm.lead/load"_s) == 1);
    CHECK(odoo.server.calls(u"crm.lead/write"_s) == 0);
    CHECK(odoo.server.requests(R"("12345678901234567890.10")") == 1);
    CHECK(odoo.server.requests("\"__rapport__.RAP-" + odoo.opportunity.toLatin1() + '"') == 1);
    CHECK(lead["name"_L1].toString() == u"Wärmepumpe"_s);
    CHECK(lead["partner_id"_L1].toInt() == odoo.idOf(u"contacts"_s, odoo.contact));
    CHECK(lead["description"_L1].toString() == u"<p>Contact person: Ana Roth<br>Next step: Visit on site<br>Spoke with: anna</p>"_s);
    CHECK(odoo.server.record(u"res.users"_s, lead["user_id"_L1].toInt())["login"_L1].toString() == u"anna"_s);
    const auto firm = odoo.server.withKey(u"res.partner"_s, odoo.organisation).front();
    CHECK(odoo.server.record(u"res.country"_s, firm["country_id"_L1].toInt())["code"_L1].toString() == u"DE"_s);
}

TEST_CASE("A lost answer to a creation leaves one record", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    const bool isTorn = GENERATE(false, true);
    int losses = 1;
    odoo.server.after = [&](const QString& call, const QByteArray& answer) {
        const bool isLost = call == u"crm.lead/load"_s && losses-- > 0;
        return isLost ? (isTorn ? answer.chopped(5) : QByteArray()) : answer;
    };
    const PushError error = odoo.refused(u"opportunities"_s, odoo.opportunity);
    CHECK(error.kind == Error::Kind::Offline);
    CHECK(error.outcomeUnknown);
    odoo.carry(u"opportunities"_s, odoo.opportunity);
    CHECK(odoo.server.all(u"crm.lead"_s).size() == 1);
    CHECK(odoo.server.calls(u"crm.lead/load"_s) == 1);
}

TEST_CASE("Where the look-up came too early, load() itself makes no second record", "[odoo]")
{
    OdooWorld odoo;
    int losses = 1, blind = 2;
    odoo.server.after = [&](const QString& call, const QByteArray& answer) {
        if (call == u"crm.lead/load"_s && losses-- > 0)
            return QByteArray();
        if (call == u"ir.model.data/search_read"_s && blind-- > 0) // as if the first load() were still under way
            return QByteArray(answer)
                .replace(answer.mid(answer.indexOf("\r\n\r\n")), "\r\n\r\n[]")
                .replace("Content-Length: ", "Content-Length: 2\r\nX: ");
        return answer;
    };
    CHECK(odoo.refused(u"opportunities"_s, odoo.opportunity).outcomeUnknown);
    odoo.carry(u"opportunities"_s, odoo.opportunity);
    CHECK(odoo.server.calls(u"crm.lead/load"_s) == 2);
    CHECK(odoo.server.all(u"crm.lead"_s).size() == 1);
}

TEST_CASE("The open opportunity of the customer gets amount, day and note instead of a second one", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    odoo.carryCustomer();
    const int firm = odoo.idOf(u"organisations"_s, odoo.organisation);
    const int theirs = odoo.server.add(u"crm.lead"_s, {{u"name"_s, u"Their title"_s},
                                                       {u"type"_s, u"opportunity"_s},
                                                       {u"partner_id"_s, firm},
                                                       {u"expected_revenue"_s, 4},
                                                       {u"description"_s, u"<div><b>Call</b> first &amp; then</div>"_s}});
    odoo.server.add(u"crm.lead"_s, {{u"name"_s, u"Won"_s}, {u"type"_s, u"opportunity"_s}, {u"partner_id"_s, firm}, {u"probability"_s, 100}});
    odoo.server.add(u"crm.lead"_s, {{u"name"_s, u"Lost"_s}, {u"type"_s, u"opportunity"_s}, {u"partner_id"_s, firm}, {u"active"_s, false}});
    SECTION("there is one")
    {
        CHECK(odoo.carry(u"opportunities"_s, odoo.opportunity).id == u"crm.lead,%1"_s.arg(theirs));
        CHECK(odoo.server.calls(u"crm.lead/load"_s) == 0);
        CHECK(odoo.server.requests(R"("expected_revenue":42250.50)") == 1);
        const QJsonObject lead = odoo.server.record(u"crm.lead"_s, theirs);
        CHECK(lead["name"_L1].toString() == u"Their title"_s);
        CHECK(lead["partner_id"_L1].toInt() == firm);
        CHECK(lead["expected_revenue"_L1].toDouble() == 42250.5);
        CHECK(lead["description"_L1].toString() ==
              u"<div><b>Call</b> first &amp; then</div><p>Contact person: Ana Roth<br>Next step: Visit on site<br>Spoke with: anna</p>"_s);
        const QString before = odoo.server.state();
        odoo.world.references.erase({u"opportunities"_s, odoo.opportunity});
        odoo.carry(u"opportunities"_s, odoo.opportunity);
        CHECK(odoo.server.state() == before);
    }
    SECTION("there are two: nobody can say which, so there will be three")
    {
        odoo.server.add(u"crm.lead"_s, {{u"name"_s, u"Another"_s}, {u"type"_s, u"opportunity"_s}, {u"partner_id"_s, firm}});
        odoo.carry(u"opportunities"_s, odoo.opportunity);
        CHECK(odoo.lead()["name"_L1].toString() == u"Wärmepumpe"_s);
        CHECK(odoo.server.calls(u"crm.lead/write"_s) == 0);
    }
}

TEST_CASE("A record that somebody writes at the same moment is read again once; then a person is asked", "[odoo]")
{
    OdooWorld odoo;
    odoo.carry(u"opportunities"_s, odoo.opportunity);
    const int id = odoo.lead()["id"_L1].toInt();
    odoo.world.entities[{u"opportunities"_s, odoo.opportunity}].properties[u"amount"_s] = u"5"_s;
    int looks = 0, busy = GENERATE(1, 9);
    INFO("somebody writes " << busy << " times");
    odoo.server.forget();
    odoo.server.before = [&](const QString& call) {
        if (call == u"crm.lead/search_read"_s && ++looks % 2 == 0 && looks / 2 <= busy) // between reading and writing
            odoo.server.change(u"crm.lead"_s, id, {{u"description"_s, u"<p>Theirs %1</p>"_s.arg(looks)}});
    };
    const bool isQuiet = busy == 1;
    const auto result = odoo.push(u"opportunities"_s, odoo.opportunity);
    odoo.server.before = {};
    REQUIRE(std::holds_alternative<RemoteRef>(result) == isQuiet);
    CHECK(odoo.server.calls(u"crm.lead/write"_s) == int(isQuiet));
    CHECK(odoo.lead()["expected_revenue"_L1].toDouble() == (isQuiet ? 5 : 42250.5));
    CHECK(odoo.lead()["description"_L1].toString().startsWith(u"<p>Theirs"_s)); // and is not lost
    if (!isQuiet) {
        const auto& error = std::get<PushError>(result);
        CHECK(error.kind == Error::Kind::Conflict);
        CHECK(!error.outcomeUnknown);
    }
}

TEST_CASE("A record that was deleted there is made again, one that was put away is not", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    odoo.carry(u"opportunities"_s, odoo.opportunity);
    const int id = odoo.lead()["id"_L1].toInt();
    SECTION("deleted")
    {
        odoo.server.remove(u"crm.lead"_s, id);
        CHECK(odoo.carry(u"opportunities"_s, odoo.opportunity).id != u"crm.lead,%1"_s.arg(id));
        CHECK(odoo.server.all(u"crm.lead"_s).size() == 1);
    }
    SECTION("put away")
    {
        odoo.server.change(u"crm.lead"_s, id, {{u"active"_s, false}});
        CHECK(odoo.carry(u"opportunities"_s, odoo.opportunity).id == u"crm.lead,%1"_s.arg(id));
        CHECK(odoo.server.all(u"crm.lead"_s).size() == 1);
    }
}

TEST_CASE("A withdrawn consent takes the place of the one that was given; what people wrote beside it stays", "[odoo]")
{
    OdooWorld odoo;
    odoo.carryCustomer();
    const int id = odoo.idOf(u"contacts"_s, odoo.contact);
    CHECK(odoo.server.record(u"res.partner"_s, id)["comment"_L1].toString() == u"<p>Consent to contact: yes</p>"_s);
    odoo.server.change(u"res.partner"_s, id, {{u"comment"_s, u"<p>Consent to contact: yes</p><ul><li>likes tea</li></ul>"_s}});
    odoo.world.entities[{u"contacts"_s, odoo.contact}].properties[u"consent_contact"_s] = u"no"_s;
    odoo.carry(u"contacts"_s, odoo.contact);
    CHECK(odoo.server.record(u"res.partner"_s, id)["comment"_L1].toString() == u"<p>Consent to contact: no</p><ul><li>likes tea</li></ul>"_s);
}

TEST_CASE("A file goes with the opportunity in Base64, once", "[odoo]")
{
    OdooWorld odoo(GENERATE(false, true));
    QByteArray content(200'001, Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char((i * 7 + i / 251) & 0xFF);
    odoo.world.files[u"plan.pdf"_s] = content;
    odoo.world.files[u"notes.txt"_s] = "not meant";
    const auto onlyFile = [&] {
        const auto files = odoo.server.all(u"ir.attachment"_s);
        REQUIRE(files.size() == 1);
        return files.front();
    };
    SECTION("whole")
    {
        odoo.carry(u"opportunities"_s, odoo.opportunity);
        odoo.carry(u"opportunities"_s, odoo.opportunity);
        CHECK(QByteArray::fromBase64(onlyFile()["datas"_L1].toString().toLatin1()) == content);
        CHECK(onlyFile()["name"_L1].toString() == u"plan.pdf"_s);
        CHECK(onlyFile()["mimetype"_L1].toString() == u"application/pdf"_s);
        CHECK(onlyFile()["res_model"_L1].toString() == u"crm.lead"_s);
        CHECK(onlyFile()["res_id"_L1].toInt() == odoo.lead()["id"_L1].toInt());
    }
    SECTION("its answer is lost")
    {
        int losses = 1;
        odoo.server.after = [&](const QString& call, const QByteArray& answer) {
            return call == u"ir.attachment/create"_s && losses-- > 0 ? QByteArray() : answer;
        };
        CHECK(odoo.refused(u"opportunities"_s, odoo.opportunity).outcomeUnknown);
        odoo.carry(u"opportunities"_s, odoo.opportunity);
        CHECK(onlyFile()["file_size"_L1].toInt() == content.size());
        CHECK(odoo.server.all(u"crm.lead"_s).size() == 1);
    }
    SECTION("it is refused: the opportunity stays one")
    {
        odoo.server.instead = [](const QString& call) {
            return call == u"ir.attachment/create"_s ? std::optional(OdooServer::error(422, "odoo.exceptions.ValidationError")) : std::nullopt;
        };
        CHECK(odoo.refused(u"opportunities"_s, odoo.opportunity).kind == Error::Kind::Invalid);
        CHECK(odoo.server.calls(u"ir.attachment/create"_s) == 1);
        CHECK(odoo.server.all(u"crm.lead"_s).size() == 1);
    }
}

TEST_CASE("A file that is announced and not here keeps the entry back", "[odoo]")
{
    class Announced : public test::KnownWorld
    {
    public:
        std::vector<AttachedFile> attachments() const override { return {{u"plan.pdf"_s, u"00"_s}}; }
    };
    OdooWorld odoo;
    Announced world;
    const QString id = world.add(u"opportunities"_s, u"Pumps"_s, {});
    const auto result = odoo.connector->push(world.job(u"opportunities"_s, id), world);
    REQUIRE(std::holds_alternative<PushError>(result));
    CHECK(std::get<PushError>(result).kind == Error::Kind::NotFound);
    CHECK(odoo.server.calls({}) == 0);
}
