// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"
#include "forms/session/typedtext.h"

#include <cmath>

namespace rapport::forms
{

namespace
{

constexpr qsizetype maxRepetitions = 10'000; // of one series by jr:count: a slip in a form must not eat the tablet's memory

} // namespace

void FormSession::Private::lookLater(int definition, qint64 node)
{
    Targets& targets = pending[{model.at(definition).rank, definition}];
    if (!targets.all)
        targets.nodes.insert(node);
}

void FormSession::Private::lookLater(int definition)
{
    pending[{model.at(definition).rank, definition}] = {true, {}};
}

/// A reader that stays within its own repetitions is looked at there alone; any other in all of them.
void FormSession::Private::read(const Reader& reader, qint64 where, bool flags)
{
    const Definition& definition = model.at(reader.definition);
    Targets& targets = flags ? watched[definition.index] : pending[{definition.rank, definition.index}];
    if (targets.all)
        return;
    if (!reader.own || !definition.inRepeat || definition.isRepeat) {
        targets = {true, {}};
        return;
    }
    for (const qint64 node : tree.nodesOf(definition.index, where))
        targets.nodes.insert(node);
}

void FormSession::Private::markChanged(int definition, qint64 where)
{
    for (const Reader& reader : model.at(definition).dependents)
        read(reader, where, false);
    for (const Reader& watcher : model.at(definition).watchers)
        read(watcher, where, true);
}

void FormSession::Private::markAdded(qint64 handle)
{
    walk(handle, [this](qint64 node) {
        const int definition = tree.node(node).definition;
        if (tree.node(node).isSeries)
            lookLater(definition);
        else
            lookLater(definition, node);
        if (Targets& targets = watched[definition]; !targets.all)
            targets.nodes.insert(node);
        touch(node);
        markChanged(definition, node);
        return true;
    });
}

void FormSession::Private::markMoved(int repeat, qint64 series)
{
    markChanged(repeat, series);
    if (!model.at(repeat).relevant)
        return;
    for (const qint64 repetition : tree.node(series).children)
        lookLater(repeat, repetition); // "position(.) != 2" reads no other node
}

void FormSession::Private::markRemoved(int repeat, qint64 series)
{
    markMoved(repeat, series);
    for (const int child : model.at(repeat).children)
        markRemovedBranch(child, repeat, series);
}

/// What lay inside the repetition that went has nothing to look at any more; who read it from outside has.
void FormSession::Private::markRemovedBranch(int definition, int repeat, qint64 series)
{
    const auto wentToo = [&](const Reader& reader) {
        const auto& way = model.at(reader.definition).way;
        return reader.own && std::find(way.begin(), way.end(), repeat) != way.end();
    };
    for (const Reader& reader : model.at(definition).dependents) {
        if (!wentToo(reader))
            read(reader, series, false);
    }
    for (const Reader& watcher : model.at(definition).watchers) {
        if (!wentToo(watcher))
            read(watcher, series, true);
    }
    for (const int child : model.at(definition).children)
        markRemovedBranch(child, repeat, series);
}

void FormSession::Private::recalculate()
{
    // Repetitions may read one another in a way that never comes to rest, which no analysis can tell: then the last values stay.
    std::size_t steps = model.definitions.size() * 20 + 100'000;
    while (!pending.empty() && steps-- > 0) {
        const int definition = pending.begin()->first.second;
        const Targets targets = std::move(pending.begin()->second);
        pending.erase(pending.begin());
        lookAt(definition, targets);
    }
    pending.clear();
    for (const auto& [definition, targets] : std::exchange(watched, {})) {
        for (const qint64 handle : targets.nodes)
            updateFlags(handle);
        if (!targets.all)
            continue;
        for (const qint64 handle : tree.nodesOf(definition))
            updateFlags(handle);
        for (const qint64 series : model.at(definition).isRepeat ? tree.seriesOf(definition) : std::vector<qint64>{})
            updateFlags(series);
    }
    runLateActions();
}

void FormSession::Private::lookAt(int index, const Targets& targets)
{
    const Definition& definition = model.at(index);
    if (!targets.all) {
        for (const qint64 handle : targets.nodes) {
            if (tree.exists(handle))
                updateNode(definition, handle);
        }
        return;
    }
    if (definition.count || definition.noAddRemove)
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
        if (definition.isRepeat && parent > 0)
            touch(parent); // a series is shown as its first repetition is
        markChanged(definition.index, handle);
        const std::vector<qint64> children = tree.node(handle).children;
        for (const qint64 child : children) {
            if (tree.node(child).isSeries)
                lookLater(tree.node(child).definition); // its count, too
            else
                lookLater(tree.node(child).definition, child);
        }
    }
    if (node.isSeries || !relevant)
        return;
    if (definition.calculate) {
        const QString value = typedText(definition.type, evaluateAt(*definition.calculate, handle));
        if (value != tree.node(handle).value) {
            tree.node(handle).value = value;
            touch(handle);
            markChanged(definition.index, handle);
            changedByForm(handle);
        }
    }
    if (definition.control && definition.control->itemset) {
        touch(handle);
        choicesChanged[handle] = revision;
    }
    if (definition.control && definition.control->chooses())
        dropFilteredChoices(handle);
}

