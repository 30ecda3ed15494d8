// SPDX-License-Identifier: Apache-2.0
// What every database of the hub owes (sync/hub/repository) for what the office puts there, said once and run over all of them.
#include "hub/freshdatabase.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace rapport;
using namespace rapport::hub;
using namespace Qt::StringLiterals;
using rapport::test::DatabaseKind;
using rapport::test::databaseKinds;
using rapport::test::TwoProcesses;
using rapport::test::write;

namespace
{

const QDateTime nine(QDate(2027, 11, 9), QTime(9, 0), Qt::UTC);

FormRecord formOf(const QString& id, const QString& version, const QDateTime& published = nine)
{
    return {id, version, u"Title of "_s + id, u"md5:"_s + version, published};
}

/// "visit 2" of each.
QStringList namesOf(const Result<std::vector<FormRecord>>& forms)
{
    REQUIRE(forms);
    QStringList all;
    for (const FormRecord& one : *forms)
        all.append(one.id + u' ' + one.version);
    return all;
}

} // namespace

TEST_CASE("A user is there once, under an id that is nobody else's", "[hub][repository][users]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const TwoProcesses office(kind);
    const Users& users = office.reading->users();
    const auto add = [&](const UserRecord& user) { return office.database->write([&](Repositories& writing) { return writing.users().add(user); }); };
    CHECK_FALSE(*users.any());
    CHECK(users.all()->empty());
    CHECK_FALSE(*users.find(u"s.wirawan"_s));

    const UserRecord sari{u"s.wirawan"_s, u"Sari Wirawan"_s, u"rep"_s, nine};
    REQUIRE(add(sari));
    CHECK(*users.any());
    CHECK(*users.find(u"s.wirawan"_s) == sari);
    CHECK_FALSE(*users.find(u"S.Wirawan"_s)); // ids are told apart to the letter
    CHECK_FALSE(*users.find({}));

    SECTION("whoever comes second is refused, and nothing of hers is kept")
    {
        const Status refused = add({u"s.wirawan"_s, u"Siti Wirawan"_s, u"manager"_s, nine.addDays(1)});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Conflict);
        CHECK(*users.all() == std::vector{sari});
    }
    SECTION("they are told by name, those of one name by id")
    {
        for (const auto& [id, name] : {std::pair{u"z.1"_s, u"Ada"_s}, {u"a.2"_s, u"Zoë"_s}, {u"a.1"_s, u"Ada"_s}, {u"e.1"_s, u"Émile"_s}})
            REQUIRE(add({id, name, u"rep"_s, nine}));
        QStringList ids;
        const auto all = users.all();
        REQUIRE(all);
        for (const UserRecord& one : *all)
            ids.append(one.id);
        CHECK(ids == QStringList{u"a.1"_s, u"z.1"_s, u"s.wirawan"_s, u"a.2"_s, u"e.1"_s});
    }
    SECTION("of several that are added at once under one id, one is")
    {
        std::atomic<int> added = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([&, i] {
                    HubDatabase& mine = i % 2 == 0 ? *office.database : *office.other;
                    const auto written = mine.write([&](Repositories& writing) {
                        return writing.users().add({u"cher"_s, u"Cher %1"_s.arg(i), u"rep"_s, nine});
                    });
                    added += written ? 1 : 0;
                });
            }
        }
        CHECK(added == 1);
        CHECK(users.all()->size() == 2);
    }
}

