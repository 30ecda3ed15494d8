// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/formpictures.h"

#include "app/capture/photo.h"
#include "forms/xform/media.h"
#include "sync/store/formfiles.h"

#include <QCryptographicHash>
#include <QImage>
#include <QUrl>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr int wholeSide = 4096, smallSide = 480; ///< pixels: no larger is shown, and as small as the worker makes a thumbnail
constexpr qsizetype keptBytes = 16 * 1024 * 1024;

QString encoded(const QString& part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

} // namespace

class FormPictures::Response : public QQuickImageResponse
{
public:
    Response(FormPictures& pictures, const QString& id, const QSize& wanted)
    {
        pictures.m_pool.start([this, &pictures, id, wanted] {
            m_picture = QImage::fromData(pictures.pictureOf(id, wanted), "JPEG");
            if (!m_picture.isNull() && !wanted.isEmpty() && (m_picture.width() > wanted.width() || m_picture.height() > wanted.height()))
                m_picture = m_picture.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            // By the event loop of whoever asked, who listens only then; the engine takes it from here and deletes it.
            QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection);
        });
    }
    QQuickTextureFactory* textureFactory() const override { return QQuickTextureFactory::textureFactoryForImage(m_picture); }
    QString errorString() const override { return m_picture.isNull() ? QStringLiteral("the picture cannot be shown") : QString(); }

private:
    QImage m_picture;
};

QString FormPictures::source(const forms::Form& form, const QString& uri)
{
    const QString file = forms::fileNameOf(uri);
    return file.isEmpty()
               ? QString()
               : QStringLiteral("image://%1/%2/%3/%4").arg(QLatin1String(name), encoded(form.id()), encoded(form.version()), encoded(file));
}

FormPictures::FormPictures(StoreThread& thread) : m_thread(thread), m_small(keptBytes)
{
    m_pool.setMaxThreadCount(2);
}

FormPictures::~FormPictures()
{
    m_pool.waitForDone();
}

QQuickImageResponse* FormPictures::requestImageResponse(const QString& id, const QSize& requestedSize)
{
    return new Response(*this, id, requestedSize);
}

QByteArray FormPictures::pictureOf(const QString& id, const QSize& wanted)
{
    QStringList parts = id.split(QLatin1Char('/'));
    if (parts.size() != 3)
        return {};
    for (QString& part : parts)
        part = QUrl::fromPercentEncoding(part.toUtf8());
    const auto file = m_thread.run([parts](store::Store& store) { return store::formFile(store, parts[0], parts[1], parts[2]); }).result();
    if (!file)
        return {};
    const bool small = !wanted.isEmpty() && std::max(wanted.width(), wanted.height()) <= smallSide;
    const QByteArray hash = QCryptographicHash::hash(*file, QCryptographicHash::Sha256);
    if (small) {
        const QMutexLocker lock(&m_mutex);
        if (const QByteArray* kept = m_small.object(hash))
            return *kept;
    }
    const auto made = capture::photoFrom(*file, wholeSide);
    if (!made)
        return {};
    if (!small)
        return made->jpeg;
    const QMutexLocker lock(&m_mutex);
    m_small.insert(hash, new QByteArray(made->thumbnail), made->thumbnail.size());
    return made->thumbnail;
}

} // namespace rapport::app
