// SPDX-License-Identifier: Apache-2.0
#include "app/security/devicesecret.h"
#include "sync/db/database.h"
#include "sync/store/store.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;

namespace
{

/// One machine's home: data folder and, outside it, the device secret. The real app runs in it.
struct Home {
    Home()
    {
        qputenv("XDG_CONFIG_HOME", dir.filePath(QStringLiteral("config")).toUtf8());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // no keychain of the tester's
        const auto secret = security::deviceSecret();
        REQUIRE(secret);
        REQUIRE(QDir().mkpath(data()));
        const auto key = store::DataKey::open(data(), *secret);
        REQUIRE(key);
        databaseKey = key->databaseKey();
        const auto store = store::Store::open(data(), *key, systemClock());
        REQUIRE(store);
        REQUIRE((*store)->setSetting(QStringLiteral("user"), QStringLiteral("m.hansen")));
    }
    QString data() const { return dir.filePath(QStringLiteral("data")); }
    QString database() const { return data() + QStringLiteral("/rapport.db"); }

    /// Every file with the hash of its content.
    std::map<QString, QByteArray> files() const
    {
        std::map<QString, QByteArray> all;
        QDirIterator each(data(), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            all[file.fileName()] = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
        }
        return all;
    }

    QTemporaryDir dir;
    QByteArray databaseKey;
};

struct Ended {
    int code;
    QString said;
};

Ended run(const QStringList& arguments)
{
    QProcess app;
    app.start(QStringLiteral(RAPPORT_BIN "/rapport"), arguments);
    const bool ended = app.waitForFinished(20'000);
    if (!ended)
        app.kill();
    app.waitForFinished();
    return {ended ? app.exitCode() : -1, QString::fromUtf8(app.readAllStandardError())};
}

} // namespace

TEST_CASE("Data that cannot be opened are said in a sentence, with exit code 2, and stay untouched", "[start]")
{
    const Home home;
    QString sentence;
    SECTION("written by a newer Rapport")
    {
        db::Database::Options options;
        options.key = home.databaseKey;
        auto database = db::Database::open(home.database(), options);
        REQUIRE(database);
        REQUIRE(database->execute("PRAGMA user_version = 99"));
        sentence = QStringLiteral("written by a newer Rapport");
    }
    SECTION("torn")
    {
        QFile file(home.database());
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(3000, 'x'));
        sentence = QStringLiteral("Rapport cannot open its data");
    }
    SECTION("without their key")
    {
        REQUIRE(QFile::remove(home.data() + QStringLiteral("/key")));
        sentence = QStringLiteral("damaged and cannot be opened");
    }
    SECTION("of another device")
    {
        QFile secret(home.dir.filePath(QStringLiteral("config/rapport/device-secret")));
        REQUIRE(secret.remove());
        sentence = QStringLiteral("they belong to another device");
    }
    const auto before = home.files();
    const Ended ended = run({QStringLiteral("--data-dir"), home.data()});
    INFO(ended.said.toStdString());
    CHECK(ended.code == 2);
    CHECK(ended.said.contains(sentence));
    CHECK(ended.said.contains(QStringLiteral("Nothing was touched")));
    CHECK(home.files() == before);
}

TEST_CASE("An option that is not one ends the app with exit code 2", "[start]")
{
    CHECK(run({QStringLiteral("--colour"), QStringLiteral("red")}).code == 2);
}
