// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

namespace rapport::forms
{

/// The node of the @p row-th repetition (0-based), made where there are fewer; -1 where the form counts its repetitions itself, and for a
/// second row where there is no repeat.
qint64 FormSession::Private::repetitionFor(int definition, int row)
{
    const auto& way = model.at(definition).way;
    const auto repeat = std::find_if(way.begin(), way.end(), [this](int up) { return model.at(up).isRepeat; });
    auto handles = tree.nodesOf(definition);
    if (repeat == way.end())
        return row > 0 || handles.empty() ? -1 : handles.front();
    const auto series = tree.seriesOf(*repeat);
    const bool counted = model.at(*repeat).count || model.at(*repeat).noAddRemove;
    while (!series.empty() && !counted && static_cast<int>(handles.size()) <= row) {
        ++revision;
        makeRepetition(series.front(), tree.node(series.front()).children.size());
        recalculate();
        const auto before = std::exchange(handles, tree.nodesOf(definition));
        if (handles.size() == before.size())
            return -1; // an inner series starts without repetitions
    }
    return static_cast<int>(handles.size()) > row ? handles[static_cast<std::size_t>(row)] : -1;
}

/// Where the rows of a payload begin in the repeat around @p definition: behind what is there, but an empty last repetition is used again.
int FormSession::Private::firstFreeRow(int definition) const
{
    const auto handles = tree.nodesOf(definition);
    if (!model.at(definition).inRepeat || handles.empty())
        return 0;
    bool empty = true;
    for (const PayloadTarget& target : model.payloads) {
        const int other = model.resolve(target.nodeset);
        const bool beside = other >= 0 && target.hasControl && model.at(other).parent == model.at(definition).parent;
        for (const qint64 node : beside ? tree.nodesOf(other, handles.back()) : std::vector<qint64>{})
            empty = empty && tree.node(node).value.isEmpty();
    }
    return static_cast<int>(handles.size()) - (empty ? 1 : 0);
}

/// ENTITIES.md section 4: matched records first, so that their prefill runs before the values of the badge; then what is not empty.
FormSession::PayloadResult FormSession::applyPayload(std::span<const std::pair<QString, QString>> values)
{
    PayloadResult result;
    std::map<QString, int> rows;  // how often a key has come: its n-th value belongs to the n-th free repetition
    std::map<int, int> firstRows; // by the group around the question, as it was before this payload
    for (const PayloadTarget& target : d->model.payloads) {
        const int definition = d->model.resolve(target.nodeset);
        firstRows.try_emplace(d->model.at(definition).parent, d->firstFreeRow(definition));
    }
    const auto place = [&](const QString& key, const QString& value) {
        const auto& targets = d->model.payloads;
        const auto target = std::find_if(targets.begin(), targets.end(), [&](const PayloadTarget& candidate) { return candidate.key == key; });
        const int definition = target == targets.end() || !target->hasControl ? -1 : d->model.resolve(target->nodeset);
        const qint64 handle = definition < 0 ? -1 : d->repetitionFor(definition, firstRows[d->model.at(definition).parent] + rows[key]++);
        if (handle < 0) {
            result.unplaced.emplace_back(key, value);
            return;
        }
        const NodeId id{static_cast<quint32>(handle)};
        const QString before = d->tree.node(handle).value;
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
