// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/photoalbum.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QUrl>
#include <QtConcurrent>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr int maxFiles = 5000;
constexpr std::size_t maxPhotos = 60;

} // namespace

std::vector<PickablePhoto> recentPhotos()
{
    const QStringList endings{QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                              QStringLiteral("*.webp"), QStringLiteral("*.tif"),  QStringLiteral("*.tiff")};
    std::vector<PickablePhoto> photos;
    int looked = 0;
    for (const auto place : {QStandardPaths::PicturesLocation, QStandardPaths::DownloadLocation}) {
        QDirIterator files(QStandardPaths::writableLocation(place), endings, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
        while (files.hasNext() && ++looked <= maxFiles) {
            files.next();
            const QFileInfo info = files.fileInfo();
            photos.push_back({info.absoluteFilePath(), info.completeBaseName(), info.lastModified()});
        }
    }
    std::stable_sort(photos.begin(), photos.end(), [](const PickablePhoto& a, const PickablePhoto& b) { return a.takenAt > b.takenAt; });
    if (photos.size() > maxPhotos)
        photos.resize(maxPhotos);
    return photos;
}

PhotoAlbum::PhotoAlbum(QObject* parent) : QObject(parent), m_photos({"url", "name"})
{
    connect(&m_listing, &QFutureWatcher<std::vector<PickablePhoto>>::finished, this, [this] {
        std::vector<RowModel::Row> rows;
        for (const PickablePhoto& photo : m_listing.result())
            rows.push_back({photo.path, {QUrl::fromLocalFile(photo.path), photo.name}});
        m_photos.show(std::move(rows));
        Q_EMIT changed();
    });
}

void PhotoAlbum::list()
{
    m_listing.setFuture(QtConcurrent::run(recentPhotos));
}

QString PhotoAlbum::text() const
{
    if (m_photos.count() > 0 || !m_listing.isFinished())
        return {};
    return tr("There are no pictures in the folders for pictures and downloads of this device.");
}

} // namespace rapport::app
