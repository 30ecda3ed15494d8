// SPDX-License-Identifier: Apache-2.0
// What a device holds: the table of cases. A real hub, a real store and the courier between them; both have a clock that the test sets.
#include "hub/hubsupport.h"
#include "sync/device/device.h"
#include "sync/store/store.h"
#include "sync/wire/entitypage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QThread>

#include <catch2/catch.hpp>

#include <atomic>

using namespace rapport;
using namespace rapport::test;
using namespace Qt::StringLiterals;

namespace
{

using Seconds = std::shared_ptr<std::atomic<qint64>>;

const QString rep = u"r.rep"_s, technician = u"t.tech"_s, manager = u"m.boss"_s;
// North: Ada, who is the rep's, and Cem, who is the technician's. South: Ben, who is the rep's.
const QByteArray ada = "8d0f2b5e-4c1a-4a5e-9a53-0a6c6d1d0a01";
const QByteArray people = "name,label,territory,account_owner,customer\n" + ada +
                          ",Ada,north,r.rep,k1\n8d0f2b5e-4c1a-4a5e-9a53-0a6c6d1d0a02,Ben,south,r.rep,k2\n"
                          "8d0f2b5e-4c1a-4a5e-9a53-0a6c6d1d0a03,Cem,north,t.tech,k2\n";

QByteArray formCalled(const QByteArray& id)
{
    return visitForm().replace("id=\"visit\"", "id=\"" + id + "\"").replace("<h:title>Visit", "<h:title>" + id);
}

/// Somebody's tablet and the office it belongs to.
class Stand
{
public:
    Stand()
    {
        at("2027-11-10T09:00:00+01:00");
        for (const char* form : {"round", "report"})
            REQUIRE(office.admin().publishForm(formCalled(form)));
        REQUIRE(office.admin().importEntities(u"contacts"_s, people));
    }

