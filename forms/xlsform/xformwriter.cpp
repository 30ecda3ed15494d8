// SPDX-License-Identifier: Apache-2.0
// The head of the form: texts, instances, binds and what happens by itself. The body is in xformbody.cpp.
#include "forms/xlsform/xformwriter.h"

#include "forms/xlsform/questiontypes.h"

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

const std::pair<QString, QString>* namespaces()
{
    static const std::pair<QString, QString> known[] = {
        {u"xmlns"_s, u"http://www.w3.org/2002/xforms"_s},        {u"xmlns:h"_s, u"http://www.w3.org/1999/xhtml"_s},
        {u"xmlns:ev"_s, u"http://www.w3.org/2001/xml-events"_s}, {u"xmlns:xsd"_s, u"http://www.w3.org/2001/XMLSchema"_s},
        {u"xmlns:jr"_s, u"http://openrosa.org/javarosa"_s},      {u"xmlns:orx"_s, u"http://openrosa.org/xforms"_s},
        {u"xmlns:odk"_s, u"http://www.opendatakit.org/xforms"_s}};
    return known;
}

constexpr int namespaceCount = 7;

/// The settings' own namespaces: 'esri="http://…" x="…"'.
std::vector<std::pair<QString, QString>> ownNamespaces(const QString& text)
{
    std::vector<std::pair<QString, QString>> out;
    const QStringList pieces = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString& piece : pieces) {
        const QStringList sides = piece.split(u'=');
        if (sides.size() != 2 || sides.front().isEmpty())
            continue;
        QString uri = sides.back();
        out.emplace_back(u"xmlns:"_s + sides.front(), uri.remove(u'"').remove(u'\''));
    }
    return out;
}

} // namespace

XFormWriter::XFormWriter(Survey& survey, Remarks& remarks) : m_survey(survey), m_remarks(remarks), m_paths(survey, remarks) {}

QByteArray XFormWriter::write()
{
    collectTriggers(*m_survey.root);
    collectGeometrySources(*m_survey.root);
    redirectSearch(*m_survey.root);
    checkSearchLists();
    m_instances = secondaryInstances(m_survey, m_remarks);
    m_itext = std::make_unique<Itext>(m_survey, m_paths, m_remarks);

    m_xml.start(u"h:html"_s);
    QStringList declared;
    const auto declare = [&](const QString& name, const QString& uri) {
        if (declared.contains(name))
            return;
        declared.append(name);
        m_xml.attribute(name, uri);
    };
    for (int i = 0; i < namespaceCount; ++i)
        declare(namespaces()[i].first, namespaces()[i].second);
    for (const auto& [name, uri] : ownNamespaces(m_survey.settings.namespaces))
        declare(name, uri);
    if (!m_survey.entitiesVersion.isEmpty())
        declare(u"xmlns:entities"_s, u"http://www.opendatakit.org/xforms/entities"_s);
    m_xml.start(u"h:head"_s).leaf(u"h:title"_s, m_survey.settings.title);
    model();
    m_xml.end();
    m_xml.start(u"h:body"_s);
    if (!m_survey.settings.style.isEmpty())
        m_xml.attribute(u"class"_s, m_survey.settings.style);
    for (const auto& child : m_survey.root->children)
        controls(*child);
    m_xml.end().end();
    return m_xml.finish();
}

void XFormWriter::collectTriggers(const Element& element)
{
    for (const QString& name : element.triggers)
        m_triggers[name].push_back({&element, element.bind.textOf(u"calculate"), element.type == u"background-geopoint"});
    for (const auto& child : element.children)
        collectTriggers(*child);
}

void XFormWriter::collectGeometrySources(const Element& element)
{
    const QString extension = fileExtension(element.itemset);
    if (element.kind == Element::Kind::External)
        m_geometrySources.insert(element.name);
    else if (element.kind == Element::Kind::Attribute && element.name == u"dataset")
        m_geometrySources.insert(element.defaultText);
    else if (!extension.isEmpty())
        m_geometrySources.insert(element.itemset.chopped(extension.size()));
    for (const auto& child : element.children)
        collectGeometrySources(*child);
}

