// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/targets.h"
#include "support/faultproxy.h"
#include "support/pythonserver.h"

namespace rapport::test
{

/// A receiver behind a proxy that misbehaves. It has each entity as the newest document of another webhook-id said.
class WebhookTarget : public Target
{
public:
    WebhookTarget();
    std::unique_ptr<connectors::Connector> connect() override { return connect({}); }
    std::unique_ptr<connectors::Connector> connect(const QJsonObject& instead);
    int count(const QString& list, const QString& id) override { return text(list, id).isEmpty() ? 0 : 1; }
    QString text(const QString& list, const QString& id) override;
    QString state() override;
    void refuse() override { proxy->set(Fault::refuse()); }
    void behave() override;

    QTemporaryDir dir;
    WebhookReceiver receiver;
    std::unique_ptr<FaultProxy> proxy;
};

WebhookTarget& webhookTarget();

} // namespace rapport::test
