// SPDX-License-Identifier: Apache-2.0
// The body of the form: what a person sees.
#include "forms/xlsform/questiontypes.h"
#include "forms/xlsform/xformwriter.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

bool isSelect(const Element& element)
{
    return element.kind == Element::Kind::Question &&
           (element.type == u"select one" || element.type == u"select all that apply" || element.type == u"rank");
}

QString withoutExtension(const QString& list)
{
    return list.chopped(fileExtension(list).size());
}

} // namespace

const ChoiceList* XFormWriter::listOf(const Element& element) const
{
    return std::as_const(m_survey).list(element.itemset);
}

/// search() in an appearance wants the choices in the control itself, not in an instance.
void XFormWriter::redirectSearch(Element& element)
{
    static const QRegularExpression search(u"search\\(.*?\\)"_s);
    if (isSelect(element)) {
        const bool searches = search.match(element.control.textOf(u"appearance")).hasMatch();
        (searches ? m_searching : m_notSearching).push_back(&element);
        ChoiceList* list = m_survey.list(element.itemset);
        if (searches && !fileExtension(element.itemset).isEmpty())
            m_remarks.fault(
                u"survey"_s, element.row, u"appearance"_s,
                u"Question '%1' is a select from file type, using 'search()'. This combination is not supported. Remove the 'search()' usage, or "
                "change the select type."_s.arg(element.name));
        else if (searches && list) {
            element.searchesInline = true;
            list->usedBySearch = true;
        }
    }
    for (const auto& child : element.children)
        redirectSearch(*child);
}

void XFormWriter::checkSearchLists()
{
    for (const Element* search : m_searching) {
        QStringList others;
        for (const Element* other : m_notSearching) {
            if (other->itemset == search->itemset)
                others.append(u'\'' + other->name + u'\'');
        }
        if (!others.isEmpty())
            m_remarks.fault(
                u"survey"_s, search->row, u"appearance"_s,
                u"Question '%1' uses 'search()', and its select type references the choice list name '%2'. This choice list name is referenced by at "
                "least one other question that is not using 'search()', which will not work: %3. Either 1) use 'search()' for all questions using "
                "this choice list name, or 2) use a different choice list name for the question using 'search()'."_s.arg(
                    search->name, search->itemset, others.join(u", "_s)));
    }
}

void XFormWriter::controls(const Element& element)
{
    if (element.bodyless || element.kind == Element::Kind::External)
        return;
    if (element.isSection())
        section(element);
    else
        question(element);
}

void XFormWriter::section(const Element& element)
{
    m_xml.start(u"group"_s).attribute(u"ref"_s, element.path());
    if (element.kind == Element::Kind::Group)
        controlAttributes(element);
    if (!element.label.isEmpty() || element.kind == Element::Kind::Repeat)
        label(element);
    if (element.kind == Element::Kind::Repeat) {
        m_xml.start(u"repeat"_s).attribute(u"nodeset"_s, element.path());
        controlAttributes(element);
    }
    for (const auto& child : element.children)
        controls(*child);
    if (element.kind == Element::Kind::Repeat) {
        repeatActions(element, element);
        m_xml.end();
    }
    m_xml.end();
}

/// What a new repetition sets by itself; nested repeats see to their own.
void XFormWriter::repeatActions(const Element& element, const Element& repeat)
{
    for (const auto& child : element.children) {
        if (child->nearestRepeat() == &repeat)
            actions(*child, true);
        if (child->kind != Element::Kind::Repeat)
            repeatActions(*child, repeat);
    }
}

