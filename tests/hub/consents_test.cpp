// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"
#include "hub/hubsupport.h"
#include "sync/hub/entities.h"
#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/wire/entitypage.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray head = R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:orx="http://openrosa.org/xforms"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>F</h:title><model entities:entities-version="2025.1.0"><instance>)";

/// Asks a known contact for two consents.
QByteArray askingForm()
{
    return head + R"(<data id="asking" version="1"><c><contact/><newsletter/><text/><meta><entity dataset="contacts" update="1" id=""/></meta></c>
<meta><instanceID/></meta></data></instance><bind nodeset="/data/c/contact" entities:saveto="consent_contact"/>
<bind nodeset="/data/c/newsletter" entities:saveto="consent_newsletter"/><bind nodeset="/data/c/text" entities:saveto="consent_text_id"/></model></h:head>
<h:body><input ref="/data/c/contact"><label>?</label></input></h:body></h:html>)";
}

QByteArray withdrawingForm()
{
    return head +
           R"(<data id="withdrawing" version="1"><w><person/><purposes/><meta><entity dataset="withdrawals" create="1" id=""><label/></entity></meta></w>
<meta><instanceID/></meta></data></instance><bind nodeset="/data/w/person" entities:saveto="contact_id"/>
<bind nodeset="/data/w/purposes" entities:saveto="purposes"/></model></h:head>
<h:body><input ref="/data/w/person"><label>?</label></input></h:body></h:html>)";
}

QByteArray end(const QByteArray& at)
{
    return "<meta><instanceID>uuid:" + uuid() + "</instanceID><userID>anna</userID><deviceID>t1</deviceID><timeEnd>" + at +
           "</timeEnd></meta></data>";
}

QByteArray asked(const QByteArray& contact, const QByteArray& newsletter, const QByteArray& at, const QByteArray& base = {})
{
    return "<data id=\"asking\" version=\"1\"><c><contact>yes</contact><newsletter>" + newsletter +
           "</newsletter><text>CT-1</text><meta><entity "
           "dataset=\"contacts\" update=\"1\" baseVersion=\"" +
           base + "\" id=\"" + contact + "\"/></meta></c>" + end(at);
}

QByteArray withdrawn(const QByteArray& contact, const QByteArray& purposes, const QByteArray& at)
{
    return "<data id=\"withdrawing\" version=\"1\"><w><person>" + contact + "</person><purposes>" + purposes +
           "</purposes><meta><entity "
           "dataset=\"withdrawals\" create=\"1\" id=\"" +
           uuid() + "\"><label>w</label></entity></meta></w>" + end(at);
}

struct Fair {
    Fair()
    {
        REQUIRE(folder.admin().publishForm(askingForm()));
        REQUIRE(folder.admin().publishForm(withdrawingForm()));
        REQUIRE(folder.admin().importEntities(u"contacts"_s, "name,label\n" + celik + ",Aylin\n" + weber + ",Jonas\n"));
    }
    std::vector<wire::EntityRow> rows(const QByteArray& list) const
    {
        const auto page = wire::parseEntityPage(folder.client().get("/v1/entities/" + list).body);
        REQUIRE(page);
        return page->rows;
    }
    QString contactSays(const QByteArray& id, const QString& property) const
    {
        for (const wire::EntityRow& row : rows("contacts")) {
            if (row.id.toLatin1() == id)
                return row.properties.count(property) ? row.properties.at(property) : QString();
        }
        return {};
    }
    /// "purpose given withdrawn_at", by time.
    QStringList story() const
    {
        QStringList lines;
        for (const wire::EntityRow& row : rows("consents")) {
            const auto says = [&](const QString& name) { return row.properties.count(name) ? row.properties.at(name) : QString(); };
            lines.append((says(u"at"_s) + u' ' + says(u"purpose"_s) + u' ' + says(u"given"_s) + u' ' + says(u"withdrawn_at"_s)).trimmed());
        }
        lines.sort();
        return lines;
    }

    const QByteArray celik = uuid(), weber = uuid();
    ServedFolder folder;
};

} // namespace

TEST_CASE("A withdrawal arrives once, ends the consent and stands in the export", "[hub][consent]")
{
    Fair fair;
    REQUIRE(fair.folder.client().submit(asked(fair.celik, "yes", "2027-11-10T09:00:00.000Z")).status == 201);
    REQUIRE(fair.folder.client().submit(asked(fair.weber, "yes", "2027-11-10T09:30:00.000Z")).status == 201);
    const QByteArray record = withdrawn(fair.celik, "newsletter", "2027-11-12T10:00:00.000Z");
    REQUIRE(fair.folder.client().submit(record).status == 201);
    const auto once = fair.rows("consents");
    REQUIRE(fair.folder.client().submit(record).status == 201); // the answer was lost
    CHECK(fair.rows("consents").size() == once.size());
    CHECK(fair.rows("withdrawals").size() == 1);
    CHECK(fair.folder.admin().submissions()->size() == 3);
    CHECK(fair.story() == QStringList{u"2027-11-10T09:00:00.000Z contact yes"_s,
                                      u"2027-11-10T09:00:00.000Z newsletter yes 2027-11-12T10:00:00.000Z"_s,
                                      u"2027-11-10T09:30:00.000Z contact yes"_s, u"2027-11-10T09:30:00.000Z newsletter yes"_s});
    CHECK(fair.contactSays(fair.celik, u"consent_newsletter"_s) == u"no");
    CHECK(fair.contactSays(fair.celik, u"consent_contact"_s) == u"yes");
    CHECK(fair.contactSays(fair.weber, u"consent_newsletter"_s) == u"yes");

    const auto csv = fair.folder.admin().exportEntities(u"consents"_s);
    REQUIRE(csv);
    const auto table = forms::readCsv(*csv);
    REQUIRE(table);
    const auto ended = (*table)->find(u"withdrawn_at"_s, u"2027-11-12T10:00:00.000Z"_s);
    REQUIRE(ended.size() == 1);
    CHECK((*table)->value(ended[0], u"withdrawn_by"_s) == u"anna");
    CHECK((*table)->value(ended[0], u"text_id"_s) == u"CT-1");
}

