// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/photoalbum.h"
#include "app/controllers/photocontroller.h"
#include "talk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

TEST_CASE("The newest pictures of the device can be picked, or it is said that there are none", "[photo]")
{
    const Desk desk;
    PhotoAlbum album;
    const QByteArray home = qgetenv("HOME");
    QTemporaryDir other;
    qputenv("HOME", other.path().toUtf8());
    album.list();
    CHECK(eventually([&] { return !album.text().isEmpty(); }));
    const auto add = [&](const char* name, const QDateTime& at) {
        QFile file(other.filePath(QLatin1String(name)));
        REQUIRE(QDir().mkpath(QFileInfo(file).path()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.setFileTime(at, QFileDevice::FileModificationTime));
    };
    add("Pictures/older.jpg", desk.clock().addDays(-2));
    add("Pictures/badges/newer.png", desk.clock().addDays(-1));
    add("Downloads/newest.jpeg", desk.clock());
    add("Pictures/notes.txt", desk.clock());
    album.list();
    CHECK(eventually([&] { return album.photos()->count() == 3; }));
    CHECK(album.text().isEmpty());
    CHECK(album.photos()->value(0, "name") == QStringLiteral("newest"));
    CHECK(album.photos()->value(2, "url").toUrl() == QUrl::fromLocalFile(other.filePath(QStringLiteral("Pictures/older.jpg"))));
    qputenv("HOME", home);
}

namespace
{

/// A camera that shows one picture and takes a larger one.
class Camera : public capture::FrameSource
{
public:
    void start() override
    {
        running = true;
        Q_EMIT frame(capture::makeFrame(picture(160, 90)));
    }
    void stop() override { running = false; }
    void advance() override {}
    void shoot() override { Q_EMIT capture::FrameSource::picture(picture(1600, 900)); }
    static QImage picture(int width, int height)
    {
        QImage made(width, height, QImage::Format_RGB32);
        made.fill(Qt::darkGreen);
        return made;
    }
    bool running = false;
};

/// A conversation whose first question is a photo.
struct Snap {
    Snap() : talk(desk)
    {
        const QByteArray xml = R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
            xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>Damage</h:title><model>
            <instance><data id="damage" version="1"><photo/><note/><meta><instanceID/></meta></data></instance>
            <bind nodeset="/data/photo" type="binary" required="true()" orx:max-pixels="400"/><bind nodeset="/data/note" type="string"/>
            </model></h:head><h:body><upload ref="/data/photo" mediatype="image/*"><label>Photo of it</label></upload>
            <input ref="/data/note"><label>What is it?</label></input></h:body></h:html>)xml";
        REQUIRE(desk.store->putForm({QStringLiteral("damage"), QStringLiteral("1"), QStringLiteral("h"), QStringLiteral("Damage"), xml}));
        talk.controller.startForm(QStringLiteral("damage"), {});
        node = talk.id(QStringLiteral("photo"));
        REQUIRE(talk.of(QStringLiteral("photo"), "kind").toInt() == static_cast<int>(Question::Kind::Photo));
    }

    QString value() const { return talk.of(QStringLiteral("photo"), "value").toString(); }
    QVariant extra(const char* key) const { return talk.of(QStringLiteral("photo"), "extra").toMap()[QLatin1String(key)]; }
    QString problem() const { return talk.of(QStringLiteral("photo"), "problem").toString(); }
    bool made()
    {
        return eventually([&] { return !extra("preparing").toBool(); });
    }
    QUrl file(const char* name, const QByteArray& content)
    {
        QFile out(files.filePath(QLatin1String(name)));
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(content);
        return QUrl::fromLocalFile(out.fileName());
    }
    QUrl picture(int width, int height)
    {
        const QString path = files.filePath(QStringLiteral("picture.jpg"));
        REQUIRE(Camera::picture(width, height).save(path));
        return QUrl::fromLocalFile(path);
    }

    const Desk desk;
    tests::Talk talk;
    QTemporaryDir files;
    int node = 0;
};

} // namespace

TEST_CASE("A picked photo is an answer once it is small and on disk", "[photo]")
{
    Snap snap;
    snap.talk.controller.pickPhoto(snap.node, snap.picture(1600, 800));
    CHECK(snap.extra("preparing").toBool());
    CHECK(snap.value().isEmpty());
    REQUIRE(snap.made());
    REQUIRE(snap.value().endsWith(QStringLiteral(".jpg")));
    const store::Conversation draft = snap.talk.draft();
    const auto kept = snap.desk.store->attachment(draft.id, snap.value());
    REQUIRE(kept);
    CHECK(QImage::fromData(*kept).size() == QSize(400, 200));
    CHECK(snap.desk.store->thumbnail(draft.id, snap.value()));
    CHECK(snap.desk.store->instance(draft.id)->contains(snap.value().toUtf8()));
    CHECK(snap.extra("picture").toString() == QStringLiteral("image://attachment/%1/%2").arg(draft.id.text(), snap.value()));
}

