// SPDX-License-Identifier: Apache-2.0
#include "connectors/odootarget.h"

#include <catch2/catch.hpp>

namespace rapport::test
{

OdooTarget::OdooTarget(Age age) : proxy(server.port()), m_age(age) {}

std::unique_ptr<connectors::Connector> OdooTarget::connect()
{
    auto made = connectors::makeConnector(OdooServer::configuration(proxy.port(), m_age == Age::Older), {});
    INFO((made ? std::string() : made.error().detail.toStdString()));
    REQUIRE(made);
    return std::move(*made);
}

std::vector<QJsonObject> OdooTarget::found(const QString& list, const QString& id) const
{
    if (list == u"opportunities"_s)
        return server.withKey(u"crm.lead"_s, id);
    return server.withKey(list == u"followups"_s ? u"project.task"_s : u"res.partner"_s, id);
}

QString OdooTarget::text(const QString& list, const QString& id)
{
    const auto records = found(list, id);
    return records.size() == 1 ? records.front()["name"_L1].toString() : QString();
}

OdooTarget& odooTarget(OdooTarget::Age age)
{
    static OdooTarget newest(OdooTarget::Age::Newest), older(OdooTarget::Age::Older);
    return age == OdooTarget::Age::Newest ? newest : older;
}

} // namespace rapport::test
