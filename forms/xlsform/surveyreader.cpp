// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/surveyreader.h"

#include "forms/xlsform/settings.h"
#include "forms/xlsform/tokens.h"

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

QString at(int row, const QString& sentence)
{
    return u"[row : %1] %2"_s.arg(QString::number(row), sentence);
}

constexpr auto nameRule = u"Names must begin with a letter or underscore. After the first character, names may contain letters, digits, underscores, "
                          u"hyphens, or periods.";

} // namespace

const Headings& surveyHeadings()
{
    static const Headings known = {{u"type"_s, u"name"_s, u"label"_s, u"hint"_s, u"guidance_hint"_s, u"default"_s, u"trigger"_s, u"bind"_s,
                                    u"control"_s, u"instance"_s, u"media"_s, u"choice_filter"_s, u"parameters"_s, u"query"_s, u"itemset"_s,
                                    u"list_name"_s, u"intent"_s, u"disabled"_s, u"sms_field"_s},
                                   {{u"compact_tag"_s, {u"instance"_s, u"odk:tag"_s}},
                                    {u"read_only"_s, {u"bind"_s, u"readonly"_s}},
                                    {u"readonly"_s, {u"bind"_s, u"readonly"_s}},
                                    {u"relevant"_s, {u"bind"_s, u"relevant"_s}},
                                    {u"relevance"_s, {u"bind"_s, u"relevant"_s}},
                                    {u"required"_s, {u"bind"_s, u"required"_s}},
                                    {u"constraint"_s, {u"bind"_s, u"constraint"_s}},
                                    {u"calculation"_s, {u"bind"_s, u"calculate"_s}},
                                    {u"calculate"_s, {u"bind"_s, u"calculate"_s}},
                                    {u"constraining_message"_s, {u"bind"_s, u"jr:constraintMsg"_s}},
                                    {u"constraint_message"_s, {u"bind"_s, u"jr:constraintMsg"_s}},
                                    {u"required_message"_s, {u"bind"_s, u"jr:requiredMsg"_s}},
                                    {u"requiredmsg"_s, {u"bind"_s, u"jr:requiredMsg"_s}},
                                    {u"noapperrorstring"_s, {u"bind"_s, u"jr:noAppErrorString"_s}},
                                    {u"no_app_error_string"_s, {u"bind"_s, u"jr:noAppErrorString"_s}},
                                    {u"save_to"_s, {u"bind"_s, u"entities:saveto"_s}},
                                    {u"caption"_s, {u"label"_s}},
                                    {u"command"_s, {u"type"_s}},
                                    {u"tag"_s, {u"name"_s}},
                                    {u"value"_s, {u"name"_s}},
                                    {u"appearance"_s, {u"control"_s, u"appearance"_s}},
                                    {u"body"_s, {u"control"_s}},
                                    {u"count"_s, {u"control"_s, u"jr:count"_s}},
                                    {u"repeat_count"_s, {u"control"_s, u"jr:count"_s}},
                                    {u"jr:count"_s, {u"control"_s, u"jr:count"_s}},
                                    {u"autoplay"_s, {u"control"_s, u"autoplay"_s}},
                                    {u"rows"_s, {u"control"_s, u"rows"_s}},
                                    {u"image"_s, {u"media"_s, u"image"_s}},
                                    {u"big-image"_s, {u"media"_s, u"big-image"_s}},
                                    {u"audio"_s, {u"media"_s, u"audio"_s}},
                                    {u"video"_s, {u"media"_s, u"video"_s}}},
                                   {u"type"_s}};
    return known;
}

void SurveyReader::read(const Table& table)
{
    m_table = &table;
    m_survey.root = std::make_unique<Element>();
    m_survey.root->kind = Element::Kind::Survey;
    m_survey.root->type = u"survey"_s;
    m_survey.root->name = m_survey.settings.name;
    m_open.push_back({m_survey.root.get(), {}, {}, {}, {}});
    for (const Table::Row& row : table.rows)
        readRow(row);
    for (const auto& [name, row] : m_triggerNames) {
        if (!m_questionNames.contains(name))
            m_remarks.faults.push_back(
                invalidValue(u"survey"_s, row, u"trigger"_s,
                             u"Reference variables must contain a name from the 'survey' sheet. Could not find the name '%1'."_s.arg(name)));
    }
    if (m_open.size() > 1) {
        const Open& open = m_open.back();
        m_remarks.fault(
            u"survey"_s, open.element->row, u"type"_s,
            at(open.element->row, u"Unmatched 'begin_%1'. No matching 'end_%1' was found for the name '%2'."_s.arg(open.mark, open.element->name)));
    }
    addMeta();
}

