// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/link.h"

#include <QObject>

#include <functional>
#include <memory>

namespace rapport::device
{

/// What the courier asks about the network. Made, asked and destroyed on the courier's thread.
class Network : public QObject
{
    Q_OBJECT
public:
    virtual Link link() const = 0; ///< at this moment; costs nothing

Q_SIGNALS:
    void linkChanged();
    void reached(); ///< the world is there again
};

using NetworkFactory = std::function<std::unique_ptr<Network>()>;

/// As the system tells it by QNetworkInformation (NetworkManager on Debian); Link::Kind::Unknown for good where nobody does.
std::unique_ptr<Network> systemNetwork();

} // namespace rapport::device
