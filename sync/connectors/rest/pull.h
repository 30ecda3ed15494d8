// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/rest/pullcursor.h"
#include "sync/connectors/rest/session.h"

namespace rapport::connectors::rest
{

/// One page of one list. Reads only.
class PullRound
{
public:
    PullRound(Session& session, const Mapping& mapping, QString title, QString name, const List& list);
    /// The next page after @p cursor, which it moves on; more is false when the round is complete.
    std::optional<Fault> next(PullCursor& cursor, PullPage& page);

private:
    std::optional<Fault> rows(PullCursor& cursor, PullPage& page);
    std::optional<Fault> all(PullCursor& cursor, PullPage& page);
    std::optional<Fault> gone(PullCursor& cursor, PullPage& page);
    std::optional<Fault> afterRows(PullCursor& cursor, PullPage& page);
    Reply fetch(const PullCursor& cursor, int size) const;
    bool isLast(const Json& answer, size_t count, PullCursor& cursor) const;
    void tell(const Json& item, PullCursor& cursor, PullPage& page) const;
    void complete(PullCursor& cursor) const;

    Session& m_session;
    const Mapping& m_mapping;
    QString m_title, m_name;
    const List& m_list;
    const Pull& m_pull;
};

/// One object of an answer as an entity. What stands nowhere in it is left out.
EntityChange changeOf(const Mapping& mapping, const QString& name, const Json& object, const QString& title, const QDateTime& now);

} // namespace rapport::connectors::rest
