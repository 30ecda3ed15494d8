// SPDX-License-Identifier: Apache-2.0
// Forms with pictures and tables, from the hub to the tablet.
#include "sync/store/formfiles.h"
#include "sync/wire/openrosa.h"
#include "tablet.h"

#include <QDir>
#include <QFile>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

/// A form that shows a picture and reads a table.
QByteArray tourForm(const QByteArray& version = "1")
{
    return R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Tour</h:title><model>
<itext><translation lang="default"><text id="/data/pump:label"><value>Pump</value><value form="image">jr://images/pump.png</value></text></translation></itext>
<instance><data id="tour" version=")xml" +
           version + R"xml("><pump/><meta><instanceID/></meta></data></instance>
<instance id="parts" src="jr://file-csv/parts.csv"/>
<bind nodeset="/data/pump" type="string"/></model></h:head>
<h:body><select1 ref="/data/pump"><label ref="jr:itext('/data/pump:label')"/>
<itemset nodeset="instance('parts')/root/item"><value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>)xml";
}

class Files
{
public:
    hub::HubAdmin::FormFile add(const QString& name, const QByteArray& content) const
    {
        QFile file(m_dir.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return {name, m_dir.filePath(name)};
    }

private:
    QTemporaryDir m_dir;
};

void publish(Tablet& tablet, const QByteArray& picture, const QByteArray& version = "1")
{
    const Files files;
    const auto published = tablet.office.admin().publishForm(
        tourForm(version), {}, {files.add(u"pump.png"_s, picture), files.add(u"parts.csv"_s, "name,label\na,Axle\nb,Bolt\n")});
    REQUIRE(published);
    CHECK(published->warnings.isEmpty());
}

QByteArray pictureOf(const Tablet& tablet, const QString& version = u"1"_s)
{
    return store::formFile(*tablet.store, u"tour"_s, version, u"pump.png"_s).value_or({});
}

int keptFiles(const Tablet& tablet)
{
    return static_cast<int>(QDir(tablet.dir.path() + u"/formfiles"_s).entryList(QDir::Files).size());
}

} // namespace

TEST_CASE("A form comes down with its files, each once, and again only where one has changed", "[device]")
{
    Tablet tablet;
    publish(tablet, "one picture");
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return bool(tablet.store->form(u"tour"_s, {})); }));
    CHECK(pictureOf(tablet) == "one picture");
    CHECK(store::formFile(*tablet.store, u"tour"_s, u"1"_s, u"parts.csv"_s).value_or({}).startsWith("name,label"));
    CHECK_FALSE(store::formFile(*tablet.store, u"tour"_s, u"1"_s, u"hub.db"_s));

    QFile onDisk(QDir(tablet.dir.path() + u"/formfiles"_s).entryInfoList(QDir::Files).front().filePath());
    REQUIRE(onDisk.open(QIODevice::ReadOnly));
    const QByteArray sealed = onDisk.readAll();
    CHECK_FALSE((sealed.contains("picture") || sealed.contains("Axle")));

    publish(tablet, "another picture"); // the form is the same
    tablet.proxy.forget();
    tablet.courier->tryNow();
    REQUIRE(tablet.eventually([&] { return pictureOf(tablet) == "another picture"; }));
    CHECK(tablet.proxy.seen("/media/parts.csv") == 0);
    CHECK(tablet.proxy.seen("GET /forms/tour/1 ") == 0);
    CHECK(tablet.eventually([&] { return keptFiles(tablet) == 2; })); // nobody needs the first one
}

TEST_CASE("What is asked for while a look is under way is looked for again", "[device]")
{
    Tablet tablet;
    publish(tablet, "one picture");
    tablet.proxy.set(Fault::slow(std::chrono::milliseconds(1500)), 1, "GET /v1/drafts"); // the forms have been listed already
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.proxy.seen("GET /v1/drafts") == 1; }));
    publish(tablet, "another picture");
    tablet.courier->tryNow();
    CHECK(tablet.eventually([&] { return pictureOf(tablet) == "another picture"; }));
}

