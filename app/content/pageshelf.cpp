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

void PageShelf::open(const QString& sha256, wire::AssetKind kind, int pages)
{
    std::unique_lock lock(m_mutex);
    m_sha256 = sha256;
    m_kind = kind;
    m_pages = pages;
    ++m_generation;
    m_drawn.clear();
    dropAll(lock);
}

void PageShelf::close()
{
    open({}, wire::AssetKind::Pdf, 0);
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
        if (picture.isNull() && page >= 1 && page <= m_pages) {
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
        if (page >= 1 && page <= m_pages && m_kind == wire::AssetKind::Pdf) {
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
        if (beside >= 1 && beside <= m_pages && std::none_of(m_drawn.begin(), m_drawn.end(), isSame) &&
            std::none_of(m_waiting.begin(), m_waiting.end(), isSame)) {
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
            m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty() || (m_sha256.isEmpty() && m_opened != m_generation); });
            if (m_ending)
                break;
            if (m_waiting.empty()) {
                m_opened = m_generation;
                lock.unlock();
                m_document.reset();
                m_picture = {};
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
    m_document.reset(); // on the thread that made it
}

void PageShelf::serve(const Wanted& request)
{
    int generation = 0;
    {
        const std::lock_guard lock(m_mutex);
        generation = m_generation;
    }
    if (request.found) {
        const auto marks =
            ready(generation) && m_document ? m_document->marks(request.page, request.typed) : Result<std::vector<QRectF>>(std::vector<QRectF>{});
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
    if (!ready(generation))
        return {};
    const QImage picture = drawNow(page, width);
    if (!picture.isNull())
        keep({page, width, picture}, generation);
    return picture;
}

QImage PageShelf::drawNow(int page, int width)
{
    if (!m_picture.isNull())
        return m_picture.width() <= width ? m_picture : m_picture.scaledToWidth(width, Qt::SmoothTransformation);
    if (!m_document || m_deadly.count(page) > 0)
        return {};
    auto picture = m_document->draw(page, std::min(width, largestSide));
    if (picture)
        return *picture;
    if (picture.error().kind == Error::Kind::Corrupt) {
        m_deadly.insert(page);
        m_document.reset();
        m_opened = 0; // another worker is for the other pages
    }
    return {};
}

bool PageShelf::ready(int generation)
{
    if (m_opened == generation)
        return m_document || !m_picture.isNull();
    QString sha256;
    wire::AssetKind kind{};
    {
        const std::lock_guard lock(m_mutex);
        sha256 = m_sha256;
        kind = m_kind;
        if (generation != m_generation)
            return false;
    }
    if (m_sha256OfDeadly != sha256)
        m_deadly.clear();
    m_sha256OfDeadly = sha256;
    m_opened = generation;
    m_document.reset();
    m_picture = {};
    const auto opened = m_reading
                            .run([sha256](store::Store& store) -> std::shared_ptr<QIODevice> {
                                auto file = store::openAsset(store, sha256);
                                if (!file)
                                    return nullptr;
                                (*file)->moveToThread(nullptr);
                                return std::move(*file);
                            })
                            .result();
    if (!opened)
        return false;
    if (kind == wire::AssetKind::Picture) {
        const auto photo = capture::photoFrom(opened->readAll(), largestSide);
        m_picture = photo ? QImage::fromData(photo->jpeg, "JPEG") : QImage();
    } else if (auto document = capture::Document::open(*opened)) {
        m_document = std::move(*document);
    }
    return m_document || !m_picture.isNull();
}

} // namespace rapport::app