void XFormWriter::model()
{
    m_xml.start(u"model"_s).attribute(u"odk:xforms-version"_s, u"1.0.0"_s);
    if (!m_survey.entitiesVersion.isEmpty())
        m_xml.attribute(u"entities:entities-version"_s, m_survey.entitiesVersion);
    submission();
    if (!m_itext->isEmpty())
        m_itext->write(m_xml);
    m_xml.start(u"instance"_s);
    primaryInstance(*m_survey.root, Copy::Instance);
    m_xml.end();
    for (const Instance& instance : m_instances)
        secondaryInstance(instance);
    binds(*m_survey.root);
    m_xml.end();
}

void XFormWriter::submission()
{
    const Settings& settings = m_survey.settings;
    std::vector<std::pair<QString, QString>> attributes;
    if (!settings.submissionUrl.isEmpty())
        attributes = {{u"action"_s, settings.submissionUrl}, {u"method"_s, u"post"_s}};
    if (!settings.publicKey.isEmpty())
        attributes.emplace_back(u"base64RsaPublicKey"_s, settings.publicKey);
    if (!settings.autoSend.isEmpty())
        attributes.emplace_back(u"orx:auto-send"_s, settings.autoSend);
    if (!settings.autoDelete.isEmpty())
        attributes.emplace_back(u"orx:auto-delete"_s, settings.autoDelete);
    if (settings.clientEditable)
        attributes.emplace_back(u"odk:client-editable"_s, u"true"_s);
    if (attributes.empty())
        return;
    m_xml.start(u"submission"_s);
    for (const auto& [name, value] : attributes)
        m_xml.attribute(name, value);
    m_xml.end();
}

void XFormWriter::instanceAttributes(const Element& element)
{
    for (const auto& [name, value] : element.instance.parts())
        m_xml.attribute(name, m_paths.expand(value.text(), PathWriter::Place::of(element, {u"instance"_s, name})));
    if (element.parent)
        return;
    const Settings& settings = m_survey.settings;
    for (const auto& [name, value] : settings.attributes) {
        if (name != u"id" && name != u"version")
            m_xml.attribute(name, value);
    }
    m_xml.attribute(u"id"_s, settings.id);
    const std::pair<QString, QString> optional[] = {{u"xmlns"_s, settings.instanceXmlns},
                                                    {u"version"_s, settings.version},
                                                    {u"odk:prefix"_s, settings.prefix},
                                                    {u"odk:delimiter"_s, settings.delimiter}};
    for (const auto& [name, value] : optional) {
        if (!value.isEmpty())
            m_xml.attribute(name, value);
    }
}

void XFormWriter::primaryInstance(const Element& element, Copy copy)
{
    if (element.kind == Element::Kind::External)
        return;
    m_xml.start(element.name);
    if (element.kind == Element::Kind::Repeat && copy == Copy::Template)
        m_xml.attribute(u"jr:template"_s, QString());
    else
        instanceAttributes(element);
    if (element.kind == Element::Kind::Entity) {
        for (const auto& child : element.children) {
            if (child->kind == Element::Kind::Attribute)
                m_xml.attribute(child->name, child->defaultText);
        }
    }
    if (element.kind == Element::Kind::Question && !element.defaultText.isEmpty() && !element.dynamicDefault)
        m_xml.text(element.defaultText);
    instanceChildren(element, copy);
    m_xml.end();
}

