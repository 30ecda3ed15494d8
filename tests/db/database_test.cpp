// SPDX-License-Identifier: Apache-2.0
#include "sync/db/database.h"
#include "sync/db/migrations.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <thread>

using namespace rapport;
using db::Database;

namespace
{

const QByteArray key(32, 'k');

Database::Options with(const QByteArray& bytes)
{
    Database::Options options;
    options.key = bytes;
    return options;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr db::Migration first{1, "CREATE TABLE note(id TEXT PRIMARY KEY, text TEXT NOT NULL)"};
constexpr db::Migration second{2, "ALTER TABLE note ADD COLUMN author TEXT NOT NULL DEFAULT ''"};

} // namespace

TEST_CASE("A database opens with its key and with no other", "[db]")
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("a.db"));
    {
        auto database = Database::open(file, with(key));
        REQUIRE(database);
        REQUIRE(database->execute("CREATE TABLE note(text TEXT); INSERT INTO note VALUES('Aylin')"));
    }
    CHECK(Database::open(file, with(key)));
    const auto wrong = Database::open(file, with(QByteArray(32, 'x')));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == Error::Kind::Denied);
    CHECK_FALSE(wrong.error().detail.contains(QLatin1String("x'")));
    CHECK_FALSE(contentOf(file).contains("Aylin"));
    CHECK_FALSE(contentOf(file).startsWith("SQLite format 3"));
}

TEST_CASE("A file that is no database is refused", "[db]")
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("a.db")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'z'));
    file.close();
    const auto database = Database::open(file.fileName(), with(key));
    REQUIRE_FALSE(database);
    CHECK(database.error().kind == Error::Kind::Denied);
}

TEST_CASE("Values of every kind come back as they went in", "[db]")
{
    QTemporaryDir dir;
    auto database = Database::open(dir.filePath(QStringLiteral("a.db")), {});
    REQUIRE(database);
    REQUIRE(database->execute("CREATE TABLE v(a TEXT, b BLOB, c INTEGER, d REAL, e TEXT)"));
    auto put = database->prepare("INSERT INTO v VALUES(?1, ?2, ?3, ?4, ?5)");
    REQUIRE(put);
    REQUIRE(put->bind(QStringLiteral("ç\nß"), QByteArray("\0x", 2), qint64(1) << 40, 2.5, std::optional<QString>()).run());
    auto get = database->prepare("SELECT a, b, c, d, e FROM v");
    REQUIRE(get);
    REQUIRE(get->step().value_or(false));
    CHECK(get->text(0) == QStringLiteral("ç\nß"));
    CHECK(get->blob(1) == QByteArray("\0x", 2));
    CHECK(get->integer(2) == qint64(1) << 40);
    CHECK(get->real(3) == 2.5);
    CHECK(get->isNull(4));
}

TEST_CASE("A constraint that refuses is a conflict", "[db]")
{
    QTemporaryDir dir;
    auto database = Database::open(dir.filePath(QStringLiteral("a.db")), {});
    REQUIRE(database);
    REQUIRE(database->execute(first.sql));
    auto put = database->prepare("INSERT INTO note(id, text) VALUES(?1, ?2)");
    REQUIRE(put->bind(QStringLiteral("1"), QStringLiteral("a")).run());
    const auto again = put->bind(QStringLiteral("1"), QStringLiteral("secret")).run();
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == Error::Kind::Conflict);
    CHECK_FALSE(again.error().detail.contains(QLatin1String("secret")));
}

TEST_CASE("What was not committed is not there", "[db]")
{
    QTemporaryDir dir;
    auto database = Database::open(dir.filePath(QStringLiteral("a.db")), {});
    REQUIRE(database);
    REQUIRE(database->execute(first.sql));
    {
        auto transaction = db::Transaction::begin(*database);
        REQUIRE(transaction);
        REQUIRE(database->execute("INSERT INTO note VALUES('1', 'a')"));
    }
    CHECK(database->number("SELECT count(*) FROM note")->value() == 0);
    auto transaction = db::Transaction::begin(*database);
    REQUIRE(database->execute("INSERT INTO note VALUES('1', 'a')"));
    REQUIRE(transaction->commit());
    CHECK(database->number("SELECT count(*) FROM note")->value() == 1);
}

TEST_CASE("A full disk is said as such and leaves what was there", "[db]")
{
    QTemporaryDir dir;
    auto database = Database::open(dir.filePath(QStringLiteral("a.db")), with(key));
    REQUIRE(database);
    REQUIRE(database->execute(first.sql));
    REQUIRE(database->execute("INSERT INTO note VALUES('1', 'a')"));
    REQUIRE(database->execute("PRAGMA max_page_count = 8"));
    auto put = database->prepare("INSERT INTO note(id, text) VALUES(?1, ?2)");
    const auto full = put->bind(QStringLiteral("2"), QString(200'000, QLatin1Char('x'))).run();
    REQUIRE_FALSE(full);
    CHECK(full.error().kind == Error::Kind::Full);
    CHECK(database->number("SELECT count(*) FROM note")->value() == 1);
}

TEST_CASE("Migrations run once each, in order, and only forwards", "[db]")
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("a.db"));
    const std::vector<db::Migration> one{first}, two{first, second};
    {
        auto database = Database::open(file, {});
        REQUIRE(db::migrate(*database, one));
        REQUIRE(database->execute("INSERT INTO note VALUES('1', 'kept')"));
        REQUIRE(db::migrate(*database, two));
        REQUIRE(db::migrate(*database, two));
        CHECK(database->number("SELECT count(*) FROM note WHERE author = '' AND text = 'kept'")->value() == 1);
        REQUIRE(database->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
    const QByteArray before = contentOf(file);
    auto database = Database::open(file, {});
    const auto refused = db::migrate(*database, one);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Newer);
    CHECK(contentOf(file) == before);
}

TEST_CASE("A step that fails leaves the schema where it was", "[db]")
{
    QTemporaryDir dir;
    auto database = Database::open(dir.filePath(QStringLiteral("a.db")), {});
    const std::vector<db::Migration> broken{first, {2, "CREATE TABLE extra(a); CREATE TABLE note(b)"}};
    CHECK_FALSE(db::migrate(*database, broken));
    CHECK(database->number("PRAGMA user_version")->value() == 1);
    CHECK(database->number("SELECT count(*) FROM sqlite_master WHERE name = 'extra'")->value() == 0);
}

TEST_CASE("Two threads write through connections of their own without losing a row", "[db]")
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("a.db"));
    REQUIRE(Database::open(file, with(key))->execute("CREATE TABLE n(x)"));
    const auto work = [&] {
        auto database = Database::open(file, with(key));
        for (int i = 0; database && i < 50; ++i)
            (void)database->execute("INSERT INTO n VALUES(1)"); // counted below
    };
    std::thread other(work);
    work();
    other.join();
    CHECK(Database::open(file, with(key))->number("SELECT count(*) FROM n")->value() == 100);
}
