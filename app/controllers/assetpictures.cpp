// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/assetpictures.h"

#include "sync/store/assets.h"

#include <QImage>

#include <algorithm>
#include <atomic>

namespace rapport::app
{

namespace
{

constexpr int usualWidth = 1200, narrowest = 64, widest = 4096;

/// By the event loop of whoever asked, who listens only then; the engine takes it from here and deletes it.
void finish(QQuickImageResponse* response)
{
    QMetaObject::invokeMethod(response, &QQuickImageResponse::finished, Qt::QueuedConnection);
}

class Cover : public QQuickImageResponse
{
public:
    Cover(StoreThread& thread, QThreadPool& pool, const QString& sha256)
    {
        pool.start([this, &thread, sha256] {
            const auto jpeg = thread.run([sha256](store::Store& store) { return store::assetCover(store, sha256); }).result();
            m_picture = QImage::fromData(jpeg.value_or(QByteArray()), "JPEG"); // the worker made it
            finish(this);
        });
    }
    QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_picture); }
    QString errorString() const override { return m_picture.isNull() ? QStringLiteral("there is no cover") : QString(); }

private:
    QImage m_picture;
};

class Page : public QQuickImageResponse
{
public:
    Page(PageShelf& shelf, int page, int width)
    {
        shelf.draw(page, width, m_wanted, [this](const QImage& picture) {
            m_picture = picture;
            finish(this);
        });
    }
    QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_picture); }
    QString errorString() const override { return m_picture.isNull() ? QStringLiteral("the page cannot be shown") : QString(); }
    void cancel() override { *m_wanted = false; }

private:
    const std::shared_ptr<std::atomic<bool>> m_wanted = std::make_shared<std::atomic<bool>>(true);
    QImage m_picture;
};

} // namespace

QString AssetCovers::source(const QString& sha256)
{
    return QStringLiteral("image://%1/%2").arg(QLatin1String(name), sha256);
}

AssetCovers::AssetCovers(StoreThread& thread) : m_thread(thread)
{
    m_pool.setMaxThreadCount(2);
}

AssetCovers::~AssetCovers()
{
    m_pool.waitForDone();
}

QQuickImageResponse* AssetCovers::requestImageResponse(const QString& id, const QSize&)
{
    return new Cover(m_thread, m_pool, id);
}

AssetPages::~AssetPages()
{
    m_shelf.drain();
}

QString AssetPages::source(const char* provider, int showing, int page)
{
    return QStringLiteral("image://%1/%2/%3").arg(QLatin1String(provider)).arg(showing).arg(page);
}

QQuickImageResponse* AssetPages::requestImageResponse(const QString& id, const QSize& requestedSize)
{
    const int width = requestedSize.width() > 0 ? std::clamp(requestedSize.width(), narrowest, widest) : usualWidth;
    return new Page(m_shelf, id.section(QLatin1Char('/'), 1).toInt(), width);
}

} // namespace rapport::app
