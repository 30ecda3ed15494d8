// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/multistatus.h"

#include "forms/xpath/xmltree.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using rapport::forms::XmlTree;

namespace rapport::connectors::dav
{
namespace
{

using Tree = std::shared_ptr<const XmlTree>;

Error corrupt()
{
    return {Error::Kind::Corrupt, u"dav: the answer is no multistatus"_s}; // what is wrong with it may quote a card
}

Result<Tree> parse(const QByteArray& xml)
{
    XmlTree::Limits limits;
    limits.depth = 32;
    limits.attributes = 100;
    limits.nodes = 2'000'000;
    auto tree = XmlTree::parse(xml, limits);
    const qint64 root = tree ? (*tree)->documentElement() : -1;
    if (root < 0 || (*tree)->localName(root) != "multistatus"_L1 || (*tree)->namespaceUri(root) != "DAV:"_L1)
        return corrupt();
    return *tree;
}

std::vector<qint64> elementsNamed(const XmlTree& tree, qint64 parent, QStringView name)
{
    std::vector<qint64> out = tree.elements(parent);
    std::erase_if(out, [&](qint64 one) { return tree.localName(one) != name; });
    return out;
}

QString textOf(const XmlTree& tree, qint64 parent, QStringView name)
{
    const auto found = tree.child(parent, name);
    return found ? tree.stringValue(*found).trimmed() : QString();
}

/// "HTTP/1.1 404 Not Found" → 404.
int statusOf(const XmlTree& tree, qint64 parent)
{
    return textOf(tree, parent, u"status").section(u' ', 1, 1).toInt();
}

/// The elements in those <prop> of which the server says 200.
std::vector<qint64> propertiesOf(const XmlTree& tree, qint64 response)
{
    std::vector<qint64> out;
    for (const qint64 propstat : elementsNamed(tree, response, u"propstat")) {
        const auto prop = tree.child(propstat, u"prop");
        if (!prop || statusOf(tree, propstat) / 100 != 2)
            continue;
        const auto found = tree.elements(*prop);
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

QString nameOf(const QString& href)
{
    const QString path = QUrl(href).path(QUrl::FullyEncoded);
    return QUrl::fromPercentEncoding(path.mid(path.lastIndexOf(u'/') + 1).toUtf8());
}

Multistatus::Member memberOf(const XmlTree& tree, qint64 response)
{
    Multistatus::Member out{nameOf(textOf(tree, response, u"href")), statusOf(tree, response), {}, {}};
    for (const qint64 property : propertiesOf(tree, response)) {
        const QString name = tree.localName(property);
        if (name == "getetag"_L1)
            out.etag = tree.stringValue(property).trimmed();
        else if (name == "address-data"_L1 || name == "calendar-data"_L1)
            out.data = tree.stringValue(property).toUtf8();
    }
    return out;
}

/// Names of the elements two levels down: <privilege><read/></privilege>.
QStringList innerNames(const XmlTree& tree, qint64 property)
{
    QStringList out;
    for (const qint64 outer : tree.elements(property)) {
        for (const qint64 inner : tree.elements(outer))
            out += tree.localName(inner);
    }
    return out;
}

bool namesSyncCollection(const XmlTree& tree, qint64 reports)
{
    for (const qint64 supported : tree.elements(reports)) {
        if (innerNames(tree, supported).contains(u"sync-collection"_s))
            return true;
    }
    return false;
}

QStringList attributes(const XmlTree& tree, qint64 property, QStringView name)
{
    QStringList out;
    for (const qint64 one : tree.elements(property))
        out += tree.attribute(one, name);
    return out;
}

void add(Facts& facts, const XmlTree& tree, qint64 property)
{
    const QString name = tree.localName(property);
    if (name == "resourcetype"_L1) {
        for (const qint64 type : tree.elements(property))
            facts.types += tree.localName(type);
    } else if (name == "getctag"_L1) {
        facts.ctag = tree.stringValue(property).trimmed();
    } else if (name == "supported-report-set"_L1) {
        facts.syncs = namesSyncCollection(tree, property);
    } else if (name == "supported-calendar-component-set"_L1) {
        facts.components = attributes(tree, property, u"name");
    } else if (name == "supported-address-data"_L1) {
        facts.versions = attributes(tree, property, u"version");
    } else if (name == "current-user-privilege-set"_L1) {
        facts.mayDo = innerNames(tree, property);
    }
}

} // namespace

Result<Multistatus> parseMultistatus(const QByteArray& xml)
{
    const auto tree = parse(xml);
    if (!tree)
        return tree.error();
    const qint64 root = (*tree)->documentElement();
    Multistatus out;
    out.syncToken = textOf(**tree, root, u"sync-token");
    for (const qint64 response : elementsNamed(**tree, root, u"response"))
        out.members.push_back(memberOf(**tree, response));
    return out;
}

Result<Facts> parseFacts(const QByteArray& xml)
{
    const auto tree = parse(xml);
    if (!tree)
        return tree.error();
    const auto response = (*tree)->child((*tree)->documentElement(), u"response");
    if (!response)
        return corrupt();
    Facts facts;
    for (const qint64 property : propertiesOf(**tree, *response))
        add(facts, **tree, property);
    return facts;
}

QString preconditionOf(const QByteArray& xml)
{
    XmlTree::Limits limits;
    limits.bytes = 64 * 1024;
    limits.depth = 32;
    limits.attributes = 100;
    const auto tree = XmlTree::parse(xml, limits);
    const qint64 root = tree ? (*tree)->documentElement() : -1;
    if (root < 0 || (*tree)->localName(root) != "error"_L1)
        return {};
    const auto named = (*tree)->elements(root);
    return named.empty() ? QString() : (*tree)->localName(named.front());
}

} // namespace rapport::connectors::dav
