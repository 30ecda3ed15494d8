// SPDX-License-Identifier: Apache-2.0
#include "app/capture/framesource.h"
#include "app/capture/reader.h"
#include "app/controllers/scancontroller.h"
#include "talk.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using tests::Desk;
using tests::eventually;
using tests::Talk;

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
    explicit Scan(const Desk& desk)
        : reader(QStringLiteral("/nonexistent")), machine(*desk.store, desk.clock), controller(reader, &source, *desk.store, machine, desk.clock)
    {
    }

    /// As if the picture held these codes.
    void show(const QStringList& texts)
    {
        QImage picture(200, 100, QImage::Format_Grayscale8);
        picture.fill(Qt::white);
        Q_EMIT source.frame(capture::makeFrame(picture));
        capture::ReadResult result;
        for (const QString& text : texts) {
            const double left = 50 + 10 * static_cast<double>(result.codes.size());
            const QPolygonF corners(QList<QPointF>{{left, 25}, {left + 100, 25}, {left + 100, 75}, {left, 75}});
            result.codes.push_back({QStringLiteral("QRCode"), text, corners});
        }
        Q_EMIT reader.finished(++request, result);
    }
    void show(const QString& text) { show(QStringList{text}); }

    StillSource source;
    capture::Reader reader;
    MachineController machine;
    ScanController controller;
    quint64 request = 0;
};

const QByteArray serviceForm =
    "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:rapport='urn:rapport:xforms:1'>"
    "<h:head><h:title>Service</h:title><model><instance><data id='service' version='1'><serial/></data></instance>"
    "<bind nodeset='/data/serial' rapport:payload='machines.serial'/></model></h:head><h:body><input ref='/data/serial'>"
    "<label>Serial</label></input></h:body></h:html>";

