// SPDX-License-Identifier: Apache-2.0
// Every fault at every step of what a device does with the hub: enrol, pull, push, media, receipts, drafts. However it went, all of it has happened
// in the end, once. docs/faults.md tells the faults one by one. Each fault at a third of the steps; RAPPORT_LONG=1: at all.
#include "hub/hubsupport.h"
#include "support/faultproxy.h"
#include "support/smalldisk.h"
#include "sync/device/device.h"
#include "sync/device/enrolment.h"
#include "sync/store/handover.h"
#include "sync/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include <catch2/catch.hpp>

#include <set>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int diskMegabytes = 48, people = 2000, patienceMs = 40'000, troubleMs = 500;
const QByteArray picture(2'000'000, 'p');

/// A step of a device's life with the hub, and the requests that are its own.
struct Step {
    const char* name;
    QByteArray requests; ///< in the request line
};
const std::vector<Step> steps = {
    {"enrol", "POST /v1/enrol"},  {"pull of forms", "GET /forms/"}, {"pull of lists", "GET /v1/entities/"},
    {"push", "POST /submission"}, {"media", "PATCH /v1/uploads/"},  {"receipts", "GET /v1/receipts"},
    {"drafts", "/v1/drafts"},
};
enum Index : std::size_t { Enrol, Forms, Lists, Push, Media, Receipts, Drafts };

struct Trouble {
    enum class Where { Network, Device, Hub, Clock };
    const char* name;
    Where where;
    Fault fault{};
    int clockHours = 0; ///< how far the devices' clocks are off
};
const std::vector<Trouble> troubles = {
    {"refused", Trouble::Where::Network, Fault::refuse()},
    {"500", Trouble::Where::Network, Fault::answerWith(500)},
    {"slow", Trouble::Where::Network, Fault::slow(std::chrono::milliseconds(700))},
    {"truncated", Trouble::Where::Network, Fault::truncate()},
    {"committed, then dropped", Trouble::Where::Network, Fault::commitThenDrop()},
    {"of a wrong length", Trouble::Where::Network, Fault::wrongLength()},
    {"without an end", Trouble::Where::Network, Fault::endless()},
    {"a captive portal's page", Trouble::Where::Network, Fault::answerWith(200)},
    {"a captive portal's redirection", Trouble::Where::Network, Fault::answerWith(302)},
    {"no room on the device", Trouble::Where::Device},
    {"no room at the hub", Trouble::Where::Hub},
    {"clocks two hours behind", Trouble::Where::Clock, {}, -2},
    {"clocks two days ahead", Trouble::Where::Clock, {}, 48},
};

/// A device in a folder: the real store and courier, and a person who asks again where something did not work.
class Handset
{
public:
    Handset(const QString& folder, const Clock& clock)
        : m_clock(clock), m_open([folder, clock] { return store::Store::open(folder, store::DataKey(QByteArray(32, 'h')), clock); }),
          m_store(std::move(*m_open())), m_courier(std::make_unique<device::Courier>(m_open, clock))
    {
        QObject::connect(m_courier.get(), &device::Courier::enrolmentEnded, [this](const device::EnrolOutcome& outcome) { m_enrolled = outcome; });
        QObject::connect(m_courier.get(), &device::Courier::handOverEnded, [this](const device::HandOverOutcome& outcome) { m_taken = outcome; });
    }

    store::Store& store() { return *m_store; }
    device::Courier& courier() { return *m_courier; }

    store::Conversation begin(const Visit& visit) const
    {
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = QString::fromLatin1(visit.instance);
        conversation.formId = u"visit"_s;
        conversation.formVersion = u"1"_s;
        conversation.startedAt = m_clock();
        return conversation;
    }

