// SPDX-License-Identifier: Apache-2.0
// Names and numbers: NetworkManager's D-Bus API 1.42 (NMState, NMDeviceType, NMMetered).
#include "support/systembus.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>
#include <QStringList>
#include <QThread>
#include <QVariantMap>

#include <map>

namespace rapport::test
{

namespace
{

const QString service = QStringLiteral("org.freedesktop.NetworkManager"), root = QStringLiteral("/org/freedesktop/NetworkManager");

uint deviceType(SystemBus::Medium medium)
{
    switch (medium) {
    case SystemBus::Medium::Cable:
        return 1;
    case SystemBus::Medium::WiFi:
        return 2;
    case SystemBus::Medium::TelephoneByBluetooth:
        return 5;
    case SystemBus::Medium::Telephone:
        return 8;
    case SystemBus::Medium::Tunnel:
        return 16;
    case SystemBus::Medium::None:
        break;
    }
    return 0;
}

uint meteredNumber(SystemBus::Metered metered)
{
    return metered == SystemBus::Metered::Yes ? 1 : metered == SystemBus::Metered::Guessed ? 3 : 2;
}

} // namespace

class Device : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager.Device")
    Q_PROPERTY(uint DeviceType MEMBER type CONSTANT)
    Q_PROPERTY(uint Metered MEMBER metered)

public:
    using QObject::QObject;
    uint type = 0, metered = 0;
};

class ActiveConnection : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager.Connection.Active")
    Q_PROPERTY(QList<QDBusObjectPath> Devices MEMBER devices CONSTANT)

public:
    using QObject::QObject;
    QList<QDBusObjectPath> devices;
};

class NetworkManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State MEMBER m_state)
    Q_PROPERTY(uint Connectivity MEMBER m_connectivity)
    Q_PROPERTY(uint Metered MEMBER m_metered)
    Q_PROPERTY(QDBusObjectPath PrimaryConnection MEMBER m_primary)

public:
    using Medium = SystemBus::Medium;
    using Metered = SystemBus::Metered;

    explicit NetworkManager(const QString& address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("network manager")))
    {
        m_bus.registerObject(root, this, QDBusConnection::ExportAllProperties);
        for (const Medium medium : {Medium::Cable, Medium::WiFi, Medium::Telephone, Medium::TelephoneByBluetooth, Medium::Tunnel}) {
            const QString device = root + QStringLiteral("/Devices/%1").arg(deviceType(medium));
            auto* connection = new ActiveConnection(this);
            connection->devices = {QDBusObjectPath(device)};
            m_devices[medium] = new Device(this);
            m_devices[medium]->type = deviceType(medium);
            m_bus.registerObject(device, m_devices[medium], QDBusConnection::ExportAllProperties);
            m_bus.registerObject(pathOf(medium), connection, QDBusConnection::ExportAllProperties);
        }
        m_bus.registerService(service);
    }
    ~NetworkManager() override { QDBusConnection::disconnectFromBus(QStringLiteral("network manager")); }

    void connectBy(Medium medium, Metered metered)
    {
        const bool connected = medium != Medium::None;
        m_state = connected ? 70 : 20; // connected with the world, disconnected
        m_connectivity = connected ? 4 : 1;
        m_metered = connected ? meteredNumber(metered) : 0;
        m_primary = QDBusObjectPath(connected ? pathOf(medium) : QStringLiteral("/"));
        if (connected)
            m_devices[medium]->metered = m_metered;
        QDBusMessage changed =
            QDBusMessage::createSignal(root, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
        changed.setArguments({service,
                              QVariantMap{{QStringLiteral("State"), m_state},
                                          {QStringLiteral("Connectivity"), m_connectivity},
                                          {QStringLiteral("Metered"), m_metered},
                                          {QStringLiteral("PrimaryConnection"), QVariant::fromValue(m_primary)}},
                              QStringList()});
        m_bus.send(changed);
    }

private:
    static QString pathOf(Medium medium) { return root + QStringLiteral("/ActiveConnection/%1").arg(deviceType(medium)); }

    QDBusConnection m_bus;
    std::map<Medium, Device*> m_devices;
    uint m_state = 20, m_connectivity = 1, m_metered = 0;
    QDBusObjectPath m_primary{QStringLiteral("/")};
};

struct SystemBus::Parts {
    QProcess daemon;
    QString address;
    QThread thread;
    NetworkManager* manager = nullptr; ///< lives on the thread
};

SystemBus::SystemBus() : d(std::make_unique<Parts>())
{
    d->daemon.setStandardErrorFile(QProcess::nullDevice());
    d->daemon.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"), QStringLiteral("--print-address=1")});
    if (!d->daemon.waitForReadyRead(10'000))
        return;
    d->address = QString::fromUtf8(d->daemon.readLine().trimmed());
    d->manager = new NetworkManager(d->address);
    d->manager->moveToThread(&d->thread); // with what it owns: each answers there
    QObject::connect(&d->thread, &QThread::finished, d->manager, &QObject::deleteLater);
    d->thread.start();
}

SystemBus::~SystemBus()
{
    d->thread.quit();
    d->thread.wait();
    d->daemon.terminate();
    d->daemon.waitForFinished(10'000);
}

bool SystemBus::runs() const
{
    return d->manager != nullptr;
}

QString SystemBus::address() const
{
    return d->address;
}

void SystemBus::connectBy(Medium medium, Metered metered)
{
    QMetaObject::invokeMethod(
        d->manager, [manager = d->manager, medium, metered] { manager->connectBy(medium, metered); }, Qt::BlockingQueuedConnection);
}

} // namespace rapport::test

#include "systembus.moc"
