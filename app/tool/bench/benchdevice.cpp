// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/benchdevice.h"

#include "app/tool/command.h"
#include "sync/device/device.h"
#include "sync/store/store.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>
#include <QUuid>

#include <algorithm>
#include <cstdio>

namespace rapport::tool
{

namespace
{

const QString contacts = QStringLiteral("contacts"), count = QStringLiteral("given_name");

QByteArray record(const QString& instance, const forms::EntityAction& action)
{
    QByteArray attributes =
        action.create ? " create=\"1\"" : " update=\"1\" baseVersion=\"" + QByteArray::number(action.baseVersion.value_or(0)) + '"';
    if (!action.branchId.isEmpty())
        attributes += " trunkVersion=\"" + action.trunkVersion.toLatin1() + "\" branchId=\"" + action.branchId.toLatin1() + '"';
    return "<data id=\"bench\" version=\"1\"><contact><name>" + action.properties.at(count).toLatin1() + "</name><meta><entity dataset=\"contacts\"" +
           attributes + " id=\"" + action.id.toLatin1() + "\"><label>Visitor</label></entity></meta></contact><meta><instanceID>" +
           instance.toLatin1() + "</instanceID></meta></data>";
}

/// One device with its own store and courier.
class Device
{
public:
    Device(const QString& folder, const QUrl& hub, const QString& token) : m_folder(folder), m_store(open())
    {
        if (!m_store)
            return;
        m_courier = std::make_unique<device::Courier>([this] { return open(); }, systemClock());
        m_courier->setHub({hub, token});
        m_courier->tryNow();
    }

    bool isOpen() const { return bool(m_store); }
    bool isDelivered() const
    {
        const auto outbox = (*m_store)->outbox();
        return outbox && outbox->empty();
    }
    int finished() const { return m_chain * benchChain + m_serial; } ///< conversations so far

    /// One more; nothing where the store did not keep it.
    std::optional<Promise> talk()
    {
        const auto known = next();
        if (!known)
            return {};
        forms::EntityAction action;
        action.list = contacts;
        action.id = id();
        action.create = !*known;
        action.update = !action.create;
        action.label = QStringLiteral("Visitor");
        if (*known) {
            action.baseVersion = (*known)->version;
            action.trunkVersion = (*known)->trunkVersion;
            action.branchId = (*known)->branchId;
        }
        action.properties = {{count, QString::number(m_serial)}};
        store::Conversation conversation;
        conversation.id = store::ConversationId::make();
        conversation.instanceId = QStringLiteral("uuid:") + conversation.id.text();
        conversation.formId = QStringLiteral("bench");
        conversation.formVersion = QStringLiteral("1");
        conversation.startedAt = QDateTime::currentDateTimeUtc();
        const QByteArray xml = record(conversation.instanceId, action);
        if (!(*m_store)->saveDraft(conversation, xml) || !(*m_store)->finish(conversation, xml, {action}))
            return {};
        m_courier->tryNow();
        return Promise{conversation.instanceId, action.id, m_serial};
    }

    /// Where the chain stands, on the disk; the contact as it is there, or none.
    Result<std::optional<store::Entity>> next()
    {
        for (;; ++m_chain) {
            auto known = (*m_store)->entity(contacts, id());
            if (!known)
                return known.error();
            m_serial = *known ? (*known)->properties[count].toInt() + 1 : 0;
            if (m_serial < benchChain)
                return known;
        }
    }

private:
    Result<std::unique_ptr<store::Store>> open() const { return store::Store::open(m_folder, store::DataKey(QByteArray(32, 'c')), systemClock()); }
    QString id() const { return QUuid::createUuidV5(QUuid(), QStringLiteral("%1 %2").arg(m_folder).arg(m_chain)).toString(QUuid::WithoutBraces); }

