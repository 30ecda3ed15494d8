// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "forms/xpath/nodesource.h"

#include <QByteArray>
#include <QHash>

#include <memory>

namespace rapport::forms
{

/// An XML document in one arena; handle 0 is the document. Immutable once parsed.
class XmlTree : public NodeSource
{
public:
    struct Limits {
        qsizetype bytes = 32 * 1024 * 1024;
        int depth = 200;
        int attributes = 1'000; ///< of one element: the reader compares each with all others
        int nodes = 4'000'000;
        bool documentType = false; ///< accepted where it declares no entities
        bool remarks = false;      ///< comments and processing instructions are kept
    };
    /// No document type, no external entities. A fault names the line.
    static Result<std::shared_ptr<const XmlTree>> parse(const QByteArray& xml, const Limits& limits);
    static Result<std::shared_ptr<const XmlTree>> parse(const QByteArray& xml) { return parse(xml, Limits{}); }

    Kind kind(qint64 handle) const override { return node(handle).kind; }
    QString localName(qint64 handle) const override { return node(handle).name; }
    QString prefix(qint64 handle) const override { return node(handle).prefix; }
    QString namespaceUri(qint64 handle) const override { return node(handle).namespaceUri; }
    QString stringValue(qint64 handle) const override;
    qint64 parent(qint64 handle) const override { return node(handle).parent; }
    std::vector<qint64> children(qint64 handle) const override { return node(handle).children; }
    std::vector<qint64> attributes(qint64 handle) const override { return node(handle).attributes; }
    std::optional<std::vector<qint64>> find(qint64 handle, const QString& name, const std::vector<ColumnKey>& keys) const override;

    // For whoever reads a document rather than evaluates it.
    qint64 documentElement() const;                                     ///< -1: none
    std::optional<qint64> child(qint64 handle, QStringView name) const; ///< the first element of that local name
    std::vector<qint64> elements(qint64 handle) const;
    QString attribute(qint64 handle, QStringView name, QStringView namespaceUri = {}) const; ///< empty where absent
    bool hasAttribute(qint64 handle, QStringView name) const;
    int line(qint64 handle) const { return node(handle).line; }

private:
    struct Node {
        Kind kind = Kind::Document;
        QString name, prefix, namespaceUri, text; ///< text: of Text and Attribute
        qint64 parent = -1;
        std::vector<qint64> children, attributes;
        int line = 0;
    };
    const Node& node(qint64 handle) const { return m_nodes[static_cast<std::size_t>(handle)]; }
    void appendText(qint64 handle, QString& out) const;

    std::vector<Node> m_nodes;
    struct Index {
        QHash<QString, std::vector<qint64>> rows; ///< by text of the column
        std::vector<qint64> without;              ///< the column
    };
    const Index& indexOf(qint64 handle, const QString& name, const QString& column) const;
    mutable QHash<QString, Index> m_indexes; ///< "items of this parent by this column": made when first asked for, since most columns never are
};

} // namespace rapport::forms