store::Entity entityOf(const char* id, const char* label, std::initializer_list<std::pair<const char*, const char*>> properties)
{
    store::Entity made;
    made.id = QString::fromLatin1(id);
    made.label = QString::fromLatin1(label);
    for (const auto& [name, value] : properties)
        made.properties[QString::fromLatin1(name)] = QString::fromLatin1(value);
    return made;
}

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
        CHECK(scan.controller.matchText() ==
              QStringLiteral("This may be Jonas Weber, Frischmarkt Handels AG (same name · same internet domain · other e-mail)."));
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
    SECTION("the firm only, and a person says that it is hers")
    {
        scan.show(vcard("N:Feld;Nora;;;\nORG:FRISCHMARKT HANDELS"));
        CHECK_FALSE(scan.controller.known());
        CHECK(scan.controller.matchText().startsWith(QStringLiteral("The firm may be Frischmarkt Handels AG")));
        CHECK(scan.controller.canChoose());
        CHECK(scan.controller.chooseText() == QStringLiteral("Add to this firm"));
        scan.controller.toggleMatch();
        CHECK_FALSE(scan.controller.matchChosen()); // no person is known yet
        CHECK(scan.controller.chooseText() == QStringLiteral("Keep apart"));
        SECTION("and after all not")
        {
            scan.controller.toggleMatch();
            scan.controller.startConversation();
            CHECK(payload.front().first != QStringLiteral("organisations.@id"));
        }
        SECTION("and it stays so")
        {
            scan.controller.startConversation();
            REQUIRE_FALSE(payload.empty());
            CHECK(payload.front() == std::pair(QStringLiteral("organisations.@id"), Desk::frischmarktId()));
        }
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

TEST_CASE("Of several codes in view a person takes one", "[scan]")
{
    const Desk desk;
    Scan scan(desk);
    const QString aylin = vcard("N:Çelik;Aylin;;Dr.;\nEMAIL:aylin.celik@frigomart.example");
    scan.controller.start();
    scan.show({QStringLiteral("KE27-004512"), aylin, QStringLiteral("KE27-004512")});
    CHECK(scan.controller.state() == ScanController::Choosing);
    CHECK(scan.controller.guidance() == QStringLiteral("Tap the one you mean."));
    CHECK_FALSE(scan.controller.canStart());
    REQUIRE(scan.controller.codes()->count() == 2); // the same code twice is one
    CHECK(scan.controller.codes()->value(0, "name") == QStringLiteral("Badge KE27-004512"));
    CHECK(scan.controller.codes()->value(1, "name") == QStringLiteral("Dr. Aylin Çelik"));
    CHECK(scan.controller.codes()->value(0, "corners").toList().front().toPointF() == QPointF(0.25, 0.25));
    SECTION("a tap")
    {
        scan.controller.choose(1);
        CHECK(scan.controller.state() == ScanController::Found);
        CHECK(scan.controller.personName() == QStringLiteral("Dr. Aylin Çelik"));
        CHECK(scan.controller.outline().size() == 4);
        CHECK(scan.controller.sentence().isEmpty());
        CHECK(scan.controller.codes()->count() == 0);
        scan.controller.choose(0); // it is too late
        CHECK(scan.controller.personName() == QStringLiteral("Dr. Aylin Çelik"));
    }
    SECTION("none of them")
    {
        scan.controller.scanNext();
        CHECK(scan.controller.state() == ScanController::Looking);
        CHECK(scan.controller.codes()->count() == 0);
    }
}

TEST_CASE("Without a camera the page says so and offers to type", "[scan]")
{
    const Desk desk;
    capture::Reader reader(QStringLiteral("/nonexistent"));
    MachineController machine(*desk.store, desk.clock);
    ScanController controller(reader, nullptr, *desk.store, machine, desk.clock);
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
    MachineController machine(*desk.store, desk.clock);
    ScanController controller(reader, &camera, *desk.store, machine, desk.clock);
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
    MachineController machine(*desk.store, desk.clock);
    ScanController controller(reader, &phone, *desk.store, machine, desk.clock);
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

TEST_CASE("What a hand scanner types is understood as if the camera had seen it", "[scan]")
{
    const Desk desk;
    Scan scan(desk);
    QSignalSpy received(&scan.controller, &ScanController::received);
    QSignalSpy invited(&scan.controller, &ScanController::invitationFound);
    scan.controller.receive(QStringLiteral("KE27-004512"));
    CHECK(scan.controller.state() == ScanController::Found);
    CHECK(scan.controller.personName() == QStringLiteral("Badge KE27-004512"));
    CHECK(scan.controller.outline().isEmpty());
    CHECK(received.size() == 1);
    scan.controller.receive(QStringLiteral("rapport://enrol?hub=https%3A%2F%2Fhub.example&code=ABCD-EFGH-JKMN"));
    CHECK(invited.size() == 1);
    CHECK(received.size() == 1);
}

TEST_CASE("Whoever was met today already is met again, not twice", "[scan]")
{
    const Desk desk;
    Scan scan(desk);
    store::Conversation talk;
    talk.id = store::ConversationId::make();
    talk.instanceId = QStringLiteral("uuid:met");
    talk.formId = QStringLiteral("f");
    talk.startedAt = desk.clock();
    struct Row {
        const char* note;
        QByteArray record;
        QString scanned;
        bool met;
    };
    const auto row = GENERATE(values<Row>({
        {"the badge number", "<data><c><badge>KE27-004512</badge></c></data>", QStringLiteral("KE27-004512"), true},
        {"the e-mail in other letters", "<data><mail>Aylin.Celik@frigomart.example</mail></data>",
         vcard("N:Çelik;Aylin\nEMAIL:aylin.celik@frigomart.example"), true},
        {"another badge", "<data><badge>KE27-0045129</badge></data>", QStringLiteral("KE27-004512"), false},
        {"the same name, another address", "<data><n>Aylin</n><mail>a@one.example</mail></data>", vcard("N:Çelik;Aylin\nEMAIL:b@one.example"), false},
    }));
    INFO(row.note);
    REQUIRE(desk.store->saveDraft(talk, row.record));
    QString opened;
    QObject::connect(&scan.controller, &ScanController::openRequested, &scan.controller, [&](const QString& id) { opened = id; });
    scan.controller.receive(row.scanned);
    CHECK(scan.controller.metText().isEmpty() != row.met);
    CHECK(scan.controller.metAction() == (row.met ? QStringLiteral("Continue that conversation") : QString()));
    scan.controller.openMet();
    CHECK(opened == (row.met ? talk.id.text() : QString()));
}

TEST_CASE("A badge that says a number only is known by the organiser's list, now or later; what was typed stays", "[scan]")
{
    const Desk desk;
    store::Entity row{QStringLiteral("attendees"), QStringLiteral("a1"), QStringLiteral("Marek Dvořák"), 1, {}, {}, {}, false};
    row.properties = {{QStringLiteral("badge_id"), QStringLiteral("KE27-004512")},
                      {QStringLiteral("given_name"), QStringLiteral("Marek")},
                      {QStringLiteral("family_name"), QStringLiteral("Dvořák")},
                      {QStringLiteral("organisation"), QStringLiteral("Chladtech s.r.o.")},
                      {QStringLiteral("email"), QStringLiteral("marek.dvorak@chladtech.example")}};
    SECTION("the list is here when the badge is scanned")
    {
        REQUIRE(desk.store->absorbEntities({QStringLiteral("attendees"), {row}, "1"}));
        Scan scan(desk);
        scan.controller.receive(QStringLiteral("KE27-004512"));
        CHECK(scan.controller.personName() == QStringLiteral("Marek Dvořák"));
        CHECK(scan.controller.sentence() == QStringLiteral("Found in the organiser's list."));
    }
    SECTION("it comes while the draft waits")
    {
        Talk talk(desk);
        talk.controller.startWith({{QStringLiteral("contacts.badge_id"), QStringLiteral("KE27-004512")}});
        REQUIRE(talk.saved());
        REQUIRE(talk.go(QStringLiteral("Person")));
        REQUIRE(talk.controller.answer(talk.id(QStringLiteral("email")), QStringLiteral("marek@own.example")));
        const QString id = talk.controller.conversationId();
        bool left = false;
        QObject::connect(&talk.controller, &ConversationController::left, &talk.controller, [&] { left = true; });
        talk.controller.keepDraft();
        REQUIRE(eventually([&] { return left; }));
        REQUIRE(desk.store->absorbEntities({QStringLiteral("attendees"), {row}, "1"}));
        talk.controller.open(id);
        CHECK(talk.controller.title() == QStringLiteral("Marek Dvořák"));
        CHECK(talk.controller.notice() == QStringLiteral("Filled in from the organiser's list. What was typed here stays."));
        REQUIRE(talk.go(QStringLiteral("Person")));
        CHECK(talk.of(QStringLiteral("family_name"), "origin") == QStringLiteral("from the organiser"));
        CHECK(talk.of(QStringLiteral("email"), "value") == QStringLiteral("marek@own.example"));
        CHECK(talk.of(QStringLiteral("email"), "origin").toString().isEmpty());
    }
}

TEST_CASE("A type plate leads to the file of its machine, or says that nobody here knows it", "[scan][machine]")
{
    struct Row {
        const char* note;
        QString code, title, sentence, gtin;
        bool known;
    };
    const QString article = QStringLiteral("04012345678901");
    const auto row = GENERATE_COPY(values<Row>({
        {"as a scanner reads it",
         QStringLiteral("010401234567890121PX450-22-00817\u001d11220314"),
         QStringLiteral("PX-450 no. 00817"),
         {},
         article,
         true},
        {"as people read it",
         QStringLiteral("(01)04012345678901(21)PX450-22-00817(11)220314"),
         QStringLiteral("PX-450 no. 00817"),
         {},
         article,
         true},
        {"the serial number alone", QStringLiteral("PX450-22-00817"), QStringLiteral("PX-450 no. 00817"), {}, {}, true},
        {"of no customer of ours", QStringLiteral("(01)04012345678901(21)PX450-22-99999"), QStringLiteral("Machine PX450-22-99999"),
         QStringLiteral("This machine is not on this tablet."), article, false},
    }));
    INFO(row.note);
    const Desk desk;
    store::EntityPull machines{QStringLiteral("machines"), {}, "1"};
    machines.rows = {entityOf("m1", "PX-450 no. 00817", {{"serial", "PX450-22-00817"}, {"last_service", "2027-05-12"}, {"hours", "14210"}})};
    REQUIRE(desk.store->absorbEntities(machines));
    Scan scan(desk);
    std::optional<Machine> opened;
    QObject::connect(&scan.machine, &MachineController::fileRequested, [&](const Machine& machine) { opened = machine; });
    scan.controller.start();
    scan.show(row.code);
    REQUIRE(scan.controller.state() == ScanController::MachineFound);
    CHECK(scan.machine.title() == row.title);
    CHECK(scan.machine.sentence() == row.sentence);
    CHECK(scan.machine.known() == row.known);
    CHECK_FALSE(scan.controller.canStart());
    scan.machine.openFile();
    CHECK(opened.has_value() == row.known);
    CHECK((scan.controller.state() == ScanController::Idle) == row.known); // the scan is over
    if (opened) {
        CHECK(opened->id == QStringLiteral("m1"));
        CHECK(opened->gtin == row.gtin);
    }

    INFO("the next code is a person's again");
    scan.controller.start();
    scan.show(QStringLiteral("KE27-004512"));
    CHECK(scan.controller.state() == ScanController::Found);
    CHECK_FALSE(scan.machine.known());
}

TEST_CASE("Who is known can be read up on before the conversation begins", "[scan][briefing]")
{
    const Desk desk;
    Scan scan(desk);
    QSignalSpy briefing(&scan.controller, &ScanController::briefingRequested);
    scan.controller.start();
    scan.show(QStringLiteral("BEGIN:VCARD\nVERSION:3.0\nN:Nobody;Ever\nFN:Ever Nobody\nEMAIL:ever@nobody.example\nEND:VCARD"));
    CHECK_FALSE(scan.controller.canBrief());
    scan.controller.openBriefing();
    CHECK(briefing.isEmpty());
    scan.controller.scanNext();
    scan.show(QStringLiteral("BEGIN:VCARD\nVERSION:3.0\nN:Weber;Jonas\nFN:Jonas Weber\nEMAIL:jonas.weber@frischmarkt.example\nEND:VCARD"));
    REQUIRE(scan.controller.canBrief());
    scan.controller.openBriefing();
    REQUIRE(briefing.size() == 1);
    CHECK(briefing.front() == QVariantList{QStringLiteral("contacts"), Desk::weberId()});
}
