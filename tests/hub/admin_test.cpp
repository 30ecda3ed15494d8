// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/db/database.h"
#include "sync/db/migrations.h"
#include "sync/db/query.h"
#include "sync/hub/schema.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

struct Folder {
    QTemporaryDir dir;
    hub::HubConfig config;
    std::unique_ptr<hub::HubAdmin> admin;

    Folder()
    {
        config.dataDir = dir.path() + u"/hub"_s;
        open();
    }
    void open()
    {
        auto opened = hub::HubAdmin::open(config);
        REQUIRE(opened);
        admin = std::move(*opened);
    }
};

} // namespace

TEST_CASE("A table that is torn changes nothing and says where", "[hub][admin]")
{
    Folder folder;
    REQUIRE(folder.admin->importEntities(u"organisations"_s, "name,label,city\nk1,One,Ulm\n").value_or(0) == 1);
    const auto before = folder.admin->exportEntities(u"organisations"_s);
    struct Row {
        const char* note;
        QByteArray csv;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {"a quote that never ends", "name,label,city\nk1,One,Bonn\nk2,\"Two,Ulm\n", u"row 3"_s},
        {"more cells than the header", "name,label,city\nk1,One,Bonn\nk2,Two,Ulm,DE\n", u"row 3"_s},
        {"a column without a name", "name,,city\nk1,One,Bonn\n", u"column"_s},
        {"nothing", "", u"column"_s},
    }));
    INFO(row.note);
    const auto imported = folder.admin->importEntities(u"organisations"_s, row.csv);
    REQUIRE_FALSE(imported);
    CHECK(imported.error().kind == Error::Kind::Invalid);
    CHECK(imported.error().detail.contains(row.said));
    CHECK(*folder.admin->exportEntities(u"organisations"_s) == *before);
}

TEST_CASE("A list goes out as the table that it can be read from", "[hub][admin]")
{
    Folder folder;
    const QByteArray csv = "name,label,remark\r\n"
                           "1bed7614-03a7-42ca-a7a0-e7ce2e662e59,\"Frost, Ltd\",\"two\nlines with \"\"quotes\"\"\"\r\n"
                           "own-key,Größe,\r\n";
    REQUIRE(folder.admin->importEntities(u"organisations"_s, csv).value_or(0) == 2);
    const auto out = folder.admin->exportEntities(u"organisations"_s);
    REQUIRE(out);
    CHECK(out->startsWith("name,label,__version,remark\n1bed7614-03a7-42ca-a7a0-e7ce2e662e59,\"Frost, Ltd\",1,\"two\nlines with \"\"quotes\"\"\"\n"));
    CHECK(folder.admin->importEntities(u"organisations"_s, *out).value_or(-1) == 0); // the same again is no change
    CHECK(folder.admin->importEntities(u"organisations"_s, csv).value_or(-1) == 0);  // a key of its own names the same row
}

TEST_CASE("A form is published once a version", "[hub][admin]")
{
    Folder folder;
    const auto first = folder.admin->publishForm(visitForm());
    REQUIRE(first);
    CHECK(first->formId == u"visit"_s);
    CHECK(folder.admin->publishForm(visitForm())->hash == first->hash);
    const auto other = folder.admin->publishForm(visitForm().replace("Deal?", "Sale?"));
    REQUIRE_FALSE(other);
    CHECK(other.error().kind == Error::Kind::Conflict);
    REQUIRE(folder.admin->publishForm(visitForm("2")));
    CHECK(folder.admin->forms()->size() == 2);
    CHECK_FALSE(folder.admin->publishForm("<html/>"));
    CHECK_FALSE(folder.admin->publishForm(visitForm("3").chopped(30)));
    CHECK(folder.admin->forms()->size() == 2);
}

