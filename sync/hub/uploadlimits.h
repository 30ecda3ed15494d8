// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <chrono>

namespace rapport::hub
{

/// What one device may leave here unfinished.
struct UploadLimits {
    qint64 maxBytes = 512ll * 1024 * 1024; ///< of a file
    int maxUnfinished = 32;
    std::chrono::seconds keep{7 * 24 * 3600}; ///< since its last byte; then it begins anew
};

} // namespace rapport::hub
