// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/sweepcursor.h"
#include "sync/connectors/tryton/pulledrecord.h"
#include "sync/connectors/tryton/record.h"

namespace rapport::connectors::tryton
{

/// One page of one list: at most 100 records read, or 10,000 ids compared. Reads only.
class Pull
{
public:
    Pull(Rpc& rpc, KnownModels& models, QString title, QString name, const PullList& list);
    /// The next page after @p cursor, which it moves on; more is false when the round is complete.
    std::optional<Fault> next(SweepCursor& cursor, PullPage& page);

private:
    std::optional<Fault> rows(SweepCursor& cursor, PullPage& page);
    std::optional<Fault> sweep(SweepCursor& cursor, PullPage& page);
    std::optional<Fault> read(const QJsonArray& domain, SweepCursor& cursor, PullPage& page);
    std::optional<Fault> belonging(QJsonArray& domain);
    QJsonArray changedSince(const QDateTime& since) const;

    Rpc& m_rpc;
    KnownModels& m_models;
    QString m_title, m_name;
    const PullList& m_list;
};

} // namespace rapport::connectors::tryton
