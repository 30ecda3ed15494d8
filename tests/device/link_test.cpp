// SPDX-License-Identifier: Apache-2.0
// Which files go over which network: the rules themselves, and the courier between a real store and a real hub.
#include "support/poorlink.h"
#include "sync/device/content.h"
#include "sync/hub/assets.h"
#include "sync/hub/backup.h"
#include "sync/store/assets.h"
#include "tablet.h"

#include <atomic>
#include <mutex>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;
using device::Link;
using device::LinkRules;
using device::Passage;

namespace
{

constexpr qint64 megabyte = 1'000'000;
constexpr Link unknown{}, cable{Link::Kind::Cable, false}, wifi{Link::Kind::WiFi, false}, hotspot{Link::Kind::WiFi, true},
    mobile{Link::Kind::Mobile, false}, contract{Link::Kind::Mobile, true}, tunnel{Link::Kind::Unknown, true};
const LinkRules usual{}, wifiOnly{LinkRules::Files::WiFiAndCable, LinkRules::usualLimit}, noLimit{LinkRules::Files::AnyNetwork, std::nullopt},
    wifiNoLimit{LinkRules::Files::WiFiAndCable, std::nullopt}, small{LinkRules::Files::AnyNetwork, 1000};

QByteArray film(qsizetype size, char seed = 'f')
{
    QByteArray bytes(size, seed);
    for (qsizetype at = 0; at < size; ++at)
        bytes[at] = static_cast<char>(bytes[at] + at * 7 + at / 4099);
    return bytes;
}

/// The air around the tablet: a test changes what is in it while the courier's thread listens.
class Air
{
public:
    explicit Air(Link link) : m_link(link) {}
    void become(const Link& link)
    {
        const std::lock_guard lock(m_mutex);
        m_link = link;
        if (m_listener)
            QMetaObject::invokeMethod(m_listener, &device::Network::linkChanged, Qt::QueuedConnection);
    }
    device::NetworkFactory listener()
    {
        return [this] { return std::make_unique<Listener>(*this); };
    }

private:
    class Listener : public device::Network
    {
    public:
        explicit Listener(Air& air) : m_air(air)
        {
            const std::lock_guard lock(m_air.m_mutex);
            m_air.m_listener = this;
        }
        ~Listener() override
        {
            const std::lock_guard lock(m_air.m_mutex);
            m_air.m_listener = nullptr;
        }
        Link link() const override
        {
            const std::lock_guard lock(m_air.m_mutex);
            return m_air.m_link;
        }

    private:
        Air& m_air;
    };

    std::mutex m_mutex;
    Link m_link;
    device::Network* m_listener = nullptr;
};

struct RovingTablet : Tablet {
    explicit RovingTablet(const Link& link, const LinkRules& rules = {}) : air(link) { REQUIRE(device::keepLinkRules(*store, rules)); }
    ~RovingTablet() { courier.reset(); } // before the air

    Air air;

    void switchOn() { switchOn({proxy.url(), office.device().token}); }
    void switchOn(const device::HubAddress& hub, const Clock& clock = systemClock())
    {
        courier = std::make_unique<device::Courier>([this] { return openStore(); }, clock, air.listener());
        courier->setHub(hub);
    }
    /// What a person is told of it; nothing where there is nothing to tell.
    std::optional<device::FilesToFollow> following(store::ConversationId id) const
    {
        for (const device::FilesToFollow& one : courier->state().following) {
            if (one.conversationId == id.text())
                return one;
        }
        return {};
    }
    bool eventuallyHeld(store::ConversationId id, Passage passage, qint64 bytes) const
    {
        return eventually([&] {
            const auto told = following(id);
            return told && told->passage == passage && told->bytes == bytes;
        });
    }
    /// Another one's answers are sent, and once more: between them files had their turn.
    void letARoundPass()
    {
        for (int times = 0; times < 2; ++times) {
            const auto other = finish(Visit());
            courier->tryNow();
            REQUIRE(eventuallySent(other));
        }
    }
    int pieces() const { return proxy.seen("PATCH /v1/uploads/"); }
};

} // namespace