TEST_CASE("A connector's password is not to be found in the folder", "[hub][admin]")
{
    Folder folder;
    const QByteArray connector = R"({"id": "erp", "type": "tryton", "title": "ERP", "url": "http://127.0.0.1:1/", "database": "d",
                                     "user": "u", "password": "never-in-clear-7361"})";
    REQUIRE(folder.admin->addConnector(connector));
    CHECK_FALSE(folder.admin->checkConnector(u"erp"_s));
    folder.admin.reset();
    const QDir dir(folder.config.dataDir);
    for (const QFileInfo& info : dir.entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains("never-in-clear-7361"));
        CHECK((info.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    }
    SECTION("and another key file does not open it")
    {
        QFile::remove(dir.filePath(u"connector.key"_s));
        folder.open();
        CHECK(folder.admin->checkConnector(u"erp"_s).error().kind == Error::Kind::Denied);
    }
}

TEST_CASE("A connector that would not work is refused when it is added", "[hub][admin]")
{
    Folder folder;
    const QByteArray json =
        GENERATE("", "[]", "{}", R"({"id": "x", "type": "sap", "title": "X"})", R"({"id": "hub", "type": "files", "title": "X", "folder": "f"})");
    INFO(json.toStdString());
    CHECK_FALSE(folder.admin->addConnector(json));
}

TEST_CASE("Data of a newer Rapport stay untouched", "[hub][admin]")
{
    Folder folder;
    folder.admin.reset();
    {
        auto database = db::Database::open(folder.config.dataDir + u"/hub.db"_s, {});
        REQUIRE(database);
        REQUIRE(database->execute("PRAGMA user_version = 99"));
    }
    const auto hub = hub::Hub::start(folder.config);
    REQUIRE_FALSE(hub);
    CHECK(hub.error().kind == Error::Kind::Newer);
}

TEST_CASE("With a key nothing of the embedded hub is legible, and no other key opens it", "[hub][admin]")
{
    Folder folder;
    folder.config.dataDir = folder.dir.path() + u"/embedded"_s;
    folder.config.databaseKey = QByteArray(32, 'k');
    folder.open();
    REQUIRE(folder.admin->importEntities(u"contacts"_s, "name,label\nk,Legible Person\n"));
    folder.admin.reset();
    for (const QFileInfo& info : QDir(folder.config.dataDir).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(file.readAll().contains("Legible"));
    }
    folder.config.databaseKey = QByteArray(32, 'x');
    CHECK_FALSE(hub::HubAdmin::open(folder.config));
    folder.config.databaseKey.reset();
    CHECK_FALSE(hub::HubAdmin::open(folder.config));
}

TEST_CASE("Records that an older hub took in are read by a newer one", "[hub]")
{
    QTemporaryDir dir;
    const int released = GENERATE(1, 2, 3);
    const Visit visit;
    {
        auto database = db::Database::open(dir.filePath(u"hub.db"_s), {});
        REQUIRE(database);
        REQUIRE(db::migrate(*database, hub::schema().first(static_cast<std::size_t>(released))));
        for (const QByteArray& instance : {QByteArray("uuid:b"), QByteArray("uuid:a")}) {
            REQUIRE(
                db::run(*database,
                        "INSERT INTO submission(instance_id, form_id, form_version, device_id, author, instance_name, xml_hash, xml, received_at) "
                        "VALUES(?1, 'visit', '1', 'd', 'mh', '', x'', ?2, '2027-11-10T09:00:00.000Z')",
                        QString::fromLatin1(instance), QByteArray(visit.xml()).replace("Mara", instance.right(1))));
        }
    }
    hub::HubConfig config;
    config.dataDir = dir.path();
    auto admin = hub::HubAdmin::open(config);
    REQUIRE(admin);
    const auto exported = (*admin)->exportSubmissions(u"visit"_s);
    REQUIRE(exported);
    REQUIRE(exported->size() == 2);
    for (const QJsonValue& one : *exported)
        CHECK(one[u"answers"_s][u"contact"_s][u"name"_s].toString() == one[u"instance"_s].toString().right(1));
}