TEST_CASE("An occasion is what was put last under its id, whole", "[hub][repository][occasions]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const TwoProcesses office(kind);
    const auto put = [&](const QByteArray& json) {
        const auto occasion = wire::parseOccasion(json);
        REQUIRE(occasion);
        write(*office.database, [&](Repositories& writing) { return writing.occasions().put(*occasion); });
    };
    const auto known = [&] {
        const auto all = office.reading->occasions().all();
        REQUIRE(all);
        return *all;
    };
    CHECK(known().empty());

    const QByteArray fair = R"({"id": "sps-2027", "version": 3, "title": "SPS", "from": "2027-11-09", "to": "2027-11-11", "roles": ["rep"],
        "forms": ["visit"], "lists": [{"name": "contacts", "filter": "country = 'DE'"}], "of_the_office": {"hall": "Łódź 7", "price": 12.5}})";
    put(fair);
    put(R"({"id": "b-tour", "version": 1, "title": "Tour"})");
    put(R"({"id": "a-tour", "version": 1, "title": "Tour"})");
    const auto all = known();
    REQUIRE(all.size() == 3);
    CHECK(all[0].id == u"a-tour"_s);
    CHECK(all[1].id == u"b-tour"_s);
    CHECK(all[2].title == u"SPS"_s);
    CHECK(all[2].roles == QStringList{u"rep"_s});
    CHECK(all[2].document == QJsonDocument::fromJson(fair).object()); // also what is not ours

    const auto version = GENERATE(2, 3, 4); // the office may go back
    put(u"{\"id\": \"sps-2027\", \"version\": %1, \"title\": \"SPS again\"}"_s.arg(version).toUtf8());
    const auto after = known();
    REQUIRE(after.size() == 3);
    CHECK(after[2].title == u"SPS again"_s);
    CHECK(after[2].version == version);
    CHECK(after[2].roles.isEmpty());
}

TEST_CASE("Of the versions of a form one is live, and all are there", "[hub][repository][forms]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const TwoProcesses office(kind);
    const Forms& forms = office.reading->forms();
    const auto publish = [&](const FormRecord& form, const QByteArray& xml) {
        write(*office.database, [&](Repositories& writing) { return writing.forms().publish(form, xml); });
    };
    const auto isLive = [&](const QString& version) {
        const auto found = forms.find(u"visit"_s, version);
        return found && *found && (*found)->live;
    };
    publish(formOf(u"visit"_s, u"2"_s), "<h:html>two</h:html>");
    publish(formOf(u"visit"_s, u"1"_s, nine.addSecs(60)), QByteArray("<h:html>jr://images/hall.png \0</h:html>", 39));
    publish(formOf(u"call"_s, QString(), nine.addSecs(120)), "<h:html>call</h:html>");

    SECTION("the one that was published last, whatever it is called")
    {
        CHECK(isLive(u"1"_s));
        CHECK_FALSE(isLive(u"2"_s));
        CHECK(namesOf(forms.offered({}, Forms::Versions::Live)) == QStringList{u"call "_s, u"visit 1"_s});
        CHECK(namesOf(forms.offered({}, Forms::Versions::All)) == QStringList{u"call "_s, u"visit 1"_s, u"visit 2"_s});
        CHECK(namesOf(forms.offered(u"visit"_s, Forms::Versions::Live)) == QStringList{u"visit 1"_s});
        CHECK(namesOf(forms.offered(u"visit"_s, Forms::Versions::All)) == QStringList{u"visit 1"_s, u"visit 2"_s});
        CHECK(namesOf(forms.offered(u"Visit"_s, Forms::Versions::All)).isEmpty());
        CHECK(namesOf(forms.all()) == QStringList{u"call "_s, u"visit 2"_s, u"visit 1"_s});
    }
    SECTION("published again, a version is live again and stays as it came")
    {
        FormRecord again = formOf(u"visit"_s, u"2"_s, nine.addDays(1));
        again.title = u"Another title"_s;
        again.hash = u"md5:other"_s;
        publish(again, "<h:html>other</h:html>");
        CHECK(isLive(u"2"_s));
        CHECK_FALSE(isLive(u"1"_s));
        const auto found = forms.find(u"visit"_s, u"2"_s);
        REQUIRE((found && *found));
        CHECK((*found)->title == u"Title of visit"_s);
        CHECK((*found)->hash == u"md5:2"_s);
        CHECK((*found)->published == nine);
        CHECK(**forms.xml(u"visit"_s, u"2"_s) == "<h:html>two</h:html>");
        CHECK(namesOf(forms.all()).size() == 3);
    }
    SECTION("a form comes out byte by byte, and whether it names files is known")
    {
        CHECK(**forms.xml(u"visit"_s, u"1"_s) == QByteArray("<h:html>jr://images/hall.png \0</h:html>", 39));
        CHECK((*forms.find(u"visit"_s, u"1"_s))->namesFiles);
        CHECK_FALSE((*forms.find(u"visit"_s, u"2"_s))->namesFiles);
        CHECK_FALSE(*forms.xml(u"visit"_s, u"3"_s));
        CHECK_FALSE(*forms.xml(u"visit"_s, {}));
        CHECK_FALSE(*forms.find(u"tour"_s, u"1"_s));
    }
}

