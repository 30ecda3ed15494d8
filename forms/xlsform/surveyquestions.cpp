// SPDX-License-Identifier: Apache-2.0
// SurveyReader's part for the rows that ask something.
#include "forms/xlsform/surveyreader.h"
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

/// The number of single-character edits between two words (Levenshtein), as far as 3.
int distance(const QString& a, const QString& b)
{
    if (std::abs(a.size() - b.size()) > 2)
        return 3;
    std::vector<int> above(static_cast<std::size_t>(b.size()) + 1), line(above.size());
    for (std::size_t j = 0; j < above.size(); ++j)
        above[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        line[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto k = static_cast<std::size_t>(j);
            line[k + 1] = std::min({above[k + 1] + 1, line[k] + 1, above[k] + (a[i] == b[j] ? 0 : 1)});
        }
        above.swap(line);
    }
    return above.back();
}

} // namespace

QString similarSheets(const QString& name, const QStringList& sheets)
{
    static const QStringList known{u"survey"_s, u"choices"_s, u"settings"_s, u"external_choices"_s, u"osm"_s, u"entities"_s};
    QStringList found;
    for (const QString& sheet : sheets) {
        if (!sheet.startsWith(u'_') && !known.contains(sheet) && sheet.size() < 100 && distance(sheet.toLower(), name) <= 2)
            found.append(u'\'' + sheet + u'\'');
    }
    if (found.isEmpty())
        return {};
    return u"When looking for a sheet named '%1', the following sheets with similar names were found: %2."_s.arg(name, found.join(u", "_s));
}

void SurveyReader::readTriggers(Element& question, const QString& text)
{
    if (text.isEmpty())
        return;
    const auto wrong = [&](const QString& advice) { m_remarks.faults.push_back(invalidValue(u"survey"_s, question.row, u"trigger"_s, advice)); };
    if (!text.contains(u"${"))
        return wrong(u"Reference variables must start with '${', then a question name, and end with '}'."_s);
    const QStringList pieces = text.split(u',');
    for (const QString& piece : pieces) {
        const auto found = references(piece);
        if (found.size() > 1)
            return wrong(u"Reference variable lists must have a comma between each variable."_s);
        for (const Reference& reference : found) {
            question.triggers.push_back(reference.name);
            m_triggerNames.emplace_back(reference.name, question.row);
        }
    }
}

void SurveyReader::readDefault(Element& question, const QString& text)
{
    question.defaultText = text;
    if (text.isEmpty() || !isDynamicDefault(text, question.type))
        return;
    question.dynamicDefault = true;
    question.actions.push_back({u"setvalue"_s, u"odk-instance-first-load"_s, {}, {}});
    if (std::any_of(m_open.begin(), m_open.end(), [](const Open& open) { return open.mark == u"repeat"; }))
        question.actions.push_back({u"setvalue"_s, u"odk-new-repeat"_s, {}, {}});
}

void SurveyReader::finish(std::unique_ptr<Element> question)
{
    if (question->bind.contains(u"entities:saveto")) {
        const QString property = m_entities.saveTo(question->bind.textOf(u"entities:saveto"), question->row, here(), false);
        question->bind.set(u"entities:saveto"_s, property);
    }
    const QuestionType* known = questionType(question->type);
    Value bind = known->bind;
    bind.updateWith(question->bind);
    question->bind = std::move(bind);
    if (!known->mediaType.isEmpty()) {
        Value control;
        control.set(u"mediatype"_s, known->mediaType);
        control.updateWith(question->control);
        question->control = std::move(control);
    }
    if (question->hint.isEmpty() && !known->hint.isEmpty())
        question->hint = Value(known->hint);
    if (question->label.isEmpty() && question->control.textOf(u"appearance") == u"label")
        question->label = Value(u" "_s);
    here().add(std::move(question));
}

