// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/photolist.h"

#include <QDirIterator>
#include <QStandardPaths>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr int maxFiles = 5000;
constexpr std::size_t maxPhotos = 60;

} // namespace

std::vector<Photo> recentPhotos()
{
    const QStringList endings{QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
                              QStringLiteral("*.webp"), QStringLiteral("*.tif"),  QStringLiteral("*.tiff")};
    std::vector<Photo> photos;
    int looked = 0;
    for (const auto place : {QStandardPaths::PicturesLocation, QStandardPaths::DownloadLocation}) {
        QDirIterator files(QStandardPaths::writableLocation(place), endings, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
        while (files.hasNext() && ++looked <= maxFiles) {
            files.next();
            const QFileInfo info = files.fileInfo();
            photos.push_back({info.absoluteFilePath(), info.completeBaseName(), info.lastModified()});
        }
    }
    std::stable_sort(photos.begin(), photos.end(), [](const Photo& a, const Photo& b) { return a.takenAt > b.takenAt; });
    if (photos.size() > maxPhotos)
        photos.resize(maxPhotos);
    return photos;
}

} // namespace rapport::app
