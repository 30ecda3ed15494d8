// SPDX-License-Identifier: Apache-2.0
#include "connectors/redminetarget.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

namespace rapport::test
{

RedmineTarget::RedmineTarget() : redmine(dir.path())
{
    QElapsedTimer timer;
    timer.start();
    REQUIRE(redmine.start());
    WARN("Redmine started in " << timer.elapsed() << " ms");
    proxy = std::make_unique<FaultProxy>(redmine.port());
}

std::unique_ptr<connectors::Connector> RedmineTarget::connect(const QJsonObject& instead)
{
    QJsonObject configuration = redmine.configuration(u"desk"_s, proxy->port());
    for (auto it = instead.begin(); it != instead.end(); ++it)
        configuration[it.key()] = it.value();
    auto made = connectors::makeConnector(configuration, dir.path());
    INFO((made ? std::string() : made.error().detail.toStdString()));
    REQUIRE(made);
    return std::move(*made);
}

int RedmineTarget::count(const QString&, const QString& id)
{
    return int(redmine.tickets(u"RAP-"_s + id).size());
}

QString RedmineTarget::text(const QString&, const QString& id)
{
    return ticket(id)["subject"_L1].toString();
}

QString RedmineTarget::state()
{
    QJsonArray out;
    for (const QJsonValue& one : redmine.get(u"issues.json?status_id=*&sort=id&limit=100"_s)["issues"_L1].toArray())
        out.append(redmine.get(u"issues/%1.json?include=attachments,journals"_s.arg(one["id"_L1].toInt())));
    return QString::fromUtf8(QJsonDocument(out).toJson());
}

void RedmineTarget::behave()
{
    proxy->pass();
    proxy->forget();
}

QJsonObject RedmineTarget::ticket(const QString& id) const
{
    const QJsonArray found = redmine.tickets(u"RAP-"_s + id);
    return found.size() == 1 ? found.first().toObject() : QJsonObject();
}

connectors::RemoteRef RedmineTarget::carry(connectors::Connector& connector, KnownWorld& world, const QString& id) const
{
    const auto result = connector.push(world.job(u"jobs"_s, id), world);
    if (const auto* error = std::get_if<connectors::PushError>(&result))
        FAIL("refused: " << error->detail.toStdString());
    world.references[{u"jobs"_s, id}] = std::get<connectors::RemoteRef>(result).id;
    return std::get<connectors::RemoteRef>(result);
}

QString RedmineTarget::editedMapping(const QByteArray& text, const QByteArray& replaced) const
{
    QFile shipped(QStringLiteral(RAPPORT_SOURCE "/sync/connectors/redmine/mapping.json")), edited(dir.filePath(u"edited.json"_s));
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    REQUIRE(edited.open(QIODevice::WriteOnly));
    const QByteArray whole = shipped.readAll();
    REQUIRE(whole.contains(text));
    edited.write(QByteArray(whole).replace(text, replaced));
    return edited.fileName();
}

RedmineTarget& redmineTarget()
{
    static RedmineTarget target;
    return target;
}

} // namespace rapport::test
