// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/assets.h"

#include <functional>

namespace rapport::app
{

/// Has the worker look at a file that came: its cover, its pages and their text, its length. What cannot be shown is a reading as well, with the
/// reason; a page that the worker dies of has no text. Waits, for minutes where the file is large: not for the UI thread.
/// @p stop is asked between two pages: then what comes back is not whole.
store::AssetReading readAsset(
    wire::AssetKind kind, QIODevice& file, const std::function<bool()>& stop = [] { return false; });

} // namespace rapport::app
