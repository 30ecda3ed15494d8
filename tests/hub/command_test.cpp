// SPDX-License-Identifier: Apache-2.0
// rapportctl hub …, as a person in front of a shell runs it.
#include "app/security/devicesecret.h"
#include "hub/hubsupport.h"
#include "sync/device/enrolment.h"
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
    const QStringList mapped{u"entities"_s,  u"import"_s,   u"attendees"_s, QStringLiteral(RAPPORT_TEST_DATA "/imports/attendees.csv"),
                             u"--mapping"_s, u"attendees"_s};
    const Ran dry = rapportctl(hub + mapped + QStringList{u"--dry-run"_s});
    CHECK(dry.code == 0);
    CHECK(dry.json()[u"new"_s].toInt() == 4);
    CHECK(rapportctl(hub + mapped).json()[u"new"_s].toInt() == 4);
    CHECK(rapportctl(hub + mapped).json()[u"unchanged"_s].toInt() == 4);
    CHECK(rapportctl(hub + QStringList{u"entities"_s, u"audience"_s, u"organisations"_s}).out ==
          "\xEF\xBB\xBF"
          "company,domain,website,segment,postcode,city,country\r\n");
    CHECK(rapportctl(hub + QStringList{u"submissions"_s, u"export"_s, u"visit"_s}).json().isArray());
    CHECK(rapportctl(hub + QStringList{u"jobs"_s, u"list"_s}).json().isArray());
    CHECK(rapportctl(hub + QStringList{u"entities"_s, u"policy"_s, u"contacts"_s, u"city"_s, u"ask"_s}).code == 0);
    CHECK(rapportctl(hub + QStringList{u"conflicts"_s, u"list"_s}).json().isArray());

    const QString backup = dir.filePath(u"hub.tar"_s);
    CHECK(rapportctl(hub + QStringList{u"backup"_s, backup}).code == 0);
    CHECK(rapportctl(hub + QStringList{u"restore"_s, backup}).code == 1); // there is a hub
    const QStringList other{u"hub"_s, u"--data-dir"_s, dir.filePath(u"other"_s)};
    CHECK(rapportctl(other + QStringList{u"restore"_s, backup}).code == 0);
    CHECK(rapportctl(other + QStringList{u"entities"_s, u"export"_s, u"contacts"_s}).out.startsWith("name,label,__version\n"));
}

TEST_CASE("A rescue file goes from the folder of a broken tablet to the office", "[hub][tool][rescue]")
{
    ServedFolder office;
    QTemporaryDir dir;
    const auto secret = security::deviceSecret();
    REQUIRE(secret);
    const auto key = store::DataKey::open(dir.path(), *secret);
    REQUIRE(key);
    const QString file = dir.filePath(u"t1.rescue"_s);
    const QStringList rescue{u"rescue"_s, u"--data-dir"_s, dir.path(), u"-o"_s, file}, hub{u"hub"_s, u"--data-dir"_s, office.dir()};
    {
        auto tablet = store::Store::open(dir.path(), *key, systemClock());
        REQUIRE(tablet);
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        const Visit visit;
        conversation.instanceId = QString::fromLatin1(visit.instance);
        conversation.startedAt = systemClock()();
        CHECK(rapportctl(rescue).err.contains("not connected to a hub"));
        const std::atomic<bool> stopping = false;
        device::Exchange exchange(stopping);
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(office.port()));
        REQUIRE(device::enrol(**tablet, exchange, {url, office.admin().invite(u"T1"_s)->code}, u"T1"_s, systemClock()()).done());
        CHECK(rapportctl(rescue).err.contains("nothing waits"));
        REQUIRE((*tablet)->finish(conversation, visit.xml(), {}));
    }
    const Ran exported = rapportctl(rescue);
    REQUIRE(exported.code == 0);
    CHECK(exported.json()[u"conversations"_s].toInt() == 1);
    const Ran taken = rapportctl(hub + QStringList{u"rescue"_s, file}); // while the hub serves
    REQUIRE(taken.code == 0);
    CHECK(taken.json()[u"new"_s].toInt() == 1);
    CHECK(rapportctl(hub + QStringList{u"rescue"_s, file}).json()[u"known"_s].toInt() == 1);
    CHECK(office.admin().submissions()->size() == 1);
    const Ran torn = rapportctl(hub + QStringList{u"rescue"_s, write(dir, u"torn.rescue"_s, "RPRESCUE")});
    CHECK(torn.code == 1);
    CHECK(torn.err.contains("The rescue file is torn"));
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
        {u"hub"_s, u"--data-dir"_s, data, u"entities"_s, u"audience"_s, u"contacts"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"entities"_s, u"import"_s, u"contacts"_s, QStringLiteral(RAPPORT_SOURCE "/README.md"), u"--dry-run"_s},
        {u"hub"_s, u"--data-dir"_s, data, u"entities"_s, u"import"_s, u"contacts"_s, QStringLiteral(RAPPORT_SOURCE "/README.md"), u"--mapping"_s,
         u"shoes"_s},
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
