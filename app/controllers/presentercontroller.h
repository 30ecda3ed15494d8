// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/pageshelf.h"
#include "app/controllers/playbackcontroller.h"
#include "app/controllers/rowmodel.h"
#include "assets/catalogue.h"
#include "assets/tray.h"

#include <QObject>
#include <QVariantList>

namespace rapport::app
{

/// Content on the whole screen: one asset, a document page by page, a picture or a film; or a sequence of pages of several. What was looked for is
/// marked in it. What the office recalls meanwhile is gone from the screen, with a sentence in its place.
class PresenterController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(Kind kind READ kind NOTIFY openedChanged)         ///< a sequence is a document, of the pages of several
    Q_PROPERTY(QString title READ title NOTIFY pageChanged)      ///< of the asset that is shown
    Q_PROPERTY(bool internal READ isInternal NOTIFY pageChanged) ///< it is not for customers
    Q_PROPERTY(bool sequence READ isSequence NOTIFY openedChanged)
    /// number (from 1), source (for Image), shape (width by height), hit, film (a cover stands there), gone (it is shown no more), title
    Q_PROPERTY(rapport::app::RowModel* pages READ pages CONSTANT)
    Q_PROPERTY(rapport::app::RowModel* items READ items CONSTANT) ///< of a sequence: itemId, title, detail, glyph, cover, shape, first (page), gone
    Q_PROPERTY(int item READ item NOTIFY pageChanged)             ///< that the page belongs to, from 0
    Q_PROPERTY(int page READ page NOTIFY pageChanged)             ///< that is shown, from 1
    Q_PROPERTY(int pageCount READ pageCount NOTIFY openedChanged)
    Q_PROPERTY(QString pageText READ pageText NOTIFY pageChanged)    ///< "Page 3 of 8"
    Q_PROPERTY(QString words READ words NOTIFY foundChanged)         ///< that are looked for in it
    Q_PROPERTY(QString foundText READ foundText NOTIFY foundChanged) ///< "Hit 2 of 5", "Not found in this document"; empty: nothing is looked for
    Q_PROPERTY(bool hasHits READ hasHits NOTIFY foundChanged)
    Q_PROPERTY(QVariantList marks READ marks NOTIFY marksChanged) ///< of the page that is shown: rectangles, 0 … 1 of it
    Q_PROPERTY(rapport::app::PlaybackController* playback READ playback CONSTANT)
    Q_PROPERTY(QString film READ film NOTIFY pageChanged) ///< of the page that is shown, for the playback; empty: it is none
    Q_PROPERTY(bool gone READ isGone NOTIFY goneChanged)  ///< what is shown was recalled or withdrawn, and is shown no more

public:
    enum Kind { Nothing, Document, Picture, Film };
    Q_ENUM(Kind)

    PresenterController(StoreThread& reading, StoreThread& writing, QObject* parent = nullptr); ///< borrows both

    Kind kind() const { return m_kind; }
    QString title() const { return shown().asset.title; }
    bool isInternal() const { return shown().asset.visibility == wire::Asset::Visibility::Internal; }
    bool isSequence() const { return m_sequence; }
    RowModel* pages() { return &m_pages; }
    RowModel* items() { return &m_items; }
    int item() const;
    int page() const { return m_page; }
    int pageCount() const { return m_kind == Film ? 0 : static_cast<int>(m_sheets.size()); }
    QString pageText() const;
    QString words() const { return m_words; }
    QString foundText() const;
    bool hasHits() const { return !m_hits.empty(); }
    QVariantList marks() const { return m_marks; }
    PlaybackController* playback() { return &m_playback; }
    QString film() const;
    bool isGone() const { return m_gone.count(shown().asset.sha256) > 0; }
    PageShelf& shelf() { return m_shelf; }

    void open(const assets::Entry& entry, const QString& words);
    void openSequence(const std::vector<assets::Sheet>& sheets, int page); ///< from that one on; some at least
    void recheck();                                                        ///< lists have come: what of it may not be shown any more
    Q_INVOKABLE void turnTo(int page);                                     ///< no further than there are pages
    Q_INVOKABLE void look(const QString& words);
    Q_INVOKABLE void nextHit();
    Q_INVOKABLE void previousHit();
    Q_INVOKABLE void collectPage(); ///< the one that is shown, for the tray
    Q_INVOKABLE void collectAll();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void openedChanged();
    void pageChanged();
    void foundChanged();
    void marksChanged();
    void goneChanged();
    void opened();
    void collected(const rapport::wire::Asset& asset, const QList<int>& pages); ///< for the TrayController; no pages: all

private:
    void begin(std::vector<assets::Sheet> sheets, int page);
    const assets::Sheet& shown() const; ///< an empty one where there is none
    void openShelf();
    void showPages();
    void showItems();
    void dropGone(const std::set<QString>& gone);
    void showMarks(int page, const QString& words, const QVariantList& marks);
    void lookForMarks();
    void noteShown();

    StoreThread &m_reading, &m_writing;
    PageShelf m_shelf;
    PlaybackController m_playback;
    Kind m_kind = Nothing;
    bool m_sequence = false;
    std::vector<assets::Sheet> m_sheets;
    std::set<QString> m_gone; ///< files
    RowModel m_pages, m_items;
    int m_page = 0, m_showing = 0;
    QString m_words;
    std::vector<int> m_hits; ///< pages that have the words
    bool m_looked = false;
    QVariantList m_marks;
};

} // namespace rapport::app
