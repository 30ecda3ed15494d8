// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/attachmentpictures.h"

#include "app/capture/photo.h"

#include <QImage>
#include <QUrl>

namespace rapport::app
{

namespace
{

constexpr int wholeSide = 4096; ///< pixels: no larger is shown

struct Wanted {
    store::ConversationId conversation;
    QString attachment;
    bool whole = false;
};

Wanted parse(const QString& id)
{
    const QStringList parts = id.split(QLatin1Char('/'));
    if (parts.size() < 2)
        return {};
    return {store::ConversationId::parse(parts[0]), QUrl::fromPercentEncoding(parts[1].toUtf8()),
            parts.size() > 2 && parts[2] == QLatin1String("whole")};
}

/// The small picture, kept or made now. What lies in the store may have come from another tablet: only the worker decodes it.
QByteArray smallPicture(StoreThread& thread, const Wanted& wanted)
{
    const auto kept = thread.run([wanted](store::Store& store) { return store.thumbnail(wanted.conversation, wanted.attachment); }).result();
    if (kept)
        return *kept;
    const auto file = thread.run([wanted](store::Store& store) { return store.attachment(wanted.conversation, wanted.attachment); }).result();
    const auto made = file ? capture::photoFrom(*file, wholeSide) : file.error();
    if (!made)
        return {};
    (void)thread
        .run([wanted, jpeg = made->thumbnail](store::Store& store) { return store.keepThumbnail(wanted.conversation, wanted.attachment, jpeg); })
        .result(); // where it is not kept it is made again
    return made->thumbnail;
}

QByteArray wholePicture(StoreThread& thread, const Wanted& wanted)
{
    const auto file = thread.run([wanted](store::Store& store) { return store.attachment(wanted.conversation, wanted.attachment); }).result();
    const auto made = file ? capture::photoFrom(*file, wholeSide) : file.error();
    return made ? made->jpeg : QByteArray();
}

class Response : public QQuickImageResponse
{
public:
    Response(StoreThread& thread, QThreadPool& pool, const Wanted& wanted)
    {
        pool.start([this, &thread, wanted] {
            m_picture = QImage::fromData(wanted.whole ? wholePicture(thread, wanted) : smallPicture(thread, wanted), "JPEG");
            // By the event loop of whoever asked, who listens only then; the engine takes it from here and deletes it.
            QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection);
        });
    }
    QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_picture); }
    QString errorString() const override { return m_picture.isNull() ? QStringLiteral("the picture cannot be shown") : QString(); }

private:
    QImage m_picture;
};

} // namespace

QString AttachmentPictures::source(store::ConversationId conversation, const QString& attachment, Size size)
{
    return QStringLiteral("image://%1/%2/%3%4")
        .arg(QLatin1String(name), conversation.text(), QString::fromLatin1(QUrl::toPercentEncoding(attachment)),
             size == Size::Whole ? QStringLiteral("/whole") : QString());
}

AttachmentPictures::AttachmentPictures(StoreThread& thread) : m_thread(thread)
{
    m_pool.setMaxThreadCount(2);
}

AttachmentPictures::~AttachmentPictures()
{
    m_pool.waitForDone();
}

QQuickImageResponse* AttachmentPictures::requestImageResponse(const QString& id, const QSize&)
{
    return new Response(m_thread, m_pool, parse(id));
}

} // namespace rapport::app
