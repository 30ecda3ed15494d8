// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

#include <algorithm>

namespace rapport::forms
{

std::optional<FormSession::SavedTo> FormSession::savedTo(NodeId id) const
{
    if (!d->tree.exists(id.value) || d->tree.definition(id.value).saveTo.isEmpty())
        return {};
    const Definition& definition = d->tree.definition(id.value);
    const auto& entities = d->model.entities;
    const auto holds = [&](const EntityDeclaration& entity) {
        return std::any_of(entity.properties.begin(), entity.properties.end(), [&](const auto& one) { return one.second == definition.path; });
    };
    const auto entity = std::find_if(entities.begin(), entities.end(), holds);
    if (entity == entities.end())
        return {};
    SavedTo saved{entity->list, definition.saveTo, {}};
    for (const auto& [property, nodeset] : entity->properties) {
        const auto nodes = d->tree.nodesOf(d->model.byPath.value(nodeset), id.value);
        if (!nodes.empty() && d->tree.node(nodes.front()).relevant)
            saved.properties[property] = d->tree.node(nodes.front()).value;
    }
    return saved;
}

} // namespace rapport::forms