    void hireStaff()
    {
        for (const auto& [id, role] : {std::pair(rep, u"rep"_s), {technician, u"technician"_s}, {manager, u"manager"_s}})
            REQUIRE(office.admin().addUser(id, role, id));
    }
    void belongsTo(const QString& user)
    {
        if (office.admin().users()->isEmpty())
            hireStaff();
        REQUIRE(office.admin().assignDevice(office.device().id, user));
    }
    void put(const QByteArray& occasion)
    {
        const auto kept = office.admin().putOccasion(occasion);
        INFO((kept ? std::string() : kept.error().detail.toStdString()));
        REQUIRE(kept);
    }
    /// The fair: 10 to 12 November 2027 in Berlin, form "visit", the contacts. @p more goes into it, before which @p list stands for the contacts.
    void fair(const QByteArray& more = {}, const QByteArray& list = R"("contacts")", const QByteArray& to = "2027-11-12")
    {
        put(R"({"id": "F", "title": "Fair", "from": "2027-11-10", "to": ")" + to +
            R"(", "timezone": "Europe/Berlin", "forms": ["visit"], "lists": [)" + list + "]" + (more.isEmpty() ? "" : ", ") + more + "}");
    }
    /// The contacts, where @p filter holds.
    static QByteArray contactsWhere(const QByteArray& filter) { return R"({"name": "contacts", "filter": ")" + filter + "\"}"; }
    /// The service round: form "round", no lists, no dates.
    void round(const QByteArray& more = {}, const QByteArray& lists = {})
    {
        put(R"({"id": "R", "title": "Round", "forms": ["round"], "lists": [)" + lists + "]" + (more.isEmpty() ? "" : ", ") + more + "}");
    }

    void at(const char* time) // at the hub; the tablet's clock goes as wrong as before
    {
        const QDateTime now = QDateTime::fromString(QString::fromLatin1(time), Qt::ISODate);
        REQUIRE(now.isValid());
        *m_now = now.toSecsSinceEpoch();
    }
    void tabletIsAhead(qint64 seconds) { *m_skew = seconds; } // behind where it is negative
    void tabletShows(int secondsEastOfUtc) { *m_offset = secondsEastOfUtc; }

    /// One look at the hub, from its beginning to its end.
    void sync()
    {
        std::atomic<int> looks = 0;
        device::Courier courier([this] { return open(); }, tabletClock());
        QObject::connect(
            &courier, &device::Courier::downloaded, &courier, [&] { ++looks; }, Qt::DirectConnection);
        courier.setHub({QUrl(u"http://127.0.0.1:%1"_s.arg(office.port())), office.device().token});
        QElapsedTimer timer;
        for (timer.start(); looks == 0 && timer.elapsed() < 20'000; QThread::msleep(5))
            QCoreApplication::processEvents();
        REQUIRE(looks > 0);
    }

    store::Conversation begin(const Visit& visit)
    {
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = QString::fromLatin1(visit.instance);
        conversation.formId = u"visit"_s;
        conversation.formVersion = u"1"_s;
        const auto occasion = store->occasion();
        REQUIRE(occasion);
        conversation.occasionId = *occasion ? (**occasion)[u"id"_s].toString() : QString();
        conversation.startedAt = tabletClock()();
        REQUIRE(store->saveDraft(conversation, visit.xml()));
        return conversation;
    }
    void finish(const store::Conversation& conversation, const Visit& visit)
    {
        forms::EntityAction made;
        made.list = u"contacts"_s;
        made.id = QString::fromLatin1(visit.contact);
        made.create = true;
        made.label = QString::fromUtf8(visit.label);
        made.properties = {{u"email"_s, QString::fromUtf8(visit.email)}};
        REQUIRE(store->finish(conversation, visit.xml(), {made}));
    }
    bool isAtTheHub(const Visit& visit)
    {
        const auto all = office.admin().submissions();
        REQUIRE(all);
        return std::any_of(all->begin(), all->end(),
                           [&](const QJsonValue& one) { return one[u"instance"_s].toString().toLatin1() == visit.instance; });
    }

    /// "Fair; visit report; Ada Ben": occasions, the current one first; forms that may be begun; people on the disk, in brackets where nobody sees
    /// them.
    QString held() const
    {
        QStringList titles, forms, names;
        for (const QJsonObject& occasion : store->occasions().value_or({}))
            titles.append(occasion[u"title"_s].toString());
        for (const store::StoredForm& form : store->forms().value_or({}))
            forms.append(form.id);
        for (const store::Entity& person : store->entities(u"contacts"_s).value_or({}))
            names.append(person.label);
        forms.sort();
        names.sort();
        QString who = names.join(u' ');
        const bool found = store->countEntities(u"contacts"_s).value_or(-1) == static_cast<int>(names.size());
        const bool searched = std::all_of(names.begin(), names.end(), [&](const QString& name) { return !store->search(name, 5)->empty(); });
        REQUIRE(found == searched);
        if (!found)
            who = u'(' + who + u')';
        return titles.join(u' ') + u"; "_s + forms.join(u' ') + u"; "_s + who;
    }
    /// What the hub says of the list to whoever asks with the tablet's token, whatever the tablet would ask.
    QString told(const QByteArray& list)
    {
        const auto page = wire::parseEntityPage(office.client().get("/v1/entities/" + list).body);
        REQUIRE(page);
        QStringList names;
        for (const wire::EntityRow& row : page->rows)
            names.append(row.label);
        names.sort();
        return names.join(u' ');
    }

private:
    Clock tabletClock() const
    {
        return [now = m_now, skew = m_skew, offset = m_offset] {
            return QDateTime::fromSecsSinceEpoch(*now + *skew, Qt::OffsetFromUTC, static_cast<int>(*offset));
        };
    }
    hub::HubConfig config() const
    {
        hub::HubConfig config;
        config.clock = [now = m_now] { return QDateTime::fromSecsSinceEpoch(*now, Qt::UTC); };
        return config;
    }
    Result<std::unique_ptr<store::Store>> open() const
    {
        return store::Store::open(m_dir.path(), store::DataKey(QByteArray(32, 'k')), tabletClock());
    }

    Seconds m_now = std::make_shared<std::atomic<qint64>>(0), m_skew = std::make_shared<std::atomic<qint64>>(0),
            m_offset = std::make_shared<std::atomic<qint64>>(3600);
    QTemporaryDir m_dir;

public:
    ServedFolder office{config()};
    std::unique_ptr<store::Store> store = std::move(*open());
};

struct Case {
    const char* sentence;
    void (*play)(Stand& stand);
    const char* held;
};

constexpr qint64 hour = 3600;

} // namespace

