// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/choiceindex.h"
#include "forms/session/formsession.h"
#include "sync/store/store.h"

#include <QTimer>
#include <QVariantMap>

#include <functional>
#include <list>

namespace rapport::app
{

/// Looks for choices in long lists while somebody types. Contacts and organisations are looked for in the index of the store, by how words begin, and
/// never read whole. Any other list is read once, bit by bit while nothing else is to be done, and answers within a few ms from then on.
class ChoiceSearch
{
public:
    using Ready = std::function<void(forms::NodeId)>; ///< what was asked about that question before can be answered now

    ChoiceSearch(store::Store& store, Ready ready);

    /// @c found: at most 30 of {value, label, detail}; @c told: how many there are beside them, or why there is none; may be empty.
    QVariantMap find(const forms::FormSession& session, forms::NodeId node, const QString& text);
    void forget(); ///< the session is about to go

private:
    struct List {
        QString key;
        forms::NodeId node; ///< who asks
        quint64 revision = 0;
        std::size_t count = 0; ///< of its choices
        ChoiceIndex index;
        bool asked = false; ///< and not answered yet
    };

    QVariantMap findInStore(const forms::FormSession& session, forms::NodeId node, const QString& list, const QString& text);
    List& listOf(const forms::FormSession& session, forms::NodeId node);
    void read(List& list, std::size_t atMost) const;
    void readOn();

    store::Store& m_store;
    Ready m_ready;
    const forms::FormSession* m_session = nullptr;
    std::list<List> m_lists; ///< the newest first
    QTimer m_idle;
};

} // namespace rapport::app
