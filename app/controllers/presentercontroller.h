// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/pageshelf.h"
#include "app/controllers/playbackcontroller.h"
#include "app/controllers/rowmodel.h"
#include "assets/catalogue.h"

#include <QObject>
#include <QVariantList>

namespace rapport::app
{

/// One asset on the whole screen: a document page by page, a picture, or a film; with what was looked for marked in it.
class PresenterController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(Kind kind READ kind NOTIFY openedChanged)
    Q_PROPERTY(QString title READ title NOTIFY openedChanged)
    Q_PROPERTY(bool internal READ isInternal NOTIFY openedChanged) ///< it is not for customers
    Q_PROPERTY(rapport::app::RowModel* pages READ pages CONSTANT)  ///< number (from 1), source (for Image), shape (width by height), hit
    Q_PROPERTY(int page READ page NOTIFY pageChanged)              ///< that is shown, from 1
    Q_PROPERTY(int pageCount READ pageCount NOTIFY openedChanged)
    Q_PROPERTY(QString pageText READ pageText NOTIFY pageChanged)    ///< "Page 3 of 8"
    Q_PROPERTY(QString words READ words NOTIFY foundChanged)         ///< that are looked for in it
    Q_PROPERTY(QString foundText READ foundText NOTIFY foundChanged) ///< "Hit 2 of 5", "Not found in this document"; empty: nothing is looked for
    Q_PROPERTY(bool hasHits READ hasHits NOTIFY foundChanged)
    Q_PROPERTY(QVariantList marks READ marks NOTIFY marksChanged) ///< of the page that is shown: rectangles, 0 … 1 of it
    Q_PROPERTY(rapport::app::PlaybackController* playback READ playback CONSTANT)
    Q_PROPERTY(QString film READ film NOTIFY openedChanged) ///< for the playback; empty: it is none

public:
    enum Kind { Nothing, Document, Picture, Film };
    Q_ENUM(Kind)

    PresenterController(StoreThread& reading, StoreThread& writing, QObject* parent = nullptr); ///< borrows both

    Kind kind() const { return m_kind; }
    QString title() const { return m_asset.title; }
    bool isInternal() const { return m_asset.visibility == wire::Asset::Visibility::Internal; }
    RowModel* pages() { return &m_pages; }
    int page() const { return m_page; }
    int pageCount() const { return m_pageCount; }
    QString pageText() const;
    QString words() const { return m_words; }
    QString foundText() const;
    bool hasHits() const { return !m_hits.empty(); }
    QVariantList marks() const { return m_marks; }
    PlaybackController* playback() { return &m_playback; }
    QString film() const { return m_film; }
    PageShelf& shelf() { return m_shelf; }

    void open(const assets::Entry& entry, const QString& words);
    Q_INVOKABLE void turnTo(int page); ///< no further than there are pages
    Q_INVOKABLE void look(const QString& words);
    Q_INVOKABLE void nextHit();
    Q_INVOKABLE void previousHit();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void openedChanged();
    void pageChanged();
    void foundChanged();
    void marksChanged();
    void opened();

private:
    void showPages();
    void showMarks(int page, const QString& words, const QVariantList& marks);
    void lookForMarks();

    StoreThread &m_reading, &m_writing;
    PageShelf m_shelf;
    PlaybackController m_playback;
    wire::Asset m_asset;
    Kind m_kind = Nothing;
    RowModel m_pages;
    int m_page = 0, m_pageCount = 0, m_showing = 0;
    double m_shape = 0;
    QString m_words, m_film;
    std::vector<int> m_hits; ///< pages that have the words
    bool m_looked = false;
    QVariantList m_marks;
};

} // namespace rapport::app
