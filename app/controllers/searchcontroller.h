// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"
#include "sync/store/nearsearch.h"

#include <QObject>

namespace rapport::app
{

/// Finds people and firms of this tablet while somebody types; the newest question wins. With nothing typed the last ones opened stand there, also
/// after a restart.
class SearchController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(rapport::app::RowModel* hits READ hits CONSTANT) ///< list, entityId, label, detail, initials, person
    Q_PROPERTY(QString heading READ heading NOTIFY changed)     ///< "3 found", "Nothing begins like this; 3 similar", "Opened last", or empty
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)   ///< why there is nothing; else empty

public:
    explicit SearchController(StoreThread& thread, QObject* parent = nullptr); ///< borrows @p thread

    QString text() const { return m_text; }
    RowModel* hits() { return &m_hits; }
    QString heading() const;
    QString sentence() const;

    Q_INVOKABLE void search(const QString& text);
    Q_INVOKABLE void open(int row);

Q_SIGNALS:
    void changed();
    void customerRequested(const QString& list, const QString& id); ///< for the CustomerController

private:
    void show(std::vector<store::SearchHit> hits);

    StoreThread& m_thread;
    RowModel m_hits;
    std::vector<store::SearchHit> m_shown;
    QString m_text;
    int m_asked = 0; ///< number of the newest question
    bool m_failed = false;
    bool m_nearly = false; ///< what is shown is only similar to what was typed
};

} // namespace rapport::app