    // Each of these is asked until it says that it has happened.
    bool enrol(const wire::Invitation& invitation)
    {
        if (m_asked && !m_enrolled)
            return false;
        if (m_enrolled && m_enrolled->done())
            return true;
        m_asked = true;
        m_enrolled.reset();
        m_courier->enrol(invitation, u"Tablet"_s);
        return false;
    }
    bool write(const store::Conversation& conversation, const Visit& visit, const QByteArray& photo)
    {
        return m_store->saveDraft(conversation, visit.xml()) &&
               (photo.isEmpty() || m_store->addAttachment(conversation.id, u"p.jpg"_s, u"image/jpeg"_s, photo));
    }
    bool send(const store::Conversation& conversation, const Visit& visit, const QByteArray& photo = {})
    {
        const auto read = m_store->conversation(conversation.id);
        const bool finished = read && read->state != store::ConversationState::Draft;
        if (!finished && write(conversation, visit, photo))
            (void)m_store->finish(conversation, visit.xml(), {}); // where it is refused it is tried again
        return read && read->state == store::ConversationState::Sent;
    }
    bool give(const store::Conversation& conversation, const Visit& visit, const QByteArray& photo, const QString& to)
    {
        const auto read = m_store->conversation(conversation.id);
        if (read && read->handedOver)
            return read->handedOver->state == store::HandedOver::State::Taken;
        if (write(conversation, visit, photo))
            (void)store::handOver(*m_store, conversation.id, to, {});
        return false;
    }
    bool take()
    {
        const auto offered = store::offers(*m_store);
        if (const auto drafts = m_store->drafts(); !offered || !drafts || !drafts->empty())
            return offered && drafts && offered->empty();
        if (!offered->empty() && (!m_taking || m_taken)) {
            m_taking = true;
            m_taken.reset();
            m_courier->take(offered->front().id);
        }
        return false;
    }
    bool isConfirmed(const Visit& visit)
    {
        const auto receipts = m_store->receipts(QString::fromLatin1(visit.instance));
        return receipts && !receipts->empty() && receipts->front().state == wire::Receipt::State::Confirmed;
    }

private:
    Clock m_clock;
    device::Courier::StoreFactory m_open;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<device::Courier> m_courier;
    std::optional<device::EnrolOutcome> m_enrolled;
    std::optional<device::HandOverOutcome> m_taken;
    bool m_asked = false, m_taking = false;
};

hub::HubConfig configIn(const QString& folder)
{
    hub::HubConfig config;
    config.dataDir = folder;
    return config;
}

/// Two technicians' devices with their hub, and one trouble at one step.
class World
{
public:
    World(const Trouble& trouble, const Step& step)
        : m_trouble(trouble), m_step(step), m_clock([hours = trouble.clockHours] { return systemClock()().addSecs(hours * 3600); })
    {
    }

    void run()
    {
        hub::HubAdmin& office = m_office.admin();
        const wire::Invitation adi{m_proxy.url(), office.invite(u"Adi"_s)->code}, sari{m_proxy.url(), office.invite(u"Sari"_s)->code};
        at(Enrol, [&] { return m_adi.enrol(adi) && m_sari.enrol(sari); });
        assign(m_adi, u"Adi Putra"_s);
        assign(m_sari, u"Sari Wirawan"_s);

        REQUIRE(office.publishForm(visitForm("2")));
        at(Forms, [&] { return bool(m_adi.store().form(u"visit"_s, u"2"_s)); });

        QByteArray csv = "name,label,remark\n";
        for (int i = 0; i < people; ++i)
            csv += "k" + QByteArray::number(i) + ",Person " + QByteArray::number(i) + ',' + QByteArray(400, 'r') + '\n';
        REQUIRE(office.importEntities(u"contacts"_s, csv));
        REQUIRE(office.putOccasion(R"({"id": "F1", "title": "Fair", "forms": ["visit"], "lists": [{"name": "contacts"}]})"));
        at(Lists, [&] { return m_adi.store().countEntities(u"contacts"_s).value_or(0) == people; });

        const auto pushed = m_adi.begin(m_visits[0]), pictured = m_adi.begin(m_visits[1]), confirmed = m_adi.begin(m_visits[2]);
        at(Push, [&] { return m_adi.send(pushed, m_visits[0]); });
        at(Media, [&] { return m_adi.send(pictured, m_visits[1], picture); });
        at(Receipts, [&] { return m_adi.send(confirmed, m_visits[2]) && m_adi.isConfirmed(m_visits[2]); });

        const auto given = m_adi.begin(m_visits[3]);
        at(Drafts, [&] { // each asks whatever the other has come to
            const bool taken = m_sari.take(), gone = m_adi.give(given, m_visits[3], picture, u"s.wirawan"_s);
            return taken && gone;
        });
        REQUIRE(eventually([&] { return m_sari.send(given, m_visits[3]); }));
        compare();
    }

private:
    void assign(Handset& handset, const QString& name)
    {
        const auto membership = device::membership(handset.store());
        REQUIRE(membership);
        REQUIRE(*membership);
        const auto user = m_office.admin().addUser(name);
        REQUIRE(user);
        REQUIRE(m_office.admin().assignDevice((*membership)->deviceId, user->id));
        REQUIRE(eventually([&] { return handset.store().setting(u"user"_s).value_or({}) == user->id; }));
    }

