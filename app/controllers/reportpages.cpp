// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/reportpages.h"

#include "app/capture/page.h"
#include "sync/store/reports.h"

#include <QImage>
#include <QUrl>

#include <algorithm>

namespace rapport::app
{

namespace
{

struct Wanted {
    store::ConversationId conversation;
    QString name;
    int page = 0, width = 0;
};

Wanted parse(const QString& id, int width)
{
    constexpr int usual = 1800, narrowest = 200, widest = 2400;
    const QStringList parts = id.split(QLatin1Char('/'));
    if (parts.size() != 4)
        return {};
    return {store::ConversationId::parse(parts[0]), QUrl::fromPercentEncoding(parts[1].toUtf8()), parts[3].toInt(),
            width > 0 ? std::clamp(width, narrowest, widest) : usual};
}

class Response : public QQuickImageResponse
{
public:
    Response(StoreThread& thread, QThreadPool& pool, const Wanted& wanted)
    {
        pool.start([this, &thread, wanted] {
            const auto pdf = thread.run([wanted](store::Store& store) { return store::report(store, wanted.conversation, wanted.name); }).result();
            const auto drawn = pdf ? capture::pageOf(*pdf, wanted.page, wanted.width) : pdf.error();
            if (drawn)
                m_picture = QImage::fromData(*drawn, "PNG");
            // By the event loop of whoever asked, who listens only then; the engine takes it from here and deletes it.
            QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection);
        });
    }
    QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_picture); }
    QString errorString() const override { return m_picture.isNull() ? QStringLiteral("the page cannot be shown") : QString(); }

private:
    QImage m_picture;
};

} // namespace

QString ReportPages::nameOf(const QString& language, report::Audience audience)
{
    return language + (audience == report::Audience::Internal ? QStringLiteral("-internal") : QStringLiteral("-customer"));
}

QString ReportPages::source(store::ConversationId conversation, const QString& report, int making, int page)
{
    return QStringLiteral("image://%1/%2/%3/%4/%5")
        .arg(QLatin1String(name), conversation.text(), QString::fromLatin1(QUrl::toPercentEncoding(report)))
        .arg(making)
        .arg(page);
}

ReportPages::ReportPages(StoreThread& thread) : m_thread(thread)
{
    m_pool.setMaxThreadCount(2);
}

ReportPages::~ReportPages()
{
    m_pool.waitForDone();
}

QQuickImageResponse* ReportPages::requestImageResponse(const QString& id, const QSize& requestedSize)
{
    return new Response(m_thread, m_pool, parse(id, requestedSize.width()));
}

} // namespace rapport::app