void SurveyReader::checkReferences(const Table::Row& row)
{
    const auto check = [&](const auto& self, const QString& column, const Value& value) -> void {
        bool broken = false;
        (void)references(value.text(), &broken); // only whether they are well-formed
        if (broken)
            m_remarks.faults.push_back(invalidValue(u"survey"_s, row.number, column,
                                                    u"Reference variables must start with '${', then a question name, and end with '}'."_s));
        for (const auto& [name, part] : value.parts())
            self(self, m_table->heading(name), part);
    };
    for (const auto& [column, value] : row.value.parts()) {
        if (column != u"type" && column != u"name")
            check(check, m_table->heading(column), value);
    }
}

void SurveyReader::readRow(const Table::Row& row)
{
    if (row.value.contains(u"disabled")) {
        m_remarks.warn(u"survey"_s, row.number, u"disabled"_s,
                       at(row.number, u"The 'disabled' column header is not part of the current spec. We recommend using relevant instead."_s));
        if (yesOrNo(row.value.textOf(u"disabled")).value_or(false))
            return;
    }
    const QString type = mainTypeName(row.value.textOf(u"type"));
    if (type.isEmpty()) {
        if (row.value.contains(u"name") || row.value.contains(u"label"))
            m_remarks.fault(u"survey"_s, row.number, u"type"_s,
                            at(row.number, u"Question with no type. Write one in the 'type' column, or empty the row."_s));
        else
            m_remarks.warn(u"survey"_s, row.number, u"type"_s, at(row.number, u"Row without name, text, or label is being skipped."_s));
        return;
    }
    if (settingInSurvey(m_survey.settings, type, row.value.textOf(u"name")))
        return;
    checkReferences(row);
    const auto mark = sectionMark(type);
    if (mark && !mark->begin)
        return endSection(*mark, row);
    const QString name = nameOf(row, type);
    if (name.isEmpty() || !claimName(name, row.number))
        return;
    if (mark)
        return beginSection(*mark, row, name);
    m_questionNames.insert(name);
    m_entities.question(name, row.number, here());
    if (const auto select = selectWord(type))
        return readSelect(*select, row, name);
    readQuestion(row, type, name);
}

QString SurveyReader::nameOf(const Table::Row& row, const QString& type)
{
    const QString name = row.value.textOf(u"name");
    if (type == u"audit") {
        if (!name.isEmpty() && name != u"audit")
            m_remarks.fault(u"survey"_s, row.number, u"name"_s,
                            at(row.number, u"Audits must always be named 'audit.' The name column should be left blank."_s));
        return u"audit"_s;
    }
    if (name.isEmpty() && type == u"note")
        return u"generated_note_name_%1"_s.arg(row.number);
    if (name.isEmpty())
        m_remarks.fault(u"survey"_s, row.number, u"name"_s, at(row.number, u"Question or group with no name. Write one in the 'name' column."_s));
    else if (!isXmlName(name))
        m_remarks.faults.push_back(invalidValue(u"survey"_s, row.number, u"name"_s, QString::fromUtf16(nameRule)));
    else
        return name;
    return {};
}

bool SurveyReader::claimName(const QString& name, int row)
{
    const auto wrong = [&](const QString& advice) {
        m_remarks.fault(u"survey"_s, row, u"name"_s,
                        u"[row : %1] On the 'survey' sheet, the 'name' value '%2' is invalid. %3"_s.arg(QString::number(row), name, advice));
        return false;
    };
    Open& open = m_open.back();
    if (name == u"meta")
        return wrong(u"The name 'meta' is reserved for form metadata."_s);
    if (open.names.contains(name))
        return wrong(
            u"Questions, groups, and repeats must be unique within their nearest parent group or repeat, or the survey if not inside a group or "
            "repeat."_s);
    if (open.namesInLowerCase.contains(name.toLower()))
        m_remarks.warn(
            u"survey"_s, row, u"name"_s,
            u"[row : %1] On the 'survey' sheet, the 'name' value '%2' is problematic. The name is a case-insensitive match to another name. "
            "Questions, groups, and repeats should be unique within the nearest parent group or repeat, or the survey if not inside a group or "
            "repeat. Some data processing tools are not case-sensitive, so the current names may make analysis difficult."_s.arg(QString::number(row),
                                                                                                                                 name));
    open.names.insert(name);
    open.namesInLowerCase.insert(name.toLower());
    return true;
}

std::unique_ptr<Element> SurveyReader::made(const Table::Row& row, const QString& type, const QString& name)
{
    auto element = std::make_unique<Element>();
    element->type = type;
    element->name = name;
    element->row = row.number;
    const std::pair<QString, Value*> values[] = {
        {u"label"_s, &element->label}, {u"hint"_s, &element->hint},       {u"guidance_hint"_s, &element->guidanceHint}, {u"media"_s, &element->media},
        {u"bind"_s, &element->bind},   {u"control"_s, &element->control}, {u"instance"_s, &element->instance}};
    for (const auto& [column, into] : values) {
        if (const Value* value = row.value.find(column))
            *into = *value;
    }
    return element;
}

