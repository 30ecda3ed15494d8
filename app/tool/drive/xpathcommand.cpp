// SPDX-License-Identifier: Apache-2.0
#include "app/signing/ed25519.h"
#include "app/tool/drive/formsdriver.h"
#include "forms/xpath/evaluator.h"
#include "forms/xpath/xmltree.h"

#include <QJsonArray>
#include <QTimeZone>

#include <ctime>

namespace rapport::tool
{

using namespace rapport::forms;

namespace
{

using Kind = NodeSource::Kind;

/// "div", "h:div", "text()": what a node is called among its siblings.
QString nameOf(const XmlTree& document, qint64 handle)
{
    switch (document.kind(handle)) {
    case Kind::Text:
        return QStringLiteral("text()");
    case Kind::Comment:
        return QStringLiteral("comment()");
    case Kind::ProcessingInstruction:
        return QStringLiteral("processing-instruction()");
    default:
        break;
    }
    const QString prefix = document.prefix(handle);
    return prefix.isEmpty() ? document.localName(handle) : prefix + QLatin1Char(':') + document.localName(handle);
}

/// Siblings are counted by name; processing instructions by their target.
int positionOf(const XmlTree& document, qint64 handle)
{
    int position = 0;
    for (const qint64 sibling : document.children(document.parent(handle))) {
        const bool same = document.kind(sibling) == document.kind(handle) && nameOf(document, sibling) == nameOf(document, handle) &&
                          document.localName(sibling) == document.localName(handle);
        position += same ? 1 : 0;
        if (sibling == handle)
            break;
    }
    return position;
}

QString pathOf(const XmlTree& document, qint64 handle)
{
    QString path;
    for (qint64 at = handle; at > 0; at = document.parent(at)) {
        if (document.kind(at) == Kind::Attribute)
            path.prepend(QStringLiteral("/@") + nameOf(document, at));
        else
            path.prepend(QStringLiteral("/%1[%2]").arg(nameOf(document, at)).arg(positionOf(document, at)));
    }
    return path.isEmpty() ? QStringLiteral("/") : path;
}

/// "/model[1]/instance[2]/@id" → the node; -1 where there is none.
qint64 nodeAt(const XmlTree& document, const QString& path)
{
    qint64 at = 0;
    for (const QString& step : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const bool attribute = step.startsWith(QLatin1Char('@'));
        const QString name = attribute ? step.mid(1) : step.section(QLatin1Char('['), 0, 0);
        const int wanted = attribute ? 1 : step.section(QLatin1Char('['), 1).section(QLatin1Char(']'), 0, 0).toInt();
        const auto candidates = attribute ? document.attributes(at) : document.children(at);
        const auto found = std::find_if(candidates.begin(), candidates.end(), [&](qint64 candidate) {
            return nameOf(document, candidate) == name && (attribute || positionOf(document, candidate) == qMax(1, wanted));
        });
        if (found == candidates.end())
            return -1;
        at = *found;
    }
    return at;
}

/// Children by name, from @p handle down; -1 where one is missing.
qint64 descend(const XmlTree& document, qint64 handle, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names)
        handle = handle < 0 ? -1 : document.child(handle, name).value_or(-1);
    return handle;
}

/// jr:itext over the document itself: the values of a text in the language, or in the form's default one.
NodeSet itextNodes(const XmlTree& document, const QString& id, const QString& language)
{
    const qint64 itext = descend(document, 0, {u"html", u"head", u"model", u"itext"});
    const auto translations = itext < 0 ? std::vector<qint64>{} : document.elements(itext);
    qint64 chosen = translations.empty() ? -1 : translations.front();
    for (const qint64 translation : translations) {
        if (language.isEmpty() ? document.hasAttribute(translation, u"default") : document.attribute(translation, u"lang") == language)
            chosen = translation;
    }
    NodeSet values;
    for (const qint64 text : chosen < 0 ? std::vector<qint64>{} : document.elements(chosen)) {
        if (document.attribute(text, u"id") != id)
            continue;
        for (const qint64 value : document.elements(text))
            values.push_back({&document, value});
    }
    return values;
}

/// The process's zone is what XPath calls local; the request may name another for its own duration.
class Zone
{
public:
    explicit Zone(const QString& name) : m_before(qgetenv("TZ")), m_changed(!name.isEmpty())
    {
        if (m_changed)
            set(name.toUtf8());
    }
    ~Zone()
    {
        if (m_changed)
            set(m_before);
    }

private:
    static void set(const QByteArray& name)
    {
        if (name.isEmpty())
            qunsetenv("TZ");
        else
            qputenv("TZ", name);
        ::tzset();
    }
    QByteArray m_before;
    bool m_changed;
};

} // namespace

