// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/sections.h"

#include <optional>

namespace rapport::app
{

/// The answer that the form gives to all check points of a group at once (rapport:allOk on the group's bind names a choice, "ok" say).
struct CommonAnswer {
    QString value, label;
    std::vector<forms::NodeId> open; ///< asked now, not answered, and offering it
};

/// Absent where no question of @p section stands in a group that has one.
std::optional<CommonAnswer> commonAnswerOf(const forms::FormSession& session, const Section& section);

} // namespace rapport::app
