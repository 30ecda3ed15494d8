// SPDX-License-Identifier: Apache-2.0
#include "app/tool/formsdriver.h"
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

QString pathOf(const XmlTree& document, qint64 handle)
{
    QString path;
    for (qint64 at = handle; at > 0; at = document.parent(at)) {
        const qint64 parent = document.parent(at);
        if (document.kind(at) == NodeSource::Kind::Attribute) {
            path.prepend(QStringLiteral("/@") + document.localName(at));
            continue;
        }
        if (document.kind(at) == NodeSource::Kind::Text) {
            path.prepend(QStringLiteral("/text()"));
            continue;
        }
        const auto same = document.childrenNamed(parent, document.localName(at));
        path.prepend(QStringLiteral("/%1[%2]").arg(document.localName(at)).arg(std::find(same.begin(), same.end(), at) - same.begin() + 1));
    }
    return path.isEmpty() ? QStringLiteral("/") : path;
}

/// "/model[1]/instance[2]" → the node; -1 where there is none.
qint64 nodeAt(const XmlTree& document, const QString& path, const Surroundings& surroundings)
{
    const auto expression = parseExpression(path.isEmpty() ? QStringLiteral("/") : path);
    if (!expression)
        return -1;
    Context context;
    context.node = context.current = context.root = {&document, 0};
    context.surroundings = &surroundings;
    const Value value = evaluate(**expression, context);
    return value.nodes().empty() ? -1 : value.nodes().front().handle;
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
    limits.documentType = true; // any XML document, XHTML too
    const auto document = XmlTree::parse(request[QLatin1String("xml")].toString().toUtf8(), limits);
    if (!document)
        return document.error();
    const auto expression = parseExpression(request[QLatin1String("expr")].toString());
    if (!expression)
        return expression.error();

    const QJsonObject namespaces = request[QLatin1String("namespaces")].toObject();
    Surroundings surroundings;
    surroundings.namespaceOf = [&](const QString& prefix) { return namespaces[prefix].toString(); };
    surroundings.locale = QLocale(request[QLatin1String("language")].toString(QStringLiteral("en")));
    surroundings.instance = [&](const QString& id) -> std::optional<NodeRef> {
        const qint64 found = nodeAt(**document, QStringLiteral("//*[local-name() = 'instance'][@id = '%1']").arg(id), surroundings);
        return found < 0 ? std::nullopt : std::optional<NodeRef>(NodeRef{document->get(), found});
    };

    Context context;
    const qint64 start = nodeAt(**document, request[QLatin1String("context")].toString(), surroundings);
    if (start < 0)
        return Error{Error::Kind::Invalid, QStringLiteral("the context is no node")};
    context.node = context.current = {document->get(), start};
    context.root = {document->get(), 0};
    context.surroundings = &surroundings;
    const Value value = evaluate(**expression, context);

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
