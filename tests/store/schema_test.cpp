// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/db/database.h"
#include "sync/store/schema.h"

#include <QDir>

#include <catch2/catch.hpp>

using namespace rapport;

namespace
{

/// Folders of released schemas: tests/data/schemas/store-v1 and so on, each with one draft, one that waits and one contact.
const QString schemas = QStringLiteral(RAPPORT_TEST_DATA "/schemas");

void copy(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    for (const QString& name : QDir(from).entryList(QDir::Files))
        REQUIRE(QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name));
}

} // namespace

TEST_CASE("Every released schema opens in today's Rapport with all that was in it", "[store]")
{
    const QStringList released = QDir(schemas).entryList({QStringLiteral("store-v*")}, QDir::Dirs);
    REQUIRE_FALSE(released.isEmpty());
    for (const QString& name : released) {
        INFO(name.toStdString());
        test::Folder folder;
        copy(schemas + QLatin1Char('/') + name, folder.path);
        auto store = folder.open();
        REQUIRE(store);
        CHECK(store->drafts()->size() == 1);
        CHECK(store->outbox()->size() == 1);
        const auto contacts = store->entities(QStringLiteral("contacts"));
        REQUIRE(contacts->size() == 1);
        CHECK(store->search(contacts->front().label, 5)->size() == 1); // also where no search was written
    }
}

TEST_CASE("There is a folder of each released schema, and it says its version", "[store]")
{
    QStringList found;
    for (const QString& name : QDir(schemas).entryList({QStringLiteral("store-v*")}, QDir::Dirs)) {
        INFO(name.toStdString());
        test::Folder folder;
        copy(schemas + QLatin1Char('/') + name, folder.path);
        const auto key = store::DataKey::open(folder.path, test::deviceSecret);
        REQUIRE(key);
        db::Database::Options options;
        options.key = key->databaseKey();
        auto database = db::Database::open(folder.path + QStringLiteral("/rapport.db"), options);
        REQUIRE(database);
        CHECK(QStringLiteral("store-v%1").arg(database->number("PRAGMA user_version")->value_or(0)) == name);
        found.append(name);
    }
    for (std::size_t version = 1; version < store::schema().size(); ++version) // the newest one is not released before there is another
        CHECK(found.contains(QStringLiteral("store-v%1").arg(version)));
}

TEST_CASE("A folder of a newer Rapport is refused and left as it was", "[store]")
{
    test::Folder folder;
    REQUIRE(folder.open());
    const auto key = store::DataKey::open(folder.path, test::deviceSecret);
    {
        db::Database::Options options;
        options.key = key->databaseKey();
        auto database = db::Database::open(folder.path + QStringLiteral("/rapport.db"), options);
        REQUIRE(database->execute("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    QFile file(folder.path + QStringLiteral("/rapport.db"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto refused = store::Store::open(folder.path, *key, systemClock());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Newer);
    file.seek(0);
    CHECK(file.readAll() == before);
}
