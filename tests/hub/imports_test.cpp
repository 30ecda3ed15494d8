// SPDX-License-Identifier: Apache-2.0
// Tables of other programs by a mapping, and the audience that goes out.
#include "hub/hubsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;
using Run = hub::HubAdmin::ImportRun;

namespace
{

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray sample(const QString& name)
{
    return contentOf(QStringLiteral(RAPPORT_TEST_DATA "/imports/") + name);
}

struct Office {
    QTemporaryDir dir;
    std::unique_ptr<hub::HubAdmin> admin;

    Office()
    {
        hub::HubConfig config;
        config.dataDir = dir.path() + u"/hub"_s;
        auto opened = hub::HubAdmin::open(config);
        REQUIRE(opened);
        admin = std::move(*opened);
    }
    void demo(const QString& list)
    {
        REQUIRE(admin->importEntities(list, contentOf(QStringLiteral(RAPPORT_SOURCE "/assets/demo/") + list + u".csv"_s)));
    }
    QByteArray list(const QString& name) { return admin->exportEntities(name).value_or({}); }
    QJsonObject import(const QString& list, const QByteArray& file, const QByteArray& mapping, Run run = Run::Real)
    {
        const auto report = admin->importMapped(list, file, mapping, run);
        if (!report)
            FAIL(report.error().detail.toStdString());
        return *report;
    }
};

/// new, changed, unchanged, faults.
std::array<int, 4> counts(const QJsonObject& report)
{
    return {report[u"new"_s].toInt(), report[u"changed"_s].toInt(), report[u"unchanged"_s].toInt(), int(report[u"faults"_s].toArray().size())};
}

} // namespace

TEST_CASE("An organiser's list comes in: first dry, then for good, and a second time nothing changes", "[hub][import]")
{
    Office office;
    const QByteArray file = sample(u"attendees.csv"_s);
    const QJsonObject dry = office.import(u"attendees"_s, file, "attendees", Run::Dry);
    CHECK(counts(dry) == std::array{4, 0, 0, 0});
    CHECK(dry[u"columns_left_out"_s].toArray() == QJsonArray{u"Halle"_s});
    CHECK(office.list(u"attendees"_s).count('\n') == 1); // the titles

    CHECK(counts(office.import(u"attendees"_s, file, "attendees")) == std::array{4, 0, 0, 0});
    const QByteArray after = office.list(u"attendees"_s);
    CHECK(after.contains("Sari Wirawan"));
    CHECK(after.contains("+49 89 5550142")); // as the world dials it
    CHECK(after.contains(",CZ,"));
    CHECK(counts(office.import(u"attendees"_s, file, "attendees")) == std::array{0, 0, 4, 0});
    CHECK(office.list(u"attendees"_s) == after);

    // The same list as an older spreadsheet saves it, where letters are lost: one row says something else.
    CHECK(counts(office.import(u"attendees"_s, sample(u"attendees_1252.csv"_s), "attendees", Run::Dry)) == std::array{0, 1, 3, 0});
}

TEST_CASE("Five thousand rows of an organiser are one import", "[hub][import]")
{
    Office office;
    QByteArray file = "Badge ID,First name,Last name,Company,E-mail\n";
    for (int i = 0; i < 5000; ++i)
        file += "KE27-" + QByteArray::number(i) + ",First" + QByteArray::number(i) + ",Last,Firm " + QByteArray::number(i % 700) + ",p" +
                QByteArray::number(i) + (i % 1000 == 7 ? "@\n" : "@x.example\n");
    const QJsonObject report = office.import(u"attendees"_s, file, "attendees");
    CHECK(counts(report) == std::array{4995, 0, 0, 5});
    CHECK(report[u"faults"_s][0] == QJsonObject{{u"line"_s, 9}, {u"fault"_s, u"what stands for “email” is no e-mail address"_s}});
}

TEST_CASE("A firm that is here already, under the id that another system gave it, is changed and not doubled", "[hub][import]")
{
    Office office;
    office.demo(u"organisations"_s);
    const QByteArray before = office.list(u"organisations"_s);
    const QByteArray file = sample(u"companies.tsv"_s);
    const QJsonObject report = office.import(u"organisations"_s, file, "companies");
    CHECK(counts(report) == std::array{2, 0, 1, 0}); // the telephone number of the first is the one that is known, written another way
    const QByteArray after = office.list(u"organisations"_s);
    CHECK(after.count('\n') == before.count('\n') + 2);
    CHECK(after.count("104711") == before.count("104711"));
    CHECK(after.contains("+49 621 23125 0"));
    CHECK(counts(office.import(u"organisations"_s, file, "companies")) == std::array{0, 0, 3, 0});
    CHECK(counts(office.import(u"organisations"_s, QByteArray(file).replace("Augustaanlage 12", "Augustaanlage 14"), "companies")) ==
          std::array{0, 1, 2, 0});
}