TEST_CASE("Whatever arrives first, device A's withdrawal and device B's consent end alike at the hub", "[hub][consent]")
{
    struct Row {
        const char* note;
        QString records; ///< c: consent, w: withdrawal, s: consent in the same moment as that, in another time zone, l: later consent
        QString contact;
        qsizetype open;
    };
    const auto row = GENERATE(values<Row>({{"in order", u"cwl"_s, u"yes"_s, 1},
                                           {"the withdrawal last", u"clw"_s, u"yes"_s, 1},
                                           {"the withdrawal first", u"wlc"_s, u"yes"_s, 1},
                                           {"the later consent first", u"lwc"_s, u"yes"_s, 1},
                                           {"B consented in the same moment", u"swc"_s, u"no"_s, 0},
                                           {"only an older one comes late", u"wc"_s, u"no"_s, 0}}));
    INFO(row.note);
    Fair fair;
    for (const QChar record : row.records) {
        const QByteArray xml = record == u'w'   ? withdrawn(fair.celik, "contact", "2027-11-11T09:00:00.000Z")
                               : record == u'c' ? asked(fair.celik, "no", "2027-11-10T09:00:00.000Z")
                               : record == u's' ? asked(fair.celik, "no", "2027-11-11T10:00:00.000+01:00")
                                                : asked(fair.celik, "no", "2027-11-12T09:00:00.000Z");
        REQUIRE(fair.folder.client().submit(xml).status == 201);
    }
    CHECK(fair.contactSays(fair.celik, u"consent_contact"_s) == row.contact);
    const QStringList story = fair.story();
    CHECK(std::count_if(story.begin(), story.end(), [](const QString& line) { return line.endsWith(u"contact yes"_s); }) == row.open);
}

TEST_CASE("A renewal counts although its tablet had not heard of the withdrawal", "[hub][consent]")
{
    Fair fair;
    const auto other = fair.folder.admin().addDevice(u"Tablet 2"_s);
    REQUIRE(other);
    const auto versionOf = [&](const QByteArray& id) {
        for (const wire::EntityRow& row : fair.rows("contacts")) {
            if (row.id.toLatin1() == id)
                return QByteArray::number(row.version);
        }
        return QByteArray();
    };
    REQUIRE(fair.folder.client().submit(asked(fair.celik, "no", "2027-11-10T09:00:00.000Z", versionOf(fair.celik))).status == 201);
    const QByteArray seen = versionOf(fair.celik); // what both tablets have then
    REQUIRE(fair.folder.client().submit(withdrawn(fair.celik, "contact", "2027-11-11T09:00:00.000Z")).status == 201);
    CHECK(fair.contactSays(fair.celik, u"consent_contact"_s) == u"no");
    const QByteArray renewal = asked(fair.celik, "no", "2027-11-12T09:00:00.000Z", seen); // says "yes", as it was before: yet it is said anew
    REQUIRE(fair.folder.client(other->token).submit(renewal).status == 201);
    CHECK(fair.contactSays(fair.celik, u"consent_contact"_s) == u"yes");
}

TEST_CASE("A withdrawal does not bring back whom somebody has deleted", "[hub][consent]")
{
    Fair fair;
    REQUIRE(fair.folder.client().submit(asked(fair.celik, "yes", "2027-11-10T09:00:00.000Z")).status == 201);
    {
        auto database = db::Database::open(fair.folder.dir() + u"/hub.db"_s, {});
        REQUIRE(database);
        hub::SqliteRepositories known(*database);
        REQUIRE(hub::removeEntity(known, u"contacts"_s, QString::fromLatin1(fair.celik), u"crm"_s, QDateTime::currentDateTimeUtc()));
    }
    REQUIRE(fair.folder.client().submit(withdrawn(fair.celik, "contact", "2027-11-11T09:00:00.000Z")).status == 201);
    CHECK_FALSE(fair.folder.admin().exportEntities(u"contacts"_s)->contains(fair.celik));
    CHECK(fair.story().contains(u"2027-11-10T09:00:00.000Z contact yes 2027-11-11T09:00:00.000Z"_s));
}

TEST_CASE("A consent that reaches the hub after its withdrawal has as many versions there as on the tablet", "[hub][consent]")
{
    Fair fair;
    REQUIRE(fair.folder.client().submit(withdrawn(fair.celik, "contact", "2027-11-11T09:00:00.000Z")).status == 201);
    REQUIRE(fair.folder.client().submit(asked(fair.celik, "", "2027-11-10T09:00:00.000Z")).status == 201);
    const auto rows = fair.rows("consents");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].version == 2); // given, and withdrawn: else the tablet would wait for a second one for ever
}
