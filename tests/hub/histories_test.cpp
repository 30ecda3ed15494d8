// SPDX-License-Identifier: Apache-2.0
// Random histories of devices, offline spells, crashes, lost answers and changes by the office, over the real stores of three devices and a hub's
// real database. 150 of them; RAPPORT_LONG=1: 10,000. The seed is a fresh one and printed; RAPPORT_SEED=N runs that one again.
#include "sync/db/database.h"
#include "sync/db/migrations.h"
#include "sync/hub/reconcile.h"
#include "sync/hub/schema.h"
#include "sync/hub/sqlite/query.h"
#include "sync/hub/sqlite/sqliterepositories.h"
#include "sync/store/store.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QUuid>

#include <catch2/catch.hpp>

#include <deque>
#include <random>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

const QString list = u"contacts"_s;
const QStringList properties{u"phone"_s, u"city"_s, u"remark"_s, u"other_emails"_s, u"priority"_s};

/// On a disk that waits for nothing: durability is asked elsewhere.
QString quickFolder()
{
    return QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/rapport-histories-XXXXXX"_s : QDir::tempPath() + u"/rapport-histories-XXXXXX"_s;
}

QDateTime tick()
{
    static QDateTime now(QDate(2027, 11, 10), QTime(8, 0), Qt::UTC);
    now = now.addSecs(1);
    return now;
}

/// What somebody wrote, and where it has to be found again.
struct Written {
    QString entity, property, value, before, source;
};

struct Sent {
    QString instanceId;
    forms::EntityAction action;
};

struct Tablet {
    Tablet(const QString& name, const QString& folder) : id(name), store(*store::Store::open(folder, store::DataKey(QByteArray(32, 'k')), tick)) {}
    QString id;
    std::unique_ptr<store::Store> store;
    std::deque<Sent> outbox;
};

struct World {
    World() : dir(quickFolder()), hub(*db::Database::open(dir.filePath(u"hub.db"_s), {}))
    {
        REQUIRE(db::migrate(hub, hub::schema()));
        for (const QString& name : {u"t1"_s, u"t2"_s, u"t3"_s}) {
            QDir().mkpath(dir.filePath(name));
            tablets.push_back(std::make_unique<Tablet>(name, dir.filePath(name)));
        }
        REQUIRE(repositories.conflicts().setPolicy(list, u"priority"_s, hub::Policy::Server));
    }

    /// A conversation that changes the entity as it stands on the tablet; what the form does not change it sends along.
    void talk(Tablet& tablet, const QString& entity, const QString& property, const QString& value)
    {
        const auto known = tablet.store->entity(list, entity);
        REQUIRE(known);
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = u"uuid:"_s + conversation.id.text();
        conversation.formId = u"f"_s;
        conversation.formVersion = u"1"_s;
        conversation.author = tablet.id;
        conversation.startedAt = tick();
        forms::EntityAction action;
        action.list = list;
        action.id = entity;
        action.create = !*known;
        action.update = !action.create;
        action.label = *known ? (*known)->label : u"One"_s;
        QString before;
        if (*known) {
            action.baseVersion = (*known)->version;
            action.trunkVersion = (*known)->trunkVersion;
            action.branchId = (*known)->branchId;
            action.properties = (*known)->properties;
            before = action.properties[property];
        }
        action.properties[property] = value;
        REQUIRE(tablet.store->finish(conversation, "<data/>", {action}));
        tablet.outbox.push_back({conversation.instanceId, action});
        written.push_back({entity, property, value, before, conversation.instanceId});
    }

    /// What the hub does with a record: once, whatever the tablet has heard of it.
    void take(const Tablet& tablet, const Sent& sent)
    {
        if (!taken.insert(sent.instanceId).second)
            return;
        const forms::EntityAction& action = sent.action;
        const auto base = action.trunkVersion.isEmpty() ? action.baseVersion : std::optional(action.trunkVersion.toLongLong());
        REQUIRE(hub::transact(hub, [&]() -> Status {
            const auto changed = hub::changeEntity(repositories,
                                                   {action.list, action.id, action.label, action.properties, base, sent.instanceId, tablet.id,
                                                    hub::Change::WhenEqual::NewVersion, tablet.id},
                                                   tick());
            return changed ? ok() : Status(changed.error());
        }));
    }

    void push(Tablet& tablet, bool answerIsLost)
    {
        if (tablet.outbox.empty())
            return;
        const Sent sent = tablet.outbox.front();
        take(tablet, sent);
        if (answerIsLost)
            return;
        REQUIRE(tablet.store->recordDelivered(sent.instanceId));
        tablet.outbox.pop_front();
    }