void SurveyReader::readQuestion(const Table::Row& row, const QString& type, const QString& name)
{
    auto question = made(row, type, name);
    const auto osm = osmList(type);
    if (osm) {
        question->type = u"osm"_s;
        for (const Value& tag : m_others.osm.value(*osm))
            question->tags.push_back({tag.textOf(u"name"), tag.find(u"label") ? *tag.find(u"label") : Value()});
    }
    if (!questionType(question->type)) {
        m_remarks.fault(
            u"survey"_s, row.number, u"type"_s,
            at(row.number,
               u"Unknown question type '%1'. Look it up at https://xlsform.org/en/#question-types and correct the 'type' column."_s.arg(type)));
        return;
    }
    readTriggers(*question, row.value.textOf(u"trigger"));
    readDefault(*question, row.value.textOf(u"default"));
    const auto parameters = Parameters::parse(row.value.textOf(u"parameters"));
    if (!parameters) {
        m_remarks.faults.push_back(
            invalidValue(u"survey"_s, row.number, u"parameters"_s, u"Parameters must be in the form of 'key1=value1 key2=value2."_s));
        return;
    }
    const bool calculates = question->bind.contains(u"calculate");
    if (type == u"calculate" && !calculates && !question->dynamicDefault) {
        m_remarks.fault(u"survey"_s, row.number, u"calculation"_s, at(row.number, u"Missing calculation."_s));
        return;
    }
    if (type == u"subscriberid" || type == u"simserial")
        m_remarks.warn(
            u"survey"_s, row.number, u"type"_s,
            at(row.number, u"%1 is no longer supported on most devices. Only old versions of Collect on Android versions older than 11 still "
                           "support it."_s.arg(type)));
    if (type == u"photo" && !question->defaultText.isEmpty() && !question->defaultText.contains(u"jr://images/"))
        question->defaultText.prepend(u"jr://images/"_s);
    if (type == u"background-audio")
        question->actions.push_back({u"odk:recordaudio"_s, u"odk-instance-load"_s, {}, {}});
    if (type == u"start-geopoint")
        question->actions.push_back({u"odk:setgeopoint"_s, u"odk-instance-first-load"_s, {}, {}});
    if (type == u"background-geopoint" && question->triggers.empty())
        m_remarks.fault(u"survey"_s, row.number, u"trigger"_s,
                        at(row.number, u"For 'background-geopoint' questions, the 'trigger' column must not be empty."_s));
    if (type == u"background-geopoint" && calculates)
        m_remarks.fault(u"survey"_s, row.number, u"calculation"_s,
                        at(row.number, u"For 'background-geopoint' questions, the 'calculation' column must be empty."_s));
    question->choiceFilter = row.value.textOf(u"choice_filter");
    m_rules.apply(*question, *parameters);
    if (type == u"csv-external" || type == u"xml-external")
        question->kind = Element::Kind::External;
    if (type == u"audit") {
        Value bind = questionType(type)->bind;
        bind.updateWith(question->bind);
        question->bind = std::move(bind);
        m_metaQuestions.push_back(std::move(question));
        return;
    }
    finish(std::move(question));
}

bool SurveyReader::checkSelectList(const SelectWord& word, const Table::Row& row)
{
    const auto wrong = [&](const QString& sentence) {
        m_remarks.fault(u"survey"_s, row.number, u"type"_s, sentence);
        return false;
    };
    const QString extension = fileExtension(word.list);
    if (word.what == SelectWord::What::OneExternal) {
        if (!m_others.hasExternal) {
            const QString similar = similarSheets(u"external_choices"_s, m_others.names);
            return wrong(u"There should be an external_choices sheet in this xlsform.%1 Please ensure that the external_choices sheet has columns "
                         "'list name', and 'name'."_s.arg(similar.isEmpty() ? similar : u' ' + similar));
        }
        if (!m_others.external.contains(word.list))
            return wrong(u"[row : %1]List name not in external choices sheet: %2"_s.arg(QString::number(row.number), word.list));
        if (row.value.contains(u"choice_filter"))
            return true;
        m_remarks.warn(u"survey"_s, row.number, u"choice_filter"_s, at(row.number, u"select one external is only meant for filtered selects."_s));
        return m_survey.list(word.list) || !Parameters::parse(row.value.textOf(u"parameters")).value_or(Parameters()).all().empty()
                   ? true
                   : wrong(at(row.number, u"select_one_external needs a 'choice_filter'. Write one, or use select_one with the choices sheet."_s));
    }
    if (word.fromFile() && (extension.isEmpty() || word.list.count(u'.') != 1))
        return wrong(at(row.number, u"File name for '%1 %2' should end with one of the supported file extensions: '.xml', '.csv', '.geojson'"_s.arg(
                                        word.command, word.list)));
    if (m_survey.list(word.list) || !extension.isEmpty() || !references(word.list).empty())
        return true;
    if (m_survey.lists.empty()) {
        const QString similar = similarSheets(u"choices"_s, m_others.names);
        return wrong(
            u"There should be a choices sheet in this xlsform.%1 Please ensure that the choices sheet has the mandatory columns 'list_name', "
            "'name', and 'label'."_s.arg(similar.isEmpty() ? similar : u' ' + similar));
    }
    m_remarks.faults.push_back(invalidValue(u"survey"_s, row.number, u"type"_s,
                                            u"List name not in choices sheet: %1. Add rows for this list_name to the choices sheet, or check the "
                                            "spelling."_s.arg(word.list)));
    return false;
}

