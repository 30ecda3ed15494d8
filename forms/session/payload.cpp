// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

namespace rapport::forms
{

/// ENTITIES.md section 4: matched records first, so that their prefill runs before the values of the badge; then what is not empty.
FormSession::PayloadResult FormSession::applyPayload(std::span<const std::pair<QString, QString>> values)
{
    PayloadResult result;
    const auto place = [&](const QString& key, const QString& value) {
        const auto& targets = d->model.payloads;
        const auto target = std::find_if(targets.begin(), targets.end(), [&](const PayloadTarget& candidate) { return candidate.key == key; });
        const int definition = target == targets.end() || !target->hasControl ? -1 : d->model.resolve(target->nodeset);
        const auto handles = definition < 0 ? std::vector<qint64>{} : d->tree.nodesOf(definition);
        if (handles.empty()) {
            result.unplaced.emplace_back(key, value);
            return;
        }
        const NodeId id{static_cast<quint32>(handles.front())};
        const QString before = d->tree.node(handles.front()).value;
        if (before == value)
            return;
        if (!answer(id, value)) {
            result.unplaced.emplace_back(key, value);
            return;
        }
        result.filled.push_back(id);
        if (!before.isEmpty())
            result.overwritten.push_back(id);
    };
    for (const bool identifiers : {true, false}) {
        for (const auto& [key, value] : values) {
            if (key.endsWith(QLatin1String(".@id")) == identifiers && !value.isEmpty())
                place(key, value);
        }
    }
    return result;
}

} // namespace rapport::forms
