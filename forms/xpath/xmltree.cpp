// SPDX-License-Identifier: Apache-2.0
#include "forms/xpath/xmltree.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace rapport::forms
{

namespace
{

/// Whether a tag of @p xml has more than @p most attributes, as far as "=" outside of quotation marks tells. Looked for before the reader does:
/// it compares each attribute with all others of its element.
bool hasTagWithMoreThan(int most, const QByteArray& xml)
{
    for (qsizetype at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
        const QByteArrayView rest = QByteArrayView(xml).sliced(at);
        const char* end = rest.startsWith("<!--") ? "-->" : rest.startsWith("<![CDATA[") ? "]]>" : rest.startsWith("<?") ? "?>" : nullptr;
        if (end) {
            at = xml.indexOf(end, at + 2);
            if (at < 0)
                return false;
            continue;
        }
        int attributes = 0;
        char quote = 0;
        for (; at < xml.size() && (quote || xml[at] != '>'); ++at) {
            const char c = xml[at];
            if (quote)
                quote = c == quote ? char(0) : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '=' && ++attributes > most)
                return true;
        }
    }
    return false;
}

} // namespace

Result<std::shared_ptr<const XmlTree>> XmlTree::parse(const QByteArray& xml, const Limits& limits)
{
    const auto refuse = [](const QString& sentence) { return Error{Error::Kind::Invalid, sentence}; };
    if (xml.size() > limits.bytes)
        return refuse(QStringLiteral("the file is larger than %1 MiB").arg(limits.bytes / (1024 * 1024)));

    if (hasTagWithMoreThan(limits.attributes, xml))
        return refuse(QStringLiteral("an element has more than %1 attributes").arg(limits.attributes));

    auto tree = std::make_shared<XmlTree>();
    auto& nodes = tree->m_nodes;
    constexpr qsizetype mostForeseen = 200'000;
    nodes.reserve(static_cast<std::size_t>(qMin(xml.count('<') + xml.count('='), mostForeseen))); // about one for each tag and attribute
    nodes.emplace_back();
    const auto add = [&](Node node, qint64 parent) {
        node.parent = parent;
        nodes.push_back(std::move(node));
        return static_cast<qint64>(nodes.size()) - 1;
    };

    QXmlStreamReader reader(xml);
    qint64 current = 0;
    int depth = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
            if (limits.documentType && reader.entityDeclarations().isEmpty())
                break;
            return refuse(QStringLiteral("line %1: a document type is not allowed").arg(reader.lineNumber()));
        case QXmlStreamReader::StartElement: {
            if (++depth > limits.depth)
                return refuse(QStringLiteral("line %1: elements are nested deeper than %2 levels").arg(reader.lineNumber()).arg(limits.depth));
            Node element;
            element.kind = Kind::Element;
            element.name = reader.name().toString();
            element.prefix = reader.prefix().toString();
            element.namespaceUri = reader.namespaceUri().toString();
            element.line = static_cast<int>(reader.lineNumber());
            const qint64 handle = add(std::move(element), current);
            nodes[static_cast<std::size_t>(current)].children.push_back(handle);
            const auto attributes = reader.attributes();
            for (const QXmlStreamAttribute& attribute : attributes) {
                Node node;
                node.kind = Kind::Attribute;
                node.name = attribute.name().toString();
                node.prefix = attribute.prefix().toString();
                node.namespaceUri = attribute.namespaceUri().toString();
                node.text = attribute.value().toString();
                const qint64 added = add(std::move(node), handle); // before the element is looked at: adding moves the nodes
                nodes[static_cast<std::size_t>(handle)].attributes.push_back(added);
            }
            current = handle;
            break;
        }
        case QXmlStreamReader::EndElement:
            current = nodes[static_cast<std::size_t>(current)].parent;
            --depth;
            break;
        case QXmlStreamReader::Characters: {
            if (current == 0)
                break;
            auto& siblings = nodes[static_cast<std::size_t>(current)].children;
            if (!siblings.empty() && nodes[static_cast<std::size_t>(siblings.back())].kind == Kind::Text) {
                nodes[static_cast<std::size_t>(siblings.back())].text += reader.text();
                break;
            }
            Node text;
            text.kind = Kind::Text;
            text.text = reader.text().toString();
            const qint64 handle = add(std::move(text), current);
            nodes[static_cast<std::size_t>(current)].children.push_back(handle);
            break;
        }
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction: {
            if (!limits.remarks)
                break;
            const bool comment = reader.isComment();
            Node remark;
            remark.kind = comment ? Kind::Comment : Kind::ProcessingInstruction;
            remark.name = comment ? QString() : reader.processingInstructionTarget().toString();
            remark.text = (comment ? reader.text() : reader.processingInstructionData()).toString();
            const qint64 handle = add(std::move(remark), current);
            nodes[static_cast<std::size_t>(current)].children.push_back(handle);
            break;
        }
        default:
            break;
        }
        if (static_cast<int>(nodes.size()) > limits.nodes)
            return refuse(QStringLiteral("the file has more than %1 parts").arg(limits.nodes));
    }
    if (reader.hasError())
        return refuse(QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString()));
    return std::shared_ptr<const XmlTree>(std::move(tree));
}

