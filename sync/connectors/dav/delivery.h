// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/dav/collection.h"
#include "sync/connectors/dav/dialect.h"
#include "sync/connectors/dav/values.h"

namespace rapport::connectors::dav
{

/// One entity on its way into a collection: made if it is not there, augmented if it is.
class Delivery
{
public:
    Delivery(Collection& collection, const Dialect& dialect, const Facts& facts, const std::vector<Rule>& rules, const Values& values, const Job& job,
             const JobContext& context);

    Reply<RemoteRef> run();
    bool wrote() const { return m_writing; } ///< a request that writes has left us, and its outcome is not known

private:
    struct Wanted {
        std::optional<Component> object; ///< none: no rule holds, nothing becomes of it
        QString number;
        bool differs = true; ///< from what is there
    };
    Reply<Wanted> wanted(const std::optional<Stored>& there);
    Reply<RemoteRef> create();
    Reply<RemoteRef> augment(Stored there);
    Reply<RemoteRef> augmentNamed(const QString& name, const Fault& otherwise);
    Reply<bool> isThere(const QString& name); ///< as we want it
    std::optional<Fault> noted(std::optional<Fault> fault);
    RemoteRef reference(const QString& name, const Wanted& wanted) const;

    Collection& m_collection;
    const Dialect& m_dialect;
    const Facts& m_facts;
    const std::vector<Rule>& m_rules;
    const Values& m_values;
    const Job& m_job;
    const JobContext& m_context;
    QString m_uid, m_name; ///< of an object that we make
    bool m_writing = false;
    int m_writes = 0; ///< so far
};

} // namespace rapport::connectors::dav
