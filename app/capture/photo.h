// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/photo/photo.h"

#include <QString>

namespace rapport::capture
{

/// Has the worker make a photo of what may come from anybody. @p maxPixels: of the longer side. Waits for it, 20 s at most, so not for the UI thread.
/// NotFound, Denied: no such file; Full: more than 64 MiB or 200 megapixels; Invalid: no picture; Corrupt: a part of it is missing; Internal: the
/// worker did not do it.
Result<photo::Photo> photoFromFile(const QString& path, int maxPixels);
Result<photo::Photo> photoFrom(const QByteArray& content, int maxPixels);

} // namespace rapport::capture
