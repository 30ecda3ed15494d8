// SPDX-License-Identifier: Apache-2.0
// A fleet's customers to one device: the real rapport-hub in a process of its own, the real courier and store here.
#include "app/tool/bench/bench.h"
#include "app/tool/bench/hubchild.h"
#include "app/tool/bench/people.h"
#include "sync/db/database.h"
#include "sync/db/migrations.h"
#include "sync/device/device.h"
#include "sync/hub/hub.h"
#include "sync/store/schema.h"
#include "sync/store/searchtext.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QTimer>

#include <unistd.h>

namespace rapport::tool
{

namespace
{

constexpr int people = 1'000'000, changes = 1'000, pageSize = 1'000, patienceMs = 600'000;
const QString contacts = QStringLiteral("contacts");

QString jsonOf(const store::Entity& entity)
{
    QJsonObject object;
    for (const auto& [name, value] : entity.properties)
        object[name] = value;
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Rows as an import would have made them, without its time: what is measured is the way down.
Status fillHub(const QString& folder, int from, int to, qint64 version)
{
    auto database = db::Database::open(folder + QStringLiteral("/hub.db"), {});
    if (!database)
        return database.error();
    auto transaction = db::Transaction::begin(*database);
    if (!transaction)
        return transaction.error();
    const auto seq = database->number("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'seq'");
    auto put = database->prepare("INSERT INTO entity(list, id, label, version, properties, deleted, seq) VALUES('contacts',?1,?2,?3,?4,0,?5) "
                                 "ON CONFLICT(list, id) DO UPDATE SET version=?3, seq=?5");
    if (!seq || !put)
        return seq ? put.error() : seq.error();
    qint64 number = seq->value_or(0);
    for (int i = from; i < to; ++i) {
        const store::Entity one = person(i);
        if (auto done = put->bind(one.id, one.label, version, jsonOf(one), ++number).run(); !done)
            return done;
    }
    auto noted = database->prepare("UPDATE meta SET value = ?1 WHERE name = 'seq'");
    if (!noted)
        return noted.error();
    if (auto done = noted->bind(QString::number(number)).run(); !done)
        return done;
    return transaction->commit();
}

/// The same rows and the same words into the same tables, without hub, network or anything that thinks.
Result<double> bareInsert(const QString& folder, int count)
{
    db::Database::Options options;
    options.key = QByteArray(32, 'k');
    auto database = db::Database::open(folder + QStringLiteral("/bare.db"), options);
    if (!database)
        return database.error();
    if (auto migrated = db::migrate(*database, store::schema()); !migrated)
        return migrated.error();
    auto row = database->prepare("INSERT INTO entity(list, id, label, version, properties, deleted) VALUES('contacts',?1,?2,1,?3,0)");
    auto words = database->prepare("INSERT INTO search(rowid, name, firm, more) VALUES(?1,?2,?3,?4)");
    if (!row || !words)
        return row ? words.error() : row.error();
    Status done = ok();
    double spent = 0;
    for (int from = 0; from < count && done; from += pageSize) {
        struct Row {
            store::Entity entity;
            QString json;
            store::SearchText words;
        };
        std::vector<Row> page;
        for (int i = from; i < qMin(from + pageSize, count); ++i) {
            const store::Entity one = person(i);
            page.push_back({one, jsonOf(one), store::searchText(one, {})});
        }
        spent += timed([&] {
            auto transaction = db::Transaction::begin(*database);
            for (const Row& one : page) {
                done = row->bind(one.entity.id, one.entity.label, one.json).run();
                if (done)
                    done = words->bind(database->lastInsertId(), one.words.name, one.words.firm, one.words.more).run();
            }
            if (transaction && done)
                done = transaction->commit();
        });
    }
    if (!done)
        return done.error();
    return spent;
}

/// Waits for the courier's next `downloaded`; milliseconds, or nothing where it does not come.
class Downloads
{
public:
    explicit Downloads(device::Courier& courier) { QObject::connect(&courier, &device::Courier::downloaded, &m_loop, &QEventLoop::quit); }
    std::optional<double> next(const std::function<void()>& begin)
    {
        QElapsedTimer timer;
        timer.start();
        begin();
        QTimer::singleShot(patienceMs, &m_loop, [this] { m_loop.exit(1); });
        if (m_loop.exec() != 0)
            return {};
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

private:
    QEventLoop m_loop;
};

} // namespace

Result<std::vector<Figure>> benchPull(const BenchOptions& options)
{
    const int count = options.count > 0 ? options.count : people;
    const QString hubFolder = options.folder + QStringLiteral("/hub"), deviceFolder = options.folder + QStringLiteral("/device");
    hub::HubConfig config;
    config.dataDir = hubFolder;
    QString token;
    {
        auto admin = hub::HubAdmin::open(config);
        const auto device = admin ? (*admin)->addDevice(QStringLiteral("bench")) : Result<hub::HubAdmin::NewDevice>(admin.error());
        if (!device)
            return device.error();
        token = device->token;
        if (auto put = (*admin)->putOccasion(R"({"id": "B", "title": "Bench", "forms": [], "lists": [{"name": "contacts"}]})"); !put)
            return put.error();
    }
    if (auto filled = fillHub(hubFolder, 0, count, 1); !filled)
        return filled.error();
    const auto bare = bareInsert(options.folder, count);
    if (!bare)
        return bare.error();

    HubChild hub(options.binaries, hubFolder);
    if (!hub.start())
        return Error{Error::Kind::Internal, QStringLiteral("rapport-hub does not start")};
    const auto open = [&] { return store::Store::open(deviceFolder, store::DataKey(QByteArray(32, 'b')), systemClock()); };
    auto store = open();
    if (!store)
        return store.error();
    const double memoryBefore = residentMb(getpid());
    device::Courier courier(open, systemClock());
    Downloads downloads(courier);
    const auto all = downloads.next([&] { courier.setHub({QUrl(QStringLiteral("http://127.0.0.1:%1").arg(hub.port())), token}); });
    if (!all || (*store)->countEntities(contacts).value_or(0) != count)
        return Error{Error::Kind::Internal, QStringLiteral("the entities did not arrive")};
    const double memory = residentMb(getpid()) - memoryBefore;
    if (auto changed = fillHub(hubFolder, 0, qMin(changes, count), 2); !changed)
        return changed.error();
    const auto some = downloads.next([&] { courier.tryNow(); });
    const auto none = downloads.next([&] { courier.tryNow(); });
    if (!some || !none)
        return Error{Error::Kind::Internal, QStringLiteral("the changes did not arrive")};
    return std::vector<Figure>{
        {QStringLiteral("rows a second"), count * 1000.0 / *all, QStringLiteral("1/s"), QStringLiteral("bare insert"), count * 1000.0 / *bare},
        {QStringLiteral("1,000 changes"), *some, QStringLiteral("ms"), {}, {}},
        {QStringLiteral("nothing new"), *none, QStringLiteral("ms"), {}, {}},
        {QStringLiteral("more memory"), memory, QStringLiteral("MB"), {}, {}},
    };
}

} // namespace rapport::tool
