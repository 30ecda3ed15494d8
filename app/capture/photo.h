// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QSize>
#include <QString>

namespace rapport::capture
{

/// A picture as it is kept: a JPEG, upright, scaled, with nothing in it but what is seen; and the same small, at most 480 pixels of its longer side.
struct Photo {
    QByteArray jpeg, thumbnail;
    QSize size;
};

constexpr qint64 maxPhotoBytes = 64 * 1024 * 1024;

/// Has the worker make it: what it is made of may come from anybody. @p maxPixels: of the longer side. Waits for it, 20 s at most, so not for the UI
/// thread. NotFound, Denied: no such file; Full: more than 64 MiB or 200 megapixels; Invalid: no picture; Corrupt: a part of it is missing;
/// Internal: the worker did not do it.
Result<Photo> photoFromFile(const QString& path, int maxPixels);
Result<Photo> photoFrom(const QByteArray& content, int maxPixels);

/// What the worker writes: one line of JSON about what follows, then the picture, then the small one.
Result<Photo> parsePhotoReply(const QByteArray& reply);

} // namespace rapport::capture