    QString m_folder;
    Result<std::unique_ptr<store::Store>> m_store;
    std::unique_ptr<device::Courier> m_courier;
    int m_chain = 0, m_serial = 0;
};

std::vector<std::unique_ptr<Device>> open(const BenchDevices& wanted)
{
    std::vector<std::unique_ptr<Device>> devices;
    QFile file(wanted.folder + QStringLiteral("/tokens"));
    if (!file.open(QIODevice::ReadOnly))
        return devices;
    const QList<QByteArray> tokens = file.readAll().split('\n');
    for (int i = wanted.first; i < wanted.first + wanted.count && i < tokens.size(); ++i) {
        devices.push_back(
            std::make_unique<Device>(QStringLiteral("%1/device%2").arg(wanted.folder).arg(i), wanted.hub, QString::fromLatin1(tokens[i])));
        if (!devices.back()->isOpen())
            return {};
    }
    return devices;
}

} // namespace

QByteArray benchForm()
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:entities="http://www.opendatakit.org/xforms/entities"><h:head><h:title>Bench</h:title><model entities:entities-version="2025.1.0">
<instance><data id="bench" version="1"><contact><name/><meta><entity dataset="contacts" create="" update="" id="" baseVersion="" trunkVersion=""
 branchId=""><label/></entity></meta></contact><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/contact/name" type="string" entities:saveto="given_name"/>
<bind nodeset="/data/contact/meta/entity/@id" type="string"/><bind nodeset="/data/contact/meta/entity/label" type="string"/>
<bind nodeset="/data/meta/instanceID" type="string"/></model></h:head>
<h:body><group ref="/data/contact"><label>Contact</label><input ref="/data/contact/name"><label>Name</label></input></group></h:body></h:html>)";
}

int runBenchDevices(const QStringList& arguments)
{
    if (arguments.size() != 6)
        return fail(QStringLiteral("bench-devices is started by bench crash and bench fleet"));
    const BenchDevices wanted{arguments[0],         QUrl(arguments[1]),   arguments[2].toInt(),
                              arguments[3].toInt(), arguments[4].toInt(), arguments[5].toInt()};
    const auto devices = open(wanted);
    if (devices.empty())
        return fail(QStringLiteral("the devices of the bench cannot be opened"));
    const auto isWilling = [&](Device& device) { return wanted.conversations < 0 || (device.next() && device.finished() < wanted.conversations); };
    std::size_t turn = 0;
    QTimer busy;
    QObject::connect(&busy, &QTimer::timeout, [&] {
        Device& device = *devices[turn++ % devices.size()];
        if (isWilling(device)) {
            if (const auto promise = device.talk()) {
                std::printf("%s %s %d\n", qPrintable(promise->instance), qPrintable(promise->entity), promise->serial);
                std::fflush(stdout);
            }
        } else if (std::all_of(devices.begin(), devices.end(), [&](const auto& one) { return !isWilling(*one) && one->isDelivered(); })) {
            QCoreApplication::quit();
        }
    });
    busy.start(std::max(1, wanted.pauseMs / static_cast<int>(devices.size())));
    return QCoreApplication::exec();
}

bool BenchProcess::start()
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("bench-devices"), m_devices.folder, m_devices.hub.toString(), QString::number(m_devices.first),
                     QString::number(m_devices.count), QString::number(m_devices.conversations), QString::number(m_devices.pauseMs)});
    return m_process.waitForStarted(10'000);
}

void BenchProcess::kill9()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }
    hear();
}

bool BenchProcess::finish(int conversations, int ms)
{
    kill9();
    m_devices.conversations = conversations;
    const bool ended = start() && m_process.waitForFinished(ms) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    kill9();
    return ended;
}

/// A half line is no promise.
void BenchProcess::hear()
{
    while (m_process.canReadLine()) {
        const QList<QByteArray> words = m_process.readLine().trimmed().split(' ');
        if (words.size() == 3)
            m_promised.insert(QString::fromLatin1(words[0]), {QString::fromLatin1(words[0]), QString::fromLatin1(words[1]), words[2].toInt()});
    }
}

} // namespace rapport::tool
