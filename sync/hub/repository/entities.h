// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <optional>

namespace rapport::hub
{

/// The newest state of people, firms and what else has rows. Reading only: changes are made by hub/entities.h.
class Entities
{
public:
    virtual ~Entities() = default;

    virtual Result<std::optional<connectors::Entity>> find(const QString& list, const QString& id) const = 0; ///< also a deleted one
};

} // namespace rapport::hub
