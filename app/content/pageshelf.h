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
#include <set>
#include <thread>
#include <vector>

namespace rapport::capture
{
class Document;
}

namespace rapport::app
{

/// The pages of one asset while it is shown, drawn by the worker as wide as somebody asks, on a thread of their own: what is looked at first, then
/// the pages beside it, so that turning finds them drawn. Those drawn last stay, as far as the memory goes. Safe from any thread.
class PageShelf
{
public:
    explicit PageShelf(StoreThread& reading); ///< borrowed
    ~PageShelf();                             ///< after the page under way; whoever still waits hears that there is none

    void open(const QString& sha256, wire::AssetKind kind, int pages); ///< another one; what was drawn of the one before goes
    void close();
    void drain(); ///< closes; then nobody is called any more

    /// Calls @p ready once, on this thread where the page is there already, else on another; with no picture where it cannot be drawn, or @p wanted
    /// has become false meanwhile.
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
    QImage drawNow(int page, int width);
    QImage kept(int page, int width); ///< with the lock
    void keep(const Drawn& drawn, int generation);
    void drawAhead(int page, int width);
    bool ready(int generation); ///< the file is open
    void dropAll(std::unique_lock<std::mutex>& lock);

    StoreThread& m_reading;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_rest;
    bool m_ending = false, m_serving = false;
    QString m_sha256;
    wire::AssetKind m_kind = wire::AssetKind::Pdf;
    int m_pages = 0, m_generation = 0;
    std::vector<Wanted> m_waiting; ///< the newest last
    std::list<Drawn> m_drawn;      ///< the one asked for last first
    Counts m_counts;

    // Of the thread:
    int m_opened = 0; ///< generation of what is open
    std::unique_ptr<capture::Document> m_document;
    QImage m_picture;
    std::set<int> m_deadly; ///< pages that a worker died of
    QString m_sha256OfDeadly;
    std::thread m_thread;
};

} // namespace rapport::app