TEST_CASE("The files of a form belong to one version of it, one of each name", "[hub][repository][forms]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const TwoProcesses office(kind);
    const Forms& forms = office.reading->forms();
    const auto put = [&](const QString& version, const KeptFile& file) {
        return office.database->write([&](Repositories& writing) { return writing.forms().putFile(u"visit"_s, version, file); });
    };
    for (const QString& version : {u"1"_s, u"2"_s})
        write(*office.database, [&](Repositories& writing) { return writing.forms().publish(formOf(u"visit"_s, version), "<h:html/>"); });
    const KeptFile hall{u"hall.png"_s, u"md5:a"_s, u"aa"_s, 5}, halls{u"Halls.csv"_s, u"md5:b"_s, u"bb"_s, 6},
        newHall{u"hall.png"_s, u"md5:c"_s, u"cc"_s, 7};

    REQUIRE(put(u"1"_s, hall));
    REQUIRE(put(u"1"_s, halls));
    REQUIRE(put(u"1"_s, hall)); // the same again
    CHECK(*forms.files(u"visit"_s, u"1"_s) == std::vector{halls, hall});
    CHECK(forms.files(u"visit"_s, u"2"_s)->empty());
    REQUIRE(put(u"1"_s, newHall));
    CHECK(*forms.files(u"visit"_s, u"1"_s) == std::vector{halls, newHall});

    const Status stray = put(u"3"_s, hall);
    REQUIRE_FALSE(stray);
    CHECK(stray.error().kind == Error::Kind::Conflict);
    CHECK(forms.files(u"visit"_s, u"3"_s)->empty());
}

TEST_CASE("Connectors are known by their ids, and every change of them is another generation", "[hub][repository][settings]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const TwoProcesses office(kind);
    const Settings& settings = office.reading->settings();
    const auto put = [&](const ConnectorRecord& connector) {
        write(*office.database, [&](Repositories& writing) { return writing.settings().putConnector(connector); });
    };
    QStringList generations{settings.connectorGeneration().value_or({})};
    const ConnectorRecord tryton{u"erp"_s, u"tryton"_s, u"ERP “Süd”"_s, QByteArray("\0sealed", 7)},
        files{u"archive"_s, u"files"_s, u"Archive"_s, "s"};
    ConnectorRecord mended = tryton;
    mended.sealed = "sealed anew";
    for (const ConnectorRecord& one : {tryton, files, mended, mended}) {
        put(one);
        CHECK(**settings.connector(one.id) == one);
        generations.append(settings.connectorGeneration().value_or({}));
    }
    CHECK(generations.removeDuplicates() == 0);
    CHECK(*settings.connectors() == std::vector{files, mended});
    CHECK_FALSE(*settings.connector(u"ERP"_s));

    const Status refused = office.database->write([&](Repositories& writing) -> Status {
        const auto done = writing.settings().putConnector(tryton);
        return done ? Error{Error::Kind::Denied, {}} : done;
    });
    CHECK_FALSE(refused);
    CHECK(*settings.connectorGeneration() == generations.last());
    CHECK(**settings.connector(u"erp"_s) == mended);
}

TEST_CASE("The hub's address may change, its key does not", "[hub][repository][settings]")
{
    const auto kind = GENERATE(from_range(databaseKinds()));
    INFO(kind.name);
    const TwoProcesses office(kind);
    const Settings& settings = office.reading->settings();
    CHECK(settings.publicUrl()->isEmpty());
    for (const QString& url : {u"http://127.0.0.1:8440"_s, u"https://hub.example"_s, u"https://hub.example"_s}) {
        write(*office.database, [&](Repositories& writing) { return writing.settings().setPublicUrl(url); });
        CHECK(*settings.publicUrl() == url);
    }
    CHECK_FALSE(*settings.hubKey());
    const auto setKey = [&](const QByteArray& sealed) {
        return office.database->write([&](Repositories& writing) { return writing.settings().setHubKey(sealed); });
    };
    REQUIRE(setKey(QByteArray("\0\xff", 2)));
    const Status second = setKey("other");
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == Error::Kind::Conflict);
    CHECK(**settings.hubKey() == QByteArray("\0\xff", 2));
    CHECK(*settings.databaseBytes() > 0);
}
