// SPDX-License-Identifier: Apache-2.0
#include "hub/hubsupport.h"
#include "sync/db/database.h"
#include "sync/hub/schema.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

/// Folders of released schemas: tests/data/schemas/hub-v1 and so on, as the hub of that time left them (writer.cpp).
const QString schemas = QStringLiteral(RAPPORT_TEST_DATA "/schemas");

QStringList released()
{
    return QDir(schemas).entryList({u"hub-v*"_s}, QDir::Dirs);
}

} // namespace

TEST_CASE("Every released schema of the hub opens in today's with all that was in it", "[hub]")
{
    REQUIRE_FALSE(released().isEmpty());
    for (const QString& name : released()) {
        INFO(name.toStdString());
        QTemporaryDir dir;
        REQUIRE(QFile::copy(schemas + u'/' + name + u"/hub.db"_s, dir.filePath(u"hub.db"_s)));
        REQUIRE(QFile::setPermissions(dir.filePath(u"hub.db"_s), QFile::ReadOwner | QFile::WriteOwner));
        hub::HubConfig config;
        config.dataDir = dir.path();
        config.port = 0;
        const auto hub = hub::Hub::start(config);
        REQUIRE(hub);
        hub::HubAdmin& admin = (*hub)->admin();
        CHECK(admin.devices()->size() == 1);
        QStringList names;
        const auto records = admin.exportSubmissions(u"visit"_s);
        REQUIRE(records);
        for (const QJsonValue& record : *records)
            names.append(record[u"answers"_s][u"contact"_s][u"name"_s].toString());
        names.sort();
        CHECK(names == QStringList{u"Ilse"_s, u"Mara"_s});
        CHECK(admin.exportEntities(u"contacts"_s)->count('\n') == 3); // with the line of names
        CHECK(admin.exportEntities(u"opportunities"_s)->count('\n') == 2);

        INFO("and takes in what comes next");
        const auto device = admin.addDevice(u"Tablet 2"_s);
        REQUIRE(device);
        CHECK(test::Client((*hub)->port(), device->token).submit(test::Visit{}.xml()).status == 201);
        CHECK(admin.exportEntities(u"contacts"_s)->count('\n') == 4);
    }
}

TEST_CASE("There is a folder of each released schema of the hub, and it says its version", "[hub]")
{
    QStringList found;
    for (const QString& name : released()) {
        INFO(name.toStdString());
        QTemporaryDir dir;
        REQUIRE(QFile::copy(schemas + u'/' + name + u"/hub.db"_s, dir.filePath(u"hub.db"_s)));
        auto database = db::Database::open(dir.filePath(u"hub.db"_s), {});
        REQUIRE(database);
        CHECK(u"hub-v%1"_s.arg(database->number("PRAGMA user_version")->value_or(0)) == name);
        found.append(name);
    }
    for (std::size_t version = 1; version < hub::schema().size(); ++version) // the newest one is not released before there is another
        CHECK(found.contains(u"hub-v%1"_s.arg(version)));
}