TEST_CASE("A device holds what the role of who works with it is for", "[device][scopes]")
{
    const auto one = GENERATE(values<Case>({
        {"an occasion without roles is everybody's", [](Stand& s) { s.fair(), s.belongsTo(technician), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"an occasion for reps is held by a rep", [](Stand& s) { s.fair(R"("roles": ["rep"])"), s.belongsTo(rep), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"an occasion for reps is not held by a technician, nor its form, nor its people",
         [](Stand& s) { s.fair(R"("roles": ["rep"])"), s.belongsTo(technician), s.sync(); }, "; report round; "},
        {"an occasion for two roles is held by the second of them",
         [](Stand& s) { s.fair(R"("roles": ["rep", "manager"])"), s.belongsTo(manager), s.sync(); }, "Fair; report round visit; Ada Ben Cem"},
        {"a form of the technicians' round is not a rep's",
         [](Stand& s) { s.fair(), s.round(R"("roles": ["technician"])"), s.belongsTo(rep), s.sync(); }, "Fair; report visit; Ada Ben Cem"},
        {"a technician holds the round beside what is everybody's; what ends comes first",
         [](Stand& s) { s.fair(), s.round(R"("roles": ["technician"])"), s.belongsTo(technician), s.sync(); },
         "Fair Round; report round visit; Ada Ben Cem"},
        {"a device that nobody works with holds what is everybody's, and no more",
         [](Stand& s) { s.hireStaff(), s.fair(R"("roles": ["rep"])"), s.round(), s.sync(); }, "Round; report round; "},
        {"at a hub without users roles narrow nothing", [](Stand& s) { s.fair(R"("roles": ["rep"])"), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"another assignment brings the other's occasion and takes the first one's away",
         [](Stand& s) {
             s.fair(R"("roles": ["rep"])"), s.round(R"("roles": ["technician"])"), s.belongsTo(rep), s.sync();
             s.belongsTo(technician), s.sync();
         },
         "Round; report round; "},
        {"a device that is taken from its user keeps only what is everybody's",
         [](Stand& s) { s.fair(R"("roles": ["rep"])"), s.belongsTo(rep), s.sync(), s.belongsTo({}), s.sync(); }, "; report round; "},
        {"an occasion that becomes another role's goes",
         [](Stand& s) { s.fair(R"("roles": ["rep"])"), s.belongsTo(rep), s.sync(), s.fair(R"("roles": ["manager"])"), s.sync(); },
         "; report round; "},
    }));
    Stand stand;
    one.play(stand);
    INFO(one.sentence);
    CHECK(stand.held().toStdString() == one.held);
}

TEST_CASE("A device holds the people of its customers and its territory", "[device][scopes]")
{
    const auto one = GENERATE(values<Case>({
        {"the territory of a filter", [](Stand& s) { s.fair({}, Stand::contactsWhere("territory = 'north'")), s.sync(); },
         "Fair; report round visit; Ada Cem"},
        {"the customers of a filter", [](Stand& s) { s.fair({}, Stand::contactsWhere("customer = 'k2'")), s.sync(); },
         "Fair; report round visit; Ben Cem"},
        {"two occasions add up",
         [](Stand& s) { s.fair({}, Stand::contactsWhere("customer = 'k1'")), s.round({}, Stand::contactsWhere("territory = 'south'")), s.sync(); },
         "Fair Round; report round visit; Ada Ben"},
        {"an occasion without a filter gives the whole list",
         [](Stand& s) { s.fair({}, Stand::contactsWhere("customer = 'k1'")), s.round({}, R"("contacts")"), s.sync(); },
         "Fair Round; report round visit; Ada Ben Cem"},
        {"another role's occasion adds nothing",
         [](Stand& s) {
             s.fair({}, Stand::contactsWhere("customer = 'k1'")), s.round(R"("roles": ["technician"])", R"("contacts")"), s.belongsTo(rep), s.sync();
         },
         "Fair; report visit; Ada"},
        {"the accounts of whoever works with the device",
         [](Stand& s) { s.fair({}, Stand::contactsWhere("account_owner = property('username')")), s.belongsTo(rep), s.sync(); },
         "Fair; report round visit; Ada Ben"},
        {"with another person other accounts",
         [](Stand& s) {
             s.fair({}, Stand::contactsWhere("account_owner = property('username')")), s.belongsTo(rep), s.sync(), s.belongsTo(technician), s.sync();
         },
         "Fair; report round visit; Cem"},
        {"a manager sees all, everybody else the north",
         [](Stand& s) { s.fair({}, Stand::contactsWhere("territory = 'north' or property('role') = 'manager'")), s.belongsTo(manager), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"who moves out of the territory goes with the next look at the hub",
         [](Stand& s) {
             s.fair({}, Stand::contactsWhere("territory = 'north'")), s.sync();
             REQUIRE(s.office.admin().importEntities(u"contacts"_s, "name,label,territory\n" + ada + ",Ada,south\n"));
             s.sync();
         },
         "Fair; report round visit; Cem"},
        {"who moves into it comes",
         [](Stand& s) {
             s.fair({}, Stand::contactsWhere("territory = 'south'")), s.sync();
             REQUIRE(s.office.admin().importEntities(u"contacts"_s, "name,label,territory\n" + ada + ",Ada,south\n"));
             s.sync();
         },
         "Fair; report round visit; Ada Ben"},
        {"another filter takes away what it does not let through",
         [](Stand& s) {
             s.fair({}, Stand::contactsWhere("territory = 'north'")), s.sync(), s.fair({}, Stand::contactsWhere("territory = 'south'")), s.sync();
         },
         "Fair; report round visit; Ben"},
        {"a list that no occasion names any more goes", [](Stand& s) { s.fair(), s.sync(), s.fair({}, {}), s.sync(); }, "Fair; report round visit; "},
    }));
    Stand stand;
    one.play(stand);
    INFO(one.sentence);
    CHECK(stand.held().toStdString() == one.held);
}

TEST_CASE("A device holds an occasion until its last day has ended where it is", "[device][scopes]")
{
    const auto one = GENERATE(values<Case>({
        {"what is ahead is held, so that it is ready", [](Stand& s) { s.fair(), s.at("2027-10-01T09:00:00+02:00"), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"what runs comes before what is ahead", [](Stand& s) { s.fair(), s.round(), s.at("2027-10-01T09:00:00+02:00"), s.sync(); },
         "Round Fair; report round visit; Ada Ben Cem"},
        {"what is to be held from a later day is not here yet",
         [](Stand& s) { s.fair(R"("held_from": "2027-11-08")"), s.at("2027-11-07T20:00:00+01:00"), s.sync(); }, "; report round; "},
        {"that day begins in its time zone", [](Stand& s) { s.fair(R"("held_from": "2027-11-08")"), s.at("2027-11-08T00:00:01+01:00"), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"on the last evening it is still here", [](Stand& s) { s.fair(), s.at("2027-11-12T23:59:59+01:00"), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"at midnight it goes, with its form and its people", [](Stand& s) { s.fair(), s.sync(), s.at("2027-11-13T00:00:01+01:00"), s.sync(); },
         "; report round; "},
        {"midnight is that of its time zone: in Jakarta it comes earlier",
         [](Stand& s) { s.fair(R"("timezone": "Asia/Jakarta")"), s.sync(), s.at("2027-11-12T18:00:01+01:00"), s.sync(); }, "; report round; "},
        {"without a time zone the hub waits until its last day has ended everywhere",
         [](Stand& s) { s.fair(R"("timezone": "")"), s.tabletShows(-11 * 3600), s.sync(), s.at("2027-11-13T10:59:00+00:00"), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
        {"and then it goes", [](Stand& s) { s.fair(R"("timezone": "")"), s.sync(), s.at("2027-11-13T12:00:01+00:00"), s.sync(); },
         "; report round; "},
        {"an occasion without dates stays", [](Stand& s) { s.round(), s.at("2035-01-01T00:00:00+00:00"), s.sync(); }, "Round; report round visit; "},
        {"one that is made shorter goes with the next look",
         [](Stand& s) { s.fair(), s.sync(), s.at("2027-11-12T09:00:00+01:00"), s.fair({}, R"("contacts")", "2027-11-11"), s.sync(); },
         "; report round; "},
        {"one that is made longer comes back",
         [](Stand& s) {
             s.fair(), s.at("2027-11-13T09:00:00+01:00"), s.sync();
             s.fair({}, R"("contacts")", "2027-11-14"), s.sync();
         },
         "Fair; report round visit; Ada Ben Cem"},
        {"a list and a form that another one names stay",
         [](Stand& s) {
             s.fair(), s.put(R"({"id": "G", "title": "Tour", "forms": ["visit"], "lists": ["contacts"]})"), s.sync();
             s.at("2027-11-13T09:00:00+01:00"), s.sync();
         },
         "Tour; report round visit; Ada Ben Cem"},
    }));
    Stand stand;
    one.play(stand);
    INFO(one.sentence);
    CHECK(stand.held().toStdString() == one.held);
}

TEST_CASE("A device that does not reach the hub ends an occasion by the hub's clock", "[device][scopes]")
{
    const auto one = GENERATE(values<Case>({
        {"it goes from sight at midnight; its people stay on the disk until the hub has said so",
         [](Stand& s) { s.fair(), s.sync(), s.at("2027-11-13T00:00:01+01:00"); }, "; report round; (Ada Ben Cem)"},
        {"another one that runs takes its place", [](Stand& s) { s.fair(), s.round(), s.sync(), s.at("2027-11-13T00:00:01+01:00"); },
         "Round; report round; (Ada Ben Cem)"},
        {"a clock that is five hours ahead does not end it early",
         [](Stand& s) { s.tabletIsAhead(5 * hour), s.fair(), s.sync(), s.at("2027-11-12T22:00:00+01:00"); }, "Fair; report round visit; Ada Ben Cem"},
        {"a clock that is five hours behind does not end it late",
         [](Stand& s) { s.tabletIsAhead(-5 * hour), s.fair(), s.sync(), s.at("2027-11-13T00:00:01+01:00"); }, "; report round; (Ada Ben Cem)"},
        {"a tablet that shows Jakarta's time ends it in Berlin",
         [](Stand& s) { s.tabletShows(7 * 3600), s.fair(), s.sync(), s.at("2027-11-12T23:00:00+01:00"); }, "Fair; report round visit; Ada Ben Cem"},
        {"an occasion without a time zone ends by the tablet's own",
         [](Stand& s) { s.tabletShows(7 * 3600), s.fair(R"("timezone": "")"), s.sync(), s.at("2027-11-12T17:00:01+00:00"); },
         "; report round; (Ada Ben Cem)"},
        {"a clock that is put forward by mistake hides it, and put right brings all of it back",
         [](Stand& s) {
             s.fair(), s.sync(), s.tabletIsAhead(400 * 24 * hour);
             REQUIRE(s.held() == u"; report round; (Ada Ben Cem)"_s);
             s.tabletIsAhead(0);
         },
         "Fair; report round visit; Ada Ben Cem"},
        {"a look at the hub with a clock a year ahead takes nothing away", [](Stand& s) { s.fair(), s.tabletIsAhead(400 * 24 * hour), s.sync(); },
         "Fair; report round visit; Ada Ben Cem"},
    }));
    Stand stand;
    one.play(stand);
    INFO(one.sentence);
    CHECK(stand.held().toStdString() == one.held);
}

TEST_CASE("What is unsent outlives its occasion", "[device][scopes]")
{
    const auto one = GENERATE(values<Case>({
        {"a draft keeps the people that its questions ask for, and begins nothing new",
         [](Stand& s) { s.fair(), s.sync(), s.begin(Visit()), s.at("2027-11-13T09:00:00+01:00"), s.sync(); }, "; report round; (Ada Ben Cem)"},
        {"it is finished and delivered, and then all of it goes",
         [](Stand& s) {
             const Visit visit;
             s.fair(), s.sync();
             const auto draft = s.begin(visit);
             s.at("2027-11-13T09:00:00+01:00"), s.sync();
             REQUIRE(s.store->occasionOf(u"visit"_s).value_or({})->value(u"title"_s).toString() == u"Fair"_s); // with its consent texts
             REQUIRE(s.store->form(u"visit"_s, u"1"_s));
             s.finish(draft, visit), s.sync();
             REQUIRE(s.isAtTheHub(visit));
             s.sync();
         },
         "; report round; "},
        {"what waits is delivered after the end, and its person goes with the others",
         [](Stand& s) {
             const Visit visit;
             s.fair(), s.sync(), s.finish(s.begin(visit), visit);
             s.at("2027-11-20T09:00:00+01:00"), s.sync();
             REQUIRE(s.isAtTheHub(visit));
         },
         "; report round; "},
        {"what waits while the hub is not reached stays as it is",
         [](Stand& s) {
             const Visit visit;
             s.fair(), s.sync(), s.finish(s.begin(visit), visit), s.at("2027-11-20T09:00:00+01:00");
             REQUIRE(s.store->outbox()->size() == 1);
         },
         "; report round; (Ada Ben Cem Mara One)"},
        {"a draft of somebody whose tablet it is no longer can be finished",
         [](Stand& s) {
             const Visit visit;
             s.fair(R"("roles": ["rep"])"), s.belongsTo(rep), s.sync();
             const auto draft = s.begin(visit);
             s.belongsTo(technician), s.sync();
             REQUIRE(s.held() == u"; report round; (Ada Ben Cem)"_s);
             s.finish(draft, visit), s.sync();
             REQUIRE(s.isAtTheHub(visit));
         },
         "; report round; "},
        {"a change of somebody who has left the territory is delivered, though she is not here any more",
         [](Stand& s) {
             Visit visit;
             visit.contact = ada;
             s.fair({}, Stand::contactsWhere("territory = 'north'")), s.sync(), s.finish(s.begin(visit), visit);
             REQUIRE(s.office.admin().importEntities(u"contacts"_s, "name,label,territory\n" + ada + ",Ada,south\n"));
             s.sync(), s.sync();
             REQUIRE(s.isAtTheHub(visit));
         },
         "Fair; report round visit; Cem"},
        {"a draft that was deleted keeps nothing",
         [](Stand& s) {
             s.fair(), s.sync();
             REQUIRE(s.store->discardDraft(s.begin(Visit()).id));
             s.at("2027-11-13T09:00:00+01:00"), s.sync();
         },
         "; report round; "},
        {"an occasion that comes back while a draft of it is here is open again",
         [](Stand& s) {
             s.fair(), s.sync(), s.begin(Visit()), s.at("2027-11-13T09:00:00+01:00"), s.sync();
             s.fair({}, R"("contacts")", "2027-11-14"), s.sync();
         },
         "Fair; report round visit; Ada Ben Cem"},
    }));
    Stand stand;
    one.play(stand);
    INFO(one.sentence);
    CHECK(stand.held().toStdString() == one.held);
}

TEST_CASE("Of what is another role's the hub tells nothing, whatever a device asks for", "[device][scopes]")
{
    Stand stand;
    stand.fair(R"("roles": ["rep"])", Stand::contactsWhere("territory = 'north'"));
    stand.belongsTo(technician);
    CHECK(stand.told("contacts").isEmpty());
    const Client client = stand.office.client();
    CHECK_FALSE(client.get("/formList").body.contains("<formID>visit</formID>"));
    CHECK(client.get("/v1/occasions").body == "{\"occasions\":[]}");
    CHECK_FALSE(client.get("/forms/visit/1/contacts.csv").body.contains("Ada"));
    const QByteArray fate = client.get("/forms/visit/1/contacts/integrity?id=" + ada).body;
    CHECK(fate.contains("true")); // deleted, as far as it is concerned

    stand.belongsTo(rep);
    CHECK(stand.told("contacts") == u"Ada Cem"_s);
    CHECK(client.get("/forms/visit/1/contacts.csv").body.count('\n') == 3); // with the line of names
    CHECK(client.get("/forms/visit/1/contacts/integrity?id=" + ada).body.contains("false"));
}

TEST_CASE("The occasion that was chosen comes first while it is open", "[device][scopes]")
{
    Stand stand;
    stand.fair();
    stand.round();
    stand.sync();
    REQUIRE(stand.store->chooseOccasion(u"R"_s));
    CHECK(stand.held().startsWith(u"Round Fair;"_s));
    CHECK((*stand.store->occasion())->value(u"id"_s).toString() == u"R"_s);
    stand.sync();
    CHECK(stand.held().startsWith(u"Round Fair;"_s));
    REQUIRE(stand.store->chooseOccasion(u"F"_s));
    stand.at("2027-11-13T09:00:00+01:00");
    CHECK(stand.held().startsWith(u"Round;"_s));
}
