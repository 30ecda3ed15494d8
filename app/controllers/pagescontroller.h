// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/pageshelf.h"
#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"
#include "sync/wire/asset.h"

#include <QObject>

namespace rapport::app
{

/// Which pages of one document come into the tray, in the order in which they are touched.
class PagesController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(
        rapport::app::RowModel* pages READ pages CONSTANT) ///< number (from 1), source (for Image), shape (width by height), place (0: not chosen)
    Q_PROPERTY(double shape READ shape NOTIFY changed)     ///< of the first one
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)      ///< how many are
    Q_PROPERTY(QString chosenText READ chosenText NOTIFY changed) ///< "3 of 16 pages"
    Q_PROPERTY(bool editing READ editing NOTIFY changed)          ///< it is in the tray already
    Q_PROPERTY(QString allText READ allText NOTIFY changed)       ///< "All 16 pages"

public:
    explicit PagesController(StoreThread& reading, QObject* parent = nullptr); ///< borrowed

    QString title() const { return m_asset.title; }
    RowModel* pages() { return &m_rows; }
    double shape() const { return m_shape; }
    int chosen() const { return static_cast<int>(m_chosen.size()); }
    QString chosenText() const;
    bool editing() const { return !m_itemId.isEmpty(); }
    QString allText() const;
    PageShelf& shelf() { return m_shelf; }

    void ask(const wire::Asset& asset, const QList<int>& pages);                           ///< of something new; @p pages are chosen already
    void change(const QString& itemId, const wire::Asset& asset, const QList<int>& pages); ///< of what lies in the tray

    Q_INVOKABLE void toggle(int page);
    Q_INVOKABLE void accept(); ///< those that are chosen, one at least
    Q_INVOKABLE void acceptAll();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void changed();
    void opened();
    void closed();
    /// For the TrayController; an empty @p itemId: something new; no pages: all.
    void accepted(const QString& itemId, const rapport::wire::Asset& asset, const QList<int>& pages);

private:
    void begin(int pages, double shape);
    void show();
    void finish(const QList<int>& pages);

    StoreThread& m_reading;
    PageShelf m_shelf;
    RowModel m_rows;
    wire::Asset m_asset;
    QString m_itemId;
    QList<int> m_chosen;
    int m_count = 0, m_showing = 0;
    double m_shape = 1;
};

} // namespace rapport::app