void FormSession::Private::updateCount(const Definition& definition)
{
    for (const qint64 series : tree.seriesOf(definition.index)) {
        const auto present = static_cast<double>(tree.node(series).children.size());
        // A person who may not add one finds one at least.
        double wanted = definition.count ? evaluateAt(*definition.count, series).number() : std::max(present, 1.0);
        if (std::isnan(wanted) && !fresh)
            wanted = present; // a number that is being typed anew takes no lines away
        const auto count = static_cast<std::size_t>(
            std::isnan(wanted) || wanted < 0 ? 0 : static_cast<qsizetype>(qMin(wanted, static_cast<double>(maxRepetitions))));
        while (tree.node(series).children.size() < count && !isFull())
            makeRepetition(series, tree.node(series).children.size());
        while (tree.node(series).children.size() > count) {
            std::vector<qint64> gone;
            tree.removeRepetition(series, tree.node(series).children.size() - 1, gone);
            for (const qint64 handle : gone)
                removed.emplace_back(revision, handle);
            touch(series);
            markRemoved(definition.index, series);
        }
    }
}

void FormSession::Private::updateFlags(qint64 handle)
{
    if (!tree.exists(handle))
        return;
    const Definition& definition = tree.definition(handle);
    const qint64 parent = tree.node(handle).parent;
    const bool inherited = parent > 0 && tree.node(parent).readonly;
    const bool readonly = inherited || (definition.readonly && evaluateAt(*definition.readonly, handle).boolean());
    const bool required = definition.required && evaluateAt(*definition.required, handle).boolean();
    InstanceTree::Node& node = tree.node(handle);
    const bool spreads = node.readonly != readonly;
    node.readonly = readonly;
    node.required = required;
    touch(handle); // a flag, a text or a verdict of the constraint may look different now
    for (const qint64 child : spreads ? std::vector<qint64>(node.children) : std::vector<qint64>{})
        updateFlags(child);
}

bool FormSession::Private::isFull() const
{
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    constexpr qint64 maxNodes = 5'000;
#else
    constexpr qint64 maxNodes = 500'000;
#endif
    return tree.living() >= maxNodes;
}

bool FormSession::Private::isFixed(qint64 series) const
{
    const Definition& definition = tree.definition(series);
    return definition.count != nullptr || definition.noAddRemove;
}

bool FormSession::Private::showsSeries(qint64 series) const
{
    const InstanceTree::Node& node = tree.node(series);
    if (!node.relevant)
        return false;
    if (!node.children.empty())
        return tree.node(node.children.front()).relevantSelf;
    const Definition& definition = tree.definition(series);
    return !definition.relevant || evaluateAt(*definition.relevant, series).boolean();
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
