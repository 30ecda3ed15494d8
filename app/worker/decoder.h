// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/code.h"

namespace rapport::worker
{

/// Codes in a picture of 8-bit luma, cheapest way first. Quick: as it is. Thorough: also each region that looks like a code, cut out, turned
/// upright and enlarged; then the whole picture in another size, with local contrast, sharpened, turned, inverted; about 300 ms of work at most, 2 s
/// by the clock. Matrix codes are taken at once; of a linear code two looks must say the same (three, where its check is weak), or it is marked as
/// uncertain. May abort the process (ZXing 1.4 has asserts compiled in); that is why this is a process of its own.
capture::ReadResult decode(const unsigned char* luma, int width, int height, capture::Effort effort, capture::Kinds kinds = capture::Kinds::All);

} // namespace rapport::worker