    template <typename Condition>
    bool eventually(Condition happened)
    {
        QElapsedTimer timer;
        timer.start();
        while (!happened()) {
            if (timer.elapsed() > patienceMs)
                return false;
            if (timer.elapsed() > troubleMs)
                end();
            m_adi.courier().tryNow();
            m_sari.courier().tryNow();
            QThread::msleep(20);
            QCoreApplication::processEvents();
        }
        return true;
    }

    /// The step, until it has happened; where it is the one, the trouble begins before it and ends while somebody tries.
    template <typename Condition>
    void at(Index index, Condition happened)
    {
        INFO("at: " << steps[index].name);
        const bool troubled = m_step.name == steps[index].name;
        if (troubled)
            begin();
        const bool done = eventually(happened);
        if (troubled) {
            end();
            if (m_trouble.where == Trouble::Where::Network && m_trouble.fault.kind != Fault::Kind::Refuse)
                CHECK(m_proxy.faulted() >= 1);
        }
        REQUIRE(done);
    }

    void begin()
    {
        if (m_trouble.where == Trouble::Where::Network)
            m_proxy.set(m_trouble.fault, 2, m_step.requests);
        else if (m_trouble.where == Trouble::Where::Device)
            m_deviceDisk.fill();
        else if (m_trouble.where == Trouble::Where::Hub)
            m_hubDisk.fill();
    }
    void end()
    {
        if (m_trouble.fault.kind == Fault::Kind::Refuse)
            m_proxy.pass();
        m_deviceDisk.free();
        m_hubDisk.free();
    }

    /// What the hub has is what the devices have done, once; what the hub has said they know.
    void compare()
    {
        hub::HubAdmin& office = m_office.admin();
        std::multiset<QByteArray> expected, there;
        for (const Visit& visit : m_visits)
            expected.insert(visit.instance);
        for (const QJsonValue& one : office.submissions().value_or({})) {
            there.insert(one.toObject()[u"instance"_s].toString().toLatin1());
            CHECK_FALSE(one.toObject().contains(u"files_missing"_s));
        }
        CHECK(there == expected);
        CHECK(office.devices()->size() == 3); // the one of the folder, and these
        CHECK(office.conflicts(false)->isEmpty());
        CHECK(m_office.client().get("/v1/blobs/" + sha256Of(picture)).body == picture);
        const int contacts = people + static_cast<int>(m_visits.size());
        CHECK(office.exportEntities(u"contacts"_s)->count('\n') == contacts + 1);
        CHECK(office.exportEntities(u"opportunities"_s)->count('\n') == 2);
        for (Handset* handset : {&m_adi, &m_sari}) {
            CHECK(eventually([&] { return handset->store().countEntities(u"contacts"_s).value_or(0) == contacts; }));
            CHECK(handset->courier().state().needsYou == 0);
            CHECK(handset->store().outbox()->empty());
            CHECK(handset->store().drafts()->empty());
        }
    }

    Trouble m_trouble;
    Step m_step;
    Clock m_clock;
    SmallDisk m_deviceDisk{diskMegabytes}, m_hubDisk{diskMegabytes};
    ServedFolder m_office{configIn(m_hubDisk.path() + u"/hub"_s)};
    FaultProxy m_proxy{m_office.port()};
    Handset m_adi{m_deviceDisk.path() + u"/adi"_s, m_clock}, m_sari{m_deviceDisk.path() + u"/sari"_s, m_clock};
    std::vector<Visit> m_visits{Visit{.deal = true}, Visit{}, Visit{}, Visit{}};
};

} // namespace

TEST_CASE("Whatever goes wrong at whichever step, everything has happened once in the end", "[faults][matrix]")
{
    const bool mayMount = SmallDisk(1).isThere(), all = qEnvironmentVariableIsSet("RAPPORT_LONG");
    if (!mayMount)
        WARN("the full disks are skipped: only root may mount small ones");
    for (std::size_t trouble = 0; trouble < troubles.size(); ++trouble) {
        const Trouble::Where where = troubles[trouble].where;
        if (!mayMount && (where == Trouble::Where::Device || where == Trouble::Where::Hub))
            continue;
        for (std::size_t step = 0; step < steps.size(); ++step) {
            const bool once = where == Trouble::Where::Clock; // it is wrong all the way
            if (once ? step != 0 : !all && (trouble + step) % 3 != 0)
                continue;
            INFO(troubles[trouble].name);
            INFO("trouble at: " << steps[step].name);
            World(troubles[trouble], steps[step]).run();
        }
    }
}
