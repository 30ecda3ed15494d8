// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/rest/mapping.h"
#include "sync/connectors/rest/reply.h"

#include <functional>
#include <map>

namespace rapport::connectors::rest
{

/// How a name leads from an entity to others, and to what the server calls a thing.
struct Links {
    std::map<QString, QString> references; ///< property → list that it refers to
    std::map<QString, QString> objects;    ///< list → what its objects are called in a remoteId
    std::function<Reply(const QString& name, const Names& names)> lookUp;
};

/// What the names of a mapping stand for while one entity is carried: its properties, "contact_id.email" over a reference, "@…" of the job, "#…"
/// look-ups.
class Facts
{
public:
    Facts(const Links& links, const JobContext& context, const Job& job, const Entity& entity, QString title);

    Names names() const; ///< as long as this lives
    Names namesWith(std::map<QString, QString> more) const;
    QString key() const { return m_key; }
    void setRemote(const QString& id) { m_remote = id; } ///< the object that is spoken of
    QString remote() const { return m_remote; }
    /// The first fault of a look-up that a name asked for.
    std::optional<Fault> fault() const { return m_fault; }
    const JobContext& context() const { return m_context; }

    /// What is written into a field; Null: nothing.
    Reply evaluate(const Value& value) const;

private:
    QString of(const QString& name) const;
    QString ownFact(const QString& name) const;
    QString over(const QString& name, const Entity& entity) const;
    QString property(const QString& name, const Entity& entity) const;
    Reply asked(const Value& value, const QString& said) const;

    const Links& m_links;
    const JobContext& m_context;
    const Job& m_job;
    const Entity& m_entity;
    QString m_title, m_key, m_remote;
    mutable std::optional<Fault> m_fault;
};

/// "issue,88" → "88" where it is one of @p object; else empty.
QString idIn(const QString& reference, const QString& object);

} // namespace rapport::connectors::rest
