// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "app/controllers/scancontroller.h"
#include "desk.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;

namespace
{

/// Shows one picture of the reader's own kind: what it says is drawn nowhere, the reader's answer is given by hand.
class StillSource : public capture::FrameSource
{
public:
    void start() override { ++started; }
    void stop() override { ++stopped; }
    void advance() override { ++advanced; }
    int started = 0, stopped = 0, advanced = 0;
};

struct Scan {
    explicit Scan(const Desk& desk) : reader(QStringLiteral("/nonexistent")), controller(reader, &source, *desk.store, desk.clock) {}

    /// As if the picture held this code.
    void show(const QString& text)
    {
        QImage picture(200, 100, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        Q_EMIT source.frame(picture);
        const QPolygonF corners(QList<QPointF>{{50, 25}, {150, 25}, {150, 75}, {50, 75}});
        Q_EMIT reader.finished(++request, {{{QStringLiteral("QRCode"), text, corners}}, {}, 4});
    }

    StillSource source;
    capture::Reader reader;
    ScanController controller;
    quint64 request = 0;
};

QString vcard(const char* lines)
{
    return QStringLiteral("BEGIN:VCARD\nVERSION:3.0\n") + QString::fromUtf8(lines) + QStringLiteral("\nEND:VCARD\n");
}

} // namespace

TEST_CASE("A badge is read, shown and handed to the conversation", "[scan]")
{
    const Desk desk;
    Scan scan(desk);
    QSignalSpy requested(&scan.controller, &ScanController::conversationRequested);
    scan.controller.start();
    CHECK(scan.controller.state() == ScanController::Looking);
    CHECK_FALSE(scan.controller.canStart());
    CHECK(scan.controller.personName().isEmpty());
    scan.show(vcard("N:Çelik;Aylin;;Dr.;\nORG:FrigoMart România S.R.L.;Store Technology\nTITLE:Head of Store Technology\n"
                    "EMAIL:aylin.celik@frigomart.example"));
    CHECK(scan.controller.state() == ScanController::Found);
    CHECK(scan.controller.personName() == QStringLiteral("Dr. Aylin Çelik"));
    CHECK(scan.controller.initials() == QStringLiteral("AÇ"));
    CHECK(scan.controller.jobTitle() == QStringLiteral("Head of Store Technology"));
    CHECK(scan.controller.outline().size() == 4);
    CHECK(scan.controller.outline().front().toPointF() == QPointF(0.25, 0.25));
    CHECK(scan.controller.matchText() == QStringLiteral("No one with this name or e-mail on this tablet."));
    CHECK(scan.controller.fields()->value(0, "value") == QStringLiteral("FrigoMart România S.R.L."));

    scan.controller.startConversation();
    REQUIRE(requested.size() == 1);
    CHECK(scan.source.stopped > 0);
    CHECK(scan.source.advanced == 1);
}

TEST_CASE("Who is on the tablet is recognised: surely by e-mail, perhaps by name", "[scan]")
{
    const Desk desk;
    Scan scan(desk);
    std::vector<std::pair<QString, QString>> payload;
    QObject::connect(&scan.controller, &ScanController::conversationRequested, [&](const auto& values) { payload = values; });
    scan.controller.start();
    SECTION("the same e-mail")
    {
        scan.show(vcard("N:Weber;J.;;;\nEMAIL:Jonas.Weber@frischmarkt.example"));
        CHECK(scan.controller.matchText() == QStringLiteral("Known here: Jonas Weber, Frischmarkt Handels AG."));
        scan.controller.startConversation();
        REQUIRE_FALSE(payload.empty());
        CHECK(payload.front() == std::pair(QStringLiteral("contacts.@id"), Desk::weberId()));
    }
    SECTION("the same name, another e-mail")
    {
        scan.show(vcard("N:Weber;Jonas;;;\nEMAIL:j.weber@frischmarkt.example"));
        CHECK(scan.controller.matchText() == QStringLiteral("This may be Jonas Weber, Frischmarkt Handels AG."));
        scan.controller.startConversation();
        REQUIRE_FALSE(payload.empty());
        CHECK(payload.front().first != QStringLiteral("contacts.@id"));
    }
}

TEST_CASE("What a code says that is no person is shown, never followed", "[scan]")
{
    const Desk desk;
    struct Row {
        const char* note;
        QString text;
        ScanController::State state;
        QString name;
    };
    const auto row = GENERATE(values<Row>({
        {"a link", QStringLiteral("https://badge.kaelteexpo.example/v/9f3a"), ScanController::NotUnderstood,
         QStringLiteral("badge.kaelteexpo.example")},
        {"an identifier", QStringLiteral("KE27-004512"), ScanController::Found, QStringLiteral("Badge KE27-004512")},
        {"4 KB of nothing", QString(4096, QLatin1Char('x')), ScanController::NotUnderstood, QStringLiteral("A code without a name")},
    }));
    INFO(row.note);
    Scan scan(desk);
    scan.controller.start();
    scan.show(row.text);
    CHECK(scan.controller.state() == row.state);
    CHECK(scan.controller.personName() == row.name);
    CHECK(scan.controller.canStart());
}

TEST_CASE("Without a camera the page says so and offers to type", "[scan]")
{
    const Desk desk;
    capture::Reader reader(QStringLiteral("/nonexistent"));
    ScanController controller(reader, nullptr, *desk.store, desk.clock);
    QSignalSpy typing(&controller, &ScanController::typingRequested);
    controller.start();
    CHECK(controller.state() == ScanController::NoSource);
    CHECK(controller.personName() == QStringLiteral("No camera"));
    CHECK(controller.sentence() == QStringLiteral("There is no camera here. You can type the contact instead."));
    controller.typeInstead();
    CHECK(typing.size() == 1);
}