TEST_CASE("A picture that cannot be taken says why and leaves the one that is there", "[photo]")
{
    Snap snap;
    snap.talk.controller.pickPhoto(snap.node, snap.picture(300, 200));
    REQUIRE(snap.made());
    const QString before = snap.value();
    REQUIRE_FALSE(before.isEmpty());

    QFile whole(snap.picture(900, 600).toLocalFile());
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray jpeg = whole.readAll();
    const std::pair<QUrl, QString> cases[] = {
        {snap.file("torn.jpg", jpeg.left(jpeg.size() / 2)),
         QStringLiteral("A part of this picture is missing. Please take it again, or pick another one.")},
        {snap.file("notes.jpg", "Dear Ms Dewi"), QStringLiteral("This is no picture that can be shown here. Please pick another one.")},
        {QUrl::fromLocalFile(snap.files.filePath(QStringLiteral("gone.jpg"))),
         QStringLiteral("This picture cannot be opened any more. Please pick another one.")},
    };
    for (const auto& [url, sentence] : cases) {
        INFO(sentence.toStdString());
        snap.talk.controller.pickPhoto(snap.node, url);
        REQUIRE(snap.made());
        CHECK(snap.problem() == sentence);
        CHECK(snap.value() == before);
        CHECK(snap.talk.controller.trouble().isEmpty());
    }
}

TEST_CASE("A photo that is removed comes back with Undo, and does not travel without it", "[photo]")
{
    Snap snap;
    snap.talk.controller.pickPhoto(snap.node, snap.picture(300, 200));
    REQUIRE(snap.made());
    const QString first = snap.value();
    snap.talk.controller.removeFile(snap.node);
    CHECK(snap.value().isEmpty());
    REQUIRE(snap.talk.controller.canUndo());
    snap.talk.controller.undoRemove();
    CHECK(snap.value() == first);
    CHECK_FALSE(snap.talk.controller.canUndo());

    const auto id = snap.talk.draft().id;
    snap.talk.controller.removeFile(snap.node);
    QTest::qWait(2); // names carry the time
    snap.talk.controller.takePhoto(snap.node, Camera::picture(500, 300));
    REQUIRE(snap.made());
    REQUIRE(snap.value() != first);
    const QString second = snap.value();
    snap.talk.controller.finish();
    REQUIRE(eventually([&] { return !snap.talk.controller.isOpen(); }));
    const auto sent = snap.desk.store->attachments(id);
    REQUIRE(sent->size() == 1);
    CHECK(sent->front().name == second);
}

TEST_CASE("Whoever finishes while a photo is being made finishes with it", "[photo]")
{
    Snap snap;
    snap.talk.controller.pickPhoto(snap.node, snap.picture(2000, 1500));
    snap.talk.controller.finish();
    REQUIRE(eventually([&] { return !snap.talk.controller.isOpen(); }));
    const auto waiting = snap.desk.store->outbox();
    REQUIRE(waiting->size() == 1);
    CHECK(snap.desk.store->attachments(waiting->front().conversation)->size() == 1);
}

TEST_CASE("The camera takes a photo for the question that asked, and stops", "[photo]")
{
    Camera camera;
    PhotoController photo(camera, PhotoController::Camera::Present);
    int node = 0;
    QSize size;
    QObject::connect(&photo, &PhotoController::taken, [&](int asked, const QImage& picture) {
        node = asked;
        size = picture.size();
    });
    photo.shoot();
    CHECK(node == 0); // nobody looks yet
    photo.start(7);
    CHECK(photo.state() == PhotoController::Looking);
    CHECK(photo.frame().size() == QSize(160, 90));
    photo.shoot();
    CHECK(node == 7);
    CHECK(size == QSize(1600, 900));
    CHECK_FALSE(camera.running);
    CHECK(photo.state() == PhotoController::Idle);

    photo.start(8);
    Q_EMIT camera.unavailable({Error::Kind::Offline, {}});
    CHECK(photo.state() == PhotoController::NoSource);
    CHECK(photo.sentence() == QStringLiteral("The camera does not answer. Try again, or pick a photo instead."));
}

TEST_CASE("The photo of a business card is kept with the conversation, where the form has a place for it", "[photo][card]")
{
    struct Row {
        const char* payload;
        bool kept;
    };
    const auto row = GENERATE(values<Row>({{"rapport:payload='contacts.card_photo'", true}, {"", false}}));
    const Desk desk;
    const QByteArray xml =
        "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:rapport='urn:rapport:xforms:1' "
        "xmlns:orx='http://openrosa.org/xforms'><h:head><h:title>Fair</h:title><model><instance><data id='trade_fair_conversation' "
        "version='9'><name/>"
        "<card/><meta><instanceID/></meta></data></instance><bind nodeset='/data/name' rapport:payload='contacts.family_name'/>"
        "<bind nodeset='/data/card' type='binary' orx:max-pixels='400' " +
        QByteArray(row.payload) +
        "/></model></h:head><h:body><input ref='/data/name'><label>Name</label></input><upload ref='/data/card' mediatype='image/*'>"
        "<label>Card</label></upload></h:body></h:html>";
    REQUIRE(desk.store->putForm({QStringLiteral("trade_fair_conversation"), QStringLiteral("9"), QStringLiteral("h"), QStringLiteral("Fair"), xml}));
    tests::Talk talk(desk);
    talk.controller.startWithCard({{QStringLiteral("contacts.family_name"), QStringLiteral("Weber")}}, {}, Camera::picture(800, 500));
    CHECK(talk.of(QStringLiteral("name"), "value").toString() == QStringLiteral("Weber"));
    CHECK(talk.controller.notice().isEmpty() == row.kept);
    REQUIRE(eventually([&] { return talk.of(QStringLiteral("card"), "value").toString().isEmpty() != row.kept; }));
    REQUIRE(talk.saved());
    CHECK(eventually([&] { return desk.store->attachments(talk.draft().id)->size() == (row.kept ? 1U : 0U); }));
}
