// SPDX-License-Identifier: Apache-2.0
#include "report/visit.h"

#include "app/conversation/formshelf.h"
#include "forms/xform/tables.h"
#include "forms/xlsform/xlsform.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <catch2/catch.hpp>

namespace rapport::tests
{

using namespace Qt::StringLiterals;
using forms::FormSession;
using forms::NodeId;

namespace
{

const QDateTime begun = QDateTime::fromString(u"2027-11-10T09:15:00+07:00"_s, Qt::ISODate);
const QString suctionOfPx200 = u"7d1f3c10-2a54-4a5e-8c7d-1b5f00000007"_s;

QByteArray source(const QString& path)
{
    QFile file(QStringLiteral(RAPPORT_SOURCE "/") + path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray bytesOf(const QImage& image, const char* format)
{
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return out;
}

void addList(store::Store& store, const QString& list)
{
    const auto table = forms::readCsv(source(u"assets/demo/%1.csv"_s.arg(list)));
    REQUIRE(table);
    store::EntityPull page{list, {}, "1"};
    for (const auto row : (*table)->rows()) {
        store::Entity entity;
        for (const QString& column : (*table)->columns())
            entity.properties[column] = (*table)->value(row, column);
        entity.id = std::exchange(entity.properties[u"name"_s], {});
        entity.label = std::exchange(entity.properties[u"label"_s], {});
        page.rows.push_back(std::move(entity));
    }
    REQUIRE(store.absorbEntities(page));
}

bool search(const FormSession& session, NodeId at, const QString& name, int& left, NodeId& found)
{
    for (const NodeId child : session.children(at)) {
        const forms::Node node = session.node(child);
        if (node.name == name && node.kind != forms::NodeKind::Repeat && --left == 0) {
            found = child;
            return true;
        }
        if (search(session, child, name, left, found))
            return true;
    }
    return false;
}

} // namespace

Visit::Visit(const QByteArray& deviceSecret, const QString& folder) : path(folder.isEmpty() ? dir.filePath(u"data"_s) : folder)
{
    const auto key = store::DataKey::open(path, deviceSecret);
    REQUIRE(key);
    auto opened = store::Store::open(path, *key, clockStartingAt(begun));
    REQUIRE(opened);
    store = std::move(*opened);
    REQUIRE(store->putOccasion(source(u"assets/demo/occasion.json"_s)));
    for (const QString& list : {u"organisations"_s, u"machines"_s, u"jobs"_s, u"limits"_s, u"parts"_s, u"contacts"_s})
        addList(*store, list);
    addPack(u"maintenance_checklist"_s);
}

void Visit::addForm(const QString& id, const QByteArray& xml)
{
    const auto form = forms::Form::load(xml, {{}, forms::LoadOptions::Missing::Blank});
    INFO((form ? std::string() : form.error().detail.toStdString()));
    REQUIRE(form);
    REQUIRE(store->putForm({id, (*form)->version(), u"md5:0"_s, (*form)->title(), xml}));
}

void Visit::addPack(const QString& name)
{
    addForm(name, xlsform::convert(source(u"forms/packs/%1.xlsx"_s.arg(name))).xml);
}

store::ConversationId Visit::finish(const QString& formId, const Fill& fill, const std::vector<File>& files)
{
    const auto form = app::loadForm(*store, formId, {});
    REQUIRE(form);
    forms::Environment environment;
    environment.now = [] { return begun.addSecs(65 * 60); };
    environment.username = u"technician"_s;
    auto session = FormSession::start(*form, environment);
    REQUIRE(session);
    fill(**session);
    const forms::Submission record = (*session)->submission();
    for (const forms::Problem& problem : record.problems)
        UNSCOPED_INFO(problem.ref.toStdString());
    CHECK(record.ready);
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = (*session)->instanceId();
    conversation.formId = formId;
    conversation.formVersion = (*form)->version();
    conversation.occasionId = u"KE27"_s;
    conversation.author = u"technician"_s;
    conversation.startedAt = begun;
    REQUIRE(store->saveDraft(conversation, record.xml));
    for (const File& file : files)
        REQUIRE(store->addAttachment(conversation.id, file.name, u"image/jpeg"_s, file.content));
    REQUIRE(store->finish(conversation, record.xml, {}));
    return conversation.id;
}

NodeId named(const FormSession& session, const QString& name, int number)
{
    NodeId found;
    INFO(name.toStdString());
    REQUIRE(search(session, session.root(), name, number, found));
    return found;
}

void say(FormSession& session, const QString& name, const QString& value, int number)
{
    const auto answered = session.answer(named(session, name, number), value);
    INFO(name.toStdString() << ": " << (answered ? std::string() : answered.error().detail.toStdString()));
    REQUIRE(answered);
}

void attach(FormSession& session, const QString& name, const QString& file, int number)
{
    REQUIRE(session.answerFile(named(session, name, number), {file, u"image/jpeg"_s, {}}));
}

QByteArray jpeg(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient light(0, 0, size.width(), size.height());
    light.setColorAt(0, QColor(0xC9, 0xD6, 0xDA));
    light.setColorAt(1, QColor(0x8D, 0xA3, 0xAA));
    painter.fillRect(image.rect(), light);
    painter.setPen(QPen(QColor(0x3A, 0x38, 0x36), size.height() / 14.0));
    painter.drawLine(size.width() / 5, 0, size.width() / 4, size.height());
    painter.end();
    return bytesOf(image, "JPEG");
}

QByteArray signature()
{
    QImage image(1200, 360, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0x0D, 0x2B, 0x2F), 6, Qt::SolidLine, Qt::RoundCap));
    QPainterPath path({120, 250});
    path.cubicTo(220, -40, 320, 80, 240, 260);
    path.cubicTo(360, 60, 420, 260, 470, 180);
    path.cubicTo(560, 90, 590, 330, 700, 170);
    path.cubicTo(780, 80, 860, 300, 1080, 140);
    painter.drawPath(path);
    painter.end();
    return bytesOf(image, "PNG");
}

store::ConversationId maintenance(Visit& visit)
{
    return visit.finish(u"maintenance_checklist"_s,
                        [](FormSession& session) {
                            say(session, u"job"_s, u"a2b7d0c4-31d5-4f0f-8a59-7c2e5f4b1103"_s);
                            say(session, u"serial"_s, u"PX200-24-01044"_s);
                            say(session, u"hours"_s, u"6480"_s);
                            for (const QString& point :
                                 {u"p01_clean"_s, u"p02_glass"_s, u"p04_shelves"_s, u"p05_light"_s, u"p06_condenser"_s, u"p07_evaporator"_s,
                                  u"p08_fans"_s, u"p09_drain"_s, u"p10_leak"_s, u"p11_cable"_s, u"p12_earth"_s, u"p13_control"_s, u"p14_alarm"_s})
                                say(session, point, u"ok"_s);
                            say(session, u"p03_gasket"_s, u"nok"_s);
                            attach(session, u"p03_gasket_photo"_s, u"gasket.jpg"_s);
                            say(session, u"p03_gasket_repair"_s, u"Karet pintu diganti, suku cadang 71-20440"_s);
                            say(session, u"quantity"_s, suctionOfPx200);
                            say(session, u"value"_s, u"3.9"_s);
                            say(session, u"reason"_s, u"Refrigeran terlalu banyak"_s);
                            say(session, u"repair"_s, u"R290 140 g"_s);
                            REQUIRE(session.addRepetition({session.node(session.node(named(session, u"quantity"_s)).parent).parent}));
                            say(session, u"quantity"_s, suctionOfPx200, 2);
                            say(session, u"value"_s, u"2.4"_s, 2);
                            REQUIRE(session.addRepetition({session.node(session.node(named(session, u"quantity"_s)).parent).parent}));
                            say(session, u"quantity"_s, u"7d1f3c10-2a54-4a5e-8c7d-1b5f00000008"_s, 3);
                            say(session, u"value"_s, u"-18.5"_s, 3);
                            say(session, u"part_number"_s, u"3c5e9a10-7b1d-4c52-9e0a-6d1f00000002"_s);
                            say(session, u"refrigerant"_s, u"0.140"_s);
                            say(session, u"minutes"_s, u"95"_s);
                            say(session, u"state"_s, u"done"_s);
                            say(session, u"report"_s, u"Karet pintu diganti, tekanan hisap disetel ulang.\nKondensor dibersihkan."_s);
                            say(session, u"signer"_s, u"Ratna Dewi"_s);
                            attach(session, u"csign"_s, u"signature.png"_s);
                            say(session, u"sales_signal"_s, u"yes"_s);
                            say(session, u"title"_s, u"Toko kedua dibuka Maret 2028, butuh 8 unit"_s);
                        },
                        {{u"gasket.jpg"_s, jpeg({1500, 1000})}, {u"signature.png"_s, signature()}});
}

} // namespace rapport::tests
