// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/framesource.h"

namespace rapport::capture
{

std::unique_ptr<FrameSource> makePictureSource(const QString& path);
std::unique_ptr<FrameSource> makeVideoSource(const QString& path);

} // namespace rapport::capture
