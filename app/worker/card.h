// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardtext.h"
#include "app/worker/cardreader.h"

#include <functional>
#include <vector>

namespace rapport::worker
{

/// Looks for codes in a picture of 8-bit luma without gaps between its rows.
using CodeFinder = std::function<std::vector<capture::Code>(const unsigned char* luma, int width, int height)>;

/// Reads the business card on a picture of 8-bit RGB, whatever way it lies: found, flattened, turned, cut into lines; the lines read in English, then
/// those that are words once more in the card's own language. After 5 s of the processor's
/// time: what has been read so far. May abort the process.
capture::CardText readCard(const unsigned char* rgb, int width, int height, LineReader& reader, const CodeFinder& codes);

} // namespace rapport::worker
