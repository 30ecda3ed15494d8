// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"

#include <QObject>
#include <QTimer>

namespace rapport::app
{

/// Deleted drafts: the last one can be had back with one touch for 8 s, each for 30 days from its list. None was ever sent, and none is.
class DeletedController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(rapport::app::RowModel* items READ items CONSTANT) ///< conversationId, initials, title, detail
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)          ///< a draft was deleted less than 8 s ago
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed)       ///< a sentence when something could not be done; else empty

public:
    DeletedController(StoreThread& thread, Clock clock, QObject* parent = nullptr); ///< borrows @p thread

    RowModel* items() { return &m_items; }
    bool canUndo() const { return !m_last.isEmpty(); }
    QString trouble() const { return m_trouble; }
    void offerUndo(const QString& conversationId);

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void restore(const QString& conversationId);
    Q_INVOKABLE void remove(const QString& conversationId); ///< for good

Q_SIGNALS:
    void changed();
    void stored(); ///< the lists of the day have changed

private:
    using Change = Status (store::Store::*)(store::ConversationId);
    void apply(Change change, const QString& conversationId);
    void forgetLast();

    StoreThread& m_thread;
    Clock m_clock;
    RowModel m_items;
    QTimer m_undo;
    QString m_last, m_trouble;
};

} // namespace rapport::app
