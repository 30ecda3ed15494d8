// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/presentercontroller.h"

#include "app/controllers/assetpictures.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.content")

} // namespace

PresenterController::PresenterController(StoreThread& reading, StoreThread& writing, QObject* parent)
    : QObject(parent), m_reading(reading), m_writing(writing), m_shelf(reading), m_playback(reading), m_pages({"number", "source", "shape", "hit"})
{
}

void PresenterController::open(const assets::Entry& entry, const QString& words)
{
    close();
    m_asset = entry.stored.asset;
    const store::AssetReading reading = entry.stored.reading.value_or(store::AssetReading());
    m_shape = reading.shape > 0 ? reading.shape : 1;
    m_kind = m_asset.kind == wire::AssetKind::Film ? Film : m_asset.kind == wire::AssetKind::Picture ? Picture : Document;
    m_pageCount = m_kind == Film ? 0 : std::max(1, reading.pages);
    m_film = m_kind == Film ? PlaybackController::sourceOfAsset(m_asset.sha256, m_asset.fileName) : QString();
    m_page = m_kind == Film ? 0 : std::clamp(entry.page, 1, m_pageCount);
    ++m_showing;
    if (m_kind != Film)
        m_shelf.open(m_asset.sha256, m_asset.kind, m_pageCount);
    showPages();
    whenDone(m_writing.run([sha256 = m_asset.sha256](store::Store& store) { return store::noteShown(store, sha256); }), this,
             [](const Status& noted) {
                 if (!noted)
                     qCWarning(log) << "when an asset was shown is not kept:" << noted.error().detail;
             });
    Q_EMIT openedChanged();
    Q_EMIT pageChanged();
    Q_EMIT opened();
    look(words);
}

void PresenterController::showPages()
{
    std::vector<RowModel::Row> rows;
    for (int page = 1; page <= m_pageCount; ++page) {
        const bool hit = std::binary_search(m_hits.begin(), m_hits.end(), page);
        rows.push_back({QStringLiteral("%1/%2").arg(m_showing).arg(page), {page, AssetPages::source(m_showing, page), m_shape, hit}});
    }
    m_pages.show(std::move(rows));
}

void PresenterController::turnTo(int page)
{
    const int wanted = std::clamp(page, 1, std::max(1, m_pageCount));
    if (m_kind == Nothing || m_kind == Film || wanted == m_page)
        return;
    m_page = wanted;
    m_marks.clear();
    Q_EMIT marksChanged();
    Q_EMIT pageChanged();
    Q_EMIT foundChanged();
    lookForMarks();
}

void PresenterController::look(const QString& words)
{
    m_words = m_kind == Document ? words.trimmed() : QString();
    m_hits.clear();
    m_looked = m_words.isEmpty();
    m_marks.clear();
    Q_EMIT marksChanged();
    Q_EMIT foundChanged();
    if (m_words.isEmpty())
        return showPages();
    const auto find = [sha256 = m_asset.sha256, asked = m_words](store::Store& store) { return store::pagesWith(store, sha256, asked); };
    whenDone(m_reading.run(find), this, [this, asked = m_words, showing = m_showing](const Result<std::vector<int>>& pages) {
        if (asked != m_words || showing != m_showing)
            return;
        m_hits = pages.value_or(std::vector<int>{});
        m_looked = true;
        showPages();
        Q_EMIT foundChanged();
        if (!m_hits.empty() && !std::binary_search(m_hits.begin(), m_hits.end(), m_page))
            nextHit();
        else
            lookForMarks();
    });
}

void PresenterController::nextHit()
{
    if (m_hits.empty())
        return;
    const auto next = std::upper_bound(m_hits.begin(), m_hits.end(), m_page);
    turnTo(next == m_hits.end() ? m_hits.front() : *next);
}

void PresenterController::previousHit()
{
    if (m_hits.empty())
        return;
    const auto here = std::lower_bound(m_hits.begin(), m_hits.end(), m_page);
    turnTo(here == m_hits.begin() ? m_hits.back() : *std::prev(here));
}

void PresenterController::lookForMarks()
{
    if (m_words.isEmpty() || !std::binary_search(m_hits.begin(), m_hits.end(), m_page))
        return;
    const QPointer<PresenterController> self(this);
    m_shelf.find(m_page, m_words, [this, self, page = m_page, words = m_words](const std::vector<QRectF>& found) {
        QVariantList marks;
        for (const QRectF& mark : found)
            marks.append(mark);
        // From the thread that drew: the shelf goes, and waits for it, before this does.
        QMetaObject::invokeMethod(
            this,
            [self, page, words, marks] {
                if (self)
                    self->showMarks(page, words, marks);
            },
            Qt::QueuedConnection);
    });
}

void PresenterController::showMarks(int page, const QString& words, const QVariantList& marks)
{
    if (page != m_page || words != m_words)
        return;
    m_marks = marks;
    Q_EMIT marksChanged();
}

void PresenterController::close()
{
    m_playback.stop();
    m_shelf.close();
    m_kind = Nothing;
    m_pageCount = m_page = 0;
    m_words.clear();
    m_hits.clear();
    m_marks.clear();
    m_film.clear();
    m_pages.show({});
    Q_EMIT openedChanged();
    Q_EMIT pageChanged();
    Q_EMIT foundChanged();
    Q_EMIT marksChanged();
}

QString PresenterController::pageText() const
{
    return m_pageCount > 0 && m_kind == Document ? tr("Page %1 of %2").arg(m_page).arg(m_pageCount) : QString();
}

QString PresenterController::foundText() const
{
    if (m_words.isEmpty() || !m_looked)
        return {};
    if (m_hits.empty())
        return tr("Not in this document");
    const auto here = std::lower_bound(m_hits.begin(), m_hits.end(), m_page);
    const bool onHit = here != m_hits.end() && *here == m_page;
    return onHit ? tr("Hit %1 of %2").arg(here - m_hits.begin() + 1).arg(m_hits.size()) : tr("On %n page(s)", "", static_cast<int>(m_hits.size()));
}

} // namespace rapport::app
