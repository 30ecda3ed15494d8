// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/reach.h"

#include <QHostAddress>

#include <sys/socket.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::webhook
{
namespace
{

using Subnet = QPair<QHostAddress, int>;

/// Of the IANA registries of special addresses, what is not for everybody to reach.
const std::vector<Subnet>& reserved()
{
    static const std::vector<Subnet> list = [] {
        std::vector<Subnet> out;
        for (const char* subnet : {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                                   "192.168.0.0/16", "198.18.0.0/15", "::/127", "fc00::/7", "fe80::/10", "fec0::/10"})
            out.push_back(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
        return out;
    }();
    return list;
}

/// Nobody's in particular: never meant.
const std::vector<Subnet>& unusable()
{
    static const std::vector<Subnet> list = [] {
        std::vector<Subnet> out;
        for (const char* subnet : {"0.0.0.0/32", "224.0.0.0/4", "240.0.0.0/4", "::/128", "ff00::/8"})
            out.push_back(QHostAddress::parseSubnet(QString::fromLatin1(subnet)));
        return out;
    }();
    return list;
}

bool isIn(const QHostAddress& address, const std::vector<Subnet>& list)
{
    return std::any_of(list.begin(), list.end(), [&](const Subnet& one) { return address.isInSubnet(one); });
}

/// The IPv4 address that an IPv6 address carries (mapped, NAT64, 6to4), else itself.
QHostAddress unwrapped(const QHostAddress& address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto inner = [&](int at) {
        return QHostAddress(quint32(bytes[at]) << 24 | quint32(bytes[at + 1]) << 16 | quint32(bytes[at + 2]) << 8 | quint32(bytes[at + 3]));
    };
    static const Subnet mapped = QHostAddress::parseSubnet(u"::ffff:0:0/96"_s), nat64 = QHostAddress::parseSubnet(u"64:ff9b::/96"_s),
                        sixToFour = QHostAddress::parseSubnet(u"2002::/16"_s);
    if (address.isInSubnet(mapped) || address.isInSubnet(nat64))
        return inner(12);
    return address.isInSubnet(sixToFour) ? inner(2) : address;
}

} // namespace

bool isLoopback(const QUrl& url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool mayReach(const sockaddr& raw, Reach reach)
{
    if (raw.sa_family != AF_INET && raw.sa_family != AF_INET6)
        return false;
    const QHostAddress address = unwrapped(QHostAddress(&raw));
    if (isIn(address, unusable()))
        return false;
    if (reach == Reach::Loopback)
        return address.isLoopback();
    return reach == Reach::Private || !isIn(address, reserved());
}

} // namespace rapport::connectors::webhook
