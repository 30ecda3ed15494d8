// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace rapport::forms
{

/// A node of one NodeSource. Handles mean something to their source only.
class NodeSource;
struct NodeRef {
    const NodeSource* source = nullptr;
    qint64 handle = -1;
    friend bool operator==(const NodeRef&, const NodeRef&) = default;
};
/// One part of a predicate "[column = value and …]" that compares text with text.
struct ColumnKey {
    QString column, value;
    bool absentIsBlank = false; ///< a row without the column matches a blank value
};
using NodeSet = std::vector<NodeRef>; ///< in document order where it matters, without repetition

/// What XPath needs to know of a tree. The instance of a form, an XML document and the rows of a table are behind it alike.
class NodeSource
{
public:
    enum class Kind { Document, Element, Attribute, Text, Comment, ProcessingInstruction };

    virtual ~NodeSource() = default;
    virtual Kind kind(qint64 handle) const = 0;
    virtual QString localName(qint64 handle) const = 0;
    virtual QString prefix(qint64) const { return {}; }
    virtual QString namespaceUri(qint64) const { return {}; }
    virtual QString stringValue(qint64 handle) const = 0;
    virtual qint64 parent(qint64 handle) const = 0; ///< -1: none
    virtual std::vector<qint64> children(qint64 handle) const = 0;
    virtual std::vector<qint64> attributes(qint64) const { return {}; }
    /// Children elements of that local name; sources that have an index answer without walking.
    virtual std::vector<qint64> childrenNamed(qint64 handle, const QString& name) const;
    /// The children @p name of @p handle that match all of @p keys (one at least), in document order; nothing where the source has no index.
    virtual std::optional<std::vector<qint64>> find(qint64 handle, const QString& name, const std::vector<ColumnKey>& keys) const;
    /// Sorts like document order within this source.
    virtual bool precedes(qint64 a, qint64 b) const { return a < b; }
    /// Nodes of a compiled absolute path (see PathExpression::definition), or nothing where the source is no form instance.
    virtual std::optional<std::vector<qint64>> nodesOfDefinition(int) const { return {}; }
};

} // namespace rapport::forms
