// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/knownworld.h"
#include "connectors/odooserver.h"

#include <catch2/catch.hpp>

namespace rapport::test
{

/// An Odoo of recorded answers, a connector to it, and a conversation: a customer with a person and an opportunity.
struct OdooWorld {
    OdooServer server;
    KnownWorld world;
    std::unique_ptr<connectors::Connector> connector;
    QString organisation, contact, opportunity;

    explicit OdooWorld(bool older = false, const QJsonObject& instead = {})
    {
        QJsonObject configuration = OdooServer::configuration(server.port(), older);
        for (auto it = instead.begin(); it != instead.end(); ++it)
            configuration[it.key()] = it.value();
        auto made = connectors::makeConnector(configuration, {});
        INFO((made ? std::string() : made.error().detail.toStdString()));
        REQUIRE(made);
        connector = std::move(*made);
        organisation = world.add(u"organisations"_s, u"Roth GmbH"_s, {{u"legal_name"_s, u"Roth GmbH"_s}, {u"country"_s, u"DE"_s}});
        contact = world.add(u"contacts"_s, u"Ana Roth"_s,
                            {{u"organisation_id"_s, organisation},
                             {u"given_name"_s, u"Ana"_s},
                             {u"family_name"_s, u"Roth"_s},
                             {u"email"_s, u"ana@roth.example"_s},
                             {u"consent_contact"_s, u"yes"_s}});
        opportunity = world.add(u"opportunities"_s, u"Wärmepumpe"_s,
                                {{u"organisation_id"_s, organisation},
                                 {u"contact_id"_s, contact},
                                 {u"title"_s, u"Wärmepumpe"_s},
                                 {u"amount"_s, u"42250.50"_s},
                                 {u"next_step"_s, u"Visit on site"_s}});
    }

    connectors::PushResult push(const QString& list, const QString& id, int attempts = 0)
    {
        connectors::Job job = world.job(list, id);
        job.attempts = attempts;
        connectors::PushResult result = connector->push(job, world);
        if (const auto* reference = std::get_if<connectors::RemoteRef>(&result))
            world.references[{list, id}] = reference->id;
        return result;
    }
    connectors::RemoteRef carry(const QString& list, const QString& id)
    {
        const auto result = push(list, id);
        if (const auto* error = std::get_if<connectors::PushError>(&result))
            FAIL("refused: " << error->detail.toStdString());
        return std::get<connectors::RemoteRef>(result);
    }
    connectors::PushError refused(const QString& list, const QString& id, int attempts = 0)
    {
        const auto result = push(list, id, attempts);
        REQUIRE(std::holds_alternative<connectors::PushError>(result));
        return std::get<connectors::PushError>(result);
    }
    void carryCustomer()
    {
        carry(u"organisations"_s, organisation);
        carry(u"contacts"_s, contact);
    }
    int idOf(const QString& list, const QString& id) const { return world.references.at({list, id}).section(u',', 1).toInt(); }
    QJsonObject lead() const
    {
        const auto found = server.withKey(u"crm.lead"_s, opportunity);
        REQUIRE(found.size() == 1);
        return found.front();
    }
};

} // namespace rapport::test
