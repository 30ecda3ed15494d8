// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/presentercontroller.h"

#include "app/controllers/assetpictures.h"
#include "app/controllers/assetwords.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>
#include <map>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.content")

/// Which of the sheets have the words, from 1.
Result<std::vector<int>> pagesWith(store::Store& store, const std::vector<assets::Sheet>& sheets, const QString& words)
{
    std::map<QString, std::vector<int>> found; // by file
    std::vector<int> hits;
    for (std::size_t at = 0; at < sheets.size(); ++at) {
        const QString sha256 = sheets[at].asset.sha256;
        if (found.count(sha256) == 0) {
            auto pages = store::pagesWith(store, sha256, words);
            if (!pages)
                return pages.error();
            found.emplace(sha256, std::move(*pages));
        }
        const std::vector<int>& pages = found[sha256];
        if (sheets[at].asset.kind == wire::AssetKind::Pdf && std::binary_search(pages.begin(), pages.end(), sheets[at].page))
            hits.push_back(static_cast<int>(at) + 1);
    }
    return hits;
}

} // namespace

PresenterController::PresenterController(StoreThread& reading, StoreThread& writing, QObject* parent)
    : QObject(parent), m_reading(reading), m_writing(writing), m_shelf(reading), m_playback(reading),
      m_pages({"number", "source", "shape", "hit", "film", "gone", "title"}),
      m_items({"itemId", "title", "detail", "glyph", "cover", "shape", "first", "gone"})
{
}

void PresenterController::open(const assets::Entry& entry, const QString& words)
{
    close();
    const wire::Asset& asset = entry.stored.asset;
    const store::AssetReading reading = entry.stored.reading.value_or(store::AssetReading());
    const int pages = asset.kind == wire::AssetKind::Pdf ? std::max(1, reading.pages) : 1;
    std::vector<assets::Sheet> sheets;
    for (int page = 1; page <= pages; ++page)
        sheets.push_back({asset.id, asset, page, pages, reading.shape > 0 ? reading.shape : 1});
    m_kind = asset.kind == wire::AssetKind::Film ? Film : asset.kind == wire::AssetKind::Picture ? Picture : Document;
    begin(std::move(sheets), entry.page);
    look(words);
}

void PresenterController::openSequence(const std::vector<assets::Sheet>& sheets, int page)
{
    close();
    if (sheets.empty())
        return;
    m_kind = Document;
    m_sequence = true;
    begin(sheets, page);
}

void PresenterController::begin(std::vector<assets::Sheet> sheets, int page)
{
    m_sheets = std::move(sheets);
    m_page = m_kind == Film ? 0 : std::clamp(page, 1, static_cast<int>(m_sheets.size()));
    ++m_showing;
    openShelf();
    showPages();
    showItems();
    noteShown();
    Q_EMIT openedChanged();
    Q_EMIT pageChanged();
    Q_EMIT opened();
}

/// What is gone takes part in nothing that is drawn.
void PresenterController::openShelf()
{
    std::vector<PageShelf::Sheet> pages;
    for (const assets::Sheet& sheet : m_sheets)
        pages.push_back(m_gone.count(sheet.asset.sha256) > 0 ? PageShelf::Sheet{{}, wire::AssetKind::Film, 1}
                                                             : PageShelf::Sheet{sheet.asset.sha256, sheet.asset.kind, sheet.page});
    m_shelf.open(std::move(pages));
}

const assets::Sheet& PresenterController::shown() const
{
    static const assets::Sheet none;
    return m_sheets.empty() ? none : m_sheets[static_cast<std::size_t>(std::max(0, m_page - 1))];
}

void PresenterController::noteShown()
{
    whenDone(m_writing.run([sha256 = shown().asset.sha256](store::Store& store) { return store::noteShown(store, sha256); }), this,
             [](const Status& noted) {
                 if (!noted)
                     qCWarning(log) << "when an asset was shown is not kept:" << noted.error().detail;
             });
}

void PresenterController::showPages()
{
    std::vector<RowModel::Row> rows;
    for (int page = 1; page <= pageCount(); ++page) {
        const assets::Sheet& sheet = m_sheets[static_cast<std::size_t>(page - 1)];
        const bool hit = std::binary_search(m_hits.begin(), m_hits.end(), page), film = sheet.asset.kind == wire::AssetKind::Film;
        const bool gone = m_gone.count(sheet.asset.sha256) > 0;
        const QString source = gone   ? QString()
                               : film ? AssetCovers::source(sheet.asset.sha256)
                                      : AssetPages::source(AssetPages::name, m_showing, page);
        rows.push_back({QStringLiteral("%1/%2").arg(m_showing).arg(page), {page, source, sheet.shape, hit, film, gone, sheet.asset.title}});
    }
    m_pages.show(std::move(rows));
}

