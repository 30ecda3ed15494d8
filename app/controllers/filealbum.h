// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QString>

#include <vector>

namespace rapport::app
{

/// A file on this device that somebody may want to pick.
struct PickableFile {
    QString path, name;
    qint64 size = 0;
    QDateTime writtenAt;
};

/// The newest files of the person's folders for that kind of file and of the download folder, at most 100; looks at 5,000 files at most. @p accept:
/// as the form has it, a media type ("audio/*", "*/*") or endings (".pdf,.docx"); ".rescue" is also looked for on sticks. Touches the disk.
std::vector<PickableFile> recentFiles(const QString& accept);

/// Where sticks and cards are that are plugged in.
QStringList removableFolders();

/// Those files for a screen. They are looked for off the UI thread.
class FileAlbum : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a controller")
    Q_PROPERTY(rapport::app::RowModel* files READ files CONSTANT) ///< url, name, detail ("1.2 MB · 12 Nov 2027"), glyph, after list()
    Q_PROPERTY(QString text READ text NOTIFY changed)             ///< why there are none to pick; else empty

public:
    explicit FileAlbum(QObject* parent = nullptr);

    RowModel* files() { return &m_files; }
    QString text() const;

    Q_INVOKABLE void list(const QString& accept);

Q_SIGNALS:
    void changed();

private:
    RowModel m_files;
    QString m_accept;
    QFutureWatcher<std::vector<PickableFile>> m_listing;
};

} // namespace rapport::app
