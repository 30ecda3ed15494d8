// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/table.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

QString snakeCase(const QString& text)
{
    return text.simplified().toLower().replace(u' ', u'_');
}

QStringList split(const QString& heading, bool doubleColon)
{
    QStringList pieces = heading.split(doubleColon ? u"::"_s : u":"_s);
    for (QString& piece : pieces)
        piece = piece.trimmed();
    if (doubleColon)
        return pieces;
    // A single colon is also that of "jr:count": the two belong together.
    const qsizetype jr = pieces.indexOf(u"jr"_s);
    if (jr >= 0 && jr + 1 < pieces.size()) {
        pieces[jr] += u':' + pieces[jr + 1];
        pieces.removeAt(jr + 1);
    }
    return pieces;
}

/// The column that a heading stands for, as a path: {"label", "English (en)"}.
QStringList columnOf(const QString& heading, bool doubleColon, const Headings& known)
{
    const auto plain = [&](const QString& spelling) { return known.known.contains(spelling) && !known.aliases.contains(spelling); };
    if (plain(heading))
        return {heading};
    if (const QString snake = snakeCase(heading); plain(snake))
        return {snake};
    const bool single = !doubleColon && !heading.contains(u"::");
    QStringList path = split(heading, !single);
    const QString first = snakeCase(path.front());
    // "bind:esri:style" with single colons: what follows the group is one attribute with its prefix.
    static const QStringList groups{u"bind"_s, u"body"_s, u"control"_s, u"instance"_s, u"attribute"_s};
    if (single && path.size() > 2 && groups.contains(first) && known.known.contains(u"bind"_s))
        path = {path.front(), path.mid(1).join(u':')};
    if (const auto alias = known.aliases.find(first); alias != known.aliases.end())
        return alias->second + path.mid(1);
    if (known.known.contains(first))
        path.front() = first;
    return path;
}

QString cleaned(QString text, Blanks blanks)
{
    if (blanks == Blanks::Collapse && text.contains(u"  ")) {
        static const QRegularExpression run(u" +"_s);
        text.replace(run, u" "_s);
    }
    for (QChar& c : text) {
        if (c == QChar(0x2018) || c == QChar(0x2019))
            c = u'\'';
        else if (c == QChar(0x201C) || c == QChar(0x201D))
            c = u'"';
    }
    return text;
}

Fault headingFault(const QString& sheet, const QString& advice)
{
    return {sheet, 1, {}, u"Invalid headers provided for sheet: '%1'. %2"_s.arg(sheet, advice)};
}

void readHeadings(const Sheet& sheet, const Headings& known, Table& table, std::vector<Fault>& faults)
{
    const bool doubleColon = std::any_of(sheet.headings.begin(), sheet.headings.end(), [](const QString& h) { return h.contains(u"::"); });
    if (!sheet.repeatedHeading.isEmpty())
        faults.push_back({table.sheet, 1, sheet.repeatedHeading,
                          u"Duplicate column header: %1. Two columns of the '%2' sheet have this heading: rename or remove one."_s.arg(
                              sheet.repeatedHeading, table.sheet)});
    for (const QString& heading : sheet.headings) {
        const QStringList column = columnOf(heading, doubleColon, known);
        const auto same = std::find(table.columns.begin(), table.columns.end(), column);
        if (same != table.columns.end() && column != QStringList{heading}) {
            const QString& other = table.headings[static_cast<std::size_t>(same - table.columns.begin())];
            faults.push_back(headingFault(table.sheet, u"Headers that are different names for the same column were found: '%1', '%2'. Rename or "
                                                       "remove one of these columns."_s.arg(other, heading)));
        }
        table.columns.push_back(column);
        table.headings.push_back(heading);
    }
    QStringList missing;
    for (const QString& required : known.required) {
        if (std::none_of(table.columns.begin(), table.columns.end(), [&](const QStringList& column) { return column.front() == required; }))
            missing.append(u'\'' + required + u'\'');
    }
    if (!missing.isEmpty() && (!sheet.rows.empty() || table.sheet == u"survey"))
        faults.push_back(headingFault(table.sheet, u"One or more required column headers were not found: %1. Learn more: "
                                                   "https://xlsform.org/en/#setting-up-your-worksheets"_s.arg(missing.join(u", "_s))));
}

} // namespace

QString Table::heading(QStringView column) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].contains(column))
            return headings[i];
    }
    return column.toString();
}

Table readTable(const Sheet& sheet, const QString& name, const Headings& headings, const QString& defaultLanguage, Blanks blanks,
                std::vector<Fault>& faults)
{
    Table table{name, {}, {}, {}};
    readHeadings(sheet, headings, table, faults);
    table.rows.reserve(sheet.rows.size());
    for (const Sheet::Row& row : sheet.rows) {
        Value value;
        for (const auto& [index, text] : row.cells) {
            const QStringList& column = table.columns[static_cast<std::size_t>(index)];
            const QString clean = cleaned(text, blanks);
            if (column.size() == 1)
                value.set(column.front(), clean);
            else
                value.merge(column, clean, defaultLanguage);
        }
        table.rows.push_back({row.number, std::move(value)});
    }
    return table;
}

Fault invalidValue(const QString& sheet, int row, const QString& column, const QString& advice)
{
    return {sheet, row, column, u"[row : %1] On the '%2' sheet, the '%3' value is invalid. %4"_s.arg(QString::number(row), sheet, column, advice)};
}

std::optional<bool> yesOrNo(const QString& text)
{
    static const QHash<QString, bool> words = {{u"yes"_s, true},    {u"Yes"_s, true},    {u"YES"_s, true},    {u"true"_s, true},    {u"True"_s, true},
                                               {u"TRUE"_s, true},   {u"true()"_s, true}, {u"no"_s, false},    {u"No"_s, false},     {u"NO"_s, false},
                                               {u"false"_s, false}, {u"False"_s, false}, {u"FALSE"_s, false}, {u"false()"_s, false}};
    const auto found = words.constFind(text);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace rapport::xlsform
