// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/targets.h"

namespace rapport::test
{

/// A folder that is not Rapport's own, so that it can go away as a share does: "files" (CSV), "files-xlsx", "files-vcard", "files-json".
Target& filesTarget(const QString& type);

} // namespace rapport::test
