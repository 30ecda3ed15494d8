// SPDX-License-Identifier: Apache-2.0
#include "sync/device/network.h"

#include <QNetworkInformation>

namespace rapport::device
{

namespace
{

Link::Kind kindOf(QNetworkInformation::TransportMedium medium)
{
    switch (medium) {
    case QNetworkInformation::TransportMedium::Ethernet:
        return Link::Kind::Cable;
    case QNetworkInformation::TransportMedium::WiFi:
        return Link::Kind::WiFi;
    case QNetworkInformation::TransportMedium::Cellular:
    case QNetworkInformation::TransportMedium::Bluetooth:
        return Link::Kind::Mobile;
    case QNetworkInformation::TransportMedium::Unknown:
        break;
    }
    return Link::Kind::Unknown;
}

class SystemNetwork : public Network
{
public:
    SystemNetwork() : m_system(QNetworkInformation::loadDefaultBackend() ? QNetworkInformation::instance() : nullptr)
    {
        if (!m_system)
            return;
        connect(m_system, &QNetworkInformation::transportMediumChanged, this, &Network::linkChanged);
        connect(m_system, &QNetworkInformation::isMeteredChanged, this, &Network::linkChanged);
        connect(m_system, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability reachability) {
            if (reachability == QNetworkInformation::Reachability::Online)
                Q_EMIT reached();
        });
    }

    Link link() const override { return m_system ? Link{kindOf(m_system->transportMedium()), m_system->isMetered()} : Link(); }

private:
    QNetworkInformation* m_system; ///< of the whole process
};

} // namespace

std::unique_ptr<Network> systemNetwork()
{
    return std::make_unique<SystemNetwork>();
}

} // namespace rapport::device
