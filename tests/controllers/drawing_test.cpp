// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/drawing.h"
#include "talk.h"

#include <QFile>
#include <QImage>
#include <QTest>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

Drawing line(const QColor& ink)
{
    return {{Stroke{Stroke::Tool::Pen, ink, QPolygonF({{0.1, 0.5}, {0.5, 0.5}, {0.9, 0.5}})}}};
}

/// Near enough for a thin line in a JPEG, which keeps colours at half the size.
bool has(const QImage& picture, double x, double y, const QColor& ink)
{
    const QColor there = picture.pixelColor(int(x * picture.width()), int(y * picture.height()));
    return std::abs(there.red() - ink.red()) < 100 && std::abs(there.green() - ink.green()) < 100 && std::abs(there.blue() - ink.blue()) < 100;
}

/// A conversation with a picture to be drawn on and a sheet of paper.
struct Sketch {
    Sketch() : talk(desk)
    {
        const QByteArray xml = R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
            xmlns:orx="http://openrosa.org/xforms"><h:head><h:title>Damage</h:title><model>
            <instance><data id="damage" version="1"><leak/><room/><meta><instanceID/></meta></data></instance>
            <bind nodeset="/data/leak" type="binary" orx:max-pixels="400"/><bind nodeset="/data/room" type="binary" orx:max-pixels="800"/>
            </model></h:head><h:body><upload ref="/data/leak" mediatype="image/*" appearance="annotate"><label>Leak</label></upload>
            <upload ref="/data/room" mediatype="image/*" appearance="draw"><label>Room</label></upload></h:body></h:html>)xml";
        REQUIRE(desk.store->putForm({QStringLiteral("damage"), QStringLiteral("1"), QStringLiteral("h"), QStringLiteral("Damage"), xml}));
        talk.controller.startForm(QStringLiteral("damage"), {});
        leak = talk.id(QStringLiteral("leak"));
        room = talk.id(QStringLiteral("room"));
    }

    QString value(const char* name) const { return talk.of(QLatin1String(name), "value").toString(); }
    bool made(const char* name)
    {
        return eventually([&] { return !talk.of(QLatin1String(name), "extra").toMap()[QStringLiteral("preparing")].toBool(); });
    }
    QImage kept(const char* name) const
    {
        const auto file = desk.store->attachment(talk.draft().id, value(name));
        REQUIRE(file);
        return QImage::fromData(*file);
    }
    void photograph()
    {
        QImage green(1600, 800, QImage::Format_RGB32);
        green.fill(Qt::darkGreen);
        talk.controller.takePhoto(leak, green);
        REQUIRE(made("leak"));
    }

    const Desk desk;
    tests::Talk talk;
    int leak = 0, room = 0;
};

} // namespace

TEST_CASE("A drawing on blank paper is a picture of the size that the form wants", "[drawing]")
{
    Sketch sketch;
    sketch.talk.controller.draw(sketch.room, QVariant::fromValue(line(Qt::blue)));
    REQUIRE(sketch.made("room"));
    const QImage picture = sketch.kept("room");
    CHECK(picture.size() == QSize(800, 600));
    CHECK(has(picture, 0.3, 0.5, Qt::blue));
    CHECK(has(picture, 0.3, 0.2, Qt::white));
    CHECK_FALSE(sketch.talk.controller.canUndo()); // there was nothing that could come back

    const QString first = sketch.value("room");
    QTest::qWait(2); // names carry the time
    sketch.talk.controller.draw(sketch.room,
                                QVariant::fromValue(Drawing{{Stroke{Stroke::Tool::Arrow, Qt::red, QPolygonF({{0.1, 0.1}, {0.9, 0.1}})}}}));
    REQUIRE(sketch.made("room"));
    CHECK(sketch.value("room") != first);
    CHECK(has(sketch.kept("room"), 0.3, 0.5, Qt::blue)); // it is gone on with
    CHECK(has(sketch.kept("room"), 0.3, 0.1, Qt::red));
}

TEST_CASE("Drawing on a photo leaves the photo itself until nobody can want it back", "[drawing]")
{
    Sketch sketch;
    sketch.photograph();
    const QString photo = sketch.value("leak");
    CHECK(sketch.talk.of(QStringLiteral("leak"), "extra").toMap()[QStringLiteral("annotates")].toBool());
    QTest::qWait(2);
    sketch.talk.controller.draw(sketch.leak, QVariant::fromValue(line(Qt::red)));
    CHECK(sketch.value("leak") == photo); // while the other one is being made
    REQUIRE(sketch.made("leak"));
    CHECK(sketch.kept("leak").size() == QSize(400, 200));
    CHECK(has(sketch.kept("leak"), 0.5, 0.5, Qt::red));
    CHECK(has(sketch.kept("leak"), 0.5, 0.1, Qt::darkGreen));
    const auto id = sketch.talk.draft().id;
    CHECK(sketch.desk.store->thumbnail(id, sketch.value("leak")));

    REQUIRE(sketch.talk.controller.canUndo());
    const QString drawn = sketch.value("leak");
    sketch.talk.controller.undoRemove();
    CHECK(sketch.value("leak") == photo);
    CHECK(has(sketch.kept("leak"), 0.5, 0.5, Qt::darkGreen));

    QTest::qWait(2);
    sketch.talk.controller.draw(sketch.leak, QVariant::fromValue(line(Qt::red)));
    sketch.talk.controller.finish(); // waits for it
    REQUIRE(eventually([&] { return !sketch.talk.controller.isOpen(); }));
    const auto sent = sketch.desk.store->attachments(id);
    REQUIRE(sent->size() == 1);
    CHECK(sent->front().name != photo);
    CHECK(sent->front().name != drawn);
}

TEST_CASE("A picture that is gone from the disk says so, and the answer stays", "[drawing]")
{
    Sketch sketch;
    sketch.photograph();
    const QString photo = sketch.value("leak");
    for (const auto& file : sketch.desk.store->attachments(sketch.talk.draft().id).value_or({}))
        REQUIRE(QFile::remove(sketch.desk.dir.filePath(QStringLiteral("files/") + file.sha256)));
    sketch.talk.controller.draw(sketch.leak, QVariant::fromValue(line(Qt::red)));
    REQUIRE(sketch.made("leak"));
    CHECK(sketch.talk.of(QStringLiteral("leak"), "problem").toString() ==
          QStringLiteral("This picture cannot be opened any more. Please pick another one."));
    CHECK(sketch.value("leak") == photo);
}
