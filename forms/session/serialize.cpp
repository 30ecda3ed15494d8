// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

#include <QXmlStreamWriter>

namespace rapport::forms
{

QString storable(const QString& text)
{
    const auto holds = [&text](qsizetype i) {
        const QChar c = text[i];
        if (c.isHighSurrogate())
            return i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (c.isLowSurrogate())
            return i > 0 && text[i - 1].isHighSurrogate();
        return c.unicode() >= 0x20 ? c.unicode() < 0xfffe : c == QLatin1Char('\t') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    };
    qsizetype good = 0;
    while (good < text.size() && holds(good))
        ++good;
    if (good == text.size())
        return text;
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (holds(i))
            out += text[i];
    }
    return out;
}

namespace
{

class Serializer
{
public:
    Serializer(const Form::Private& model, const InstanceTree& tree, FormSession::Keep keep, const QString& deprecatedId)
        : m_model(model), m_tree(tree), m_keep(keep), m_deprecatedId(deprecatedId), m_writer(&m_xml)
    {
    }

    QByteArray run()
    {
        const qint64 root = m_tree.root();
        const Definition& definition = m_tree.definition(root);
        // A root of its own vocabulary keeps it; the XForms namespace that a root only inherits is the form's, not the record's.
        if (!definition.namespaceUri.isEmpty() && definition.namespaceUri != ns::xforms)
            m_writer.writeDefaultNamespace(definition.namespaceUri);
        m_writer.writeStartElement(definition.name);
        declarePrefixes();
        const XmlTree& document = *m_model.document;
        for (const qint64 attribute : document.attributes(m_model.primaryRoot)) {
            const QString uri = document.namespaceUri(attribute);
            if (uri == ns::javarosa)
                continue;
            if (uri.isEmpty())
                m_writer.writeAttribute(document.localName(attribute), document.stringValue(attribute));
            else
                m_writer.writeAttribute(uri, document.localName(attribute), document.stringValue(attribute));
        }
        writeChildren(root);
        m_writer.writeEndElement();
        return m_xml;
    }

private:
    void declarePrefixes()
    {
        QHash<QString, QString> declared;
        for (const Definition& definition : m_model.definitions) {
            if (!definition.prefix.isEmpty() && !definition.namespaceUri.isEmpty())
                declared.insert(definition.prefix, definition.namespaceUri);
        }
        for (const qint64 attribute : m_model.document->attributes(m_model.primaryRoot)) {
            const QString prefix = m_model.document->prefix(attribute);
            if (!prefix.isEmpty() && prefix != QLatin1String("xml") && m_model.document->namespaceUri(attribute) != ns::javarosa)
                declared.insert(prefix, m_model.document->namespaceUri(attribute));
        }
        const bool ours = m_keep == FormSession::Keep::Everything || usesRapport();
        if (ours && declared.key(ns::rapport).isEmpty()) // a form may have given our usual prefix to something else
            declared.insert(declared.contains(QStringLiteral("rapport")) ? QStringLiteral("rapport1") : QStringLiteral("rapport"), ns::rapport);
        for (auto it = declared.cbegin(); it != declared.cend(); ++it)
            m_writer.writeNamespace(it.value(), it.key());
    }

    bool usesRapport() const
    {
        for (const qint64 attribute : m_model.document->attributes(m_model.primaryRoot)) {
            if (m_model.document->namespaceUri(attribute) == ns::rapport)
                return true;
        }
        for (qint64 handle = 1; handle < m_tree.size(); ++handle) {
            if (m_tree.node(handle).alive && (m_tree.node(handle).unknown || !m_tree.node(handle).reason.isEmpty()))
                return true;
        }
        return false;
    }

    void write(qint64 handle)
    {
        const InstanceTree::Node& node = m_tree.node(handle);
        if (node.isSeries) {
            for (const qint64 repetition : node.children)
                write(repetition);
            return;
        }
        if (!node.relevant && m_keep == FormSession::Keep::RelevantOnly)
            return;
        const Definition& definition = m_tree.definition(handle);
        const bool prefixed = !definition.prefix.isEmpty() && !definition.namespaceUri.isEmpty();
        if (prefixed)
            m_writer.writeStartElement(definition.namespaceUri, definition.name);
        else
            m_writer.writeStartElement(definition.name);
        for (const qint64 attribute : m_tree.attributes(handle)) {
            const Definition& made = m_tree.definition(attribute);
            if (made.prefix.isEmpty())
                m_writer.writeAttribute(made.name, storable(m_tree.node(attribute).value));
            else
                m_writer.writeAttribute(made.namespaceUri, made.name, storable(m_tree.node(attribute).value));
        }
        if (node.unknown)
            m_writer.writeAttribute(ns::rapport, QStringLiteral("unknown"), QStringLiteral("true"));
        if (!node.reason.isEmpty())
            m_writer.writeAttribute(ns::rapport, QStringLiteral("reason"), node.reason);
        if (definition.isLeaf() && !node.value.isEmpty())
            m_writer.writeCharacters(storable(node.value));
        writeChildren(handle);
        m_writer.writeEndElement();
    }

    void writeChildren(qint64 handle)
    {
        for (const qint64 child : m_tree.node(handle).children) {
            if (!m_tree.definition(child).isAttribute)
                write(child);
        }
        const Definition& definition = m_tree.definition(handle);
        if (definition.parent == 0 && definition.name == QLatin1String("meta") && !m_deprecatedId.isEmpty())
            writeDeprecated(definition);
    }

    void writeDeprecated(const Definition& meta)
    {
        if (meta.prefix.isEmpty())
            m_writer.writeTextElement(QStringLiteral("deprecatedID"), m_deprecatedId);
        else
            m_writer.writeTextElement(meta.namespaceUri, QStringLiteral("deprecatedID"), m_deprecatedId);
    }

    const Form::Private& m_model;
    const InstanceTree& m_tree;
    FormSession::Keep m_keep;
    QString m_deprecatedId;
    QByteArray m_xml;
    QXmlStreamWriter m_writer;
};

} // namespace

QByteArray FormSession::serialize(Keep keep) const
{
    return Serializer(d->model, d->tree, keep, d->deprecatedId).run();
}

} // namespace rapport::forms
