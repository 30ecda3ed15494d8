// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/rest/facts.h"
#include "sync/connectors/rest/recordfiles.h"
#include "sync/connectors/rest/session.h"

namespace rapport::connectors::rest
{

/// The files of a record that go with its object.
class Uploads
{
public:
    enum class Done { No, Yes }; ///< whether they have gone already
    Uploads(Session& session, const Push& push, const Facts& facts);

    bool inTwoSteps() const { return m_push.files && !m_push.files->token.isEmpty(); }
    /// Sends those that @p object does not have. The answer: what is to be written with the object (an array; empty in one step).
    Reply send(const Json& object);
    bool sentAny() const { return m_sentAny; }
    bool outcomeUnknown() const { return m_unknown; }
    std::optional<Fault> areHere() const; ///< Missing: a file has not arrived yet

private:
    Reply sendOne(const RecordFile& file, const Names& names);

    Session& m_session;
    const Push& m_push;
    const Facts& m_facts;
    bool m_sentAny = false, m_unknown = false;
};

} // namespace rapport::connectors::rest