void PresenterController::showItems()
{
    std::vector<RowModel::Row> rows;
    for (std::size_t at = 0; m_sequence && at < m_sheets.size(); ++at) {
        const assets::Sheet& sheet = m_sheets[at];
        if (at > 0 && m_sheets[at - 1].itemId == sheet.itemId)
            continue;
        const auto pages = std::count_if(m_sheets.begin(), m_sheets.end(), [&](const assets::Sheet& one) { return one.itemId == sheet.itemId; });
        const bool gone = m_gone.count(sheet.asset.sha256) > 0;
        const QString detail = sheet.asset.kind == wire::AssetKind::Film      ? tr("Film")
                               : sheet.asset.kind == wire::AssetKind::Picture ? tr("Picture")
                               : pages == 1 && sheet.pages > 1                ? tr("Page %1").arg(sheet.page)
                                                                              : tr("%n page(s)", "", static_cast<int>(pages));
        rows.push_back({sheet.itemId,
                        {sheet.itemId, sheet.asset.title, detail, glyphOf(sheet.asset.kind),
                         gone ? QString() : AssetCovers::source(sheet.asset.sha256), sheet.shape, static_cast<int>(at) + 1, gone}});
    }
    m_items.show(std::move(rows));
}

int PresenterController::item() const
{
    for (int row = m_items.count() - 1; row > 0; --row) {
        if (m_items.value(row, "first").toInt() <= m_page)
            return row;
    }
    return 0;
}

QString PresenterController::film() const
{
    const wire::Asset& asset = shown().asset;
    return asset.kind != wire::AssetKind::Film || m_sheets.empty() || isGone() ? QString()
                                                                               : PlaybackController::sourceOfAsset(asset.sha256, asset.fileName);
}

void PresenterController::turnTo(int page)
{
    const int wanted = std::clamp(page, 1, std::max(1, pageCount()));
    if (m_kind == Nothing || m_kind == Film || wanted == m_page)
        return;
    const QString before = shown().asset.sha256;
    m_page = wanted;
    m_marks.clear();
    if (shown().asset.sha256 != before)
        noteShown();
    Q_EMIT marksChanged();
    Q_EMIT pageChanged();
    Q_EMIT foundChanged();
    Q_EMIT goneChanged();
    lookForMarks();
}

void PresenterController::recheck()
{
    if (m_sheets.empty())
        return;
    std::vector<wire::Asset> all;
    for (const assets::Sheet& sheet : m_sheets) {
        if (all.empty() || all.back().sha256 != sheet.asset.sha256)
            all.push_back(sheet.asset);
    }
    const auto look = [all](store::Store& store) {
        std::set<QString> gone;
        for (const wire::Asset& asset : all) {
            if (!assets::isStillShown(store, asset).value_or(true)) // what cannot be read now is read with the next lists
                gone.insert(asset.sha256);
        }
        return gone;
    };
    whenDone(m_reading.run(look), this, [this, showing = m_showing](const std::set<QString>& gone) {
        if (showing == m_showing && gone != m_gone)
            dropGone(gone);
    });
}

void PresenterController::dropGone(const std::set<QString>& gone)
{
    m_gone = gone;
    if (isGone()) {
        m_playback.stop();
        m_marks.clear();
    }
    openShelf();
    showPages();
    showItems();
    Q_EMIT marksChanged();
    Q_EMIT pageChanged();
    Q_EMIT goneChanged();
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
    const auto find = [sheets = m_sheets, asked = m_words](store::Store& store) { return pagesWith(store, sheets, asked); };
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

void PresenterController::collectPage()
{
    if (!m_sheets.empty())
        Q_EMIT collected(shown().asset, shown().pages > 1 ? QList<int>{shown().page} : QList<int>());
}

void PresenterController::collectAll()
{
    if (!m_sheets.empty())
        Q_EMIT collected(shown().asset, {});
}

void PresenterController::close()
{
    m_playback.stop();
    m_shelf.close();
    m_kind = Nothing;
    m_sequence = false;
    m_sheets.clear();
    m_gone.clear();
    m_page = 0;
    m_words.clear();
    m_hits.clear();
    m_marks.clear();
    m_pages.show({});
    m_items.show({});
    Q_EMIT openedChanged();
    Q_EMIT pageChanged();
    Q_EMIT foundChanged();
    Q_EMIT marksChanged();
    Q_EMIT goneChanged();
}

QString PresenterController::pageText() const
{
    return pageCount() > 0 && m_kind == Document ? tr("Page %1 of %2").arg(m_page).arg(pageCount()) : QString();
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
