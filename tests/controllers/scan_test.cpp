// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "app/controllers/scancontroller.h"
#include "desk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

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
    void shoot() override {}
    int started = 0, stopped = 0, advanced = 0;
};

struct Scan {
    explicit Scan(const Desk& desk) : reader(QStringLiteral("/nonexistent")), controller(reader, &source, *desk.store, desk.clock) {}

    /// As if the picture held this code.
    void show(const QString& text)
    {
        QImage picture(200, 100, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        Q_EMIT source.frame(capture::makeFrame(picture));
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
    SECTION("the same name, and a person says that it is the same one")
    {
        scan.show(vcard("N:Weber;Jonas;;;\nEMAIL:j.weber@frischmarkt.example"));
        CHECK(scan.controller.canChoose());
        CHECK_FALSE(scan.controller.matchChosen());
        scan.controller.toggleMatch();
        CHECK(scan.controller.matchChosen());
        CHECK(scan.controller.matchText() == QStringLiteral("Known here: Jonas Weber, Frischmarkt Handels AG."));
        scan.controller.toggleMatch();
        CHECK_FALSE(scan.controller.matchChosen());
        scan.controller.toggleMatch();
        scan.controller.startConversation();
        REQUIRE_FALSE(payload.empty());
        CHECK(payload.front() == std::pair(QStringLiteral("contacts.@id"), Desk::weberId()));
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
    CHECK(controller.sentence() == QStringLiteral("There is no camera here. You can pick a photo or type the contact."));
    controller.typeInstead();
    CHECK(typing.size() == 1);
}

TEST_CASE("Why there is nothing to look through is said in a sentence, and the page goes on where it can", "[scan]")
{
    const Desk desk;
    struct Row {
        Error::Kind kind;
        QString sentence;
    };
    const auto row = GENERATE(values<Row>({
        {Error::Kind::NotFound, QStringLiteral("There is no camera here. You can pick a photo or type the contact.")},
        {Error::Kind::Denied,
         QStringLiteral("Rapport may not use the camera. Allow it in the settings of this device, pick a photo, or type the contact.")},
        {Error::Kind::Offline, QStringLiteral("The camera does not answer any more. Try again, pick a photo, or type the contact.")},
    }));
    Scan scan(desk);
    scan.controller.start();
    Q_EMIT scan.source.unavailable({row.kind, {}});
    CHECK(scan.controller.state() == ScanController::NoSource);
    CHECK(scan.controller.sentence() == row.sentence);
    CHECK(scan.source.stopped > 0);
    scan.controller.scanNext();
    CHECK(scan.controller.state() == ScanController::Looking);
    CHECK(scan.controller.sentence().isEmpty());
}

TEST_CASE("A photo is read in place of the camera, and the camera is back afterwards", "[scan]")
{
    const Desk desk;
    StillSource camera;
    capture::Reader reader(QStringLiteral(RAPPORT_BIN "/rapport-worker"));
    ScanController controller(reader, &camera, *desk.store, desk.clock);
    controller.start();
    REQUIRE(camera.started == 1);
    SECTION("with a badge on it")
    {
        controller.readPhoto(QUrl::fromLocalFile(QStringLiteral(RAPPORT_SOURCE "/assets/demo/badges/1-celik.png")));
        CHECK(camera.stopped == 1);
        REQUIRE(eventually([&] { return controller.state() == ScanController::Found; }));
        CHECK(controller.personName() == QStringLiteral("Dr. Aylin Çelik"));
    }
    SECTION("without a code")
    {
        QImage grey(640, 480, QImage::Format_Grayscale8);
        grey.fill(120);
        const QString file = desk.dir.filePath(QStringLiteral("grey.png"));
        REQUIRE(grey.save(file));
        controller.readPhoto(QUrl::fromLocalFile(file));
        REQUIRE(eventually([&] { return controller.state() == ScanController::NothingThere; }));
        CHECK(controller.personName() == QStringLiteral("No code found"));
        CHECK_FALSE(controller.canStart());
    }
    SECTION("that is no picture")
    {
        controller.readPhoto(QUrl::fromLocalFile(QStringLiteral(RAPPORT_SOURCE "/README.md")));
        REQUIRE(eventually([&] { return controller.state() == ScanController::NothingThere; }));
        CHECK(controller.sentence() == QStringLiteral("This picture cannot be read. Please try another one, or type the contact."));
    }
    controller.scanNext();
    CHECK(controller.state() == ScanController::Looking);
    CHECK(camera.started == 2);
    CHECK(camera.advanced == 0);
}

TEST_CASE("Torch and second camera are offered where they are, and the torch goes out with the page", "[scan]")
{
    class Phone : public StillSource
    {
    public:
        bool hasTorch() const override { return true; }
        void setTorch(Torch to) override { torch = to; }
        bool canFlip() const override { return true; }
        void flip() override { ++flipped; }
        Torch torch = Torch::Off;
        int flipped = 0;
    };
    const Desk desk;
    Phone phone;
    capture::Reader reader(QStringLiteral("/nonexistent"));
    ScanController controller(reader, &phone, *desk.store, desk.clock);
    CHECK_FALSE(controller.hasTorch());
    controller.start();
    CHECK(controller.hasTorch());
    CHECK(controller.canFlip());
    controller.toggleTorch();
    CHECK(controller.torchOn());
    CHECK(phone.torch == capture::FrameSource::Torch::On);
    controller.flip();
    CHECK(phone.flipped == 1);
    CHECK_FALSE(controller.torchOn());
    controller.toggleTorch();
    controller.stop();
    CHECK_FALSE(controller.torchOn());
    CHECK_FALSE(controller.hasTorch());
}
