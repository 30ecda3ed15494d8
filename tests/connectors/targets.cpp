// SPDX-License-Identifier: Apache-2.0
#include "connectors/targets.h"

#include "connectors/davtarget.h"
#include "connectors/filestarget.h"
#include "connectors/mailtarget.h"
#include "connectors/odootarget.h"
#include "connectors/redminetarget.h"
#include "connectors/webhooktarget.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace rapport::test
{
TrytonTarget::TrytonTarget() : tryton(dir.path())
{
    QElapsedTimer timer;
    timer.start();
    REQUIRE(tryton.start());
    WARN("Tryton started in " << timer.elapsed() << " ms");
    proxy = std::make_unique<FaultProxy>(tryton.port());
}

std::unique_ptr<connectors::Connector> TrytonTarget::connect(const QJsonObject& instead)
{
    QJsonObject configuration = tryton.configuration(u"erp"_s, proxy->port());
    for (auto it = instead.begin(); it != instead.end(); ++it)
        configuration[it.key()] = it.value();
    auto made = connectors::makeConnector(configuration, dir.path());
    REQUIRE(made);
    return std::move(*made);
}

namespace
{

/// Where the entities of a list stand in Tryton, and how one is found by our key.
struct Place {
    QString model, key, text;
    QJsonArray one(const QString& id) const
    {
        QJsonArray domain;
        domain.append(model == u"project.work"_s ? QJsonArray{key, u"like"_s, u"%RAP-"_s + id + u'%'} : QJsonArray{key, u"="_s, u"RAP-"_s + id});
        return domain;
    }
};

Place placeOf(const QString& list)
{
    if (list == u"opportunities"_s)
        return {u"sale.opportunity"_s, u"reference"_s, u"description"_s};
    return list == u"followups"_s ? Place{u"project.work"_s, u"comment"_s, u"name"_s} : Place{u"party.party"_s, u"code"_s, u"name"_s};
}

} // namespace

int TrytonTarget::count(const QString& list, const QString& id)
{
    const Place place = placeOf(list);
    return tryton.count(place.model, place.one(id));
}

QString TrytonTarget::text(const QString& list, const QString& id)
{
    const Place place = placeOf(list);
    const QJsonArray found = tryton.read(place.model, place.one(id), {place.text});
    return found.size() == 1 ? found.first()[place.text].toString() : QString();
}

QString TrytonTarget::state()
{
    QJsonArray out;
    for (const QString& model : {u"party.party"_s, u"party.address"_s, u"party.contact_mechanism"_s, u"party.identifier"_s, u"party.relation.all"_s,
                                 u"sale.opportunity"_s, u"project.work"_s, u"ir.note"_s})
        out.append(tryton.read(model, {}, {u"rec_name"_s, u"create_date"_s, u"write_date"_s}));
    return QString::fromUtf8(QJsonDocument(out).toJson());
}

void TrytonTarget::behave()
{
    proxy->pass();
    proxy->forget();
}

bool canRun(const QString& type)
{
    if (type.endsWith(u"dav"_s))
        return Radicale::installed();
    return type == u"mail"_s      ? MailSink::installed()
           : type == u"webhook"_s ? WebhookReceiver::installed()
           : type == u"redmine"_s ? Redmine::installed()
                                  : type.startsWith(u"files"_s) || type.startsWith(u"odoo"_s) || Tryton::installed();
}

TrytonTarget& trytonTarget()
{
    static TrytonTarget target;
    return target;
}

Target& target(const QString& type)
{
    if (type == u"mail"_s)
        return mailTarget();
    if (type == u"webhook"_s)
        return webhookTarget();
    if (type == u"carddav"_s)
        return cardDavTarget();
    if (type == u"caldav"_s)
        return calDavTarget();
    if (type == u"redmine"_s)
        return redmineTarget();
    if (type.startsWith(u"odoo"_s))
        return odooTarget(type == u"odoo"_s ? OdooTarget::Age::Newest : OdooTarget::Age::Older);
    return type.startsWith(u"files"_s) ? filesTarget(type) : trytonTarget();
}

} // namespace rapport::test