TEST_CASE("Which file goes over which network is a table of rules", "[device][link]")
{
    struct Row {
        const char* note;
        LinkRules rules;
        Link link;
        qint64 bytes;
        Passage expected;
    };
    const auto row = GENERATE(values<Row>({
        {"nobody knows the network", usual, unknown, 900 * megabyte, Passage::Goes},
        {"a cable", usual, cable, 900 * megabyte, Passage::Goes},
        {"Wi-Fi", usual, wifi, 900 * megabyte, Passage::Goes},
        {"mobile, not counted", usual, mobile, 900 * megabyte, Passage::Goes},
        {"mobile, counted, at the limit", usual, contract, 5 * megabyte, Passage::Goes},
        {"mobile, counted, above it", usual, contract, 5 * megabyte + 1, Passage::WaitsForWiFi},
        {"a telephone's hotspot, small", usual, hotspot, 5 * megabyte, Passage::Goes},
        {"a telephone's hotspot, large", usual, hotspot, 5 * megabyte + 1, Passage::WaitsForUnmetered},
        {"unknown but counted, large", usual, tunnel, 5 * megabyte + 1, Passage::WaitsForUnmetered},
        {"another limit", small, contract, 1001, Passage::WaitsForWiFi},
        {"no limit", noLimit, contract, 900 * megabyte, Passage::Goes},
        {"Wi-Fi only, nobody knows the network", wifiOnly, unknown, 900 * megabyte, Passage::Goes},
        {"Wi-Fi only, a cable", wifiOnly, cable, 900 * megabyte, Passage::Goes},
        {"Wi-Fi only, Wi-Fi", wifiOnly, wifi, 900 * megabyte, Passage::Goes},
        {"Wi-Fi only, mobile, the smallest file", wifiOnly, mobile, 1, Passage::WaitsForWiFi},
        {"Wi-Fi only, mobile, counted", wifiOnly, contract, 1, Passage::WaitsForWiFi},
        {"Wi-Fi only, a telephone's hotspot, small", wifiOnly, hotspot, 5 * megabyte, Passage::Goes},
        {"Wi-Fi only, a telephone's hotspot, large", wifiOnly, hotspot, 5 * megabyte + 1, Passage::WaitsForUnmetered},
        {"Wi-Fi only without a limit, a telephone's hotspot", wifiNoLimit, hotspot, 900 * megabyte, Passage::Goes},
        {"Wi-Fi only without a limit, mobile", wifiNoLimit, mobile, 1, Passage::WaitsForWiFi},
    }));
    INFO(row.note);
    CHECK(row.rules.passageOf(row.bytes, row.link) == row.expected);
}

TEST_CASE("The rules of a device are kept, and the usual ones stand in for what cannot be understood", "[device][link]")
{
    const Tablet tablet;
    CHECK(*device::linkRules(*tablet.store) == usual);
    for (const LinkRules& rules : {wifiOnly, noLimit, wifiNoLimit, small, usual}) {
        REQUIRE(device::keepLinkRules(*tablet.store, rules));
        CHECK(*device::linkRules(*tablet.open()) == rules);
    }
    for (const char* torn : {"wifi", "wifi 5 5", "wifi five", "cable 5000000", "any -1", " "}) {
        REQUIRE(tablet.store->setSetting(u"link_rules"_s, QString::fromLatin1(torn)));
        CHECK(*device::linkRules(*tablet.store) == usual);
    }
}

