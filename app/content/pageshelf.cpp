// SPDX-License-Identifier: Apache-2.0
#include "app/content/pageshelf.h"

#include "app/capture/document.h"
#include "app/capture/photo.h"
#include "sync/store/assets.h"

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr qint64 mostBytes = 192 * 1024 * 1024;
constexpr int narrowest = 300; ///< pixels: what is smaller stands in the strip, and nobody turns to it
constexpr int largestSide = 4096;
constexpr std::size_t openFiles = 3; ///< each has a worker of its own: turning from one to the next opens nothing anew
constexpr std::size_t mostDeadly = 1000;

} // namespace

PageShelf::PageShelf(StoreThread& reading) : m_reading(reading), m_thread([this] { work(); }) {}

PageShelf::~PageShelf()
{
    close();
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void PageShelf::open(std::vector<Sheet> sheets)
{
    std::unique_lock lock(m_mutex);
    m_sheets = std::move(sheets);
    ++m_generation;
    m_drawn.clear();
    dropAll(lock);
}

void PageShelf::close()
{
    open({});
    m_wake.notify_all(); // its worker goes
}

void PageShelf::drain()
{
    close();
    std::unique_lock lock(m_mutex);
    m_rest.wait(lock, [this] { return !m_serving && m_waiting.empty(); });
}

/// Whoever waits hears it without the lock: he may ask at once for something else.
void PageShelf::dropAll(std::unique_lock<std::mutex>& lock)
{
    const std::vector<Wanted> dropped = std::exchange(m_waiting, {});
    lock.unlock();
    for (const Wanted& one : dropped) {
        if (one.ready)
            one.ready({});
        if (one.found)
            one.found({});
    }
}

void PageShelf::draw(int page, int width, std::shared_ptr<const std::atomic<bool>> wanted, Ready ready)
{
    QImage picture;
    {
        const std::lock_guard lock(m_mutex);
        picture = kept(page, width);
        const bool known = page >= 1 && page <= static_cast<int>(m_sheets.size());
        if (picture.isNull() && known && m_sheets[static_cast<std::size_t>(page - 1)].kind != wire::AssetKind::Film) {
            m_waiting.push_back({page, width, {}, std::move(wanted), std::move(ready), {}, false});
            m_wake.notify_all();
            return;
        }
        m_counts.kept += picture.isNull() ? 0 : 1;
        if (!picture.isNull())
            drawAhead(page, width);
    }
    ready(picture);
}

void PageShelf::find(int page, const QString& typed, Found found)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool known = page >= 1 && page <= static_cast<int>(m_sheets.size());
        if (known && m_sheets[static_cast<std::size_t>(page - 1)].kind == wire::AssetKind::Pdf) {
            m_waiting.push_back({page, 0, typed, nullptr, {}, std::move(found), false});
            m_wake.notify_all();
            return;
        }
    }
    found({});
}

PageShelf::Counts PageShelf::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

QImage PageShelf::kept(int page, int width)
{
    const auto found = std::find_if(m_drawn.begin(), m_drawn.end(), [&](const Drawn& one) { return one.page == page && one.width == width; });
    if (found == m_drawn.end())
        return {};
    m_drawn.splice(m_drawn.begin(), m_drawn, found);
    return m_drawn.front().picture;
}

void PageShelf::keep(const Drawn& drawn, int generation)
{
    const std::lock_guard lock(m_mutex);
    ++m_counts.drawn;
    if (generation != m_generation)
        return;
    m_drawn.push_front(drawn);
    qint64 bytes = 0;
    for (auto one = m_drawn.begin(); one != m_drawn.end(); ++one) {
        bytes += one->picture.sizeInBytes();
        if (bytes > mostBytes && one != m_drawn.begin()) {
            m_drawn.erase(one, m_drawn.end());
            return;
        }
    }
}

/// With the lock. The next page before the one before; what waits already, or is there, is not asked for again.
void PageShelf::drawAhead(int page, int width)
{
    if (width < narrowest)
        return;
    for (const int beside : {page - 1, page + 1}) {
        const auto isSame = [&](const auto& one) { return one.page == beside && one.width == width; };
        const bool known = beside >= 1 && beside <= static_cast<int>(m_sheets.size());
        if (known && m_sheets[static_cast<std::size_t>(beside - 1)].kind != wire::AssetKind::Film &&
            std::none_of(m_drawn.begin(), m_drawn.end(), isSame) && std::none_of(m_waiting.begin(), m_waiting.end(), isSame)) {
            m_waiting.insert(m_waiting.begin(), Wanted{beside, width, {}, nullptr, {}, {}, true});
            m_wake.notify_all();
        }
    }
}

/// The newest of what somebody waits for; else what may be wanted next.
PageShelf::Wanted PageShelf::take()
{
    const auto awaited = std::find_if(m_waiting.rbegin(), m_waiting.rend(), [](const Wanted& one) { return !one.ahead; });
    const auto next = awaited != m_waiting.rend() ? std::prev(awaited.base()) : m_waiting.begin();
    Wanted request = std::move(*next);
    m_waiting.erase(next);
    return request;
}

