// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

namespace rapport::security
{

/// The 32 random bytes of this machine that wrap every data key: from the platform's keychain (service "rapport"), else from a file that only its
/// owner can read, outside the data folder (XDG_CONFIG_HOME/rapport/device-secret). Made when first asked for. Once the file exists it is the
/// secret, so that there are never two. Blocks for at most 3 s while a keychain answers.
Result<QByteArray> deviceSecret();

} // namespace rapport::security
