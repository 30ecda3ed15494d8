// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/link.h"

namespace rapport::device
{

/// Files of assets that are not on this device yet, as the courier last saw it.
struct FilesToCome {
    int files = 0;    ///< those that wait for another network, where some do; else all
    qint64 bytes = 0; ///< of these
    Passage passage = Passage::Goes;
    friend bool operator==(const FilesToCome&, const FilesToCome&) = default;
};

Result<FilesToCome> filesToCome(store::Store& store);
Status keepFilesToCome(store::Store& store, const FilesToCome& coming);

} // namespace rapport::device
