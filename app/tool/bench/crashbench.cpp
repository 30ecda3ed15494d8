// SPDX-License-Identifier: Apache-2.0
// kill -9 of a device and of a hub at random moments. The device is this program in another process ("bench-device"): the real store and courier,
// finishing conversations as fast as a booth full of reps. What it has said to be finished must be at the hub in the end, once.
#include "app/tool/bench/bench.h"
#include "app/tool/bench/hubchild.h"
#include "app/tool/command.h"
#include "sync/device/device.h"
#include "sync/hub/hub.h"
#include "sync/store/store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QThread>
#include <QTimer>

#include <cstdio>

namespace rapport::tool
{

namespace
{

constexpr int kills = 20, patienceMs = 60'000;

const QByteArray form = R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Crash</h:title><model entities:entities-version="2025.1.0">
<instance><data id="crash" version="1"><contact><name/><meta><entity dataset="contacts" create="1" id=""><label/></entity></meta></contact>
<meta><instanceID/></meta></data></instance><bind nodeset="/data/contact/name" type="string" entities:saveto="given_name"/>
<bind nodeset="/data/contact/meta/entity/@id" type="string"/><bind nodeset="/data/contact/meta/entity/label" type="string"/>
<bind nodeset="/data/meta/instanceID" type="string"/></model></h:head>
<h:body><group ref="/data/contact"><label>Contact</label><input ref="/data/contact/name"><label>Name</label></input></group></h:body></h:html>)";

QByteArray record(const QString& uuid)
{
    return "<data id=\"crash\" version=\"1\"><contact><name>Visitor</name><meta><entity dataset=\"contacts\" create=\"1\" id=\"" + uuid.toLatin1() +
           "\"><label>Visitor</label></entity></meta></contact><meta><instanceID>uuid:" + uuid.toLatin1() + "</instanceID></meta></data>";
}

Result<std::unique_ptr<store::Store>> openDevice(const QString& folder)
{
    return store::Store::open(folder, store::DataKey(QByteArray(32, 'c')), systemClock());
}

/// Finishes one more conversation; its id where the store has said that it is kept.
std::optional<QString> finishOne(store::Store& store)
{
    const QString uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    store::Conversation conversation;
    conversation.id = store::ConversationId::make();
    conversation.instanceId = QStringLiteral("uuid:") + uuid;
    conversation.formId = QStringLiteral("crash");
    conversation.formVersion = QStringLiteral("1");
    conversation.startedAt = QDateTime::currentDateTimeUtc();
    const bool kept = store.saveDraft(conversation, record(uuid)) && store.finish(conversation, record(uuid), {});
    return kept ? std::optional(conversation.instanceId) : std::nullopt;
}

/// The device in a process of its own.
class DeviceChild
{
public:
    DeviceChild(QString folder, QString hub, QString token)
        : m_arguments{QStringLiteral("bench-device"), std::move(folder), std::move(hub), std::move(token)}
    {
    }
    ~DeviceChild() { kill9(); }
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QCoreApplication::applicationFilePath(), m_arguments);
        return m_process.waitForStarted(10'000);
    }
    void kill9()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(10'000);
        while (m_process.canReadLine()) // a half line is no promise
            m_promised.insert(QString::fromLatin1(m_process.readLine().trimmed()));
    }
    const QSet<QString>& promised() const { return m_promised; }

private:
    QStringList m_arguments;
    QProcess m_process;
    QSet<QString> m_promised;
};

/// Waits while everything that is left goes out.
bool deliverAll(const QString& folder, const QUrl& hub, const QString& token)
{
    auto store = openDevice(folder);
    if (!store)
        return false;
    device::Courier courier([folder] { return openDevice(folder); }, systemClock());
    courier.setHub({hub, token});
    courier.tryNow();
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        const auto outbox = (*store)->outbox();
        if ((outbox && outbox->empty()) || timer.elapsed() > patienceMs)
            loop.quit();
    });
    look.start(50);
    loop.exec();
    return (*store)->outbox() && (*store)->outbox()->empty();
}

