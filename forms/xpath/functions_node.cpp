// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/functions.h"

#include <QRandomGenerator>

#include <cmath>

namespace rapport::forms
{

namespace
{

NodeRef firstOrOwn(const Expression& call, const Context& context)
{
    if (arguments(call) == 0)
        return context.node;
    const Value value = argument(call, context, 0);
    return value.nodes().empty() ? NodeRef{} : value.nodes().front();
}

Value localName(const Expression& call, const Context& context)
{
    const NodeRef node = firstOrOwn(call, context);
    return node.source ? node.source->localName(node.handle) : QString();
}

Value qualifiedName(const Expression& call, const Context& context)
{
    const NodeRef node = firstOrOwn(call, context);
    if (!node.source)
        return QString();
    const QString prefix = node.source->prefix(node.handle), name = node.source->localName(node.handle);
    return prefix.isEmpty() ? name : prefix + QLatin1Char(':') + name;
}

Value namespaceUri(const Expression& call, const Context& context)
{
    const NodeRef node = firstOrOwn(call, context);
    return node.source ? node.source->namespaceUri(node.handle) : QString();
}

/// With an argument: the index of that node among its siblings of the same name.
Value position(const Expression& call, const Context& context)
{
    if (arguments(call) == 0)
        return static_cast<double>(context.position);
    const NodeRef node = firstOrOwn(call, context);
    if (!node.source)
        return std::numeric_limits<double>::quiet_NaN();
    const qint64 parent = node.source->parent(node.handle);
    if (parent < 0)
        return 1.0;
    const auto same = node.source->childrenNamed(parent, node.source->localName(node.handle));
    return static_cast<double>(std::find(same.begin(), same.end(), node.handle) - same.begin() + 1);
}

Value instance(const Expression& call, const Context& context)
{
    if (context.surroundings->instance) {
        if (const auto node = context.surroundings->instance(argument(call, context, 0).string()))
            return NodeSet{*node};
    }
    return NodeSet{};
}

/// First row of instance(a0)/root/item whose column a2 is a3: its column a1.
Value pulldata(const Expression& call, const Context& context)
{
    if (!context.surroundings->instance)
        return QString();
    const auto holder = context.surroundings->instance(argument(call, context, 0).string());
    if (!holder)
        return QString();
    const NodeSource* source = holder->source;
    const QString item = QStringLiteral("item"), wanted = argument(call, context, 1).string(), column = argument(call, context, 2).string(),
                  key = argument(call, context, 3).string();
    for (const qint64 root : source->children(holder->handle)) {
        auto rows = source->find(root, item, {{column, key}});
        if (!rows) {
            rows = source->childrenNamed(root, item);
            std::erase_if(*rows, [&](qint64 row) {
                const auto cells = source->childrenNamed(row, column);
                return cells.empty() || source->stringValue(cells.front()) != key;
            });
        }
        for (const qint64 row : *rows) {
            const auto cells = source->childrenNamed(row, wanted);
            return cells.empty() ? QString() : source->stringValue(cells.front());
        }
    }
    return QString();
}

Value countNonEmpty(const Expression& call, const Context& context)
{
    const Value value = argument(call, context, 0);
    const auto& nodes = value.nodes();
    return static_cast<double>(std::count_if(nodes.begin(), nodes.end(), [](const NodeRef& node) { return !stringOf(node).isEmpty(); }));
}

void collectById(const NodeSource* source, qint64 handle, const QStringList& wanted, NodeSet& found)
{
    for (const qint64 attribute : source->attributes(handle)) {
        if (source->localName(attribute) == QLatin1String("id") && wanted.contains(source->stringValue(attribute)))
            found.push_back({source, handle});
    }
    for (const qint64 child : source->children(handle)) {
        if (source->kind(child) == NodeSource::Kind::Element)
            collectById(source, child, wanted, found);
    }
}

/// Elements whose attribute "id" is one of the words: no form may bring the document type that would say which attribute is the ID.
Value byId(const Expression& call, const Context& context)
{
    const Value value = argument(call, context, 0);
    QString words = value.string();
    for (std::size_t i = 1; i < value.nodes().size(); ++i)
        words += QLatin1Char(' ') + stringOf(value.nodes()[i]);
    NodeSet found;
    qint64 top = context.node.handle;
    for (qint64 up = context.node.source->parent(top); up >= 0; up = context.node.source->parent(up))
        top = up;
    collectById(context.node.source, top, words.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts), found);
    return found;
}

/// Is the nearest xml:lang around the context node that language, or a kind of it ("en" holds for "en-GB")?
Value language(const Expression& call, const Context& context)
{
    const QString wanted = argument(call, context, 0).string();
    const NodeSource* source = context.node.source;
    for (qint64 up = source ? context.node.handle : -1; up >= 0; up = source->parent(up)) {
        for (const qint64 attribute : source->attributes(up)) {
            if (source->localName(attribute) != QLatin1String("lang") || source->prefix(attribute) != QLatin1String("xml"))
                continue;
            const QString found = source->stringValue(attribute);
            return found.compare(wanted, Qt::CaseInsensitive) == 0 || found.startsWith(wanted + QLatin1Char('-'), Qt::CaseInsensitive);
        }
    }
    return false;
}

/// Park–Miller, as JavaRosa and Web Forms draw (FORMS-SPEC section 4).
class SeededDraws
{
public:
    explicit SeededDraws(double seed)
    {
        qint64 whole = std::isnan(seed) ? 0 : static_cast<qint64>(qBound(-9.2e18, seed, 9.2e18));
        m_state = whole % 2147483647;
        if (m_state <= 0)
            m_state += 2147483646;
    }
    double next()
    {
        m_state = m_state * 16807 % 2147483647;
        return static_cast<double>(m_state - 1) / 2147483646.0;
    }

private:
    qint64 m_state;
};

Value randomize(const Expression& call, const Context& context)
{
    const Value value = argument(call, context, 0);
    const NodeSet in = value.nodes();
    const auto bits = [&] {
        if (context.seed != 0)
            return context.seed;
        return context.surroundings->random ? context.surroundings->random() : QRandomGenerator::global()->generate();
    };
    SeededDraws draws(arguments(call) > 1 ? argument(call, context, 1).number() : static_cast<double>(bits()));
    NodeSet out(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        const auto j = static_cast<std::size_t>(std::floor(draws.next() * static_cast<double>(i + 1)));
        if (j != i)
            out[i] = out[j];
        out[j] = in[i];
    }
    return out;
}

} // namespace

