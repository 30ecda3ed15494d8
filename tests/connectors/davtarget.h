// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/targets.h"
#include "support/faultproxy.h"
#include "support/radicale.h"

namespace rapport::test
{

/// A collection of a real Radicale, behind a proxy that misbehaves. Both collections are of one server, started at the first use.
class DavTarget : public Target
{
public:
    /// @p titled: the property with the name or title.
    DavTarget(QString type, QString collection, QByteArray titled);
    std::unique_ptr<connectors::Connector> connect() override { return connect({}); }
    std::unique_ptr<connectors::Connector> connect(const QJsonObject& instead);
    int count(const QString& list, const QString& id) override;
    QString text(const QString& list, const QString& id) override;
    QString state() override { return QString::fromUtf8(radicale.files()); }
    void refuse() override { proxy->set(Fault::refuse()); }
    void behave() override;

    QString path(const QString& name) const { return collection + u'/' + name; } ///< as Radicale::ask() wants it
    QString nameOf(const QString& id) const;                                     ///< of the object that becomes of an entity
    QByteArray object(const QString& id) { return radicale.object(path(nameOf(id))); }

    QTemporaryDir dir;
    Radicale& radicale;
    std::unique_ptr<FaultProxy> proxy;
    QString type, collection;

private:
    QByteArray m_titled;
};

class CardDavTarget : public DavTarget
{
public:
    CardDavTarget() : DavTarget(QStringLiteral("carddav"), QStringLiteral("contacts"), "FN") {}
    std::vector<QString> lists() const override { return {QStringLiteral("organisations"), QStringLiteral("contacts")}; }
    QString mainList() const override { return QStringLiteral("contacts"); }
    News news() const override { return {u"family_name"_s, u"Łukasz-Sato"_s, u"Åse Łukasz-Sato"_s}; }
};

class CalDavTarget : public DavTarget
{
public:
    CalDavTarget() : DavTarget(QStringLiteral("caldav"), QStringLiteral("calendar"), "SUMMARY") {}
    std::vector<QString> lists() const override { return {QStringLiteral("followups")}; }
    QString mainList() const override { return QStringLiteral("followups"); }
    News news() const override { return {u"kind"_s, u"call"_s, u"Call Åse Łukasz 佐藤"_s}; } ///< an event becomes a task
    QString followupKind() const override { return u"appointment"_s; }
};

CardDavTarget& cardDavTarget();
CalDavTarget& calDavTarget();

} // namespace rapport::test
