// SPDX-License-Identifier: Apache-2.0
// A form whose choices are pictures and whose list comes in a table: published, fetched, seen, answered.
#include "e2e/office.h"
#include "e2e/stand.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::e2e;
using namespace Qt::StringLiterals;

namespace
{

/// A drawing of our own: what it shows does not matter, only that each is another one.
bool draw(const QString& file, const QSize& size, int corners)
{
    QImage picture(size, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    const double radius = std::min(size.width(), size.height()) * 0.42;
    painter.setPen(QPen(QColor(u"#1F2A44"_s), radius / 12));
    painter.setBrush(QColor::fromHsv(corners * 47 % 360, 90, 235));
    painter.drawEllipse(QPointF(), radius, radius);
    painter.setBrush(QColor::fromHsv(corners * 47 % 360, 190, 190));
    for (int corner = 0; corner < corners; ++corner) {
        painter.rotate(360.0 / corners);
        painter.drawRect(QRectF(radius * 0.35, -radius * 0.12, radius * 0.5, radius * 0.24));
    }
    painter.end();
    return picture.save(file, "PNG");
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The pictures and the table of the form, one of them torn.
bool fill(const QString& folder)
{
    QFile torn(folder + u"/leak.png"_s);
    bool drawn = QDir().mkpath(folder) && draw(folder + u"/line.png"_s, {900, 500}, 9);
    int corners = 2;
    for (const char* name : {"gear", "piston", "vane", "crack", "rust", "leak"}) {
        ++corners;
        drawn = drawn && draw(folder + u'/' + QString::fromLatin1(name) + u".png"_s, {600, 300 + 40 * corners}, corners);
    }
    return drawn && torn.open(QIODevice::ReadWrite) && torn.resize(torn.size() / 3) &&
           write(folder + u"/parts.csv"_s, "name,label\nseal,Shaft seal\nbearing,Bearing\nrotor,Rotor\n");
}

/// The demo's fair, which offers the form, too.
bool offer(const Office& office)
{
    QFile file(QStringLiteral(RAPPORT_SOURCE) + u"/assets/demo/occasion.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QJsonObject occasion = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray forms = occasion[u"forms"_s].toArray();
    forms.append(u"picture_tour"_s);
    occasion[u"forms"_s] = forms;
    const QString put = office.dir.filePath(u"occasion.json"_s);
    return write(put, QJsonDocument(occasion).toJson()) && office.ctl({u"occasion"_s, u"put"_s, put}).exitCode == 0;
}

QString choice(const QString& question, const QString& value)
{
    return u"questionRow[name=%1] > choice_%2"_s.arg(question, value);
}

/// The picture of a choice is there.
bool isSeen(App& app, const QString& value)
{
    return eventually([&] { return app.read(u"choice_%1 > formPicture"_s.arg(value), u"implicitWidth"_s).toReal() > 0; });
}

void look(App& app, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("RAPPORT_SHOTS"); !folder.isEmpty())
        CHECK(app.screenshot(folder + u'/' + name + u".png"_s));
}

} // namespace

TEST_CASE("A form is answered by its pictures and from its table", "[e2e]")
{
    struct Look {
        QString name, size, light;
        bool arabic;
    };
    const auto as = GENERATE(values<Look>({{u"light"_s, u"1280x800"_s, u"light_day"_s, false},
                                           {u"dark"_s, u"800x1280"_s, u"light_night"_s, false},
                                           {u"arabic"_s, u"1280x800"_s, u"light_day"_s, true}}));
    INFO(as.name.toStdString());
    Office office;
    REQUIRE(
        office.prepare({{u"id"_s, u"files"_s}, {u"type"_s, u"files"_s}, {u"title"_s, u"Lead file"_s}, {u"folder"_s, office.dir.filePath(u"out"_s)}}));
    const QString folder = office.dir.filePath(u"media"_s);
    REQUIRE(fill(folder));
    const CommandResult published =
        office.ctl({u"form"_s, u"publish"_s, QStringLiteral(RAPPORT_SOURCE) + u"/tests/data/forms/picture_tour.xlsx"_s, u"--media"_s, folder});
    INFO(published.err.toStdString());
    REQUIRE(published.exitCode == 0);
    CHECK(published.json()[u"files"_s].toArray().size() == 8);
    REQUIRE(offer(office));
    REQUIRE(office.hub.start());

    const Display display(as.size + u"x24"_s);
    const Machine machine;
    App app(machine, display);
    app.setToken(office.token);
    REQUIRE(app.start({u"--hub"_s, office.hub.url().toString(), u"--lang"_s, u"en"_s}));
    REQUIRE(app.waitFor(u"otherForm_picture_tour"_s));
    REQUIRE(app.click(u"nav_settings"_s));
    REQUIRE(app.click(as.light));
    REQUIRE(app.click(u"nav_home"_s));
    REQUIRE(app.click(u"otherForm_picture_tour"_s));
    REQUIRE(app.waitFor(u"conversationScreen"_s));
    if (as.arabic) {
        REQUIRE(app.click(u"askingButton"_s));
        REQUIRE(app.click(u"language_العربية (ar)"_s));
    }
    for (const QString& pump : {u"gear"_s, u"piston"_s, u"vane"_s})
        CHECK(isSeen(app, pump));
    look(app, u"pictures-%1"_s.arg(as.name));
    REQUIRE(app.click(u"questionRow[name=plant] > labelPicture"_s));
    REQUIRE(app.waitFor(u"pictureScreen"_s));
    CHECK(eventually([&] { return app.texts().filter(u"icture is being loaded"_s).isEmpty(); }));
    CHECK_FALSE(app.waitForText(u"cannot be shown"_s, 0));
    look(app, u"pictures-%1-whole"_s.arg(as.name));
    REQUIRE(app.key(Qt::Key_Escape));

    REQUIRE(app.click(choice(u"pump"_s, u"piston"_s)));
    REQUIRE(app.click(choice(u"damage"_s, u"rust"_s)));
    CHECK(isSeen(app, u"rust"_s));
    REQUIRE(app.click(choice(u"damage"_s, u"leak"_s))); // its picture is torn; the word is there
    look(app, u"pictures-%1-answered"_s.arg(as.name));
    REQUIRE(app.click(choice(u"part"_s, u"bearing"_s)));
    look(app, u"pictures-%1-end"_s.arg(as.name));
    REQUIRE(app.click(u"finishButton"_s));
    REQUIRE(app.waitFor(u"homeScreen"_s));

    QJsonObject answers;
    REQUIRE(eventually([&] {
        const QJsonArray came = office.ctl({u"submissions"_s, u"export"_s, u"picture_tour"_s}).json().array();
        answers = came.isEmpty() ? QJsonObject() : came[0][u"answers"_s].toObject();
        return !answers.isEmpty();
    }));
    CHECK(answers[u"pump"_s].toString() == u"piston"_s);
    CHECK(answers[u"damage"_s].toString() == u"rust leak"_s);
    CHECK(answers[u"part"_s].toString() == u"bearing"_s);
    CHECK(filesHolding(machine.dataDir(), u"Shaft seal"_s).isEmpty()); // sealed like everything else
}
