// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/frame.h"
#include "forms/base/result.h"

#include <QObject>

#include <memory>

namespace rapport::capture
{

/// Where pictures come from: a camera, a video, a folder of pictures or one picture, behind the same signals. UI thread; the work is done off it.
class FrameSource : public QObject
{
    Q_OBJECT
public:
    enum class Torch { Off, On };

    using QObject::QObject;
    virtual void start() = 0;   ///< no effect while it runs
    virtual void stop() = 0;    ///< no frame comes after it; a camera is switched off
    virtual void advance() = 0; ///< this picture has been understood: the next start() shows another one
    virtual void shoot() = 0;   ///< while it runs: picture() follows, as sharp as this source can

    virtual bool isLive() const { return false; } ///< pictures follow each other by themselves
    virtual bool hasTorch() const { return false; }
    virtual void setTorch(Torch) {}
    virtual bool canFlip() const { return false; } ///< there is another camera
    virtual void flip() {}

Q_SIGNALS:
    void frame(const rapport::capture::Frame& frame);
    void picture(const QImage& picture);
    /// NotFound: no camera or picture there; Denied: not readable; Invalid: no picture, or too large; Offline: the camera was lost on the way.
    void unavailable(const rapport::Error& error);
    void abilitiesChanged(); ///< torch and flip, once the camera is known
};

/// A video, a folder of PNG and JPEG pictures in order of name, or one picture. A picture is shown until advance(); it is decoded once, and a
/// source at rest costs nothing. A video goes round and round. Limits of a picture: 64 MiB a file, 100 megapixels.
std::unique_ptr<FrameSource> makeFileSource(const QString& path);
/// The machine's default camera. It is looked for at each start(), so that one that is plugged in later is found.
std::unique_ptr<FrameSource> makeCameraSource();
/// Whether the system knows a camera; loads no media library.
bool cameraPresent();

} // namespace rapport::capture