    void pull(Tablet& tablet, const QString& entity)
    {
        const auto found = hub::rows<store::Entity>(
            hub, "SELECT label, version, properties, deleted FROM entity WHERE list = ?1 AND id = ?2",
            [](const db::Statement& row) {
                store::Entity one;
                one.list = list;
                one.label = row.text(0);
                one.version = row.integer(1);
                const QJsonObject values = QJsonDocument::fromJson(row.blob(2)).object();
                for (auto it = values.begin(); it != values.end(); ++it)
                    one.properties[it.key()] = it.value().toString();
                one.deleted = row.integer(3) != 0;
                return one;
            },
            list, entity);
        REQUIRE(found);
        store::EntityPull page{list, {}, "c"};
        for (store::Entity one : *found) {
            one.id = entity;
            page.rows.push_back(one);
        }
        REQUIRE(tablet.store->absorbEntities(page));
    }

    void office(const QString& entity, const QString& property, const QString& value)
    {
        const auto known = repositories.entities().find(list, entity);
        REQUIRE(known);
        if (!*known)
            return;
        const QString source = u"import:"_s + value;
        REQUIRE(hub::changeEntity(repositories, {list, entity, {}, {{property, value}}, {}, source, u"office"_s, hub::Change::WhenEqual::Nothing},
                                  tick()));
        written.push_back({entity, property, value, {}, source});
    }

    /// It stands there, or stood there in a version of the same source, or in a conflict with who said it.
    bool isOnRecord(const Written& one)
    {
        const auto versions = hub::rows<QByteArray>(
            hub, "SELECT properties FROM entity_history WHERE list = ?1 AND id = ?2 AND source = ?3",
            [](const db::Statement& row) { return row.blob(0); }, list, one.entity, one.source);
        const auto kept = hub::rows<QString>(
            hub, "SELECT device_value FROM conflict WHERE entity_id = ?1 AND property = ?2 AND device_source = ?3",
            [](const db::Statement& row) { return row.text(0); }, one.entity, one.property, one.source);
        REQUIRE(versions);
        REQUIRE(kept);
        if (std::find(kept->begin(), kept->end(), one.value) != kept->end())
            return true;
        return std::any_of(versions->begin(), versions->end(),
                           [&](const QByteArray& json) { return QJsonDocument::fromJson(json).object()[one.property].toString() == one.value; });
    }

    QTemporaryDir dir;
    db::Database hub;
    hub::SqliteRepositories repositories{hub};
    std::vector<std::unique_ptr<Tablet>> tablets;
    std::set<QString> taken;
    std::vector<Written> written;
};

} // namespace

TEST_CASE("However devices and the office change the same person, all end alike, and no value goes without a record", "[conflict][histories]")
{
    const bool isLong = qEnvironmentVariableIntValue("RAPPORT_LONG") == 1;
    const int histories = isLong ? 10'000 : 150;
    const quint32 seed = qEnvironmentVariableIsSet("RAPPORT_SEED") ? qEnvironmentVariable("RAPPORT_SEED").toUInt() : std::random_device{}();
    std::printf("seed %u, %d histories\n", seed, histories);
    QRandomGenerator dice(seed);
    World world;
    int conflicting = 0;
    for (int history = 0; history < histories; ++history) {
        INFO("seed " << seed << ", history " << history);
        const QString entity = QUuid::createUuidV5(QUuid(), QString::number(history)).toString(QUuid::WithoutBraces);
        world.written.clear();
        world.talk(*world.tablets[dice.bounded(3U)], entity, u"phone"_s, u"p0"_s);
        const int steps = static_cast<int>(dice.bounded(4U, 25U));
        for (int step = 0; step < steps; ++step) {
            Tablet& tablet = *world.tablets[dice.bounded(3U)];
            const QString property = properties[static_cast<qsizetype>(dice.bounded(static_cast<quint32>(properties.size())))];
            const QString value = u"v%1.%2"_s.arg(history).arg(step);
            switch (dice.bounded(8U)) {
            case 0:
            case 1:
                if (*tablet.store->entity(list, entity)) // the others have to hear of it first
                    world.talk(tablet, entity, property, value);
                break;
            case 2:
                world.office(entity, property, value);
                break;
            case 3:
                world.push(tablet, true);
                break;
            case 4:
            case 5:
                world.push(tablet, false);
                break;
            default:
                world.pull(tablet, entity);
            }
        }
        for (const auto& tablet : world.tablets) {
            while (!tablet->outbox.empty())
                world.push(*tablet, dice.bounded(4U) == 0);
        }
        const auto final = world.repositories.entities().find(list, entity);
        REQUIRE(final);
        REQUIRE(*final);
        for (const auto& tablet : world.tablets) {
            world.pull(*tablet, entity);
            const auto there = tablet->store->entity(list, entity);
            REQUIRE(there);
            REQUIRE(*there);
            CHECK((*there)->properties == (*final)->properties);
        }
        for (const Written& one : world.written) {
            INFO(one.property.toStdString() << " = " << one.value.toStdString() << " of " << one.source.toStdString());
            CHECK(world.isOnRecord(one));
        }
        conflicting += static_cast<int>(
            !hub::rows<qint64>(
                 world.hub, "SELECT 1 FROM conflict WHERE entity_id = ?1", [](const db::Statement& row) { return row.integer(0); }, entity)
                 ->empty());
    }
    std::printf("%d of them with a conflict\n", conflicting);
    CHECK(conflicting > histories / 10); // else nothing was tried
}
