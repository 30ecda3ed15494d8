// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/hub.h"

namespace rapport::hub
{

/// Writes a hub's folder as one tar file, 0600: "hub.db" as it stood at one moment, "connector.key" and "blobs/SHA-256". The hub may serve meanwhile.
/// Whoever has the file has everything that the hub knows; that of an embedded hub is encrypted as the hub is, but for the key of its connectors.
/// An older @p file is replaced when the new one is on the disk.
Status backUp(const HubConfig& config, const QString& file);

/// Makes a hub's folder of such a file. Conflict where there is a hub already; Invalid where the file is torn or is none: then there is still none.
///
/// A restored hub has a new epoch: devices notice and page through everything anew. Its counter jumps ahead, so that a cursor of before never lies
/// beyond what is to come.
Status restore(const HubConfig& config, const QString& file);

} // namespace rapport::hub