/// The choice 'other' and the question that asks what.
void SurveyReader::addOther(const SelectWord& word, Element& select)
{
    m_orOther = true;
    const auto wrong = [&](const QString& sentence) { m_remarks.fault(u"survey"_s, select.row, u"type"_s, at(select.row, sentence)); };
    if (!select.choiceFilter.isEmpty())
        return wrong(u"Choice filter not supported with or_other."_s);
    ChoiceList* list = m_survey.list(word.list);
    if (!list)
        return wrong(u"Please specify choices for this 'or other' question."_s);
    if (std::any_of(list->choices.begin(), list->choices.end(), [](const Choice& choice) { return choice.name == u"other"; }))
        return;
    Choice other;
    other.name = u"other"_s;
    for (const Choice& choice : list->choices) {
        for (const auto& [language, text] : choice.label.parts())
            other.label.set(language, u"Other"_s);
    }
    if (!other.label.hasParts())
        other.label = Value(u"Other"_s);
    list->choices.push_back(std::move(other));
}

/// The first select of a table-list makes the row of headings; all must show the same list.
bool SurveyReader::fitsTableList(const SelectWord& word, const Table::Row& row)
{
    const auto wrong = [&](const QString& sentence) {
        m_remarks.fault(u"survey"_s, row.number, u"type"_s, at(row.number, sentence));
        return false;
    };
    if (m_tableList == TableList::Begun) {
        m_tableList = TableList::Running;
        m_tableListName = word.list;
        if (row.value.contains(u"choice_filter"))
            return wrong(u"Choice filter not supported for table-list appearance."_s);
        auto headings = std::make_unique<Element>();
        headings->type = word.what == SelectWord::What::Many   ? u"select all that apply"_s
                         : word.what == SelectWord::What::Rank ? u"rank"_s
                                                               : u"select one"_s;
        headings->name = u"reserved_name_for_field_list_labels_%1"_s.arg(row.number);
        headings->row = row.number;
        headings->control.set(u"appearance"_s, u"label"_s);
        headings->itemset = word.list;
        finish(std::move(headings));
    }
    if (m_tableListName != word.list)
        return wrong(u"Badly formatted table list, list names don't match: %1 vs. %2"_s.arg(m_tableListName, word.list));
    return true;
}

void SurveyReader::readSelect(const SelectWord& word, const Table::Row& row, const QString& name)
{
    using What = SelectWord::What;
    if (!checkSelectList(word, row))
        return;
    static const QString types[] = {u"select one"_s, u"select all that apply"_s, u"rank"_s, u"select one external"_s};
    auto select = made(row, types[static_cast<int>(word.what)], name);
    readTriggers(*select, row.value.textOf(u"trigger"));
    readDefault(*select, row.value.textOf(u"default"));
    select->choiceFilter = row.value.textOf(u"choice_filter");
    select->itemset = word.list;
    if (word.what == What::OneExternal && !select->choiceFilter.isEmpty())
        select->query = word.list;
    if (word.what == What::Many && m_survey.list(word.list)) {
        for (const Choice& choice : m_survey.list(word.list)->choices) {
            if (choice.name.contains(u' '))
                m_remarks.fault(u"choices"_s, choice.row, u"name"_s,
                                at(choice.row, u"Choice names with spaces cannot be added to multiple choice selects. See [%1] in [%2]"_s.arg(
                                                   choice.name, word.list)));
        }
    }
    const auto parameters = Parameters::parse(row.value.textOf(u"parameters"));
    if (!parameters) {
        m_remarks.faults.push_back(
            invalidValue(u"survey"_s, row.number, u"parameters"_s, u"Parameters must be in the form of 'key1=value1 key2=value2."_s));
        return;
    }
    m_rules.applyToSelect(*select, *parameters, word.fromFile());
    if (word.orOther)
        addOther(word, *select);
    if (m_tableList != TableList::None) {
        if (!fitsTableList(word, row))
            return;
        select->control.set(u"appearance"_s, u"list-nolabel"_s);
    }
    finish(std::move(select));
    if (!word.orOther)
        return;
    auto other = std::make_unique<Element>();
    other->type = u"text"_s;
    other->name = name + u"_other"_s;
    other->row = row.number;
    other->label = Value(u"Specify other."_s);
    other->bind.set(u"relevant"_s, u"selected(../%1, 'other')"_s.arg(name));
    if (claimName(other->name, row.number))
        finish(std::move(other));
}

} // namespace rapport::xlsform
