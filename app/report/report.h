// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/report/compose.h"
#include "app/report/typeset.h"

#include <functional>

namespace rapport::report
{

/// An attachment as a JPEG of at most so many pixels on its longer side. What lies with a conversation may come from anybody, so the worker makes it
/// (capture::photoFrom).
using PictureSource = std::function<Result<QByteArray>(const QString& attachment, int maxPixels)>;

/// Reads the pictures that @p content names, at most 60 of them; what cannot be had is said in its place. Waits for the worker: not on the UI thread.
void addPictures(Content& content, const PictureSource& source);

} // namespace rapport::report
