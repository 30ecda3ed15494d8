// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace rapport::capture
{

/// Where pictures come from: a folder or a file (`--camera-source`); a camera, a video and a keyboard wedge join it behind the same signals.
class FrameSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void stop() = 0;    ///< no frame comes after it
    virtual void advance() = 0; ///< this picture has been understood: the next start() shows another one

Q_SIGNALS:
    void frame(const QImage& picture);
    void unavailable(const rapport::Error& error); ///< NotFound: no picture there; Denied: not readable; Invalid: no picture, or too large
};

/// PNG and JPEG pictures of a folder in order of name, or one picture. The picture is shown until advance(), decoded off this thread, once; a
/// source at rest costs nothing. Limits: 64 MiB a file, 100 megapixels.
std::unique_ptr<FrameSource> makePictureSource(const QString& path);

} // namespace rapport::capture
