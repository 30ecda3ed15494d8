// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/dav/mapping.h"

namespace rapport::connectors::dav
{

/// What the names of a mapping stand for in one job: a property, "@id", "@label", "@author", over a reference "contact_id.email", and several of
/// these with blanks between.
class Values
{
public:
    Values(const Mapping& mapping, const Entity& entity, const JobContext& context) : m_mapping(mapping), m_entity(entity), m_context(context) {}

    QString text(const QString& names) const;
    QString firstFilled(const QStringList& alternatives, const std::map<QString, QString>& words = {}) const;
    QString remote(const QString& reference) const; ///< as remoteRef() knows the object there; empty where it does not
    bool hold(const Rule& rule) const;              ///< all that it says under `when`

private:
    QString one(const QString& name, const Entity& of, int depth) const;

    const Mapping& m_mapping;
    const Entity& m_entity;
    const JobContext& m_context;
};

} // namespace rapport::connectors::dav
