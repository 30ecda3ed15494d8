// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/pagescontroller.h"

#include "app/controllers/assetpictures.h"
#include "app/conversation/whendone.h"
#include "sync/store/assets.h"

#include <algorithm>

namespace rapport::app
{

PagesController::PagesController(StoreThread& reading, QObject* parent)
    : QObject(parent), m_reading(reading), m_shelf(reading), m_rows({"number", "source", "shape", "place"})
{
}

void PagesController::ask(const wire::Asset& asset, const QList<int>& pages)
{
    change({}, asset, pages);
}

void PagesController::change(const QString& itemId, const wire::Asset& asset, const QList<int>& pages)
{
    m_itemId = itemId;
    m_asset = asset;
    m_chosen = pages;
    const int showing = ++m_showing;
    auto read = m_reading.run([asset](store::Store& store) { return store::withFiles(store, {asset}); });
    whenDone(read, this, [this, showing](const Result<std::vector<store::StoredAsset>>& stored) {
        if (showing != m_showing || !stored || !stored->front().reading)
            return;
        const store::AssetReading& reading = *stored->front().reading;
        begin(std::max(1, reading.pages), reading.shape > 0 ? reading.shape : 1);
    });
}

void PagesController::begin(int pages, double shape)
{
    m_count = pages;
    m_shape = shape;
    m_chosen.erase(std::remove_if(m_chosen.begin(), m_chosen.end(), [pages](int page) { return page > pages; }), m_chosen.end());
    std::vector<PageShelf::Sheet> sheets;
    for (int page = 1; page <= pages; ++page)
        sheets.push_back({m_asset.sha256, m_asset.kind, page});
    m_shelf.open(std::move(sheets));
    show();
    Q_EMIT opened();
}

void PagesController::show()
{
    std::vector<RowModel::Row> rows;
    for (int page = 1; page <= m_count; ++page)
        rows.push_back({QStringLiteral("%1/%2").arg(m_showing).arg(page),
                        {page, AssetPages::source(AssetPages::choosing, m_showing, page), m_shape, static_cast<int>(m_chosen.indexOf(page)) + 1}});
    m_rows.show(std::move(rows));
    Q_EMIT changed();
}

void PagesController::toggle(int page)
{
    if (m_chosen.removeAll(page) == 0)
        m_chosen.append(page);
    show();
}

void PagesController::accept()
{
    if (!m_chosen.isEmpty())
        finish(m_chosen);
}

void PagesController::acceptAll()
{
    finish({});
}

void PagesController::finish(const QList<int>& pages)
{
    Q_EMIT accepted(m_itemId, m_asset, pages);
    close();
}

void PagesController::close()
{
    ++m_showing;
    m_shelf.close();
    Q_EMIT closed();
}

QString PagesController::chosenText() const
{
    return tr("%1 of %n page(s)", "", m_count).arg(chosen());
}

QString PagesController::allText() const
{
    return tr("All %n page(s)", "", m_count);
}

} // namespace rapport::app
