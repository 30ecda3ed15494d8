// SPDX-License-Identifier: Apache-2.0
#include "forms/session/instancetree.h"

namespace rapport::forms
{

qint64 InstanceTree::create(int definition, qint64 parent)
{
    const Definition& made = m_form.at(definition);
    const auto handle = static_cast<qint64>(m_nodes.size());
    Node fresh;
    fresh.definition = definition;
    fresh.parent = parent;
    fresh.value = made.initial;
    m_nodes.push_back(std::move(fresh));
    std::vector<qint64> children;
    children.reserve(made.children.size());
    for (const int child : made.children) {
        if (!m_form.at(child).isRepeat) {
            children.push_back(create(child, handle));
            continue;
        }
        Node series;
        series.definition = child;
        series.parent = handle;
        series.isSeries = true;
        children.push_back(static_cast<qint64>(m_nodes.size()));
        m_nodes.push_back(std::move(series));
    }
    node(handle).children = std::move(children);
    return handle;
}

qint64 InstanceTree::insertRepetition(qint64 series, std::size_t at)
{
    const qint64 repetition = create(node(series).definition, series);
    auto& all = node(series).children;
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(std::min(at, all.size())), repetition);
    return repetition;
}

void InstanceTree::removeRepetition(qint64 series, std::size_t at, std::vector<qint64>& removed)
{
    auto& all = node(series).children;
    const qint64 gone = all[at];
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
    bury(gone, removed);
}

void InstanceTree::bury(qint64 handle, std::vector<qint64>& removed)
{
    node(handle).alive = false;
    ++m_buried;
    removed.push_back(handle);
    for (const qint64 child : std::vector<qint64>(node(handle).children))
        bury(child, removed);
}

std::size_t InstanceTree::slot(int parentDefinition, int definition) const
{
    if (const auto known = m_slots.constFind(definition); known != m_slots.constEnd())
        return *known;
    const auto& children = m_form.at(parentDefinition).children;
    for (std::size_t i = 0; i < children.size(); ++i)
        m_slots.insert(children[i], i);
    return m_slots.value(definition);
}

void InstanceTree::collect(qint64 handle, const std::vector<int>& way, std::size_t depth, std::vector<qint64>& out, bool series) const
{
    const Node& self = node(handle);
    if (self.isSeries) {
        if (series && depth + 1 == way.size()) {
            out.push_back(handle);
            return;
        }
        for (const qint64 repetition : self.children)
            collect(repetition, way, depth, out, series);
        return;
    }
    if (depth + 1 == way.size()) {
        out.push_back(handle);
        return;
    }
    collect(self.children[slot(self.definition, way[depth + 1])], way, depth + 1, out, series);
}

std::vector<qint64> InstanceTree::nodesOf(int definition) const
{
    std::vector<qint64> out;
    if (m_root > 0)
        collect(m_root, m_form.at(definition).way, 0, out, false);
    return out;
}

std::vector<qint64> InstanceTree::seriesOf(int definition) const
{
    std::vector<qint64> out;
    if (m_root > 0)
        collect(m_root, m_form.at(definition).way, 0, out, true);
    return out;
}

std::vector<qint64> InstanceTree::nodesOf(int definition, qint64 context) const
{
    const auto& way = m_form.at(definition).way;
    qint64 start = m_root;
    std::size_t depth = 0;
    for (qint64 up = context; up > 0; up = node(up).parent) {
        if (node(up).isSeries)
            continue;
        const auto shared = std::find(way.begin(), way.end(), node(up).definition);
        if (shared != way.end()) {
            start = up;
            depth = static_cast<std::size_t>(shared - way.begin());
            break;
        }
    }
    std::vector<qint64> out;
    collect(start, way, depth, out, false);
    return out;
}

QString InstanceTree::reference(qint64 handle) const
{
    QString path;
    for (qint64 at = handle; at > 0; at = node(at).parent) {
        const Node& self = node(at);
        if (self.isSeries) {
            if (at == handle)
                path.prepend(QLatin1Char('/') + definition(at).qualifiedName());
            continue;
        }
        const Definition& made = definition(at);
        QString step = QLatin1Char('/') + (made.isAttribute ? QStringLiteral("@") : QString()) + made.qualifiedName();
        if (made.isRepeat) {
            const auto& all = node(self.parent).children;
            step += QStringLiteral("[%1]").arg(std::find(all.begin(), all.end(), at) - all.begin() + 1);
        }
        path.prepend(step);
    }
    return path;
}

bool InstanceTree::precedes(qint64 a, qint64 b) const
{
    const auto ancestry = [this](qint64 handle) {
        std::vector<qint64> line;
        for (; handle > 0; handle = node(handle).parent)
            line.insert(line.begin(), handle);
        return line;
    };
    const auto left = ancestry(a), right = ancestry(b);
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (left[i] == right[i])
            continue;
        const auto& children = node(left[i - 1]).children;
        return std::find(children.begin(), children.end(), left[i]) < std::find(children.begin(), children.end(), right[i]);
    }
    return left.size() < right.size();
}

NodeSource::Kind InstanceTree::kind(qint64 handle) const
{
    if (handle == document)
        return Kind::Document;
    return definition(handle).isAttribute ? Kind::Attribute : Kind::Element;
}

QString InstanceTree::localName(qint64 handle) const
{
    return handle == document ? QString() : definition(handle).name;
}

QString InstanceTree::prefix(qint64 handle) const
{
    return handle == document ? QString() : definition(handle).prefix;
}

QString InstanceTree::namespaceUri(qint64 handle) const
{
    return handle == document ? QString() : definition(handle).namespaceUri;
}

QString InstanceTree::stringValue(qint64 handle) const
{
    if (handle != document && !node(handle).relevant)
        return {};
    if (handle != document && definition(handle).isLeaf())
        return node(handle).value;
    QString out;
    for (const qint64 child : children(handle))
        out += stringValue(child);
    return out;
}

qint64 InstanceTree::parent(qint64 handle) const
{
    if (handle == document)
        return -1;
    if (handle == m_root)
        return document;
    const qint64 up = node(handle).parent;
    return node(up).isSeries ? node(up).parent : up;
}

std::vector<qint64> InstanceTree::children(qint64 handle) const
{
    if (handle == document)
        return {m_root};
    std::vector<qint64> all;
    for (const qint64 child : node(handle).children) {
        if (node(child).isSeries)
            all.insert(all.end(), node(child).children.begin(), node(child).children.end());
        else if (!definition(child).isAttribute)
            all.push_back(child);
    }
    return all;
}

std::vector<qint64> InstanceTree::attributes(qint64 handle) const
{
    std::vector<qint64> all;
    if (handle == document)
        return all;
    for (const qint64 child : node(handle).children) {
        if (!node(child).isSeries && definition(child).isAttribute)
            all.push_back(child);
    }
    return all;
}

std::vector<qint64> InstanceTree::childrenNamed(qint64 handle, const QString& name) const
{
    if (handle == document)
        return definition(m_root).name == name ? std::vector<qint64>{m_root} : std::vector<qint64>{};
    const int child = m_form.childNamed(node(handle).definition, name);
    if (child < 0)
        return {};
    const qint64 at = node(handle).children[slot(node(handle).definition, child)];
    return node(at).isSeries ? node(at).children : std::vector<qint64>{at};
}

} // namespace rapport::forms