void SurveyReader::endSection(const SectionMark& mark, const Table::Row& row)
{
    if (const Value* bind = row.value.find(u"bind"); bind && bind->contains(u"entities:saveto"))
        m_entities.saveTo(bind->textOf(u"entities:saveto"), row.number, here(), true);
    m_tableList = TableList::None;
    if (m_open.size() == 1 || m_open.back().mark != mark.word()) {
        const QString name = row.value.textOf(u"name");
        m_remarks.fault(u"survey"_s, row.number, u"type"_s,
                        at(row.number, u"Unmatched 'end_%1'. No matching 'begin_%1' was found for the name '%2'."_s.arg(
                                           mark.word(), name.isEmpty() ? u"unknown"_s : name)));
        return;
    }
    const Open open = std::move(m_open.back());
    m_open.pop_back();
    if (mark.what == SectionMark::What::Loop)
        expandLoop(*open.element, open.loopList);
}

void SurveyReader::beginSection(const SectionMark& mark, const Table::Row& row, const QString& name)
{
    auto section = made(row, mark.word(), name);
    section->kind = mark.what == SectionMark::What::Repeat ? Element::Kind::Repeat : Element::Kind::Group;
    const auto wrongRepeat = [&](const QString& advice) {
        m_remarks.fault(u"survey"_s, row.number, u"name"_s,
                        u"[row : %1] On the 'survey' sheet, the 'name' value '%2' is invalid. %3"_s.arg(QString::number(row.number), name, advice));
    };
    if (mark.what == SectionMark::What::Repeat) {
        if (name == m_survey.settings.name)
            wrongRepeat(u"Repeat names must not be the same as the survey root (which defaults to 'data')."_s);
        else if (m_repeatNames.contains(name))
            wrongRepeat(u"Repeat names must unique anywhere in the survey, at all levels of group or repeat nesting."_s);
        m_repeatNames.insert(name);
    }
    if (mark.what == SectionMark::What::Loop && !m_survey.list(mark.list))
        m_remarks.fault(
            u"survey"_s, row.number, u"type"_s,
            at(row.number, mark.list.isEmpty() ? u"Repeat loop without list name."_s : u"List name not in columns sheet: %1"_s.arg(mark.list)));
    if (section->bind.contains(u"entities:saveto"))
        m_entities.saveTo(section->bind.textOf(u"entities:saveto"), row.number, here(), true);
    const QString appearance = section->control.textOf(u"appearance");
    if (mark.what == SectionMark::What::Repeat && section->label.isEmpty() && section->media.isEmpty())
        m_remarks.warn(u"survey"_s, row.number, u"label"_s,
                       at(row.number, u"Repeat has no label: {'name': '%1', 'type': '%2'}"_s.arg(name, row.value.textOf(u"type"))));
    if (const QString count = section->control.textOf(u"jr:count"); !count.isEmpty() && !isReference(count)) {
        auto counter = std::make_unique<Element>();
        counter->type = u"calculate"_s;
        counter->name = name + u"_count"_s;
        counter->row = row.number;
        counter->bind = questionType(u"calculate"_s)->bind;
        counter->bind.set(u"readonly"_s, u"true()"_s);
        counter->bind.set(u"calculate"_s, count);
        if (claimName(counter->name, row.number)) {
            section->control.set(u"jr:count"_s, u"${%1}"_s.arg(counter->name));
            here().add(std::move(counter));
        }
    }
    if (row.value.contains(u"intent"))
        section->control.set(u"intent"_s, row.value.textOf(u"intent"));
    Element* added = here().add(std::move(section));
    m_open.push_back({added, {}, {}, mark.word(), mark.list});
    if (appearance.split(u' ', Qt::SkipEmptyParts).contains(u"table-list"))
        tableList(*added, row);
}

/// A group whose selects share one row of headings: it becomes a field-list, its label a note of its own.
void SurveyReader::tableList(Element& group, const Table::Row& row)
{
    m_tableList = TableList::Begun;
    QStringList words = group.control.textOf(u"appearance").split(u' ', Qt::SkipEmptyParts);
    words.removeAll(u"table-list"_s);
    words.prepend(u"field-list"_s);
    group.control.set(u"appearance"_s, words.join(u' '));
    if (group.label.isEmpty() && group.hint.isEmpty())
        return;
    auto note = std::make_unique<Element>();
    note->type = u"note"_s;
    note->name = u"generated_table_list_label_%1"_s.arg(row.number);
    note->row = row.number;
    note->bind = questionType(u"note"_s)->bind;
    note->label = std::exchange(group.label, {});
    note->hint = std::exchange(group.hint, {});
    group.add(std::move(note));
}