struct Office {
    QString token;
    std::unique_ptr<hub::HubAdmin> admin;
};

Result<Office> openOffice(const QString& folder)
{
    hub::HubConfig config;
    config.dataDir = folder;
    auto admin = hub::HubAdmin::open(config);
    if (!admin)
        return admin.error();
    if (auto published = (*admin)->publishForm(form); !published)
        return published.error();
    const auto device = (*admin)->addDevice(QStringLiteral("bench"));
    if (!device)
        return device.error();
    return Office{device->token, std::move(*admin)};
}

} // namespace

int runDevice(const QStringList& arguments)
{
    if (arguments.size() != 3)
        return fail(QStringLiteral("bench-device is started by bench crash"));
    const QString folder = arguments[0];
    auto store = openDevice(folder);
    if (!store)
        return fail(store.error().detail);
    device::Courier courier([folder] { return openDevice(folder); }, systemClock());
    courier.setHub({QUrl(arguments[1]), arguments[2]});
    QTimer busy;
    QObject::connect(&busy, &QTimer::timeout, [&] {
        if (const auto id = finishOne(**store)) {
            std::printf("%s\n", qPrintable(*id));
            std::fflush(stdout);
            courier.tryNow();
        }
    });
    busy.start(15);
    return QCoreApplication::exec();
}

Result<std::vector<Figure>> benchCrash(const BenchOptions& options)
{
    const int rounds = options.count > 0 ? options.count : kills;
    const QString hubFolder = options.folder + QStringLiteral("/hub"), deviceFolder = options.folder + QStringLiteral("/device");
    auto office = openOffice(hubFolder);
    if (!office)
        return office.error();
    HubChild hub(options.binaries, hubFolder);
    if (!hub.start())
        return Error{Error::Kind::Internal, QStringLiteral("rapport-hub does not start")};
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(hub.port()));
    DeviceChild device(deviceFolder, url.toString(), office->token);
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const auto pause = [&] { QThread::msleep(random.bounded(50u, 400u)); };
    for (int round = 0; round < rounds; ++round) { // in each the device is killed once and the hub once
        if (!device.start())
            return Error{Error::Kind::Internal, QStringLiteral("the device does not start")};
        pause();
        hub.kill9();
        pause();
        if (!hub.start())
            return Error{Error::Kind::Internal, QStringLiteral("rapport-hub does not start after kill %1").arg(round + 1)};
        pause();
        device.kill9();
    }
    const bool delivered = deliverAll(deviceFolder, url, office->token);

    QSet<QString> there;
    const auto submissions = office->admin->submissions();
    const auto contacts = office->admin->exportEntities(QStringLiteral("contacts"));
    if (!submissions || !contacts)
        return submissions ? contacts.error() : submissions.error();
    for (const QJsonValue& one : *submissions)
        there.insert(one.toObject()[QLatin1String("instance")].toString());
    const auto lost = device.promised() - there;
    const int rows = static_cast<int>(contacts->count('\n')) - 1; // a second carrying out would have made a second row, or a second version
    const int again = static_cast<int>(contacts->count(",Visitor,") - contacts->count(",Visitor,1,"));
    return std::vector<Figure>{
        {QStringLiteral("kills of each"), static_cast<double>(rounds), {}, {}, {}},
        {QStringLiteral("promised"), static_cast<double>(device.promised().size()), {}, {}, {}},
        {QStringLiteral("at the hub"), static_cast<double>(submissions->size()), {}, {}, {}},
        {QStringLiteral("lost"), static_cast<double>(lost.size()), {}, {}, {}},
        {QStringLiteral("doubled"), static_cast<double>(submissions->size() - there.size() + qAbs(rows - there.size()) + again), {}, {}, {}},
        {QStringLiteral("left in the outbox"), delivered ? 0.0 : 1.0, {}, {}, {}},
        {QStringLiteral("seed"), static_cast<double>(seed), {}, {}, {}},
    };
}

} // namespace rapport::tool
