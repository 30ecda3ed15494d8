// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/device.h"
#include "sync/hub/hub.h"

#include <QFuture>
#include <QThreadPool>

#include <memory>

namespace rapport::app
{

/// The hub inside the app: same code as rapport-hub, on 127.0.0.1 at a port of its own, encrypted with the app's data key. Started and stopped away
/// from the UI thread, so that the app is usable at once.
class EmbeddedHub
{
public:
    enum class Demo { No, Publish };

    struct Started {
        device::HubAddress address;
        QString token; ///< of this device; new when @p knownToken was empty or the hub had no device
    };

    EmbeddedHub();
    ~EmbeddedHub(); ///< drains and stops
    EmbeddedHub(const EmbeddedHub&) = delete;
    EmbeddedHub& operator=(const EmbeddedHub&) = delete;

    QFuture<Result<Started>> start(const hub::HubConfig& config, const QString& knownToken, Demo demo);

private:
    Result<Started> run(const hub::HubConfig& config, const QString& knownToken, Demo demo);

    QThreadPool m_pool;
    std::unique_ptr<hub::Hub> m_hub; ///< touched by the pool's one thread, and after it by the destructor
};

} // namespace rapport::app
