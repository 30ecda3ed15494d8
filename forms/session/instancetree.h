// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/formmodel.h"

namespace rapport::forms
{

/// The answers of one session as a tree: one node for each definition and repetition. A series of repetitions is a node of its own for whoever
/// walks the tree, and no node at all for XPath. Numbers of nodes are never given twice.
class InstanceTree : public NodeSource
{
public:
    static constexpr qint64 document = 0;

    struct Node {
        int definition = -1;
        qint64 parent = -1;
        std::vector<qint64> children; ///< aligned with the definition's children; of a series: its repetitions
        bool isSeries = false, alive = true;
        QString value;
        QString reason; ///< why a value beyond its soft limits stands: rapport:reason
        bool relevantSelf = true, relevant = true, readonly = false, required = false, unknown = false;
        quint64 changed = 0; ///< revision of the last visible change
    };

    explicit InstanceTree(const Form::Private& form) : m_form(form) { m_nodes.emplace_back(); }

    /// Makes the node of @p definition with everything below it: repeats get a series without repetitions.
    qint64 create(int definition, qint64 parent);
    /// A series is one slot of its parent; a repetition is inserted at @p at (0-based).
    qint64 insertRepetition(qint64 series, std::size_t at);
    void removeRepetition(qint64 series, std::size_t at, std::vector<qint64>& removed);

    const Node& node(qint64 handle) const { return m_nodes[static_cast<std::size_t>(handle)]; }
    Node& node(qint64 handle) { return m_nodes[static_cast<std::size_t>(handle)]; }
    const Definition& definition(qint64 handle) const { return m_form.at(node(handle).definition); }
    qint64 root() const { return m_root; }
    void setRoot(qint64 root) { m_root = root; }
    qint64 size() const { return static_cast<qint64>(m_nodes.size()); }
    qint64 living() const { return size() - m_buried; } ///< the document included
    bool exists(qint64 handle) const { return handle > 0 && handle < size() && node(handle).alive; }

    /// All living nodes of a definition, in document order; of a repeat its repetitions.
    std::vector<qint64> nodesOf(int definition) const;
    std::vector<qint64> seriesOf(int definition) const;
    /// Those that share all repetitions with @p context.
    std::vector<qint64> nodesOf(int definition, qint64 context) const;
    /// The child (of a repeat: its series) that @p parent has for a child definition of its own.
    qint64 childOf(qint64 parent, int definition) const { return node(parent).children[slot(node(parent).definition, definition)]; }
    QString reference(qint64 handle) const; ///< "/data/r[2]/x"
    bool precedes(qint64 a, qint64 b) const override;

    // NodeSource
    Kind kind(qint64 handle) const override;
    QString localName(qint64 handle) const override;
    QString prefix(qint64 handle) const override;
    QString namespaceUri(qint64 handle) const override;
    QString stringValue(qint64 handle) const override; ///< a node that is not relevant reads as empty
    qint64 parent(qint64 handle) const override;
    std::vector<qint64> children(qint64 handle) const override;
    std::vector<qint64> attributes(qint64 handle) const override;
    std::vector<qint64> childrenNamed(qint64 handle, const QString& name) const override;
    std::optional<std::vector<qint64>> nodesOfDefinition(int definition) const override { return nodesOf(definition); }

private:
    void collect(qint64 handle, const std::vector<int>& way, std::size_t depth, std::vector<qint64>& out, bool series) const;
    std::size_t slot(int parentDefinition, int definition) const;
    void bury(qint64 handle, std::vector<qint64>& removed);

    const Form::Private& m_form;
    std::vector<Node> m_nodes;
    qint64 m_root = -1, m_buried = 0;
    mutable QHash<int, std::size_t> m_slots; ///< definition → place among its parent's children
};

} // namespace rapport::forms
