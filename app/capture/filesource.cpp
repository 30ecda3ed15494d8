// SPDX-License-Identifier: Apache-2.0
#include "app/capture/sources.h"

#include <QFileInfo>
#include <QMimeDatabase>

namespace rapport::capture
{

std::unique_ptr<FrameSource> makeFileSource(const QString& path)
{
    const QFileInfo info(path);
    const bool video = info.isFile() && QMimeDatabase().mimeTypeForFile(info).name().startsWith(QLatin1String("video/"));
    return video ? makeVideoSource(path) : makePictureSource(path);
}

} // namespace rapport::capture
