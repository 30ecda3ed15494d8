// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rapport::test
{

/// A video (H.264, 1920 × 1080, 30 a second) of @p picture as somebody holds it before a camera: it comes nearer and sways. False: there is no
/// ffmpeg here, or it failed.
bool makeVideo(const QString& picture, const QString& file, int seconds);

} // namespace rapport::test