FunctionTable nodeFunctions()
{
    using E = const Expression&;
    using C = const Context&;
    return {
        {QStringLiteral("if"), {3, 3, [](E e, C c) -> Value { return argument(e, c, argument(e, c, 0).boolean() ? 1 : 2); }}},
        {QStringLiteral("coalesce"),
         {2, -1,
          [](E e, C c) -> Value {
              for (std::size_t i = 0; i < arguments(e); ++i) {
                  const Value value = argument(e, c, i);
                  const QString text = value.isNumber() && std::isnan(value.number()) ? QString() : value.string();
                  if (!text.isEmpty())
                      return text;
              }
              return QString();
          }}},
        {QStringLiteral("once"), {1, 1, [](E e, C c) -> Value { return c.ownValue.isEmpty() ? argument(e, c, 0) : Value(c.ownValue); }}},
        {QStringLiteral("depend"), {1, -1, [](E e, C c) -> Value { return argument(e, c, 0); }}},
        {QStringLiteral("count"), {1, 1, [](E e, C c) -> Value { return static_cast<double>(argument(e, c, 0).nodes().size()); }}},
        {QStringLiteral("count-non-empty"), {1, 1, countNonEmpty}},
        {QStringLiteral("position"), {0, 1, position}},
        {QStringLiteral("last"), {0, 0, [](E, C c) -> Value { return static_cast<double>(c.size); }}},
        {QStringLiteral("name"), {0, 1, qualifiedName}},
        {QStringLiteral("local-name"), {0, 1, localName}},
        {QStringLiteral("namespace-uri"), {0, 1, namespaceUri}},
        {QStringLiteral("id"), {1, 1, byId}},
        {QStringLiteral("lang"), {1, 1, language}},
        {QStringLiteral("instance"), {1, 1, instance}},
        {QStringLiteral("current"), {0, 0, [](E, C c) -> Value { return NodeSet{c.current}; }}},
        {QStringLiteral("pulldata"), {4, 4, pulldata}},
        {QStringLiteral("randomize"), {1, 2, randomize}},
    };
}

} // namespace rapport::forms