void XmlTree::appendText(qint64 handle, QString& out) const
{
    const Node& self = node(handle);
    if (self.kind == Kind::Text || self.kind == Kind::Attribute)
        out += self.text;
    for (const qint64 child : self.children)
        appendText(child, out);
}

QString XmlTree::stringValue(qint64 handle) const
{
    const Node& self = node(handle);
    if (self.kind == Kind::Comment || self.kind == Kind::ProcessingInstruction)
        return self.text;
    if (self.children.size() == 1 && node(self.children.front()).kind == Kind::Text)
        return node(self.children.front()).text;
    QString out;
    appendText(handle, out);
    return out;
}

const XmlTree::Index& XmlTree::indexOf(qint64 handle, const QString& name, const QString& column) const
{
    Index& index = m_indexes[QStringLiteral("%1/%2/%3").arg(handle).arg(name, column)];
    if (!index.rows.isEmpty() || !index.without.empty())
        return index;
    for (const qint64 row : childrenNamed(handle, name)) {
        const auto cells = childrenNamed(row, column);
        for (const qint64 cell : cells) {
            auto& rows = index.rows[stringValue(cell)];
            if (rows.empty() || rows.back() != row)
                rows.push_back(row);
        }
        if (cells.empty())
            index.without.push_back(row);
    }
    return index;
}

std::optional<std::vector<qint64>> XmlTree::find(qint64 handle, const QString& name, const std::vector<ColumnKey>& keys) const
{
    std::vector<qint64> found;
    for (const ColumnKey& key : keys) {
        const Index& index = indexOf(handle, name, key.column);
        std::vector<qint64> here = index.rows.value(key.value);
        if (key.absentIsBlank && key.value.isEmpty()) {
            const auto middle = static_cast<std::ptrdiff_t>(here.size());
            here.insert(here.end(), index.without.begin(), index.without.end());
            std::inplace_merge(here.begin(), here.begin() + middle, here.end());
        }
        if (&key == &keys.front())
            found = std::move(here);
        else
            std::erase_if(found, [&](qint64 row) { return !std::binary_search(here.begin(), here.end(), row); });
    }
    return found;
}

qint64 XmlTree::documentElement() const
{
    const auto all = elements(0);
    return all.empty() ? -1 : all.front();
}

std::optional<qint64> XmlTree::child(qint64 handle, QStringView name) const
{
    for (const qint64 child : node(handle).children) {
        if (node(child).kind == Kind::Element && node(child).name == name)
            return child;
    }
    return {};
}

std::vector<qint64> XmlTree::elements(qint64 handle) const
{
    std::vector<qint64> all = node(handle).children;
    std::erase_if(all, [this](qint64 child) { return node(child).kind != Kind::Element; });
    return all;
}

QString XmlTree::attribute(qint64 handle, QStringView name, QStringView namespaceUri) const
{
    for (const qint64 attribute : node(handle).attributes) {
        if (node(attribute).name == name && node(attribute).namespaceUri == namespaceUri)
            return node(attribute).text;
    }
    return {};
}

bool XmlTree::hasAttribute(qint64 handle, QStringView name) const
{
    for (const qint64 attribute : node(handle).attributes) {
        if (node(attribute).name == name)
            return true;
    }
    return false;
}

} // namespace rapport::forms
