// SPDX-License-Identifier: Apache-2.0
#include "formsupport.h"

#include "forms/xpath/xmltree.h"

#include <QFile>
#include <QRegularExpression>

#include <catch2/catch.hpp>

namespace rapport::tests
{

using namespace rapport::forms;

QByteArray xform(const QByteArray& instance, const QByteArray& binds, const QByteArray& body, const QByteArray& secondary)
{
    return "<h:html xmlns='http://www.w3.org/2002/xforms' xmlns:h='http://www.w3.org/1999/xhtml' xmlns:jr='http://openrosa.org/javarosa'"
           " xmlns:odk='http://www.opendatakit.org/xforms' xmlns:entities='http://www.opendatakit.org/xforms/entities'"
           " xmlns:rapport='urn:rapport:xforms:1'><h:head><h:title>Test</h:title><model><instance>" +
           instance + "</instance>" + secondary + binds + "</model></h:head><h:body>" + body + "</h:body></h:html>";
}

Filling::Filling(const QByteArray& xml, const LoadOptions& options, Environment environment)
{
    auto form = Form::load(xml, options);
    INFO((form ? std::string() : form.error().detail.toStdString()));
    REQUIRE(form);
    auto session = FormSession::start(*form, std::move(environment));
    REQUIRE(session);
    m_session = std::move(*session);
}

Node Filling::at(const QString& ref) const
{
    INFO(ref.toStdString());
    const auto id = m_session->find(ref);
    REQUIRE(id);
    return m_session->node(*id);
}

void Filling::set(const QString& ref, const QString& value)
{
    const Node node = at(ref);
    const Status done = m_session->answer(node.id, value);
    INFO(ref.toStdString() << ": " << (done ? std::string() : done.error().detail.toStdString()));
    REQUIRE(done);
}

void Filling::add(const QString& series)
{
    REQUIRE(m_session->addRepetition(at(series).id));
}

void Filling::remove(const QString& series, int index)
{
    REQUIRE(m_session->removeRepetition(at(series).id, index));
}

QStringList Filling::offered(const QString& ref) const
{
    QStringList all;
    for (const Choice& choice : m_session->choices(at(ref).id))
        all.append(choice.value);
    return all;
}

QString faultOf(const QByteArray& xml, const LoadOptions& options)
{
    const auto form = Form::load(xml, options);
    return form ? QString() : form.error().detail;
}

namespace
{

void writeCanonical(const XmlTree& document, qint64 element, int depth, QString& out)
{
    const QString indent(depth, QLatin1Char(' '));
    QStringList attributes;
    for (const qint64 attribute : document.attributes(element))
        attributes.append(document.namespaceUri(attribute) + QLatin1Char('|') + document.localName(attribute) + QLatin1Char('=') +
                          document.stringValue(attribute));
    attributes.sort();
    const auto inner = document.elements(element);
    out += indent + document.localName(element) + QLatin1Char(' ') + attributes.join(QLatin1Char(' '));
    if (inner.empty())
        out += QStringLiteral(": ") + document.stringValue(element).trimmed();
    out += QLatin1Char('\n');
    for (const qint64 child : inner)
        writeCanonical(document, child, depth + 1, out);
}

} // namespace

QString canonical(const QByteArray& xml)
{
    const auto document = XmlTree::parse(xml);
    REQUIRE(document);
    QString text;
    writeCanonical(**document, (*document)->documentElement(), 0, text);
    static const QRegularExpression uuid(QStringLiteral("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    QStringList seen;
    for (auto match = uuid.match(text); match.hasMatch(); match = uuid.match(text)) {
        seen.append(match.captured());
        text.replace(match.captured(), QStringLiteral("#%1").arg(seen.size()));
    }
    return text;
}

QByteArray shared(const QString& path)
{
    QFile file(qEnvironmentVariable("RAPPORT_SHARED", QStringLiteral(RAPPORT_SHARED)) + QLatin1Char('/') + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace rapport::tests