/// A repeat stands twice, as the template of new repetitions and as the first of them; inside of an ordinary repetition only once.
void XFormWriter::instanceChildren(const Element& element, Copy copy)
{
    const Copy below = element.kind == Element::Kind::Repeat && copy == Copy::Instance ? Copy::InsideInstance : copy;
    for (const auto& child : element.children) {
        if (child->kind == Element::Kind::Attribute)
            continue;
        if (child->kind != Element::Kind::Repeat) {
            primaryInstance(*child, element.kind == Element::Kind::Repeat && copy == Copy::Template ? Copy::Instance : below);
        } else if (element.kind == Element::Kind::Repeat && copy == Copy::Template) {
            primaryInstance(*child, Copy::Template);
        } else if (below == Copy::InsideInstance) {
            primaryInstance(*child, Copy::InsideInstance);
        } else {
            primaryInstance(*child, Copy::Template);
            primaryInstance(*child, Copy::InsideInstance);
        }
    }
}

void XFormWriter::secondaryInstance(const Instance& instance)
{
    m_xml.start(u"instance"_s).attribute(u"id"_s, instance.id);
    if (!instance.list) {
        m_xml.attribute(u"src"_s, instance.uri).end();
        return;
    }
    m_xml.start(u"root"_s);
    const ChoiceList& list = *instance.list;
    for (std::size_t i = 0; i < list.choices.size(); ++i) {
        const Choice& choice = list.choices[i];
        m_xml.start(u"item"_s);
        if (list.needsItext)
            m_xml.leaf(u"itextId"_s, u"%1-%2"_s.arg(list.name, QString::number(i)));
        m_xml.leaf(u"name"_s, choice.name);
        if (!list.needsItext && !choice.label.isEmpty())
            m_xml.leaf(u"label"_s, choice.label.text());
        for (const auto& [column, text] : choice.columns)
            m_xml.leaf(column, text);
        m_xml.end();
    }
    m_xml.end().end();
}

QString XFormWriter::bindValue(const Element& element, const QString& name, const Value& value)
{
    static const QStringList switches{u"readonly"_s, u"required"_s, u"relevant"_s, u"constraint"_s, u"calculate"_s};
    if (switches.contains(name) && !value.text().endsWith(u')')) {
        if (const auto said = yesOrNo(value.text()))
            return *said ? u"true()"_s : u"false()"_s;
    }
    const bool message = name == u"jr:constraintMsg" || name == u"jr:requiredMsg" || name == u"jr:noAppErrorString";
    if (message && (value.hasParts() || (name != u"jr:noAppErrorString" && !references(value.text()).empty())))
        return u"jr:itext('%1:%2')"_s.arg(element.path(), name);
    const bool ofSheet = element.sheet == u"survey";
    const auto place = PathWriter::Place::of(element, ofSheet ? QStringList{u"bind"_s, name} : QStringList{element.value});
    return switches.contains(name) ? m_paths.expression(value.text(), place) : m_paths.expand(value.text(), place);
}

void XFormWriter::bind(const Element& element)
{
    if (!element.bind.hasParts() || element.kind == Element::Kind::External)
        return;
    m_xml.start(u"bind"_s).attribute(u"nodeset"_s, element.path());
    for (const auto& [name, value] : element.bind.parts()) {
        if (name != u"calculate" || element.triggers.empty())
            m_xml.attribute(name, bindValue(element, name, value));
    }
    m_xml.end();
}

void XFormWriter::actions(const Element& element, bool inRepeat)
{
    for (const Action& action : element.actions) {
        if ((action.event == u"odk-new-repeat") != inRepeat)
            continue;
        m_xml.start(action.name).attribute(u"ref"_s, element.path()).attribute(u"event"_s, action.event);
        const QString value =
            element.dynamicDefault ? m_paths.expression(element.defaultText, PathWriter::Place::of(element, {u"default"_s})) : action.value;
        if (!value.isEmpty())
            m_xml.attribute(u"value"_s, value);
        for (const auto& [name, text] : action.attributes)
            m_xml.attribute(name, text);
        m_xml.end();
    }
}

void XFormWriter::binds(const Element& element)
{
    bind(element);
    actions(element, false);
    for (const auto& child : element.children)
        binds(*child);
}

} // namespace rapport::xlsform
