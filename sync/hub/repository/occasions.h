// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/wire/occasion.h"

#include <vector>

namespace rapport::hub
{

/// The occasions of the office, over ones too: which of them a device holds is decided by Holding (hub/holding.h). Calls that change something belong
/// into a unit of work (repositories.h).
class Occasions
{
public:
    virtual ~Occasions() = default;

    /// Takes the place of the one of its id, whatever the versions of both.
    virtual Status put(const wire::Occasion& occasion) = 0;
    virtual Result<std::vector<wire::Occasion>> all() const = 0; ///< by id; each whole, as its document came
};

} // namespace rapport::hub