namespace
{

/// "%(name)s" and "%(label)s" of a loop's rows, replaced by those of one choice.
QString substituted(QString text, const QString& name, const QString& label)
{
    return text.replace(u"%(name)s"_s, name).replace(u"%(label)s"_s, label);
}

Value substituted(const Value& value, const Choice& choice, const QString& language)
{
    const QString label = choice.label.hasParts() ? choice.label.textOf(language) : choice.label.text();
    Value out(substituted(value.text(), choice.name, label));
    for (const auto& [name, part] : value.parts())
        out.set(name, substituted(part, choice, name));
    return out;
}

std::unique_ptr<Element> copied(const Element& element, const Choice& choice)
{
    auto out = std::make_unique<Element>();
    out->kind = element.kind;
    out->type = element.type;
    out->row = element.row;
    out->name = substituted(element.name, choice.name, choice.label.text());
    const std::pair<const Value*, Value*> values[] = {
        {&element.label, &out->label}, {&element.hint, &out->hint},       {&element.guidanceHint, &out->guidanceHint}, {&element.media, &out->media},
        {&element.bind, &out->bind},   {&element.control, &out->control}, {&element.instance, &out->instance}};
    for (const auto& [from, to] : values)
        *to = substituted(*from, choice, {});
    out->defaultText = element.defaultText;
    out->choiceFilter = element.choiceFilter;
    out->itemset = element.itemset;
    out->query = element.query;
    out->parameters = element.parameters;
    out->triggers = element.triggers;
    out->actions = element.actions;
    out->dynamicDefault = element.dynamicDefault;
    for (const auto& child : element.children)
        out->add(copied(*child, choice));
    return out;
}

} // namespace

/// A loop is a group for each choice of its list, each with the loop's rows.
void SurveyReader::expandLoop(Element& loop, const QString& listName)
{
    const ChoiceList* list = m_survey.list(listName);
    if (!list)
        return;
    loop.type = u"group"_s;
    const auto rows = std::exchange(loop.children, {});
    const auto repeat = std::find_if(rows.begin(), rows.end(), [](const auto& row) { return row->kind == Element::Kind::Repeat; });
    if (repeat != rows.end() && list->choices.size() > 1) {
        m_remarks.fault(
            u"survey"_s, (*repeat)->row, u"name"_s,
            u"[row : %1] On the 'survey' sheet, the 'name' value '%2' is invalid. Repeat names must unique anywhere in the survey, at all levels of "
            "group or repeat nesting. A loop writes its rows once for each choice, so it cannot hold a repeat."_s.arg(QString::number((*repeat)->row),
                                                                                                                      (*repeat)->name));
        return;
    }
    for (const Choice& choice : list->choices) {
        if (choice.name == u"none")
            continue;
        auto column = std::make_unique<Element>();
        column->kind = Element::Kind::Group;
        column->type = u"group"_s;
        column->name = choice.name;
        column->label = choice.label;
        column->media = choice.media;
        column->row = loop.row;
        for (const auto& row : rows)
            column->add(copied(*row, choice));
        loop.add(std::move(column));
    }
}

void SurveyReader::addMeta()
{
    auto meta = std::make_unique<Element>();
    meta->kind = Element::Kind::Group;
    meta->type = u"group"_s;
    meta->name = u"meta"_s;
    meta->bodyless = true;
    meta->parent = m_survey.root.get();
    const Settings& settings = m_survey.settings;
    if (m_entities.any())
        m_entities.place(*meta);
    for (auto& question : m_metaQuestions)
        meta->add(std::move(question));
    const auto add = [&](const QString& name, const QString& column) {
        auto question = std::make_unique<Element>();
        question->type = u"calculate"_s;
        question->name = name;
        question->sheet = u"settings"_s;
        question->row = 2;
        question->bind = questionType(u"calculate"_s)->bind;
        question->value = column;
        return meta->add(std::move(question));
    };
    if (!settings.omitInstanceId) {
        Element* id = add(u"instanceID"_s, u"instance_id"_s);
        id->bind.set(u"readonly"_s, u"true()"_s);
        id->bind.set(u"jr:preload"_s, settings.instanceId.isEmpty() ? u"uid"_s : settings.instanceId);
    }
    if (!settings.instanceName.isEmpty())
        add(u"instanceName"_s, u"instance_name"_s)->bind.set(u"calculate"_s, settings.instanceName);
    if (!meta->children.empty())
        m_survey.root->add(std::move(meta));
}

} // namespace rapport::xlsform
