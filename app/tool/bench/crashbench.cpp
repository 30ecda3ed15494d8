// SPDX-License-Identifier: Apache-2.0
// kill -9 of devices and of the hub at random moments. The devices are this program in other processes (benchdevice.h), the hub is the real one. What
// they have said to be finished must be at the hub in the end, once, and the changes of each contact in their order.
#include "app/tool/bench/bench.h"
#include "app/tool/bench/benchdevice.h"
#include "app/tool/bench/hubchild.h"
#include "sync/hub/hub.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QThread>

namespace rapport::tool
{

namespace
{

constexpr int patienceMs = 300'000;

struct Fleet {
    int devices = 1, processes = 1;
    int conversations = -1; ///< of each device; -1: as many as it gets to
    int pauseMs = 15;
    int rounds = 20; ///< in each a process of devices is killed once, and the hub once
};

Result<std::unique_ptr<hub::HubAdmin>> openOffice(const QString& folder, const QString& tokens, int devices)
{
    hub::HubConfig config;
    config.dataDir = folder;
    auto admin = hub::HubAdmin::open(config);
    if (!admin)
        return admin.error();
    if (auto published = (*admin)->publishForm(benchForm()); !published)
        return published.error();
    if (auto put = (*admin)->putOccasion(R"({"id": "bench", "title": "Bench", "forms": ["bench"], "lists": [{"name": "contacts"}]})"); !put)
        return put.error();
    QFile file(tokens);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Kind::Denied, QStringLiteral("the folder of the bench cannot be written")};
    for (int i = 0; i < devices; ++i) {
        const auto device = (*admin)->addDevice(QStringLiteral("bench %1").arg(i));
        if (!device)
            return device.error();
        file.write(device->token.toLatin1() + '\n');
    }
    return admin;
}

/// The rows of a CSV without commas in its values, by the value of their first column.
QHash<QString, QHash<QString, QString>> tableOf(const QByteArray& csv)
{
    QHash<QString, QHash<QString, QString>> table;
    const QStringList lines = QString::fromUtf8(csv).split(QLatin1Char('\n'), Qt::SkipEmptyParts), names = lines.value(0).split(QLatin1Char(','));
    for (const QString& line : lines.mid(1)) {
        const QStringList values = line.split(QLatin1Char(','));
        for (qsizetype i = 0; i < qMin(names.size(), values.size()); ++i)
            table[values[0]][names[i]] = values[i];
    }
    return table;
}

struct Count {
    int atHub = 0, lost = 0, doubled = 0, outOfOrder = 0;
};

/// Each change of a contact is one version of it, and the last one is the last one promised or one after it.
Result<Count> count(hub::HubAdmin& office, const QHash<QString, Promise>& promised)
{
    const auto submissions = office.submissions();
    const auto contacts = office.exportEntities(QStringLiteral("contacts"));
    if (!submissions || !contacts)
        return submissions ? contacts.error() : submissions.error();
    Count out;
    QSet<QString> there;
    for (const QJsonValue& one : *submissions)
        there.insert(one.toObject()[QLatin1String("instance")].toString());
    out.atHub = static_cast<int>(submissions->size());
    out.doubled = out.atHub - static_cast<int>(there.size());
    QHash<QString, int> last;
    for (const Promise& promise : promised) {
        out.lost += there.contains(promise.instance) ? 0 : 1;
        last[promise.entity] = qMax(last.value(promise.entity, 0), promise.serial);
    }
    const auto table = tableOf(*contacts);
    int steps = 0;
    for (auto row = table.begin(); row != table.end(); ++row) {
        const int serial = row->value(QStringLiteral("given_name")).toInt(), version = row->value(QStringLiteral("__version")).toInt();
        out.outOfOrder += version == serial + 1 && serial >= last.value(row.key(), 0) ? 0 : 1;
        steps += version;
    }
    for (auto entity = last.begin(); entity != last.end(); ++entity)
        out.outOfOrder += table.contains(entity.key()) ? 0 : 1;
    out.doubled += qAbs(steps - static_cast<int>(there.size())); // carried out twice, or not at all
    return out;
}

Result<std::vector<Figure>> kill(const BenchOptions& options, const Fleet& fleet)
{
    const QString hubFolder = options.folder + QStringLiteral("/hub"), tokens = options.folder + QStringLiteral("/tokens");
    auto office = openOffice(hubFolder, tokens, fleet.devices);
    if (!office)
        return office.error();
    HubChild hub(options.binaries, hubFolder);
    if (!hub.start())
        return Error{Error::Kind::Internal, QStringLiteral("rapport-hub does not start")};
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(hub.port()));
    std::vector<std::unique_ptr<BenchProcess>> processes;
    const int each = fleet.devices / fleet.processes;
    for (int first = 0; first < fleet.devices; first += each) {
        processes.push_back(std::make_unique<BenchProcess>(
            BenchDevices{options.folder, url, first, qMin(each, fleet.devices - first), fleet.conversations, fleet.pauseMs}));
        if (!processes.back()->start())
            return Error{Error::Kind::Internal, QStringLiteral("the devices do not start")};
    }
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const auto pause = [&] { QThread::msleep(random.bounded(50u, 400u)); };
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < fleet.rounds; ++round) {
        BenchProcess& devices = *processes[random.bounded(static_cast<quint32>(processes.size()))];
        pause();
        hub.kill9();
        pause();
        if (!hub.start())
            return Error{Error::Kind::Internal, QStringLiteral("rapport-hub does not start after kill %1").arg(round + 1)};
        pause();
        devices.kill9();
        if (!devices.start())
            return Error{Error::Kind::Internal, QStringLiteral("the devices do not start after kill %1").arg(round + 1)};
    }
    QHash<QString, Promise> promised;
    int left = 0;
    for (auto& process : processes) {
        left += process->finish(qMax(0, fleet.conversations), patienceMs) ? 0 : 1;
        promised.insert(process->promised());
    }
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    const auto counted = count(**office, promised);
    if (!counted)
        return counted.error();
    const auto figure = [](const char* name, double value, const char* unit = "") {
        return Figure{QLatin1String(name), value, QLatin1String(unit), {}, {}};
    };
    return std::vector<Figure>{figure("devices", fleet.devices),
                               figure("kills of each", fleet.rounds),
                               figure("promised", static_cast<double>(promised.size())),
                               figure("at the hub", counted->atHub),
                               figure("lost", counted->lost),
                               figure("doubled", counted->doubled),
                               figure("chains out of order", counted->outOfOrder),
                               figure("left in the outbox", left),
                               figure("until all was delivered", seconds, "s"),
                               figure("seed", seed)};
}

} // namespace

Result<std::vector<Figure>> benchCrash(const BenchOptions& options)
{
    return kill(options, {.rounds = options.count > 0 ? options.count : 20});
}

Result<std::vector<Figure>> benchFleet(const BenchOptions& options)
{
    const int devices = options.count > 0 ? options.count : 200;
    return kill(options, {.devices = devices, .processes = qMin(devices, 10), .conversations = 10, .pauseMs = 300, .rounds = 10});
}

} // namespace rapport::tool
