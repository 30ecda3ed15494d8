// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/code.h"

namespace rapport::worker
{

/// Codes in a picture of 8-bit luma, cheapest way first: as it is, then twice as large and sharpened, with local contrast, turned, inverted.
/// Matrix codes are taken at once; a linear code counts only when two ways agree on it. May abort the process (ZXing 1.4 has asserts compiled
/// in); that is why this is a process of its own.
std::vector<capture::Code> decode(const unsigned char* luma, int width, int height);

} // namespace rapport::worker
