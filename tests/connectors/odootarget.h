// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/odooserver.h"
#include "connectors/targets.h"

namespace rapport::test
{

/// Answers of an Odoo that were recorded, behind a proxy that misbehaves.
class OdooTarget : public Target
{
public:
    enum class Age { Newest, Older }; ///< JSON-2, or JSON-RPC
    explicit OdooTarget(Age age);
    std::unique_ptr<connectors::Connector> connect() override;
    int count(const QString& list, const QString& id) override { return int(found(list, id).size()); }
    QString text(const QString& list, const QString& id) override;
    QString state() override { return server.state(); }
    void refuse() override { proxy.set(Fault::refuse()); }
    void behave() override { proxy.pass(); }

    OdooServer server;
    FaultProxy proxy;

private:
    std::vector<QJsonObject> found(const QString& list, const QString& id) const;
    Age m_age;
};

OdooTarget& odooTarget(OdooTarget::Age age);

} // namespace rapport::test
