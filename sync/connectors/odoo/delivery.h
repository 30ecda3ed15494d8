// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/odoo/client.h"
#include "sync/connectors/odoo/mapping.h"
#include "sync/connectors/rest/facts.h"
#include "sync/connectors/rest/recordfiles.h"

namespace rapport::connectors::odoo
{

/// Where our keys stand: a record that we made has the external id "__rapport__.RAP-…", which Odoo keeps once.
inline const QString keyModule = QStringLiteral("__rapport__");

/// Asks which record has our key: its id, Null where there is none.
Reply recordWithKey(Client& client, const QString& model, const QString& key);

/// Brings one entity to Odoo: looks for its record, creates it or augments what is there. Two in a row change nothing the second time.
class Delivery
{
public:
    Delivery(Client& client, const List& list, rest::Facts& facts);

    /// The record as it is there, or why not. @p known: its id, where one is known.
    Reply run(const QString& known);
    /// The record where it is there and nothing of ours is missing in it; else Null. Writes nothing.
    Reply look(const QString& known);
    bool outcomeUnknown() const { return m_unknown; } ///< after a fault: what got no answer was a call that writes

private:
    struct Wanted {
        const rest::Field* field;
        Json value;
    };

    Reply evaluateAll();
    Reply once(const QString& known);
    Reply locate(const QString& known);
    Reply find(const Find& search);
    Reply read(const QString& id);
    Reply create();
    Reply augment(const Json& there);
    Reply update(const Json& there, const Json& changes);
    Json differences(const Json& there) const; ///< as write() takes them
    std::optional<Json> change(const Wanted& wanted, const Json& there) const;
    std::optional<Fault> sendFiles();
    Reply filesToSend(std::vector<rest::RecordFile>& files);
    std::optional<Fault> sendFile(const rest::RecordFile& file);
    Reply wrote(Reply reply);

    Client& m_client;
    const List& m_list;
    rest::Facts& m_facts;
    std::vector<Wanted> m_wanted;
    bool m_ours = false; ///< the record that was found carries our key
    bool m_unknown = false;
};

} // namespace rapport::connectors::odoo
