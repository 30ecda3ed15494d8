// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/code.h"
#include "app/worker/view.h"

#include <vector>

namespace rapport::worker
{

/// The calls of ZXing-C++ 1.4.0 that did not abort in 20,000 decodes. Empty codes, and linear ones of one character, are no codes.
std::vector<capture::Code> matrixCodes(const View& view); ///< QR, Micro QR, DataMatrix, Aztec, PDF417; up to 8

/// At most one. Code 128, 39, 93, Codabar, ITF; EAN and UPC only among @p kinds All. Without DataBar, and one symbol a call: with more it aborts.
std::vector<capture::Code> linearCodes(const View& view, capture::Kinds kinds);

/// DataBar, which may abort: the look is taken by a child process of this one that may die; then there is nothing. At most one.
std::vector<capture::Code> dataBarCodes(const View& view);

} // namespace rapport::worker