void XFormWriter::question(const Element& element)
{
    const QuestionType* type = questionType(element.type);
    const auto triggered = m_triggers.constFind(element.name);
    const bool silent = (element.bind.contains(u"calculate") || !element.triggers.empty()) && element.label.isEmpty() && element.hint.isEmpty();
    if (element.type == u"calculate" || silent) {
        if (triggered != m_triggers.constEnd() && !triggered->front().location)
            m_remarks.fault(u"survey"_s, triggered->front().target->row, u"trigger"_s,
                            u"The question ${%1} is not user-visible so it can't be used as a calculation trigger for question ${%2}."_s.arg(
                                element.name, triggered->front().target->name));
        return;
    }
    if (type->control.isEmpty())
        return;
    m_xml.start(type->control).attribute(u"ref"_s, element.path());
    controlAttributes(element);
    if (!element.query.isEmpty()) {
        const QString filter =
            m_paths.expression(element.choiceFilter, PathWriter::Place::of(element, {u"choice_filter"_s}), PathWriter::Style::Current);
        m_xml.attribute(u"query"_s, u"instance('%1')/root/item%2"_s.arg(element.query, filter.isEmpty() ? filter : u"[%1]"_s.arg(filter)));
    }
    labelAndHint(element);
    itemset(element);
    for (const OsmTag& tag : element.tags) {
        m_xml.start(u"tag"_s).attribute(u"key"_s, tag.key);
        m_xml.leaf(u"label"_s, tag.label.text()).end();
    }
    triggersOf(element);
    m_xml.end();
}

void XFormWriter::controlAttributes(const Element& element)
{
    for (const auto& [name, value] : element.control.parts()) {
        if (name != u"tag" && name != u"bodyless")
            m_xml.attribute(name, m_paths.expand(value.text(), PathWriter::Place::of(element, {u"control"_s, name})));
    }
}

void XFormWriter::label(const Element& element)
{
    m_xml.start(u"label"_s);
    if (needsItext(element))
        m_xml.attribute(u"ref"_s, u"jr:itext('%1:label')"_s.arg(element.path()));
    else if (!element.label.isEmpty())
        writePieces(m_xml, m_paths.pieces(element.label.text(), PathWriter::Place::of(element, {u"label"_s})));
    m_xml.end();
}

void XFormWriter::labelAndHint(const Element& element)
{
    const bool labelled = !element.label.isEmpty() || element.media.hasParts();
    if (!labelled && element.hint.isEmpty()) {
        m_remarks.fault(element.sheet, element.row, u"label"_s,
                        u"[row : %1] The survey element named '%2' has no label or hint. Write what to ask into the 'label' column."_s.arg(
                            QString::number(element.row), element.name));
        return;
    }
    if (element.media.contains(u"big-image") && !element.media.contains(u"image"))
        m_remarks.fault(element.sheet, element.row, u"big-image"_s,
                        u"[row : %1] To use big-image, you must also specify an image for the survey element named %2."_s.arg(
                            QString::number(element.row), element.name));
    label(element);
    if (element.hint.isEmpty() && element.guidanceHint.isEmpty())
        return;
    m_xml.start(u"hint"_s);
    if (element.hint.hasParts() || !element.guidanceHint.isEmpty())
        m_xml.attribute(u"ref"_s, u"jr:itext('%1:hint')"_s.arg(element.path()));
    else
        writePieces(m_xml, m_paths.pieces(element.hint.text(), PathWriter::Place::of(element, {u"hint"_s})));
    m_xml.end();
}

void XFormWriter::checkGeometrySource(const Element& element)
{
    if (isReference(element.itemset)) {
        const Element* source = m_paths.find(references(element.itemset).front().name, PathWriter::Place::of(element, {u"parameters"_s}));
        if (!source || source->kind == Element::Kind::Repeat)
            return;
    }
    if (listOf(element) || m_geometrySources.contains(element.itemset))
        return;
    m_remarks.faults.push_back(
        invalidValue(u"survey"_s, element.row, u"parameters"_s,
                     u"The 'reference-geometry' parameter must either match a secondary instance name (a choices list_name, an entities "
                     "list_name, or the base name of an attached file), or be a reference variable containing the name of a repeat."_s));
}

void XFormWriter::itemset(const Element& element)
{
    if (element.itemset.isEmpty() || element.type == u"select one external")
        return;
    const ChoiceList* list = listOf(element);
    if (element.searchesInline && list)
        inlineChoices(element, *list);
    else
        selectItemset(element, list);
}

