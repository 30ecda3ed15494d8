// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/measurement.h"
#include "forms/session/formsession.h"

#include <vector>

namespace rapport::app
{

/// The answer at @p node beside the soft limits of its question.
Measurement measurementOf(const forms::Node& node);
/// A value that is answered, and beyond them.
bool isBeyond(const forms::Node& node);
/// Beyond them, and nobody has said why, nor will the form ask: a warning, which a reason overrides (UX section 3).
bool wantsReason(const forms::Node& node);
/// All of those that are asked now, in the order of the form.
std::vector<forms::NodeId> unexplained(const forms::FormSession& session);

} // namespace rapport::app
