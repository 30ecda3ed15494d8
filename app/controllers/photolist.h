// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace rapport::app
{

/// A picture on this device that somebody may want to pick.
struct Photo {
    QString path, name; ///< name without ending
    QDateTime takenAt;  ///< when the file was written
};

/// The newest pictures of the person's picture and download folders, at most 60; looks at 5,000 files at most. Touches the disk.
std::vector<Photo> recentPhotos();

} // namespace rapport::app
