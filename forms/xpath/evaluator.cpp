// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/evaluator.h"

#include "forms/xpath/effort.h"
#include "forms/xpath/functions.h"

#include <QSet>

#include <cmath>
#include <span>
#include <unordered_set>

namespace rapport::forms
{

namespace
{

using Axis = Expression::Axis;
using Kind = Expression::Kind;
using Step = Expression::Step;

struct NodeHash {
    std::size_t operator()(const NodeRef& node) const { return std::hash<const void*>()(node.source) ^ (std::hash<qint64>()(node.handle) * 31); }
};

bool passes(const Step& step, const NodeRef& node, const Context& context)
{
    using Test = Step::Test;
    const auto kind = node.source->kind(node.handle);
    const auto principal = step.axis == Axis::Attribute ? NodeSource::Kind::Attribute : NodeSource::Kind::Element;
    switch (step.test) {
    case Test::Node:
        return true;
    case Test::Text:
        return kind == NodeSource::Kind::Text;
    case Test::AnyName:
        return kind == principal;
    case Test::Name:
    case Test::AnyInNamespace:
        break;
    case Test::Comment:
        return kind == NodeSource::Kind::Comment;
    case Test::ProcessingInstruction:
        return kind == NodeSource::Kind::ProcessingInstruction && (step.name.isEmpty() || node.source->localName(node.handle) == step.name);
    }
    if (kind != principal)
        return false;
    if (step.test == Test::Name && node.source->localName(node.handle) != step.name)
        return false;
    if (step.prefix.isEmpty())
        return true;
    if (const auto& namespaceOf = context.surroundings->namespaceOf) {
        if (const QString uri = namespaceOf(step.prefix); !uri.isEmpty())
            return node.source->namespaceUri(node.handle) == uri;
    }
    return node.source->prefix(node.handle) == step.prefix;
}

void addDescendants(NodeRef node, std::vector<NodeRef>& out) // by value: out grows
{
    for (const qint64 child : node.source->children(node.handle)) {
        out.push_back({node.source, child});
        addDescendants(out.back(), out);
    }
}

std::vector<NodeRef> siblings(const NodeRef& node, bool following)
{
    std::vector<NodeRef> out;
    const qint64 parent = node.source->parent(node.handle);
    if (parent < 0 || node.source->kind(node.handle) == NodeSource::Kind::Attribute)
        return out;
    const auto all = node.source->children(parent);
    const auto self = std::find(all.begin(), all.end(), node.handle);
    if (following) {
        for (auto it = self == all.end() ? self : self + 1; it != all.end(); ++it)
            out.push_back({node.source, *it});
    } else {
        for (auto it = self; it != all.begin();)
            out.push_back({node.source, *--it});
    }
    return out;
}

std::vector<NodeRef> ancestors(const NodeRef& node)
{
    std::vector<NodeRef> out;
    for (qint64 up = node.source->parent(node.handle); up >= 0; up = node.source->parent(up))
        out.push_back({node.source, up});
    return out;
}

/// "following" and "preceding" (XPath 1.0 section 2.2), nearest first.
std::vector<NodeRef> beyond(const NodeRef& node, bool following)
{
    std::vector<NodeRef> out;
    std::vector<NodeRef> levels{node};
    for (const NodeRef& up : ancestors(node))
        levels.push_back(up);
    for (const NodeRef& level : levels) {
        for (const NodeRef& sibling : siblings(level, following)) {
            std::vector<NodeRef> branch{sibling};
            addDescendants(sibling, branch);
            if (!following)
                std::reverse(branch.begin(), branch.end());
            out.insert(out.end(), branch.begin(), branch.end());
        }
    }
    return out;
}

/// The nodes along the axis, nearest first, as positions count them.
std::vector<NodeRef> along(const Step& step, const NodeRef& node)
{
    const NodeSource* source = node.source;
    std::vector<NodeRef> out;
    const auto add = [&](const std::vector<qint64>& handles) {
        out.reserve(out.size() + handles.size());
        for (const qint64 handle : handles)
            out.push_back({source, handle});
    };
    switch (step.axis) {
    case Axis::Child:
        if (step.test == Step::Test::Name && step.prefix.isEmpty())
            add(source->childrenNamed(node.handle, step.name));
        else
            add(source->children(node.handle));
        break;
    case Axis::Attribute:
        add(source->attributes(node.handle));
        break;
    case Axis::Parent:
        if (const qint64 parent = source->parent(node.handle); parent >= 0)
            out.push_back({source, parent});
        break;
    case Axis::Self:
        out.push_back(node);
        break;
    case Axis::DescendantOrSelf:
        out.push_back(node);
        [[fallthrough]];
    case Axis::Descendant:
        addDescendants(node, out);
        break;
    case Axis::AncestorOrSelf:
        out.push_back(node);
        [[fallthrough]];
    case Axis::Ancestor: {
        const auto up = ancestors(node);
        out.insert(out.end(), up.begin(), up.end());
        break;
    }
    case Axis::FollowingSibling:
        out = siblings(node, true);
        break;
    case Axis::PrecedingSibling:
        out = siblings(node, false);
        break;
    case Axis::Following:
        out = beyond(node, true);
        break;
    case Axis::Preceding:
        out = beyond(node, false);
        break;
    case Axis::Namespace:
        break;
    }
    return out;
}

bool isReverse(Axis axis)
{
    return axis == Axis::Ancestor || axis == Axis::AncestorOrSelf || axis == Axis::PrecedingSibling || axis == Axis::Preceding ||
           axis == Axis::Parent;
}

bool dependsOnContextNode(const Expression& expression)
{
    if (expression.kind == Kind::Path && expression.operands.empty() && !expression.absolute)
        return true;
    if (expression.kind == Kind::Call) {
        if (expression.text == QLatin1String("current") || expression.text == QLatin1String("instance"))
            return false;
        if (expression.operands.empty() && !expression.function->contextFree)
            return true;
    }
    for (const auto& operand : expression.operands) {
        if (dependsOnContextNode(*operand))
            return true;
    }
    return false; // predicates inside another path have a context of their own
}

bool isPositionCall(const Expression& expression)
{
    return expression.kind == Kind::Call && expression.operands.empty() && expression.text == QLatin1String("position");
}

/// The one place that "[3]", "[position() = x]" or "[x]" with a number x keeps, where x is the same at each of the nodes; nothing for any other
/// predicate.
std::optional<double> onlyPlace(const Expression& predicate, const Context& context)
{
    const bool compared = predicate.kind == Kind::Equal && (isPositionCall(*predicate.operands[0]) || isPositionCall(*predicate.operands[1]));
    const Expression& place = compared ? *predicate.operands[isPositionCall(*predicate.operands[0]) ? 1 : 0] : predicate;
    if (dependsOnContextNode(place))
        return {};
    const bool arithmetic = place.kind == Kind::Number || (place.kind >= Kind::Add && place.kind <= Kind::Negate);
    if (!compared && !arithmetic)
        return {};
    const Value value = evaluate(place, context);
    return value.isNumber() ? std::optional(value.number()) : std::nullopt;
}

std::vector<NodeRef> filter(std::vector<NodeRef> nodes, std::span<const Expression::Ptr> predicates, const Context& context)
{
    for (const auto& predicate : predicates) {
        if (const auto place = nodes.size() > 1 ? onlyPlace(*predicate, context) : std::nullopt) {
            const bool there = *place >= 1 && *place <= static_cast<double>(nodes.size()) && *place == std::floor(*place);
            nodes = there ? std::vector<NodeRef>{nodes[static_cast<std::size_t>(*place) - 1]} : std::vector<NodeRef>{};
            continue;
        }
        std::vector<NodeRef> kept;
        Context inner = context;
        inner.size = nodes.size();
        for (std::size_t i = 0; i < nodes.size() && !Effort::spent(); ++i) {
            inner.node = nodes[i];
            inner.position = i + 1;
            const Value value = evaluate(*predicate, inner);
            if (value.isNumber() ? value.number() == static_cast<double>(i + 1) : value.boolean())
                kept.push_back(nodes[i]);
        }
        nodes = std::move(kept);
    }
    return nodes;
}

/// A part of "[a = x and b = y]" that an index may answer: a child's name on one side, on the other something that the row does not change.
struct KeyTest {
    QString column;
    const Expression* key = nullptr;
};
struct KeyTests {
    std::vector<KeyTest> tests;
    bool whole = true; ///< they are all that the predicate says
};

std::optional<QString> plainColumn(const Expression& expression)
{
    if (expression.kind != Kind::Path || expression.absolute || !expression.operands.empty() || expression.steps.size() != 1)
        return {};
    const Step& step = expression.steps.front();
    if (step.axis != Axis::Child || step.test != Step::Test::Name || !step.prefix.isEmpty() || !step.predicates.empty())
        return {};
    return step.name;
}

/// Whether it counts the nodes that the predicate is tried on: then none may be left out before.
bool countsNodes(const Expression& expression)
{
    if (expression.kind == Kind::Call && expression.operands.empty() &&
        (expression.text == QLatin1String("position") || expression.text == QLatin1String("last")))
        return true;
    return std::any_of(expression.operands.begin(), expression.operands.end(), [](const auto& operand) { return countsNodes(*operand); });
}

void addKeyTests(const Expression& predicate, KeyTests& out)
{
    if (predicate.kind == Kind::And) {
        addKeyTests(*predicate.operands[0], out);
        addKeyTests(*predicate.operands[1], out);
        return;
    }
    for (const std::size_t side : {0u, 1u}) {
        if (predicate.kind != Kind::Equal)
            break;
        const auto column = plainColumn(*predicate.operands[side]);
        const Expression& key = *predicate.operands[1 - side];
        if (column && !dependsOnContextNode(key)) {
            out.tests.push_back({*column, &key});
            return;
        }
    }
    out.whole = false;
}

struct Hits {
    std::vector<NodeRef> nodes;
    bool exact = false; ///< the first predicate holds for each of them
};

/// Nodes of a child step from an index, before the predicates are tried on them; nothing where no index helps.
std::optional<Hits> indexed(const Step& step, const NodeRef& node, const Context& context)
{
    if (step.axis != Axis::Child || step.test != Step::Test::Name || step.predicates.empty())
        return {};
    KeyTests found;
    addKeyTests(*step.predicates.front(), found);
    if (found.tests.empty() || (!found.whole && countsNodes(*step.predicates.front())))
        return {};
    Context outside = context;
    outside.node = node;
    std::vector<ColumnKey> keys;
    bool never = false;
    for (const KeyTest& test : found.tests) {
        const Value key = evaluate(*test.key, outside);
        if (key.isNumber() || key.isBoolean() || key.nodes().size() > 1)
            found.whole = false; // other comparisons than text with text
        else
            keys.push_back({test.column, key.string(), !key.isNodes()});
        never = never || (key.isNodes() && key.nodes().empty());
    }
    if (never)
        return Hits{{}, true}; // no node equals one of none
    if (keys.empty())
        return {};
    const auto handles = node.source->find(node.handle, step.name, keys);
    if (!handles)
        return {};
    Hits hits{{}, found.whole};
    hits.nodes.reserve(handles->size());
    for (const qint64 handle : *handles)
        hits.nodes.push_back({node.source, handle});
    return hits;
}

std::vector<NodeRef> takeStep(const std::vector<NodeRef>& from, const Step& step, const Context& context)
{
    std::vector<NodeRef> out;
    std::unordered_set<NodeRef, NodeHash> seen;
    const bool many = from.size() > 1;
    const bool apart = step.axis == Axis::Child || step.axis == Axis::Attribute || step.axis == Axis::Self; // no two nodes have one in common
    for (const NodeRef& node : from) {
        if (Effort::spent())
            break;
        std::vector<NodeRef> nodes;
        if (auto hits = indexed(step, node, context)) {
            if (!Effort::spend(static_cast<qint64>(hits->nodes.size())))
                break;
            nodes = filter(std::move(hits->nodes), std::span(step.predicates).subspan(hits->exact ? 1 : 0), context);
        } else {
            nodes = along(step, node);
            if (!Effort::spend(static_cast<qint64>(nodes.size())))
                break;
            std::erase_if(nodes, [&](const NodeRef& candidate) { return !passes(step, candidate, context); });
            nodes = filter(std::move(nodes), step.predicates, context);
        }
        if (isReverse(step.axis))
            std::reverse(nodes.begin(), nodes.end());
        for (const NodeRef& found : nodes) {
            if (!many || apart || seen.insert(found).second)
                out.push_back(found);
        }
    }
    if (many && !apart) {
        std::stable_sort(out.begin(), out.end(),
                         [](const NodeRef& a, const NodeRef& b) { return a.source == b.source && a.source->precedes(a.handle, b.handle); });
    }
    return out;
}

Value evaluatePath(const Expression& path, const Context& context)
{
    std::vector<NodeRef> nodes;
    std::size_t done = 0;
    if (path.definition >= 0) {
        if (const auto handles = context.root.source->nodesOfDefinition(path.definition)) {
            for (const qint64 handle : *handles)
                nodes.push_back({context.root.source, handle});
            return nodes;
        }
    }
    if (path.absolute) {
        nodes.push_back(context.root);
    } else if (!path.operands.empty()) {
        const Value start = evaluate(*path.operands.front(), context);
        nodes = filter(start.nodes(), path.filters, context);
    } else {
        nodes.push_back(context.node);
    }
    for (; done < path.steps.size(); ++done)
        nodes = takeStep(nodes, path.steps[done], context);
    return nodes;
}

Value unite(const Expression& expression, const Context& context)
{
    NodeSet all = evaluate(*expression.operands[0], context).nodes();
    const Value right = evaluate(*expression.operands[1], context);
    std::unordered_set<NodeRef, NodeHash> seen(all.begin(), all.end());
    for (const NodeRef& node : right.nodes()) {
        if (seen.insert(node).second)
            all.push_back(node);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const NodeRef& a, const NodeRef& b) { return a.source == b.source && a.source->precedes(a.handle, b.handle); });
    return all;
}

double arithmetic(Kind kind, double a, double b)
{
    switch (kind) {
    case Kind::Add:
        return a + b;
    case Kind::Subtract:
        return a - b;
    case Kind::Multiply:
        return a * b;
    case Kind::Divide:
        return a / b;
    default:
        return std::fmod(a, b);
    }
}

Value evaluateWithin(const Expression& expression, const Context& context)
{
    const auto operand = [&](std::size_t i) { return evaluate(*expression.operands[i], context); };
    switch (expression.kind) {
    case Kind::Number:
        return expression.number;
    case Kind::Literal:
        return expression.text;
    case Kind::Or:
        return operand(0).boolean() || operand(1).boolean();
    case Kind::And:
        return operand(0).boolean() && operand(1).boolean();
    case Kind::Equal:
        return compare(Comparison::Equal, operand(0), operand(1));
    case Kind::NotEqual:
        return compare(Comparison::NotEqual, operand(0), operand(1));
    case Kind::Less:
        return compare(Comparison::Less, operand(0), operand(1));
    case Kind::LessEqual:
        return compare(Comparison::LessEqual, operand(0), operand(1));
    case Kind::Greater:
        return compare(Comparison::Greater, operand(0), operand(1));
    case Kind::GreaterEqual:
        return compare(Comparison::GreaterEqual, operand(0), operand(1));
    case Kind::Add:
    case Kind::Subtract:
    case Kind::Multiply:
    case Kind::Divide:
    case Kind::Modulo:
        return arithmetic(expression.kind, operand(0).number(), operand(1).number());
    case Kind::Negate:
        return -operand(0).number();
    case Kind::Union:
        return unite(expression, context);
    case Kind::Call:
        return expression.function->call(expression, context);
    case Kind::Path:
        return evaluatePath(expression, context);
    }
    return QString();
}

} // namespace

QStringList keyColumns(const Expression& predicate)
{
    KeyTests found;
    addKeyTests(predicate, found);
    QStringList columns;
    for (const KeyTest& test : found.tests)
        columns.append(test.column);
    return columns;
}

Value evaluate(const Expression& expression, const Context& context)
{
    const Effort effort;
    if (!Effort::spend())
        return QString();
    Value value = evaluateWithin(expression, context);
    if (value.isString() && value.string().size() > Effort::longest)
        (void)Effort::spend(Effort::most); // blank, as below
    if (!Effort::spent())
        return value;
    if (effort.outermost() && context.surroundings->fault)
        context.surroundings->fault(QStringLiteral("An expression needs too much work and is left blank."));
    return QString();
}

} // namespace rapport::forms
