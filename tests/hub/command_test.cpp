// SPDX-License-Identifier: Apache-2.0
// rapportctl hub …, as a person in front of a shell runs it.
#include "app/security/devicesecret.h"
#include "hub/hubsupport.h"
#include "sync/store/store.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

struct Ran {
    int code = -1;
    QByteArray out, err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

Ran rapportctl(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(RAPPORT_BIN "/rapportctl"), arguments);
    process.waitForFinished(30'000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QString write(const QTemporaryDir& dir, const QString& name, const QByteArray& content)
{
    QFile file(dir.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

} // namespace

TEST_CASE("A hub is set up from the command line before anything serves it", "[hub][tool]")
{
    QTemporaryDir dir;
    const QStringList hub{u"hub"_s, u"--data-dir"_s, dir.filePath(u"data"_s)};
    const Ran device = rapportctl(hub + QStringList{u"device"_s, u"add"_s, u"Tablet 1"_s});
    REQUIRE(device.code == 0);
    CHECK_FALSE(device.json()[u"token"_s].toString().isEmpty());
    const QString png = dir.filePath(u"invitation.png"_s);
    const Ran invited = rapportctl(hub + QStringList{u"device"_s, u"invite"_s, u"Tablet 2"_s, u"--png"_s, png});
    REQUIRE(invited.code == 0);
    CHECK(invited.json()[u"code"_s].toString().size() == 14);
    CHECK(QUrl(invited.json()[u"url"_s].toString()).isValid());
    const Ran read = rapportctl({u"scan"_s, png}); // what a tablet's camera makes of it
    CHECK(read.out.contains("rapport://enrol?hub="));
    CHECK(read.out.contains(invited.json()[u"code"_s].toString().toLatin1()));
    const Ran form = rapportctl(hub + QStringList{u"form"_s, u"publish"_s, write(dir, u"f.xml"_s, visitForm())});
    REQUIRE(form.code == 0);
    CHECK(form.json()[u"form_id"_s].toString() == u"visit"_s);
    CHECK(form.json()[u"version"_s].toString() == u"1"_s);
    const Ran imported = rapportctl({u"hub"_s, u"entities"_s, u"import"_s, u"contacts"_s, write(dir, u"c.csv"_s, "name,label\nk,One\n"),
                                     u"--data-dir"_s, dir.filePath(u"data"_s)}); // options may stand anywhere
    REQUIRE(imported.code == 0);
    CHECK(imported.json()[u"changed"_s].toInt() == 1);
    CHECK(rapportctl(hub + QStringList{u"entities"_s, u"export"_s, u"contacts"_s}).out.startsWith("name,label,__version\n"));
    CHECK(rapportctl(hub + QStringList{u"submissions"_s, u"export"_s, u"visit"_s}).json().isArray());
    CHECK(rapportctl(hub + QStringList{u"jobs"_s, u"list"_s}).json().isArray());
}

TEST_CASE("What rapportctl hub cannot do it says on stderr, with nothing on stdout", "[hub][tool]")
{
    QTemporaryDir dir;
    const QString data = dir.filePath(u"data"_s);
    const auto arguments = GENERATE_COPY(values<QStringList>({
        {u"hub"_s, u"device"_s, u"list"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"device"_s, u"add"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"device"_s, u"add"_s, u"a"_s, u"b"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"form"_s, u"publish"_s, u"/nowhere.xml"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"form"_s, u"publish"_s, QStringLiteral(RAPPORT_SOURCE "/README.md")},
        {u"hub"_s, u"--data-dir"_s, data, u"occasion"_s, u"put"_s, QStringLiteral(RAPPORT_SOURCE "/README.md")},
        {u"hub"_s, u"--data-dir"_s, data, u"connector"_s, u"add"_s, QStringLiteral(RAPPORT_SOURCE "/README.md")},
        {u"hub"_s, u"--data-dir"_s, data, u"connector"_s, u"check"_s, u"none"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"jobs"_s, u"retry"_s, u"none"_s},
        {u"hub"_s, u"--data-dir"_s, u"/proc/none"_s, u"device"_s, u"list"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"device"_s, u"dance"_s},
    }));
    INFO(arguments.join(u' ').toStdString());
    const Ran ran = rapportctl(arguments);
    CHECK(ran.code > 0);
    CHECK(ran.out.isEmpty());
    CHECK_FALSE(ran.err.isEmpty());
}

TEST_CASE("The embedded hub's folder opens with the app's key", "[hub][tool]")
{
    QTemporaryDir dir;
    qputenv("XDG_CONFIG_HOME", dir.filePath(u"config"_s).toUtf8());
    const QString app = dir.filePath(u"app"_s);
    REQUIRE(QDir().mkpath(app));
    const auto secret = security::deviceSecret();
    REQUIRE(secret);
    const auto key = store::DataKey::open(app, *secret);
    REQUIRE(key);
    hub::HubConfig config;
    config.dataDir = app + u"/hub"_s;
    config.databaseKey = key->hubKey();
    REQUIRE((*hub::HubAdmin::open(config))->addDevice(u"This laptop"_s));

    const Ran ran = rapportctl({u"hub"_s, u"--data-dir"_s, config.dataDir, u"device"_s, u"list"_s});
    CHECK(ran.code == 0);
    CHECK(ran.json()[0][u"name"_s].toString() == u"This laptop"_s);
}