void XFormWriter::selectItemset(const Element& element, const ChoiceList* list)
{
    const QString extension = fileExtension(element.itemset);
    const bool overRepeat = isReference(element.itemset) || !references(element.itemset).empty();
    if (element.type.startsWith(u"geo"))
        checkGeometrySource(element);
    QString value = extension == u".geojson" ? u"id"_s : u"name"_s, label = extension == u".geojson" ? u"title"_s : u"label"_s;
    bool randomize = false;
    QString seed;
    for (const auto& [name, text] : element.parameters) {
        if (name == u"value")
            value = text;
        else if (name == u"label")
            label = text;
        else if (name == u"randomize")
            randomize = text == u"true";
        else if (name == u"seed")
            seed = m_paths.expand(text, PathWriter::Place::of(element, {u"parameters"_s})).trimmed();
    }
    if (list && list->needsItext && extension.isEmpty())
        label = u"jr:itext(itextId)"_s;

    QString filter = m_paths.expression(element.choiceFilter, PathWriter::Place::of(element, {u"choice_filter"_s}),
                                        overRepeat ? PathWriter::Style::CurrentParent : PathWriter::Style::Current);
    QString nodeset = u"instance('%1')/root/item"_s.arg(withoutExtension(element.itemset));
    if (overRepeat) {
        const bool shapes = element.type.startsWith(u"geo");
        const QString path = m_paths.expand(element.itemset, PathWriter::Place::of(element, {u"type"_s}), PathWriter::Style::Parent).trimmed() +
                             (shapes ? u"/geometry"_s : QString());
        nodeset = path.section(u'/', 0, -2);
        value = label = path.section(u'/', -1);
        if (filter.isEmpty())
            filter = u"./%1 != ''"_s.arg(value);
        else
            filter = filter.replace(u"current()/"_s + nodeset, u"."_s).replace(nodeset, u"."_s);
    }
    if (!filter.isEmpty())
        nodeset += u"[%1]"_s.arg(filter);
    if (randomize)
        nodeset = seed.isEmpty() ? u"randomize(%1)"_s.arg(nodeset) : u"randomize(%1, %2)"_s.arg(nodeset, seed);
    m_xml.start(u"itemset"_s).attribute(u"nodeset"_s, nodeset);
    m_xml.start(u"value"_s).attribute(u"ref"_s, value).end();
    m_xml.start(u"label"_s).attribute(u"ref"_s, label).end();
    m_xml.end();
}

void XFormWriter::inlineChoices(const Element& element, const ChoiceList& list)
{
    for (std::size_t i = 0; i < list.choices.size(); ++i) {
        const Choice& choice = list.choices[i];
        m_xml.start(u"item"_s).start(u"label"_s);
        if (list.needsItext)
            m_xml.attribute(u"ref"_s, u"jr:itext('%1-%2')"_s.arg(list.name, QString::number(i)));
        else if (!element.label.isEmpty() && !choice.label.isEmpty())
            writePieces(m_xml, m_paths.pieces(choice.label.text(), {nullptr, u"choices"_s, choice.row, {u"label"_s}}));
        m_xml.end();
        m_xml.leaf(u"value"_s, choice.name).end();
    }
}

void XFormWriter::triggersOf(const Element& element)
{
    const auto found = m_triggers.constFind(element.name);
    if (found == m_triggers.constEnd())
        return;
    for (const bool location : {false, true}) {
        for (const Trigger& trigger : *found) {
            if (trigger.location != location)
                continue;
            m_xml.start(location ? u"odk:setgeopoint"_s : u"setvalue"_s).attribute(u"ref"_s, trigger.target->path());
            m_xml.attribute(u"event"_s, u"xforms-value-changed"_s);
            const PathWriter::Place place{&element, u"survey"_s, trigger.target->row, {u"bind"_s, u"calculate"_s}};
            const QString value = m_paths.expression(trigger.calculation, place);
            if (!value.isEmpty())
                m_xml.attribute(u"value"_s, value);
            m_xml.end();
        }
    }
}

} // namespace rapport::xlsform