TEST_CASE("Signals find their company by number or name and stand in its timeline", "[hub][import]")
{
    Office office;
    office.demo(u"organisations"_s);
    const QByteArray file = sample(u"signals.csv"_s);
    const QJsonObject report = office.import(u"activities"_s, file, "signals");
    CHECK(counts(report) == std::array{2, 0, 0, 1});
    CHECK(report[u"faults"_s][0] ==
          QJsonObject{{u"line"_s, 4}, {u"fault"_s, u"“organisation_id” leads to no row of organisations, or to several"_s}});
    const QByteArray activities = office.list(u"activities"_s);
    CHECK(activities.contains("1bed7614-03a7-42ca-a7a0-e7ce2e662e59"));
    CHECK(activities.contains("2027-11-03"));
    CHECK(activities.contains("signal"));
    CHECK(counts(office.import(u"activities"_s, file, "signals")) == std::array{0, 0, 2, 1});
}

TEST_CASE("An import that cannot be is refused in a sentence and changes nothing", "[hub][import]")
{
    Office office;
    struct Row {
        QString list;
        QByteArray file, mapping;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {u"contacts"_s, "Badge-ID\nK1\n", "attendees", u"The mapping is one for the list “attendees”"_s},
        {u"attendees"_s, "Name\nEva\n", "attendees", u"no column “Badge ID”"_s},
        {u"attendees"_s, "Badge-ID,Name\nK1,\"Eva\n", "attendees", u"line 2"_s},
        {u"attendees"_s, "Badge-ID\nK1\n", "{", u"no JSON"_s},
        {u"attendees"_s, "Badge-ID\nK1\n", "shoes", u"no JSON"_s},
        {u"no list"_s, "A\nK1\n", R"({"key": "a", "properties": {"a": "A"}})", u"cannot be the name of a list"_s},
    }));
    INFO(row.said.toStdString());
    const auto report = office.admin->importMapped(row.list, row.file, row.mapping, Run::Real);
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == Error::Kind::Invalid);
    CHECK(report.error().detail.contains(row.said));
    CHECK(office.list(u"attendees"_s).count('\n') == 1);
}

TEST_CASE("An audience is made of companies: nobody's name, number or letter is in it", "[hub][import]")
{
    Office office;
    office.demo(u"organisations"_s);
    office.demo(u"contacts"_s);
    REQUIRE(office.admin->importEntities(u"organisations"_s, "name,label,legal_name,phone,website,country\n"
                                                             "solo,Weber Jonas,,+49 1,www.weber.example,DE\n"
                                                             "evil,=cmd|x,=cmd|x,,,DE\n"));
    const auto all = office.admin->audience(u"organisations"_s, {});
    REQUIRE(all);
    CHECK(all->csv.startsWith("\xEF\xBB\xBF"
                              "company,domain,website,segment,postcode,city,country\r\n"));
    CHECK(all->csv.contains("Frischmarkt Handels AG,frischmarkt.example,www.frischmarkt.example,key,68165,Mannheim,DE\r\n"));
    CHECK(all->csv.contains("\r\n'=cmd|x,"));
    CHECK(all->heldBack == 1); // Jonas Weber is a contact
    CHECK(all->companies == all->csv.count('\n') - 1);
    for (const char* person : {"Weber", "m.hansen", "+49", "@", "104711"})
        CHECK_FALSE(all->csv.contains(person));

    const auto romanian = office.admin->audience(u"organisations"_s, u"country = 'RO'"_s);
    REQUIRE(romanian);
    CHECK(romanian->companies == 1);
    CHECK(office.admin->audience(u"organisations"_s, u"country = "_s).error().kind == Error::Kind::Invalid);
}

TEST_CASE("People are no audience, and the refusal says why", "[hub][import]")
{
    Office office;
    office.demo(u"contacts"_s);
    for (const QString& list : {u"contacts"_s, u"attendees"_s, u"people"_s, u"consents"_s}) {
        const auto refused = office.admin->audience(list, {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Denied);
        CHECK(refused.error().detail.contains(u"a list of people"_s));
        CHECK(refused.error().detail.contains(u"not to be handed to somebody else"_s));
    }
    CHECK(office.admin->audience(u"opportunities"_s, {}).error().detail.contains(u"no list of companies"_s));
}
