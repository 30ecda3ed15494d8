// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/odoo/client.h"
#include "sync/connectors/odoo/mapping.h"
#include "sync/connectors/sweepcursor.h"

namespace rapport::connectors::odoo
{

/// One page of one list: at most 100 records read, or 10,000 ids compared. Reads only.
class PullRound
{
public:
    PullRound(Client& client, const Mapping& mapping, QString title, QString name);
    /// The next page after @p cursor, which it moves on; more is false when the round is complete.
    std::optional<Fault> next(SweepCursor& cursor, PullPage& page);

private:
    std::optional<Fault> rows(SweepCursor& cursor, PullPage& page);
    std::optional<Fault> sweep(SweepCursor& cursor, PullPage& page);
    std::optional<Fault> read(const Json& domain, SweepCursor& cursor, PullPage& page);
    std::optional<Fault> follow(const QString& field, Json& records);

    Client& m_client;
    const Mapping& m_mapping;
    QString m_title, m_name;
    const List& m_list;
};

/// One record, with what was read through its references, as an entity.
EntityChange changeOf(const Mapping& mapping, const QString& name, const Json& record, const QString& title, const QDateTime& now);

} // namespace rapport::connectors::odoo
