// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

#include <cmath>

namespace rapport::forms
{

namespace
{

constexpr qsizetype maxRepetitions = 10'000; // of one series by jr:count: a slip in a form must not eat the tablet's memory

QString storedText(const Value& value)
{
    if (value.isNumber() && std::isnan(value.number()))
        return {}; // "empty + 1" is blank, not a word (FORMS-SPEC section 4)
    return value.string();
}

} // namespace

void FormSession::Private::markChanged(int definition)
{
    for (const int reader : model.at(definition).dependents)
        pending.insert({model.at(reader).rank, reader});
    for (const int watcher : model.at(definition).watchers)
        watched.insert(watcher);
}

void FormSession::Private::markBranch(int definition)
{
    pending.insert({model.at(definition).rank, definition});
    watched.insert(definition);
    markChanged(definition);
    for (const int child : model.at(definition).children)
        markBranch(child);
}

void FormSession::Private::recalculate()
{
    while (!pending.empty()) {
        const int definition = pending.begin()->second;
        pending.erase(pending.begin());
        lookAt(definition);
    }
    for (const int definition : std::exchange(watched, {}))
        updateFlags(definition);
}

void FormSession::Private::lookAt(int index)
{
    const Definition& definition = model.at(index);
    if (definition.count)
        updateCount(definition);
    if (definition.isRepeat) {
        for (const qint64 series : tree.seriesOf(index))
            updateNode(definition, series);
    }
    for (const qint64 handle : tree.nodesOf(index))
        updateNode(definition, handle);
}

/// Relevant first, then calculate (FORMS-SPEC section 5.2).
void FormSession::Private::updateNode(const Definition& definition, qint64 handle)
{
    const qint64 parent = tree.node(handle).parent;
    const bool inherited = parent <= 0 || tree.node(parent).relevant;
    // A relevance written on a repeat holds for each repetition; the series follows its surroundings.
    const bool own = !definition.relevant || tree.node(handle).isSeries || !inherited ? true : evaluateAt(*definition.relevant, handle).boolean();
    InstanceTree::Node& node = tree.node(handle);
    const bool relevant = inherited && own;
    if (node.relevant != relevant || node.relevantSelf != own) {
        node.relevant = relevant;
        node.relevantSelf = own;
        touch(handle);
        watched.insert(definition.index);
        markChanged(definition.index);
        for (const int child : definition.children)
            pending.insert({model.at(child).rank, child});
    }
    if (node.isSeries || !relevant)
        return;
    if (definition.calculate) {
        QString value = storedText(evaluateAt(*definition.calculate, handle));
        if (definition.type == DataType::Date)
            value = canonical(definition, value);
        if (value != tree.node(handle).value) {
            tree.node(handle).value = value;
            touch(handle);
            markChanged(definition.index);
        }
    }
    if (definition.control && definition.control->itemset) {
        touch(handle);
        dropFilteredChoices(handle);
    }
}

void FormSession::Private::updateCount(const Definition& definition)
{
    for (const qint64 series : tree.seriesOf(definition.index)) {
        const double wanted = evaluateAt(*definition.count, tree.node(series).parent).number();
        const auto count =
            static_cast<std::size_t>(std::isnan(wanted) || wanted < 0 ? 0 : qMin<qsizetype>(static_cast<qsizetype>(wanted), maxRepetitions));
        while (tree.node(series).children.size() < count)
            makeRepetition(series, tree.node(series).children.size());
        while (tree.node(series).children.size() > count) {
            std::vector<qint64> gone;
            tree.removeRepetition(series, tree.node(series).children.size() - 1, gone);
            for (const qint64 handle : gone)
                removed.emplace_back(revision, handle);
            touch(series);
            markBranch(definition.index);
        }
    }
}

void FormSession::Private::updateFlags(int index)
{
    const Definition& definition = model.at(index);
    auto handles = tree.nodesOf(index);
    if (definition.isRepeat) {
        const auto series = tree.seriesOf(index);
        handles.insert(handles.end(), series.begin(), series.end());
    }
    for (const qint64 handle : handles) {
        const qint64 parent = tree.node(handle).parent;
        const bool inherited = parent > 0 && tree.node(parent).readonly;
        const bool readonly = inherited || (definition.readonly && evaluateAt(*definition.readonly, handle).boolean());
        const bool required = definition.required && evaluateAt(*definition.required, handle).boolean();
        InstanceTree::Node& node = tree.node(handle);
        const bool spreads = node.readonly != readonly;
        node.readonly = readonly;
        node.required = required;
        touch(handle); // a flag, a text or a verdict of the constraint may look different now
        if (spreads) {
            for (const int child : definition.children)
                updateFlags(child);
        }
    }
}

bool FormSession::Private::constraintHolds(qint64 handle) const
{
    const Definition& definition = tree.definition(handle);
    const InstanceTree::Node& node = tree.node(handle);
    if (!definition.constraint || node.value.isEmpty() || !node.relevant)
        return true;
    return evaluateAt(*definition.constraint, handle).boolean();
}

} // namespace rapport::forms
