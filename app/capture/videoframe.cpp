// SPDX-License-Identifier: Apache-2.0
#include "app/capture/frame.h"

#include <QTransform>
#include <QVideoFrame>
#include <QVideoFrameFormat>

#include <algorithm>
#include <optional>
#include <utility>

namespace rapport::capture
{

namespace
{

using Pixels = QVideoFrameFormat;

/// Where the samples of a YUV picture lie; one of each chroma stands for 2 × 2 of luma, or for 2 × 1 and every second line is left out.
struct Samples {
    const uchar *y, *u, *v;
    int lumaStep, lumaLine, chromaStep, chromaLine; ///< bytes from sample to sample, from line to line (of the chroma: to every second line)
};

std::optional<Samples> samplesOf(const QVideoFrame& mapped)
{
    const auto plane = [&](int number) { return mapped.bits(number); };
    const int line = mapped.bytesPerLine(0), chromaLine = mapped.planeCount() > 1 ? mapped.bytesPerLine(1) : 0;
    switch (mapped.pixelFormat()) {
    case Pixels::Format_YUV420P:
        return Samples{plane(0), plane(1), plane(2), 1, line, 1, chromaLine};
    case Pixels::Format_YV12:
        return Samples{plane(0), plane(2), plane(1), 1, line, 1, chromaLine};
    case Pixels::Format_YUV422P:
        return Samples{plane(0), plane(1), plane(2), 1, line, 1, 2 * chromaLine};
    case Pixels::Format_NV12:
        return Samples{plane(0), plane(1), plane(1) + 1, 1, line, 2, chromaLine};
    case Pixels::Format_NV21:
        return Samples{plane(0), plane(1) + 1, plane(1), 1, line, 2, chromaLine};
    case Pixels::Format_YUYV:
        return Samples{plane(0), plane(0) + 1, plane(0) + 3, 2, line, 4, 2 * line};
    case Pixels::Format_UYVY:
        return Samples{plane(0) + 1, plane(0), plane(0) + 2, 2, line, 4, 2 * line};
    default:
        return {};
    }
}

/// Half as large in RGB: one luma sample and one of each chroma make one pixel, so that nothing is interpolated.
QImage halved(const Samples& samples, const QSize& size)
{
    const bool highDefinition = size.height() >= 720; // BT.709, else BT.601; limited range, as cameras and H.264 have it
    const int redV = highDefinition ? 459 : 409, greenU = highDefinition ? 55 : 100, greenV = highDefinition ? 136 : 208,
              blueU = highDefinition ? 541 : 516;
    const auto byte = [](int value) { return std::clamp(value >> 8, 0, 255); };
    QImage picture(size.width() / 2, size.height() / 2, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        const uchar* luma = samples.y + 2 * y * samples.lumaLine;
        const uchar *u = samples.u + y * samples.chromaLine, *v = samples.v + y * samples.chromaLine;
        auto* out = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int light = 298 * (luma[2 * x * samples.lumaStep] - 16) + 128;
            const int blue = u[x * samples.chromaStep] - 128, red = v[x * samples.chromaStep] - 128;
            out[x] = qRgb(byte(light + redV * red), byte(light - greenU * blue - greenV * red), byte(light + blueU * blue));
        }
    }
    return picture;
}

/// The frame's own memory as a picture. @p mapped stays mapped until the picture goes.
QImage firstPlane(const QVideoFrame& mapped)
{
    const auto letGo = [](void* held) {
        auto* frame = static_cast<QVideoFrame*>(held);
        frame->unmap();
        delete frame;
    };
    auto* held = new QVideoFrame(mapped);
    held->map(QVideoFrame::ReadOnly); // counted: this one is for the picture
    return {std::as_const(*held).bits(0), held->width(), held->height(), held->bytesPerLine(0), QImage::Format_Grayscale8, letGo, held};
}

/// Luma whose samples are @p step bytes apart.
QImage gathered(const uchar* samples, int step, int line, const QSize& size)
{
    QImage luma(size, QImage::Format_Grayscale8);
    for (int y = 0; y < luma.height(); ++y) {
        const uchar* in = samples + y * line;
        uchar* out = luma.scanLine(y);
        for (int x = 0; x < luma.width(); ++x)
            out[x] = in[step * x];
    }
    return luma;
}

/// What is no YUV of 8 bits: RGB, compressed pictures of a camera, grey. QVideoFrame::toImage() is not for threads other than the UI's.
QImage otherPicture(const QVideoFrame& mapped)
{
    switch (mapped.pixelFormat()) {
    case Pixels::Format_Y8:
        return firstPlane(mapped);
    case Pixels::Format_Y16:
    case Pixels::Format_P010:
    case Pixels::Format_P016:
        return gathered(mapped.bits(0) + 1, 2, mapped.bytesPerLine(0), mapped.size()); // the upper byte
    case Pixels::Format_Jpeg:
        return QImage::fromData(mapped.bits(0), mapped.mappedBytes(0));
    default:
        break;
    }
    const QImage::Format format = Pixels::imageFormatFromPixelFormat(mapped.pixelFormat());
    if (format == QImage::Format_Invalid)
        return {};
    return QImage(mapped.bits(0), mapped.width(), mapped.height(), mapped.bytesPerLine(0), format).copy();
}

} // namespace

Frame makeFrame(const QVideoFrame& video, const Glance& before)
{
    QVideoFrame mapped(video);
    if (!mapped.map(QVideoFrame::ReadOnly))
        return {};
    Frame frame;
    if (const auto samples = samplesOf(mapped)) {
        frame.picture = halved(*samples, mapped.size());
        frame.luma = samples->lumaStep == 1 ? firstPlane(mapped) : gathered(samples->y, samples->lumaStep, samples->lumaLine, mapped.size());
    } else {
        frame.picture = otherPicture(mapped);
        frame.luma = frame.picture.convertToFormat(QImage::Format_Grayscale8);
    }
    mapped.unmap();
    if (frame.isNull())
        return {};
    frame.glance = glanceAt(frame.luma, before);
    if (const int angle = video.rotationAngle(); angle != 0) {
        frame.luma = frame.luma.transformed(QTransform().rotate(angle));
        frame.picture = frame.picture.transformed(QTransform().rotate(angle));
    }
    return frame;
}

} // namespace rapport::capture
