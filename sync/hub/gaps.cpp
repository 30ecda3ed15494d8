// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/gaps.h"

#include "sync/wire/gaps.h"

namespace rapport::hub
{

Status settleGaps(const Entities& entities, std::vector<forms::EntityAction>& actions)
{
    return wire::settleGaps(actions, [&](const QStringList& ids) -> Result<std::vector<wire::KnownRow>> {
        const auto found = entities.living(QStringLiteral("briefings"), ids);
        if (!found)
            return found.error();
        std::vector<wire::KnownRow> all;
        for (const EntityState& one : *found)
            all.push_back({one.id, one.properties});
        return all;
    });
}

} // namespace rapport::hub