void PageShelf::work()
{
    for (;;) {
        Wanted request;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty() || (m_sheets.empty() && m_opened != m_generation); });
            if (m_ending)
                break;
            if (m_waiting.empty()) {
                m_opened = m_generation;
                lock.unlock();
                m_open.clear();
                continue;
            }
            request = take();
            m_serving = true;
        }
        serve(request);
        {
            const std::lock_guard lock(m_mutex);
            m_serving = false;
        }
        m_rest.notify_all();
    }
    m_open.clear(); // on the thread that made them
}

void PageShelf::serve(const Wanted& request)
{
    int generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        generation = m_generation;
    }
    if (request.found) {
        const auto sheet = sheetOf(request.page, generation);
        capture::Document* document = sheet ? opened(*sheet).document.get() : nullptr;
        const auto marks = document ? document->marks(sheet->page, request.typed) : Result<std::vector<QRectF>>(std::vector<QRectF>{});
        return request.found(marks.value_or(std::vector<QRectF>{}));
    }
    const bool wanted = !request.wanted || *request.wanted;
    const QImage picture = wanted ? drawn(request.page, request.width, generation) : QImage();
    if (!request.ahead) {
        const std::lock_guard lock(m_mutex);
        if (generation == m_generation && wanted)
            drawAhead(request.page, request.width);
    }
    if (request.ready)
        request.ready(picture);
}

/// Somebody else may have asked for the same a moment ago.
QImage PageShelf::drawn(int page, int width, int generation)
{
    {
        const std::lock_guard lock(m_mutex);
        if (generation != m_generation)
            return {};
        if (const QImage picture = kept(page, width); !picture.isNull())
            return picture;
    }
    const auto sheet = sheetOf(page, generation);
    const QImage picture = sheet ? drawNow(*sheet, width) : QImage();
    if (!picture.isNull())
        keep({page, width, picture}, generation);
    return picture;
}

/// Files that nobody shows any more are closed with the first question for the others, and those that would not open may have come meanwhile.
std::optional<PageShelf::Sheet> PageShelf::sheetOf(int page, int generation)
{
    std::list<Opened> stale; // goes without the lock
    const std::lock_guard lock(m_mutex);
    if (m_opened != m_generation) {
        m_opened = m_generation;
        const auto isShown = [&](const Opened& file) {
            return std::any_of(m_sheets.begin(), m_sheets.end(), [&](const Sheet& sheet) { return sheet.sha256 == file.sha256; });
        };
        for (auto file = m_open.begin(); file != m_open.end();) {
            const auto next = std::next(file);
            if (!isShown(*file) || (!file->document && file->picture.isNull()))
                stale.splice(stale.end(), m_open, file);
            file = next;
        }
    }
    if (generation != m_generation || page < 1 || page > static_cast<int>(m_sheets.size()))
        return {};
    return m_sheets[static_cast<std::size_t>(page - 1)];
}

QImage PageShelf::drawNow(const Sheet& sheet, int width)
{
    const Opened& file = opened(sheet);
    if (!file.picture.isNull())
        return file.picture.width() <= width ? file.picture : file.picture.scaledToWidth(width, Qt::SmoothTransformation);
    if (!file.document || m_deadly.count({sheet.sha256, sheet.page}) > 0)
        return {};
    auto picture = file.document->draw(sheet.page, std::min(width, largestSide));
    if (picture)
        return *picture;
    if (picture.error().kind == Error::Kind::Corrupt) {
        if (m_deadly.size() >= mostDeadly)
            m_deadly.clear();
        m_deadly.insert({sheet.sha256, sheet.page});
        m_open.pop_front(); // another worker is for the other pages
    }
    return {};
}

/// Stays first in the list till another file is asked for.
PageShelf::Opened& PageShelf::opened(const Sheet& sheet)
{
    const auto known = std::find_if(m_open.begin(), m_open.end(), [&](const Opened& one) { return one.sha256 == sheet.sha256; });
    if (known != m_open.end()) {
        m_open.splice(m_open.begin(), m_open, known);
        return m_open.front();
    }
    if (m_open.size() >= openFiles)
        m_open.pop_back();
    m_open.push_front(openNow(sheet));
    return m_open.front();
}

PageShelf::Opened PageShelf::openNow(const Sheet& sheet)
{
    Opened file;
    file.sha256 = sheet.sha256;
    const auto content = m_reading
                             .run([sha256 = sheet.sha256](store::Store& store) -> std::shared_ptr<QIODevice> {
                                 auto opened = store::openAsset(store, sha256);
                                 if (!opened)
                                     return nullptr;
                                 (*opened)->moveToThread(nullptr);
                                 return std::move(*opened);
                             })
                             .result();
    if (!content)
        return file;
    if (sheet.kind == wire::AssetKind::Picture) {
        const auto photo = capture::photoFrom(content->readAll(), largestSide);
        file.picture = photo ? QImage::fromData(photo->jpeg, "JPEG") : QImage();
    } else if (auto document = capture::Document::open(*content)) {
        file.document = std::move(*document);
    }
    return file;
}

} // namespace rapport::app
