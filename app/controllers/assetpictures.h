// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/content/pageshelf.h"
#include "app/conversation/storethread.h"

#include <QQuickAsyncImageProvider>
#include <QThreadPool>

namespace rapport::app
{

/// The covers of assets for the views: "image://cover/SHA256", as they were made when the file came.
class AssetCovers : public QQuickAsyncImageProvider
{
public:
    static constexpr const char* name = "cover";
    static QString source(const QString& sha256);

    explicit AssetCovers(StoreThread& thread); ///< borrowed; it outlives the engine that has this
    ~AssetCovers() override;
    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    StoreThread& m_thread;
    QThreadPool m_pool;
};

/// The pages of what is shown: "image://pages/SHOWING/PAGE", as wide as the Image asks. @p SHOWING counts what was opened. Those that somebody
/// chooses among have a shelf, and a name, of their own.
class AssetPages : public QQuickAsyncImageProvider
{
public:
    static constexpr const char *name = "pages", *choosing = "pagesToChoose";
    static QString source(const char* provider, int showing, int page);

    explicit AssetPages(PageShelf& shelf) : m_shelf(shelf) {} ///< borrowed, likewise
    ~AssetPages() override;                                   ///< whoever waits for a page has heard of it
    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& requestedSize) override;

private:
    PageShelf& m_shelf;
};

} // namespace rapport::app