TEST_CASE("A form is not seen before all its files are here whole, and the version before it stays", "[device]")
{
    struct Row {
        const char* note;
        Fault fault;
    };
    const auto row = GENERATE(values<Row>({{"cut off", Fault::truncate()},
                                           {"shorter than promised", Fault::wrongLength()},
                                           {"other bytes", Fault::wholeBut("half a pict")},
                                           {"a hotel's page", Fault::answerWith(200)},
                                           {"refused", Fault::answerWith(404)},
                                           {"a broken hub", Fault::answerWith(500)}}));
    INFO(row.note);
    Tablet tablet;
    publish(tablet, "one picture");
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return bool(tablet.store->form(u"tour"_s, {})); }));

    tablet.proxy.set(row.fault, -1, "/media/pump.png");
    publish(tablet, "the new picture", "2");
    REQUIRE(tablet.eventually([&] {
        tablet.courier->tryNow();
        return tablet.proxy.faulted() >= 2;
    }));
    CHECK(tablet.store->form(u"tour"_s, {})->version == u"1"_s);
    CHECK(pictureOf(tablet) == "one picture");
    CHECK(pictureOf(tablet, u"2"_s).isEmpty());

    tablet.proxy.pass();
    REQUIRE(tablet.eventually([&] {
        tablet.courier->tryNow();
        return tablet.store->form(u"tour"_s, {})->version == u"2"_s;
    }));
    CHECK(pictureOf(tablet, u"2"_s) == "the new picture");
}

TEST_CASE("A conversation keeps the files of the version that it began with", "[device]")
{
    Tablet tablet;
    publish(tablet, "one picture");
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return bool(tablet.store->form(u"tour"_s, {})); }));
    const bool begun = GENERATE(true, false);
    if (begun) {
        store::Conversation draft;
        draft.id = store::ConversationId::make();
        draft.instanceId = u"uuid:1"_s;
        draft.formId = u"tour"_s;
        draft.formVersion = u"1"_s;
        draft.startedAt = systemClock()();
        REQUIRE(tablet.store->saveDraft(draft, "<data/>"));
    }
    publish(tablet, "the new picture", "2");
    tablet.courier->tryNow();
    REQUIRE(tablet.eventually([&] { return pictureOf(tablet, u"2"_s) == "the new picture"; }));
    const QByteArray old = begun ? "one picture" : "";
    CHECK(tablet.eventually([&] { return pictureOf(tablet) == old; }));
    CHECK(tablet.eventually([&] { return keptFiles(tablet) == (begun ? 3 : 2); })); // both have the same table
}

TEST_CASE("What is published with a form is what the form names", "[hub]")
{
    Tablet tablet;
    hub::HubAdmin& admin = tablet.office.admin();
    const Files files;
    const auto bare = admin.publishForm(tourForm());
    REQUIRE(bare);
    REQUIRE(bare->warnings.size() == 1); // the table may be an entity list
    CHECK(bare->warnings.front() == u"pump.png is missing: the form names it."_s);

    const auto published = admin.publishForm(tourForm(), {}, {files.add(u"pump.png"_s, "p"), files.add(u"diary.txt"_s, "mine")});
    REQUIRE(published);
    CHECK(published->files == QStringList{u"pump.png"_s});
    REQUIRE(published->warnings.size() == 1);
    CHECK(published->warnings.front() == u"diary.txt was left out: the form does not name it."_s);

    const QByteArray manifest = tablet.office.client().get("/forms/tour/1/manifest").body;
    const auto listed = wire::parseManifest(manifest);
    REQUIRE(listed);
    REQUIRE(listed->size() == 1);
    CHECK(listed->front().fileName == u"pump.png"_s);
    CHECK(manifest.contains("parts.csv")); // as an entity list
    const QByteArray place = QUrl(listed->front().downloadUrl).path().toLatin1();
    CHECK(tablet.office.client().get(place).body == "p");
    CHECK(tablet.office.client(QString()).get(place).status == 401);
    CHECK(tablet.office.client().get("/forms/tour/1/media/diary.txt").status == 404);
    CHECK(tablet.office.client().get("/forms/tour/1/media/..%2F..%2Fhub.db").status == 404);

    const auto broken = admin.publishForm(tourForm(), {}, {files.add(u"parts.csv"_s, "name,label\n\"never ends")});
    REQUIRE_FALSE(broken);
    CHECK(broken.error().detail.startsWith(u"parts.csv cannot be read"_s));
    const auto large = admin.publishForm(tourForm(), {}, {files.add(u"pump.png"_s, QByteArray(17 * 1024 * 1024, 'x'))});
    REQUIRE_FALSE(large);
    CHECK(large.error().detail == u"pump.png is larger than 16 MiB."_s);
    CHECK_FALSE(admin.publishForm(tourForm(), {}, {{u"pump.png"_s, u"/nowhere/pump.png"_s}}));
    CHECK(tablet.office.client().get(place).body == "p"); // as it was
}
