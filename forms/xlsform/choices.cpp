// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/choices.h"

#include "forms/xlsform/tokens.h"

#include <QSet>

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

Headings headings(bool nameRequired)
{
    Headings known{{u"name"_s, u"label"_s, u"media"_s, u"sms_option"_s, u"list_name"_s},
                   {{u"caption"_s, {u"label"_s}},
                    {u"value"_s, {u"name"_s}},
                    {u"image"_s, {u"media"_s, u"image"_s}},
                    {u"big-image"_s, {u"media"_s, u"big-image"_s}},
                    {u"audio"_s, {u"media"_s, u"audio"_s}},
                    {u"video"_s, {u"media"_s, u"video"_s}}},
                   {}};
    if (nameRequired)
        known.required.insert(u"name"_s);
    return known;
}

bool hasReference(const Value& label)
{
    return !references(label.text()).empty();
}

/// Columns whose heading cannot be an element: left out where it is a note, refused where it looks meant.
QSet<QString> columnsLeftOut(const Table& table, Remarks& remarks)
{
    QSet<QString> out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const QString& column = table.columns[i].front();
        if (column.contains(u' ') || column.isEmpty()) {
            remarks.warnings.push_back(invalidValue(u"choices"_s, 1, column,
                                                    u"Column headers must not be empty and must not contain spaces. Learn more: "
                                                    "https://xlsform.org/en/#setting-up-your-worksheets"_s));
            out.insert(column);
        } else if (!isXmlName(column) || column.contains(u':') || (column != u"label" && column != u"media" && table.columns[i].size() > 1)) {
            remarks.faults.push_back(
                invalidValue(u"choices"_s, 1, table.headings[i],
                             u"Every column of the choices becomes an element of its own, so its heading must be a name of letters, "
                             "digits, underscores, hyphens or periods, without a colon. Rename the column."_s));
            out.insert(column);
        }
    }
    return out;
}

Choice choiceOf(const Table::Row& row, const QSet<QString>& leftOut)
{
    Choice choice;
    choice.row = row.number;
    for (const auto& [column, value] : row.value.parts()) {
        if (column == u"name")
            choice.name = value.text();
        else if (column == u"label")
            choice.label = value;
        else if (column == u"media")
            choice.media = value;
        else if (column != u"list_name" && !leftOut.contains(column))
            choice.columns.emplace_back(column, value.text());
    }
    return choice;
}

void checkList(const ChoiceList& list, bool duplicatesAllowed, Remarks& remarks)
{
    QSet<QString> seen;
    for (const Choice& choice : list.choices) {
        if (choice.name.isEmpty())
            remarks.faults.push_back(invalidValue(u"choices"_s, choice.row, u"name"_s,
                                                  u"Choices must have a name. Learn more: https://xlsform.org/en/#setting-up-your-worksheets"_s));
        else if (choice.label.isEmpty())
            remarks.warnings.push_back(
                invalidValue(u"choices"_s, choice.row, u"label"_s,
                             u"Choices should have a label. Learn more: https://xlsform.org/en/#setting-up-your-worksheets"_s));
        if (!duplicatesAllowed && !choice.name.isEmpty() && seen.contains(choice.name))
            remarks.faults.push_back(invalidValue(u"choices"_s, choice.row, u"name"_s,
                                                  u"Choice names must be unique for each choice list. If this is intentional, use the setting "
                                                  "'allow_choice_duplicates'. Learn more: https://xlsform.org/#choice-names."_s));
        seen.insert(choice.name);
    }
}

QByteArray quoted(QString text)
{
    return u"\"%1\""_s.arg(text.replace(u'"', u"\"\""_s)).toUtf8();
}

} // namespace

void readChoices(const Sheet& sheet, Survey& survey, std::vector<QStringList>& columns, Remarks& remarks)
{
    const Table table = readTable(sheet, u"choices"_s, headings(true), survey.settings.defaultLanguage, Blanks::Keep, remarks.faults);
    columns = table.columns;
    survey.remember(table);
    const QSet<QString> leftOut = columnsLeftOut(table, remarks);
    for (const Table::Row& row : table.rows) {
        const QString listName = row.value.textOf(u"list_name");
        if (listName.isEmpty())
            continue;
        if (!survey.listOfName.contains(listName)) {
            survey.listOfName[listName] = survey.lists.size();
            survey.lists.push_back({listName, {}});
        }
        survey.list(listName)->choices.push_back(choiceOf(row, leftOut));
    }
    for (ChoiceList& list : survey.lists) {
        checkList(list, survey.settings.allowChoiceDuplicates, remarks);
        list.needsItext = std::any_of(list.choices.begin(), list.choices.end(), [](const Choice& choice) {
            return choice.media.hasParts() || choice.label.hasParts() || hasReference(choice.label);
        });
    }
}

QHash<QString, std::vector<Value>> readPlainLists(const Sheet& sheet, const QString& name, const QString& defaultLanguage, Remarks& remarks)
{
    const Table table = readTable(sheet, name, headings(false), defaultLanguage, Blanks::Keep, remarks.faults);
    QHash<QString, std::vector<Value>> lists;
    for (const Table::Row& row : table.rows) {
        if (row.value.contains(u"list_name"))
            lists[row.value.textOf(u"list_name")].push_back(row.value);
    }
    return lists;
}

QByteArray itemsetsCsv(const Sheet& sheet)
{
    QByteArray csv;
    const auto line = [&](std::vector<QByteArray> fields) {
        while (!fields.empty() && fields.back() == "\"\"")
            fields.pop_back();
        for (std::size_t i = 0; i < fields.size(); ++i)
            csv += (i ? "," : "") + fields[i];
        csv += "\r\n";
    };
    std::vector<QByteArray> fields;
    for (const QString& heading : sheet.headings)
        fields.push_back(quoted(heading));
    line(fields);
    for (const Sheet::Row& row : sheet.rows) {
        fields.assign(sheet.headings.size(), quoted(QString()));
        for (const auto& [column, text] : row.cells)
            fields[static_cast<std::size_t>(column)] = quoted(text);
        line(fields);
    }
    return csv;
}

} // namespace rapport::xlsform
