// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/uploads.h"

namespace rapport::connectors::rest
{

/// Brings one entity to the server: looks for its object, creates it or augments what is there. Two in a row change nothing the second time.
class Delivery
{
public:
    Delivery(Session& session, const List& list, Facts& facts);

    /// The object as it is there, or why not. @p known: its id, where one is known.
    Reply run(const QString& known);
    /// The object where it is there and nothing of ours is missing in it; else Null. Writes nothing.
    Reply look(const QString& known);
    QString id() const { return m_facts.remote(); }
    bool outcomeUnknown() const { return m_unknown; } ///< after a fault: what got no answer was a request that writes

private:
    struct Wanted {
        const Field* field;
        Json value;
    };
    using Changes = std::vector<std::pair<Path, Json>>;
    enum class Which { ForUpdate, AfterCreate }; ///< which fields may still be written; which should stand there now

    Reply evaluateAll();
    Reply once(const QString& known);
    Reply locate(const QString& known);
    Reply findByKey();
    Reply find(const Search& search);
    Reply read(const QString& id);
    Reply create();
    Reply created(const Reply& answer);
    Reply augment(Reply there);
    Reply update(const Reply& there, const Changes& changes);
    Changes differences(const Json& there, Which which) const;
    bool carriesKey(const Json& object) const;
    Json body(const Changes& changes, Json onto) const;
    Reply wrote(Reply reply);

    Session& m_session;
    const List& m_list;
    const Push& m_push;
    Facts& m_facts;
    Uploads m_uploads;
    std::vector<Wanted> m_wanted;
    bool m_unknown = false;
};

} // namespace rapport::connectors::rest