TEST_CASE("Answers go over any network at once, and files where the rules let them", "[device][link]")
{
    struct Row {
        const char* note;
        LinkRules rules;
        Link link;
        qint64 bytes;
        Passage expected;
    };
    const auto row = GENERATE(values<Row>({
        {"a large file on a counted network", small, contract, 1001, Passage::WaitsForWiFi},
        {"a small one", small, contract, 1000, Passage::Goes},
        {"a large one on a hotspot", small, hotspot, 1001, Passage::WaitsForUnmetered},
        {"a large one on Wi-Fi", small, wifi, 300'000, Passage::Goes},
        {"Wi-Fi only, on a telephone's network", wifiOnly, mobile, 10, Passage::WaitsForWiFi},
        {"Wi-Fi only, on a cable", wifiOnly, cable, 300'000, Passage::Goes},
        {"Wi-Fi only, and nobody knows", wifiOnly, unknown, 300'000, Passage::Goes},
    }));
    INFO(row.note);
    RovingTablet tablet(row.link, row.rules);
    const auto id = tablet.finish(Visit(), film(row.bytes));
    tablet.switchOn();
    if (row.expected == Passage::Goes) {
        CHECK(tablet.eventuallySent(id));
        CHECK(tablet.following(id) == std::nullopt);
        return;
    }
    REQUIRE(tablet.eventuallyHeld(id, row.expected, row.bytes));
    CHECK(tablet.submissions() == 1);
    tablet.letARoundPass();
    CHECK(tablet.pieces() == 0);
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.following(id)->files == 1);
    CHECK(tablet.courier->state().reason.isEmpty());
    CHECK(tablet.courier->state().needsYou == 0);
    CHECK((*tablet.store->outbox())[0].attempts == 0); // nothing failed
}

TEST_CASE("What waits for another network goes by itself when it is there, or when the person changes the rules", "[device][link]")
{
    RovingTablet tablet(contract, small);
    const auto id = tablet.finish(Visit(), film(200'000));
    tablet.switchOn();
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 200'000));
    SECTION("Wi-Fi")
    {
        tablet.air.become(wifi);
    }
    SECTION("a network that is not counted, after another that is")
    {
        tablet.air.become(hotspot);
        REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForUnmetered, 200'000));
        tablet.air.become(mobile);
    }
    SECTION("other rules")
    {
        REQUIRE(device::keepLinkRules(*tablet.store, noLimit));
        tablet.courier->wake();
    }
    CHECK(tablet.eventuallySent(id));
    CHECK(tablet.submissions() == 1);
    CHECK(tablet.eventually([&] { return tablet.courier->state().following.empty(); }));
}

TEST_CASE("Small files go where large ones of the same conversation wait", "[device][link]")
{
    RovingTablet tablet(contract, small);
    const Visit visit;
    const auto id = tablet.finish(visit, film(900));
    REQUIRE(tablet.store->addAttachment(id, u"film.mp4"_s, u"video/mp4"_s, film(70'000)));
    REQUIRE(tablet.store->addAttachment(id, u"door.mp4"_s, u"video/mp4"_s, film(50'000)));
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] { return tablet.office.client().get("/v1/blobs/" + sha256Of(film(900))).body == film(900); }));
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 120'000));
    CHECK(tablet.following(id)->files == 2);
    tablet.letARoundPass();
    CHECK(tablet.pieces() == 1);
}

TEST_CASE("A film under way stops when the network is not for it, and goes on where it was", "[device][link]")
{
    RovingTablet tablet(wifi, small);
    PoorLink link(tablet.office.port(), {0, 300'000});
    const QByteArray content = film(3 * megabyte);
    const auto id = tablet.finish(Visit(), content);
    tablet.switchOn({QUrl(u"http://127.0.0.1:%1/"_s.arg(link.port())), tablet.office.device().token});
    REQUIRE(tablet.eventually([&] { return link.fromClient() > 100'000; }));
    tablet.air.become(contract);
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, content.size()));
    link.setShape({});
    tablet.letARoundPass();
    const qint64 before = link.fromClient();
    CHECK(before < content.size());
    tablet.letARoundPass();
    CHECK(link.fromClient() < before + 100'000);
    tablet.air.become(wifi);
    CHECK(tablet.eventuallySent(id));
    CHECK(static_cast<double>(link.fromClient()) < 1.1 * static_cast<double>(content.size()));
}

TEST_CASE("Send now lets the files of one conversation go, once, and others wait on", "[device][link]")
{
    RovingTablet tablet(contract, wifiOnly);
    const auto first = tablet.finish(Visit(), film(100'000, 'a')), second = tablet.finish(Visit(), film(100'000, 'b'));
    tablet.switchOn();
    REQUIRE(tablet.eventuallyHeld(first, Passage::WaitsForWiFi, 100'000));
    REQUIRE(tablet.eventuallyHeld(second, Passage::WaitsForWiFi, 100'000));
    SECTION("at once")
    {
        tablet.courier->sendFilesNow(second.text());
    }
    SECTION("also when the app ends meanwhile")
    {
        tablet.proxy.set(Fault::answerWith(503), -1, "PATCH /v1/uploads/");
        tablet.courier->sendFilesNow(second.text());
        REQUIRE(tablet.eventually([&] { return tablet.pieces() > 0; }));
        tablet.courier.reset();
        tablet.proxy.pass();
        tablet.switchOn();
        tablet.courier->tryNow();
    }
    REQUIRE(tablet.eventuallySent(second));
    tablet.letARoundPass();
    CHECK(tablet.stateOf(first) == store::ConversationState::Waiting);
    CHECK(tablet.following(first)->passage == Passage::WaitsForWiFi);
    CHECK(tablet.eventually([&] { return tablet.store->setting(u"files_now"_s)->isEmpty(); }));
    tablet.courier->sendFilesNow(u"nobody"_s);
    tablet.letARoundPass();
    CHECK(tablet.stateOf(first) == store::ConversationState::Waiting);
}

TEST_CASE("What waits for Wi-Fi is told after a restart before the hub is reached", "[device][link]")
{
    RovingTablet tablet(contract, wifiOnly);
    const auto id = tablet.finish(Visit(), film(100'000)), fresh = tablet.finish(Visit());
    tablet.switchOn();
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 100'000));
    REQUIRE(tablet.eventuallySent(fresh));
    tablet.courier.reset();
    tablet.proxy.set(Fault::refuse());
    const auto unsent = tablet.finish(Visit(), film(100'000));
    SECTION("of the same hub")
    {
        tablet.switchOn();
        REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 100'000));
        CHECK(tablet.following(unsent) == std::nullopt); // its answers are not there
    }
    SECTION("but not of another hub, which has no answers")
    {
        tablet.switchOn({QUrl(u"http://127.0.0.1:1/"_s), tablet.office.device().token});
        REQUIRE(tablet.eventually([&] { return tablet.courier->state().reason == u"offline"_s; }));
        CHECK(tablet.courier->state().following.empty());
    }
}

TEST_CASE("Nothing waits for a network on the way to the hub in the app itself", "[device][link]")
{
    RovingTablet tablet(contract, wifiOnly);
    const auto id = tablet.finish(Visit(), film(100'000));
    tablet.switchOn({tablet.proxy.url(), tablet.office.device().token, true});
    CHECK(tablet.eventuallySent(id));
}

TEST_CASE("A file that failed and may not go any more keeps nobody busy", "[device][link]")
{
    RovingTablet tablet(contract, noLimit);
    const auto ahead = std::make_shared<std::atomic<int>>(0); // seconds
    tablet.proxy.set(Fault::answerWith(503), -1, "PATCH /v1/uploads/");
    const auto id = tablet.finish(Visit(), film(100'000));
    tablet.switchOn({tablet.proxy.url(), tablet.office.device().token}, [ahead] { return systemClock()().addSecs(ahead->load()); });
    REQUIRE(tablet.eventually([&] { return tablet.store->outbox()->front().attempts > 0; }));
    REQUIRE(device::keepLinkRules(*tablet.store, small));
    *ahead = 60; // past its next try
    tablet.courier->wake();
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 100'000));
    REQUIRE(tablet.store->outbox()->front().nextTryAt);
    tablet.proxy.forget();
    QThread::msleep(500); // a round that follows upon a round takes a tenth of it
    CHECK(tablet.proxy.seen("GET /v1/receipts") <= 2);
    tablet.proxy.pass();
    tablet.air.become(wifi);
    CHECK(tablet.eventuallySent(id));
}

TEST_CASE("The answers of a correction do not wait for the film of what they correct", "[device][link]")
{
    RovingTablet tablet(contract, wifiOnly);
    const Visit visit;
    const auto id = tablet.finish(visit, film(100'000));
    tablet.switchOn();
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 100'000));
    Visit second = visit;
    second.instance = "uuid:" + uuid();
    second.corrects = visit.instance;
    second.email = "right@one.example";
    store::Conversation correction;
    correction.id = store::ConversationId::make();
    correction.instanceId = QString::fromLatin1(second.instance);
    correction.formId = u"visit"_s;
    correction.formVersion = u"1"_s;
    correction.startedAt = systemClock()();
    REQUIRE(tablet.store->startCorrection(id, correction, second.xml()));
    const bool filmless = GENERATE(false, true);
    INFO("the film was taken out: " << filmless);
    if (filmless)
        REQUIRE(tablet.store->keepOnlyAttachments(correction.id, {}));
    REQUIRE(tablet.store->finish(correction, second.xml(), {}));
    tablet.courier->wake();
    REQUIRE(tablet.eventually([&] { return tablet.submissions() == 2; }));
    if (filmless)
        CHECK(tablet.eventuallySent(correction.id));
    else
        CHECK(tablet.eventuallyHeld(correction.id, Passage::WaitsForWiFi, 100'000));
    CHECK(tablet.stateOf(id) == store::ConversationState::Waiting);
    CHECK(tablet.office.client().get("/v1/entities/contacts").body.contains("right@one.example"));
    tablet.air.become(wifi);
    CHECK(tablet.eventuallySent(id));
    CHECK(tablet.eventuallySent(correction.id));
    CHECK(tablet.submissions() == 2);
    CHECK(tablet.office.client().get("/v1/entities/contacts").body.contains("right@one.example"));
    CHECK_FALSE(tablet.office.client().get("/v1/entities/contacts").body.contains(visit.email));
}

TEST_CASE("A restored hub gets the answers again whose files wait for Wi-Fi", "[device][link][restore]")
{
    RovingTablet tablet(contract, wifiOnly);
    const auto before = tablet.finish(Visit());
    tablet.switchOn();
    REQUIRE(tablet.eventuallySent(before));
    QTemporaryDir dir;
    REQUIRE(hub::backUp(tablet.office.config(), dir.filePath(u"hub.tar"_s)));
    const auto id = tablet.finish(Visit(), film(100'000));
    tablet.courier->wake();
    REQUIRE(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 100'000));
    CHECK(tablet.submissions() == 2);

    tablet.office.stop();
    hub::HubConfig config;
    config.dataDir = dir.filePath(u"restored"_s);
    config.port = 0;
    REQUIRE(hub::restore(config, dir.filePath(u"hub.tar"_s)));
    const auto restored = hub::Hub::start(config);
    REQUIRE(restored);
    tablet.proxy.setTarget((*restored)->port());
    CHECK((*restored)->admin().submissions()->size() == 1);
    tablet.courier->tryNow();
    CHECK(tablet.eventually([&] { return (*restored)->admin().submissions()->size() == 2; }));
    CHECK(tablet.eventuallyHeld(id, Passage::WaitsForWiFi, 100'000));
    tablet.air.become(wifi);
    CHECK(tablet.eventuallySent(id));
}

TEST_CASE("Content comes down over the networks that files go up over", "[device][link][assets]")
{
    RovingTablet tablet(contract, small);
    QTemporaryDir files;
    QFile file(files.filePath(u"px.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray content = "%PDF-" + film(200'000);
    file.write(content);
    file.close();
    REQUIRE(tablet.office.admin().putOccasion(R"({"id": "fair", "title": "Fair", "lists": ["assets"]})"));
    REQUIRE(hub::putAsset(tablet.office.admin(), {}, file.fileName()));
    const auto isHere = [&] { return bool(store::openAsset(*tablet.store, QString::fromLatin1(sha256Of(content)))); };
    tablet.switchOn();
    REQUIRE(tablet.eventually([&] {
        return device::filesToCome(*tablet.store).value_or(device::FilesToCome{}) == device::FilesToCome{1, content.size(), Passage::WaitsForWiFi};
    }));
    CHECK_FALSE(isHere());
    SECTION("Wi-Fi")
    {
        tablet.air.become(wifi);
    }
    SECTION("other rules")
    {
        REQUIRE(device::keepLinkRules(*tablet.store, noLimit));
        tablet.courier->wake();
    }
    CHECK(tablet.eventually(isHere));
    CHECK(tablet.eventually([&] { return device::filesToCome(*tablet.store).value_or(device::FilesToCome{9}).files == 0; }));
}
