// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "sync/wire/asset.h"

#include <QImage>
#include <QRectF>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

namespace rapport::capture
{
class Document;
}

namespace rapport::app
{

/// The pages of what is shown, one asset or several, drawn by the worker as wide as somebody asks, on a thread of their own: what is looked at first,
/// then the pages beside it, so that turning finds them drawn. Those drawn last stay, as far as the memory goes. Safe from any thread.
class PageShelf
{
public:
    /// A page of a file; a picture is one, and so is a film, which is not drawn here.
    struct Sheet {
        QString sha256;
        wire::AssetKind kind = wire::AssetKind::Pdf;
        int page = 1; ///< of the file, from 1
        friend bool operator==(const Sheet&, const Sheet&) = default;
    };
    explicit PageShelf(StoreThread& reading); ///< borrowed
    ~PageShelf();                             ///< after the page under way; whoever still waits hears that there is none

    void open(std::vector<Sheet> sheets); ///< others, in their order; what was drawn of those before goes
    void close();
    void drain(); ///< closes; then nobody is called any more

    /// @p page counts the sheets, from 1. Calls @p ready once, on this thread where the page is there already, else on another; with no picture where
    /// it cannot be drawn, or @p wanted has become false meanwhile.
    using Ready = std::function<void(const QImage&)>;
    void draw(int page, int width, std::shared_ptr<const std::atomic<bool>> wanted, Ready ready);
    /// Where words on a page begin like @p typed, 0 … 1 of the page.
    using Found = std::function<void(const std::vector<QRectF>&)>;
    void find(int page, const QString& typed, Found found);

    struct Counts {
        int drawn = 0, kept = 0; ///< pages that were drawn; that were there already
    };
    Counts counts() const;

private:
    struct Wanted {
        int page = 0, width = 0;
        QString typed;
        std::shared_ptr<const std::atomic<bool>> wanted;
        Ready ready;
        Found found;
        bool ahead = false; ///< nobody waits for it
    };
    struct Drawn {
        int page = 0, width = 0;
        QImage picture;
    };
    void work();
    Wanted take();
    void serve(const Wanted& request);
    QImage drawn(int page, int width, int generation);
    QImage drawNow(const Sheet& sheet, int width);
    QImage kept(int page, int width); ///< with the lock
    void keep(const Drawn& drawn, int generation);
    void drawAhead(int page, int width);
    struct Opened {
        QString sha256;
        std::unique_ptr<capture::Document> document; ///< neither this nor a picture: it cannot be opened
        QImage picture;
    };
    Opened& opened(const Sheet& sheet);
    Opened openNow(const Sheet& sheet);
    std::optional<Sheet> sheetOf(int page, int generation); ///< nothing: others are shown by now
    void dropAll(std::unique_lock<std::mutex>& lock);

    StoreThread& m_reading;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_rest;
    bool m_ending = false, m_serving = false;
    std::vector<Sheet> m_sheets;
    int m_generation = 0;
    std::vector<Wanted> m_waiting; ///< the newest last
    std::list<Drawn> m_drawn;      ///< the one asked for last first
    Counts m_counts;

    // Of the thread:
    int m_opened = 0;                           ///< generation that it has heard of
    std::list<Opened> m_open;                   ///< files, the one asked for last first
    std::set<std::pair<QString, int>> m_deadly; ///< pages of files that a worker died of
    std::thread m_thread;
};

} // namespace rapport::app
