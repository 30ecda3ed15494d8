// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QSize>

class QImage;

namespace rapport::photo
{

/// A picture as it is kept with a conversation: upright, in the size that was asked for, and with nothing in it but what is seen: neither where and
/// when it was taken nor by whose device.
struct Photo {
    QByteArray jpeg, thumbnail; ///< the thumbnail: at most 480 pixels of its longer side
    QSize size;
};

constexpr qint64 maxBytes = 64 * 1024 * 1024; ///< of a picture's file

/// Decodes what may come from anybody: for the worker. @p maxPixels: of the longer side. Invalid: no picture. Corrupt: a part of it is missing.
/// Full: more than 200 megapixels.
Result<Photo> makePhoto(const QByteArray& file, int maxPixels);

Photo photoOf(const QImage& picture); ///< the same of pixels that are ours, in their size

/// Whether a JPEG's picture is followed by its end; decoders fill what is missing with grey and say nothing. True for other files.
bool reachesItsEnd(const QByteArray& file);

/// What the worker says: one line of JSON, {"width", "height", "jpeg": bytes, "thumbnail": bytes} or {"problem": "invalid", "corrupt" or "full"},
/// then the picture, then the small one.
QByteArray toReply(const Result<Photo>& photo);
Result<Photo> parseReply(const QByteArray& reply); ///< Internal where it is not whole

} // namespace rapport::photo
