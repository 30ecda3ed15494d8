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

/// A picture on this device that somebody may want to pick.
struct PickablePhoto {
    QString path, name; ///< name without ending
    QDateTime takenAt;  ///< when the file was written
};

/// The newest pictures of the person's picture and download folders, at most 60; looks at 5,000 files at most. Touches the disk.
std::vector<PickablePhoto> recentPhotos();

/// Those pictures for a screen. They are looked for off the UI thread.
class PhotoAlbum : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a controller")
    Q_PROPERTY(rapport::app::RowModel* photos READ photos CONSTANT) ///< url, name, after list()
    Q_PROPERTY(QString text READ text NOTIFY changed)               ///< why there are none to pick; else empty

public:
    explicit PhotoAlbum(QObject* parent = nullptr);

    RowModel* photos() { return &m_photos; }
    QString text() const;

    Q_INVOKABLE void list();

Q_SIGNALS:
    void changed();

private:
    RowModel m_photos;
    QFutureWatcher<std::vector<PickablePhoto>> m_listing;
};

} // namespace rapport::app
