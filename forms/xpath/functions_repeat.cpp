// SPDX-License-Identifier: Apache-2.0
// indexed-repeat(): thousands of repetitions may each ask for the one before.
#include "forms/xpath/effort.h"
#include "forms/xpath/functions.h"

#include <algorithm>
#include <cmath>

namespace rapport::forms
{

namespace
{

/// The ancestor of @p node, or itself, with that name; -1: none.
qint64 enclosing(const NodeRef& node, const QString& name)
{
    qint64 up = node.handle;
    while (up >= 0 && node.source->localName(up) != name)
        up = node.source->parent(up);
    return up;
}

/// "/data/r/x": names alone, from the root.
bool isPlainPath(const Expression& path)
{
    return path.kind == Expression::Kind::Path && path.absolute &&
           std::all_of(path.steps.begin(), path.steps.end(), [](const Expression::Step& step) {
               return step.axis == Expression::Axis::Child && step.test == Expression::Step::Test::Name && step.prefix.isEmpty() &&
                      step.predicates.empty();
           });
}

/// How many steps of @p target lead to @p repeat; 0: they do not, or one of them is no plain path.
std::size_t stepsTo(const Expression& repeat, const Expression& target)
{
    const bool leads =
        isPlainPath(repeat) && isPlainPath(target) && repeat.steps.size() <= target.steps.size() &&
        std::equal(repeat.steps.begin(), repeat.steps.end(), target.steps.begin(), [](const auto& a, const auto& b) { return a.name == b.name; });
    return leads ? repeat.steps.size() : 0;
}

/// Walks straight to the repetitions, where the repeats lie on the way to the target: the others are not looked at. Nothing where they do not.
std::optional<NodeSet> walkedRepeat(const Expression& call, const Context& context)
{
    const Expression& target = *call.operands.front();
    QHash<std::size_t, double> wanted; // by the number of steps
    for (std::size_t i = 1; i + 1 < arguments(call); i += 2) {
        const std::size_t steps = stepsTo(*call.operands[i], target);
        if (steps == 0)
            return {};
        wanted.insert(steps, argument(call, context, i + 1).number());
    }
    NodeSet nodes{context.root};
    for (std::size_t step = 0; step < target.steps.size(); ++step) {
        NodeSet next;
        for (const NodeRef& node : nodes) {
            const auto children = node.source->childrenNamed(node.handle, target.steps[step].name);
            if (!Effort::spend(static_cast<qint64>(children.size())))
                return NodeSet{};
            const auto index = wanted.constFind(step + 1);
            for (std::size_t i = 0; i < children.size(); ++i) {
                if (index == wanted.cend() || static_cast<double>(i + 1) == *index)
                    next.push_back({node.source, children[i]});
            }
        }
        nodes = std::move(next);
    }
    return nodes;
}

/// Of the nodes of the first argument those in the repetitions that the others give in pairs: a repeat, and which one of it, from 1.
Value indexedRepeat(const Expression& call, const Context& context)
{
    if (auto walked = walkedRepeat(call, context))
        return *walked;
    NodeSet kept = argument(call, context, 0).nodes();
    for (std::size_t i = 1; i + 1 < arguments(call); i += 2) {
        const Value repeat = argument(call, context, i);
        const double wanted = argument(call, context, i + 1).number();
        const QString name = repeat.nodes().empty() ? QString() : repeat.nodes().front().source->localName(repeat.nodes().front().handle);
        QHash<qint64, qint64> chosen; // parent of a series → the repetition wanted, -1: it has not so many
        std::erase_if(kept, [&](const NodeRef& node) {
            const qint64 repetition = enclosing(node, name);
            const qint64 parent = repetition < 0 ? -1 : node.source->parent(repetition);
            if (parent < 0)
                return true;
            if (!chosen.contains(parent)) {
                const auto series = node.source->childrenNamed(parent, name);
                const bool there = wanted >= 1 && wanted <= static_cast<double>(series.size()) && wanted == std::floor(wanted);
                chosen.insert(parent, there ? series[static_cast<std::size_t>(wanted) - 1] : -1);
            }
            return chosen.value(parent) != repetition;
        });
    }
    return kept;
}

} // namespace

FunctionTable repeatFunctions()
{
    return {
        {QStringLiteral("indexed-repeat"), {3, 7, indexedRepeat}},
    };
}

} // namespace rapport::forms
