// SPDX-License-Identifier: Apache-2.0
#include "app/capture/sources.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QImageReader>
#include <QtConcurrent>

namespace rapport::capture
{

namespace
{

constexpr qint64 maxFileBytes = 64 * 1024 * 1024;
constexpr qint64 maxPixels = 100'000'000;

Result<Frame> load(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isReadable())
        return Error{info.exists() ? Error::Kind::Denied : Error::Kind::NotFound, QStringLiteral("the picture cannot be read")};
    QImageReader reader(path);
    reader.setAutoTransform(true); // as the camera was held
    const QSize size = reader.size();
    if (info.size() > maxFileBytes || qint64(size.width()) * size.height() > maxPixels)
        return Error{Error::Kind::Invalid, QStringLiteral("the picture is too large")};
    const QImage picture = reader.read();
    if (picture.isNull())
        return Error{Error::Kind::Invalid, QStringLiteral("this is no picture")};
    return makeFrame(picture);
}

class PictureSource : public FrameSource
{
public:
    explicit PictureSource(QString path) : m_path(std::move(path))
    {
        connect(&m_loading, &QFutureWatcher<Result<Frame>>::finished, this, [this] {
            if (!m_running)
                return;
            const Result<Frame> loaded = m_loading.result();
            if (!loaded) {
                Q_EMIT unavailable(loaded.error());
                return;
            }
            m_shown = loaded->picture;
            Q_EMIT frame(*loaded);
        });
    }

    void start() override
    {
        m_running = true;
        const QStringList files = pictures();
        if (files.isEmpty()) {
            Q_EMIT unavailable({Error::Kind::NotFound, QStringLiteral("there is no picture at the camera source")});
            return;
        }
        m_loading.setFuture(QtConcurrent::run(load, files[m_at % files.size()]));
    }
    void stop() override { m_running = false; }
    void advance() override { ++m_at; }
    void shoot() override { Q_EMIT picture(m_shown); }

private:
    QStringList pictures() const
    {
        const QFileInfo info(m_path);
        if (!info.isDir())
            return info.exists() ? QStringList{m_path} : QStringList{};
        const QDir dir(m_path);
        QStringList files;
        const QStringList names =
            dir.entryList({QStringLiteral("*.png"), QStringLiteral("*.jpg"), QStringLiteral("*.jpeg")}, QDir::Files, QDir::Name);
        for (const QString& name : names)
            files.append(dir.filePath(name));
        return files;
    }

    QString m_path;
    QFutureWatcher<Result<Frame>> m_loading;
    QImage m_shown;
    qsizetype m_at = 0;
    bool m_running = false;
};

} // namespace

std::unique_ptr<FrameSource> makePictureSource(const QString& path)
{
    return std::make_unique<PictureSource>(path);
}

} // namespace rapport::capture
