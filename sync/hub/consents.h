// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/entityactions.h"
#include "sync/hub/repository/entities.h"

#include <vector>

namespace rapport::hub
{

/// Brings the consents and withdrawals among @p actions together with those that are here (wire::settleConsents), before they are carried out.
Status settleConsents(const Entities& entities, std::vector<forms::EntityAction>& actions);

} // namespace rapport::hub
