// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/targets.h"
#include "support/redmine.h"

namespace rapport::test
{

/// A real Redmine behind a proxy that misbehaves; started at the first use, stopped at the end of the program. Takes service tickets only.
class RedmineTarget : public Target
{
public:
    RedmineTarget();
    std::unique_ptr<connectors::Connector> connect() override { return connect({}); }
    std::unique_ptr<connectors::Connector> connect(const QJsonObject& instead);
    int count(const QString& list, const QString& id) override;
    QString text(const QString& list, const QString& id) override;
    QString state() override;
    void refuse() override { proxy->set(Fault::refuse()); }
    void behave() override;
    std::vector<QString> lists() const override { return {u"jobs"_s}; }
    QString mainList() const override { return u"jobs"_s; }
    News news() const override { return {u"subject"_s, u"Zwei Verdichter laufen heiß"_s, u"Zwei Verdichter laufen heiß"_s}; }

    /// The one ticket of an entity, with journals and attachments; empty where there is none or more than one.
    QJsonObject ticket(const QString& id) const;
    /// Carries the entity over; ends the test where it is refused.
    connectors::RemoteRef carry(connectors::Connector& connector, KnownWorld& world, const QString& id) const;
    /// The mapping that ships with @p replaced for @p text, in a file of the target's folder.
    QString editedMapping(const QByteArray& text, const QByteArray& replaced) const;

    QTemporaryDir dir;
    Redmine redmine;
    std::unique_ptr<FaultProxy> proxy;
};

RedmineTarget& redmineTarget();

} // namespace rapport::test
