// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/dav/collection.h"
#include "sync/connectors/dav/dialect.h"
#include "sync/connectors/dav/pullcursor.h"

namespace rapport::connectors::dav
{

/// One page of a list: what the server says has changed, or all where it cannot say, and of that 100 objects.
class Pull
{
public:
    Pull(Collection& collection, const Dialect& dialect, QString name, const PullList& list)
        : m_collection(collection), m_dialect(dialect), m_name(std::move(name)), m_list(list)
    {
    }

    std::optional<Fault> next(PullCursor& cursor, PullPage& page);

private:
    std::optional<Fault> look(PullCursor& cursor, bool& more);
    std::optional<Fault> lookAtAll(PullCursor& cursor, const Facts& facts);
    std::optional<Fault> read(PullCursor& cursor, PullPage& page);
    void take(const QString& name, const std::optional<Stored>& there, PullCursor& cursor, PullPage& page);

    Collection& m_collection;
    const Dialect& m_dialect;
    QString m_name;
    const PullList& m_list;
};

} // namespace rapport::connectors::dav
