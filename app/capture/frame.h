// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QMetaType>

class QVideoFrame;

namespace rapport::capture
{

/// What is cheap to know of a picture before anybody reads it.
struct Glance {
    double brightness = 0; ///< mean of the luma, 0 … 255
    double motion = 0;     ///< mean difference to the picture before, 0 … 255; 0 for the first one
    QByteArray small;      ///< 64 × 36 cells of luma, to compare the next picture with
};

Glance glanceAt(const QImage& luma, const Glance& before);

/// One picture twice: as it is read and as it is shown. Both show the same field, in the same angle.
struct Frame {
    QImage luma;    ///< 8-bit grey; of a video frame it is the frame's own memory, held until the last copy of this image goes
    QImage picture; ///< may be half as large; of a video YUV frame it is
    Glance glance;
    bool isNull() const { return luma.isNull(); }
};

Frame makeFrame(const QImage& picture);
/// The luma plane is used as it is where the pixel format has one; other formats are converted once. Null where the frame cannot be mapped or has a
/// format that nobody knows here. About 2 ms for 1920 × 1080. Any thread.
Frame makeFrame(const QVideoFrame& video, const Glance& before);

} // namespace rapport::capture

Q_DECLARE_METATYPE(rapport::capture::Frame)
