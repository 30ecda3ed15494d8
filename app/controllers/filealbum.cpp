// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/filealbum.h"

#include "app/controllers/filewords.h"

#include <QDirIterator>
#include <QLocale>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QUrl>
#include <QtConcurrent>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr int maxLooked = 5000;
constexpr std::size_t maxFiles = 100;
const QString rescueFiles = QStringLiteral(".rescue");

/// Whether a form that accepts @p accept takes the file: by its name, for the content of thousands is not looked at.
bool fits(const QFileInfo& file, const QStringList& accept, const QMimeDatabase& types)
{
    for (const QString& one : accept) {
        if (one.startsWith(QLatin1Char('.'))) {
            if (file.fileName().endsWith(one, Qt::CaseInsensitive))
                return true;
        } else if (one == QLatin1String("*/*") || one.startsWith(QLatin1String("application/"))) {
            return true; // XLSForm's "file" says application/* and means any
        } else {
            const QString type = types.mimeTypeForFile(file, QMimeDatabase::MatchExtension).name();
            if (type == one || (one.endsWith(QLatin1String("/*")) && type.startsWith(one.chopped(1))))
                return true;
        }
    }
    return accept.isEmpty();
}

QList<QStandardPaths::StandardLocation> placesOf(const QString& accept)
{
    if (accept.startsWith(QLatin1String("audio")))
        return {QStandardPaths::MusicLocation, QStandardPaths::DownloadLocation};
    if (accept.startsWith(QLatin1String("video")))
        return {QStandardPaths::MoviesLocation, QStandardPaths::DownloadLocation};
    return {QStandardPaths::DocumentsLocation, QStandardPaths::DownloadLocation};
}

} // namespace

std::vector<PickableFile> recentFiles(const QString& accept)
{
    QStringList wanted = accept.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& one : wanted)
        one = one.trimmed();
    const QMimeDatabase types;
    std::vector<PickableFile> files;
    QStringList folders;
    int looked = 0;
    for (const auto place : placesOf(accept))
        folders.append(QStandardPaths::writableLocation(place));
    if (accept == rescueFiles)
        folders.append(removableFolders());
    folders.removeDuplicates();
    for (const QString& folder : folders) {
        if (folder == QStandardPaths::writableLocation(QStandardPaths::HomeLocation))
            continue; // where a person has no such folder the system names the whole home
        QDirIterator found(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
        while (found.hasNext() && ++looked <= maxLooked) {
            found.next();
            const QFileInfo info = found.fileInfo();
            if (fits(info, wanted, types))
                files.push_back({info.absoluteFilePath(), info.fileName(), info.size(), info.lastModified()});
        }
    }
    std::stable_sort(files.begin(), files.end(), [](const PickableFile& a, const PickableFile& b) { return a.writtenAt > b.writtenAt; });
    if (files.size() > maxFiles)
        files.resize(maxFiles);
    return files;
}

QStringList removableFolders()
{
    QStringList folders;
    const auto volumes = QStorageInfo::mountedVolumes();
    for (const QStorageInfo& volume : volumes) {
        const QString root = volume.rootPath();
        const bool plugged =
            root.startsWith(QLatin1String("/media/")) || root.startsWith(QLatin1String("/run/media/")) || root.startsWith(QLatin1String("/mnt/"));
        if (plugged && volume.isValid() && volume.isReady())
            folders.append(root);
    }
    return folders;
}

FileAlbum::FileAlbum(QObject* parent) : QObject(parent), m_files({"url", "name", "detail", "glyph"})
{
    connect(&m_listing, &QFutureWatcher<std::vector<PickableFile>>::finished, this, [this] {
        std::vector<RowModel::Row> rows;
        for (const PickableFile& file : m_listing.result()) {
            const QString day = QLocale().toString(file.writtenAt.date(), QLocale::ShortFormat);
            rows.push_back(
                {file.path, {QUrl::fromLocalFile(file.path), file.name, sizeText(file.size) + QStringLiteral(" · ") + day, fileGlyph(file.name)}});
        }
        m_files.show(std::move(rows));
        Q_EMIT changed();
    });
}

void FileAlbum::list(const QString& accept)
{
    m_accept = accept;
    m_files.show({});
    m_listing.setFuture(QtConcurrent::run(recentFiles, accept));
    Q_EMIT changed();
}

QString FileAlbum::text() const
{
    if (m_files.count() > 0 || !m_listing.isFinished())
        return {};
    if (m_accept.startsWith(QLatin1String("audio")))
        return tr("There are no sound files in the folders for music and downloads of this device.");
    if (m_accept.startsWith(QLatin1String("video")))
        return tr("There are no videos in the folders for videos and downloads of this device.");
    if (m_accept == rescueFiles)
        return tr("There are no rescue files in the folders for documents and downloads of this device, nor on a stick.");
    return tr("There are no such files in the folders for documents and downloads of this device.");
}

} // namespace rapport::app
