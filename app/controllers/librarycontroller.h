// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "app/conversation/storethread.h"
#include "assets/catalogue.h"
#include "forms/base/clock.h"
#include "sync/device/content.h"

#include <QObject>

namespace rapport::app
{

/// The content of this tablet: what there is, and what somebody looks for in titles and in the text of documents; the newest question wins.
class LibraryController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    /// assetId, title, detail ("8 pages · v3 · EN DE"), glyph, cover (for Image; empty: none), shape (width by height; 0: not known), internal, note
    /// (until when it is valid, where that is soon; why it cannot be opened), ready, place ("Page 3 and 2 more"; empty), snippet (styled text)
    Q_PROPERTY(rapport::app::RowModel* entries READ entries CONSTANT)
    Q_PROPERTY(rapport::app::RowModel* folders READ folders CONSTANT)     ///< name, label ("All"), chosen
    Q_PROPERTY(rapport::app::RowModel* languages READ languages CONSTANT) ///< code, label ("EN"), name ("English"), chosen
    Q_PROPERTY(QString heading READ heading NOTIFY changed)               ///< "12 documents", "3 found"
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)             ///< why there is nothing; else empty
    Q_PROPERTY(QString coming READ coming NOTIFY changed)                 ///< what is still to come, and why it does not; empty: all is here

public:
    enum State { Loading, Ready };
    Q_ENUM(State)

    LibraryController(StoreThread& reading, Clock clock, QObject* parent = nullptr); ///< borrows @p reading

    State state() const { return m_asked == 0 || !m_answered ? Loading : Ready; }
    QString text() const { return m_wish.text; }
    RowModel* entries() { return &m_entries; }
    RowModel* folders() { return &m_folders; }
    RowModel* languages() { return &m_languages; }
    QString heading() const;
    QString sentence() const;
    QString coming() const;

    Q_INVOKABLE void show(); ///< as the screen opens; what was looked for last stands there still
    Q_INVOKABLE void search(const QString& text);
    Q_INVOKABLE void chooseFolder(const QString& name);   ///< empty: all
    Q_INVOKABLE void chooseLanguage(const QString& code); ///< empty: all
    Q_INVOKABLE void open(int row);                       ///< at the page that was found
    Q_INVOKABLE void collect(int row);                    ///< for the tray; of several pages it is asked which
    void refreshIfShown();

Q_SIGNALS:
    void changed();
    void openRequested(const rapport::assets::Entry& entry, const QString& text); ///< for the PresenterController
    void pagesWanted(const rapport::wire::Asset& asset, const QList<int>& pages); ///< for the PagesController; those that were found
    void collected(const rapport::wire::Asset& asset, const QList<int>& pages);   ///< for the TrayController; no pages: all

private:
    struct Seen {
        assets::Catalogue catalogue;
        device::FilesToCome coming;
    };
    void ask();
    void showCatalogue(assets::Catalogue catalogue);
    RowModel::Row rowOf(const assets::Entry& entry) const;

    StoreThread& m_reading;
    Clock m_clock;
    assets::Wish m_wish;
    assets::Catalogue m_catalogue;
    RowModel m_entries, m_folders, m_languages;
    device::FilesToCome m_coming;
    int m_asked = 0; ///< number of the newest question
    bool m_answered = false, m_failed = false;
};

} // namespace rapport::app