Result<QJsonObject> evaluateXPath(const QJsonObject& request)
{
    const Zone zone(request[QLatin1String("timezone")].toString());
    XmlTree::Limits limits;
    limits.documentType = limits.remarks = true; // any XML document, XHTML too
    const auto document = XmlTree::parse(request[QLatin1String("xml")].toString().toUtf8(), limits);
    if (!document)
        return document.error();
    const auto expression = parseExpression(request[QLatin1String("expr")].toString(), UnknownFunctions::FaultWhenCalled);
    if (!expression)
        return expression.error();

    const QJsonObject namespaces = request[QLatin1String("namespaces")].toObject();
    Surroundings surroundings;
    surroundings.verify = app::verifyEd25519;
    surroundings.namespaceOf = [&](const QString& prefix) { return namespaces[prefix].toString(); };
    const XmlTree& tree = **document;
    const QString language = request[QLatin1String("language")].toString();
    surroundings.locale = QLocale(language.isEmpty() ? QStringLiteral("en") : language);
    QString fault;
    surroundings.fault = [&](const QString& sentence) { fault = sentence; };
    surroundings.itext = [&](const QString& id) { return Value(itextNodes(tree, id, language)); };
    surroundings.instance = [&](const QString& id) -> std::optional<NodeRef> {
        const qint64 model = descend(tree, 0, {u"html", u"head", u"model"});
        for (const qint64 instance : tree.elements(model < 0 ? qMax<qint64>(0, tree.documentElement()) : model)) {
            if (tree.localName(instance) == QLatin1String("instance") && tree.attribute(instance, u"id") == id)
                return NodeRef{&tree, instance};
        }
        return {};
    };

    Context context;
    const qint64 start = nodeAt(tree, request[QLatin1String("context")].toString());
    if (start < 0)
        return Error{Error::Kind::Invalid, QStringLiteral("the context is no node")};
    context.node = context.current = {&tree, start};
    // In a form "/" is the primary instance, wherever the expression stands.
    const qint64 primary = request[QLatin1String("odk")].toBool() ? descend(tree, 0, {u"html", u"head", u"model", u"instance"}) : -1;
    context.root = {&tree, qMax<qint64>(0, primary)};
    context.surroundings = &surroundings;
    context.ownValue = tree.stringValue(start);
    const Value value = evaluate(**expression, context);
    if (!fault.isEmpty())
        return Error{Error::Kind::Invalid, fault};

    const QString as = request[QLatin1String("as")].toString();
    if (as == QLatin1String("number"))
        return QJsonObject{{QStringLiteral("value"), jsonNumber(value.number())}};
    if (as == QLatin1String("boolean"))
        return QJsonObject{{QStringLiteral("value"), value.boolean()}};
    if (as == QLatin1String("string"))
        return QJsonObject{{QStringLiteral("value"), value.string()}};
    if (!value.isNodes())
        return Error{Error::Kind::Invalid, QStringLiteral("the expression does not name nodes")};
    QJsonArray nodes;
    for (const NodeRef& node : value.nodes())
        nodes.append(QJsonObject{{QStringLiteral("ref"), node.source == document->get() ? pathOf(**document, node.handle) : QString()},
                                 {QStringLiteral("value"), stringOf(node)}});
    return QJsonObject{{QStringLiteral("value"), nodes}};
}

} // namespace rapport::tool
