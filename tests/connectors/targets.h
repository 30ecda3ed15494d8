// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/knownworld.h"
#include "support/faultproxy.h"
#include "support/tryton.h"
#include "sync/connectors/connector.h"

#include <QTemporaryDir>

namespace rapport::test
{

/// Something that a later conversation finds out: the property, its value, and what is read at the target then.
struct News {
    QString property, value, text;
};

/// A system of record as the contract test sees it, past the connector.
class Target
{
public:
    virtual ~Target() = default;
    virtual std::unique_ptr<connectors::Connector> connect() = 0;
    virtual int count(const QString& list, const QString& id) = 0;    ///< objects that carry the entity's key
    virtual QString text(const QString& list, const QString& id) = 0; ///< name or title of the one
    virtual QString state() = 0;                                      ///< everything in it; equal where nothing was written
    virtual void refuse() = 0;                                        ///< from now on out of reach
    virtual void behave() = 0;
    /// What it takes of a conversation, in the order in which the hub lets it go, and the list that is looked at more closely.
    virtual std::vector<QString> lists() const
    {
        return {QStringLiteral("organisations"), QStringLiteral("contacts"), QStringLiteral("opportunities"), QStringLiteral("followups")};
    }
    virtual QString mainList() const { return QStringLiteral("opportunities"); }
    virtual News news() const { return {u"title"_s, u"Zwei Wärmepumpen"_s, u"Zwei Wärmepumpen"_s}; } ///< about the main list
    virtual int bareCount() const { return 1; }                ///< objects that come of an entity without any property
    virtual QString followupKind() const { return u"call"_s; } ///< that ends as an object there
};

/// A real Tryton behind a proxy; started at the first use, stopped at the end of the program.
class TrytonTarget : public Target
{
public:
    TrytonTarget();
    std::unique_ptr<connectors::Connector> connect() override { return connect({}); }
    std::unique_ptr<connectors::Connector> connect(const QJsonObject& instead);
    int count(const QString& list, const QString& id) override;
    QString text(const QString& list, const QString& id) override;
    QString state() override;
    void refuse() override { proxy->set(Fault::refuse()); }
    void behave() override;

    QTemporaryDir dir;
    Tryton tryton;
    std::unique_ptr<FaultProxy> proxy;
};

bool canRun(const QString& type);
Target& target(const QString& type); ///< "files", "files-xlsx" …, "tryton", "mail", "webhook", "carddav", "caldav", "redmine", "odoo" or "odoo-older"
TrytonTarget& trytonTarget();

} // namespace rapport::test
