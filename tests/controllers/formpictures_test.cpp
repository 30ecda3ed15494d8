// SPDX-License-Identifier: Apache-2.0
// What came with a form: its table as choices, its pictures for the views.
#include "app/controllers/formpictures.h"
#include "app/controllers/questionrows.h"
#include "app/conversation/formshelf.h"
#include "desk.h"
#include "sync/store/formfiles.h"

#include <QBuffer>
#include <QImage>

#include <catch2/catch.hpp>

#include <optional>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;
using tests::eventually;

namespace
{

const QByteArray tour =
    R"xml(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>Tour</h:title><model><itext><translation lang="default">
<text id="pump:label"><value>Pump</value><value form="image">jr://images/plan.png</value></text>
<text id="gear"><value>Gear pump</value><value form="image">jr://images/gear pump.png</value></text>
<text id="vane"><value>Vane pump</value></text></translation></itext>
<instance><data id="tour" version="1"><pump/><part/><meta><instanceID/></meta></data></instance>
<instance id="parts" src="jr://file-csv/parts.csv"/><instance id="contacts" src="jr://file-csv/contacts.csv"/>
<bind nodeset="/data/pump" type="string"/><bind nodeset="/data/part" type="string"/></model></h:head>
<h:body><select1 ref="/data/pump"><label ref="jr:itext('pump:label')"/>
<item><label ref="jr:itext('gear')"/><value>gear</value></item><item><label ref="jr:itext('vane')"/><value>vane</value></item></select1>
<select1 ref="/data/part"><label>Part</label>
<itemset nodeset="instance('parts')/root/item"><value ref="name"/><label ref="label"/></itemset></select1></h:body></h:html>)xml";

QByteArray png(const QSize& size)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return file;
}

void keep(const Desk& desk, const std::vector<std::pair<QString, QByteArray>>& files)
{
    std::vector<store::FormFile> named;
    for (const auto& [name, content] : files) {
        REQUIRE(store::keepFormFile(*desk.store, u"hash of "_s + name, content));
        named.push_back({name, u"hash of "_s + name});
    }
    REQUIRE(store::putForm(*desk.store, {u"tour"_s, u"1"_s, u"md5:1"_s, u"Tour"_s, tour, u"set"_s}, named));
}

QImage shown(FormPictures& pictures, const QString& source, const QSize& size)
{
    std::unique_ptr<QQuickImageResponse> response(pictures.requestImageResponse(source.mid(qsizetype(qstrlen("image://form/"))), size));
    bool finished = false;
    QObject::connect(
        response.get(), &QQuickImageResponse::finished, response.get(), [&] { finished = true; }, Qt::QueuedConnection);
    REQUIRE(eventually([&] { return finished; }));
    std::unique_ptr<QQuickTextureFactory> texture(response->errorString().isEmpty() ? response->textureFactory() : nullptr);
    return texture ? texture->image() : QImage();
}

} // namespace

TEST_CASE("A table that came with the form is its list; without one it is the entity list", "[app]")
{
    Desk desk;
    keep(desk, {{u"parts.csv"_s, "name,label\nseal,Shaft seal\nrotor,Rotor\n"}});
    const auto form = loadForm(*desk.store, u"tour"_s, {});
    REQUIRE(form);
    const auto session = forms::FormSession::start(*form, {});
    REQUIRE(session);
    const auto choices = (*session)->choices(*(*session)->find(u"/data/part"_s));
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].value == u"seal"_s);
    CHECK(choices[1].label.text == u"Rotor"_s);
}

TEST_CASE("Pictures of a form are shown in the size that is asked for, and what is none leaves the words", "[app]")
{
    struct Row {
        const char* note;
        QByteArray file;
        bool isShown;
    };
    QByteArray huge = png({8, 8});
    huge.replace(16, 8, QByteArray::fromHex("0000752F0000752F")); // 29,999 pixels each way, it says
    const auto row =
        GENERATE_COPY(values<Row>({{"a picture", png({1200, 600}), true},
                                   {"torn", png({1200, 600}).chopped(200), false},
                                   {"more pixels than anybody shows", huge, false},
                                   {"a drawing that names files", "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>", false},
                                   {"nothing", " ", false}}));
    INFO(row.note);
    Desk desk;
    keep(desk, {{u"gear pump.png"_s, row.file}});
    const auto form = loadForm(*desk.store, u"tour"_s, {});
    REQUIRE(form);
    const QString source = FormPictures::source(**form, u"jr://images/gear pump.png"_s);
    FormPictures pictures(*desk.thread);
    CHECK(shown(pictures, source, {480, 480}).size() == (row.isShown ? QSize(480, 240) : QSize(0, 0)));
    CHECK(shown(pictures, source, {100, 100}).size() == (row.isShown ? QSize(100, 50) : QSize(0, 0)));
    CHECK(shown(pictures, source, {}).size() == (row.isShown ? QSize(1200, 600) : QSize(0, 0)));
    CHECK(shown(pictures, FormPictures::source(**form, u"jr://images/plan.png"_s), {480, 480}).isNull()); // it did not come
    CHECK(FormPictures::source(**form, u"jr://images/../key"_s).isEmpty());
    CHECK(FormPictures::source(**form, u"file:///etc/passwd"_s).isEmpty());
}

TEST_CASE("A question and its choices say which picture is theirs", "[app]")
{
    Desk desk;
    keep(desk, {});
    const auto form = loadForm(*desk.store, u"tour"_s, {});
    REQUIRE(form);
    const auto session = forms::FormSession::start(*form, {});
    REQUIRE(session);
    AnswerNotes notes;
    Section section;
    section.nodes = {*(*session)->find(u"/data/pump"_s)};
    const auto rows = questionRows(**session, section, notes);
    REQUIRE(rows.size() == 1);
    const auto of = [&](const char* role) { return rows[0].values[questionRoles().indexOf(role)]; };
    CHECK(of("extra").toMap()[u"labelPicture"_s].toString() == u"image://form/tour/1/plan.png"_s);
    const QVariantList choices = of("choices").toList();
    REQUIRE(choices.size() == 2);
    CHECK(choices[0].toMap()[u"picture"_s].toString() == u"image://form/tour/1/gear%20pump.png"_s);
    CHECK_FALSE(choices[1].toMap().contains(u"picture"_s));
}
