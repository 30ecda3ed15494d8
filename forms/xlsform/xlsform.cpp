// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/xlsform.h"

#include "forms/xlsform/attributes.h"
#include "forms/xlsform/choices.h"
#include "forms/xlsform/settings.h"
#include "forms/xlsform/surveyreader.h"
#include "forms/xlsform/translations.h"
#include "forms/xlsform/workbook.h"
#include "forms/xlsform/xformwriter.h"

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

const Sheet* find(const Workbook& workbook, QLatin1String name)
{
    const auto found = std::find_if(workbook.sheets.begin(), workbook.sheets.end(),
                                    [&](const Sheet& sheet) { return sheet.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == workbook.sheets.end() ? nullptr : &*found;
}

const Sheet* surveySheet(const Workbook& workbook)
{
    const Sheet* survey = find(workbook, "survey"_L1);
    return !survey && workbook.sheets.size() == 1 ? &workbook.sheets.front() : survey;
}

void warnOfSimilarSheet(const QString& name, const QStringList& names, Remarks& remarks)
{
    const QString similar = similarSheets(name, names);
    if (!similar.isEmpty())
        remarks.warn({}, 0, {},
                     similar + u" If you do not mean to include a sheet, to suppress this message, prefix the sheet name with an underscore. For "_s
                               "example 'setting' becomes '_setting'."_s);
}

Conversion conversionOf(Remarks remarks)
{
    Conversion out;
    out.faults = std::move(remarks.faults);
    out.warnings = std::move(remarks.warnings);
    return out;
}

} // namespace

Conversion convert(const QByteArray& xlsx, const ConvertOptions& options)
{
    Remarks remarks;
    const auto workbook = Workbook::read(xlsx);
    if (!workbook) {
        remarks.fault({}, 0, {}, workbook.error().detail);
        return conversionOf(std::move(remarks));
    }
    OtherSheets others;
    for (const Sheet& sheet : workbook->sheets)
        others.names.append(sheet.name);
    const Sheet* surveyed = surveySheet(*workbook);
    if (!surveyed || (surveyed->headings.empty() && surveyed->rows.empty())) {
        remarks.fault({}, 0, {}, u"You must have a sheet named 'survey'. "_s + similarSheets(u"survey"_s, others.names));
        return conversionOf(std::move(remarks));
    }

    Survey survey;
    const Sheet* settings = find(*workbook, "settings"_L1);
    survey.settings = readSettings(settings, options, remarks);
    if (!settings)
        warnOfSimilarSheet(u"settings"_s, others.names, remarks);
    const QString& language = survey.settings.defaultLanguage;

    Conversion out;
    if (const Sheet* sheet = find(*workbook, "external_choices"_L1); sheet && !sheet->rows.empty()) {
        others.external = readPlainLists(*sheet, u"external_choices"_s, language, remarks);
        others.hasExternal = true;
        out.itemsets = itemsetsCsv(*sheet);
    }
    if (const Sheet* sheet = find(*workbook, "osm"_L1))
        others.osm = readPlainLists(*sheet, u"osm"_s, language, remarks);
    std::vector<QStringList> choiceColumns;
    if (const Sheet* sheet = find(*workbook, "choices"_L1); sheet && !sheet->rows.empty())
        readChoices(*sheet, survey, choiceColumns, remarks);
    EntityPlacement entities(survey, remarks);
    if (const Sheet* sheet = find(*workbook, "entities"_L1); sheet && !sheet->rows.empty())
        entities.read(*sheet);
    else if (!sheet)
        warnOfSimilarSheet(u"entities"_s, others.names, remarks);

    const Table table = readTable(*surveyed, u"survey"_s, surveyHeadings(), language, survey.settings.blanks, remarks.faults);
    survey.remember(table);
    SurveyReader reader(survey, others, entities, remarks);
    reader.read(table);
    warnOfTranslations(table.columns, choiceColumns, reader.usedOrOther(), remarks);
    checkAttributes(survey, remarks);
    if (!remarks.faults.empty())
        return conversionOf(std::move(remarks));

    XFormWriter writer(survey, remarks);
    QByteArray xml = writer.write();
    warnOfLanguages(writer.languages(), remarks);
    out.warnings = std::move(remarks.warnings);
    out.faults = std::move(remarks.faults);
    if (out.faults.empty())
        out.xml = std::move(xml);
    else
        out.itemsets.reset();
    return out;
}

} // namespace rapport::xlsform
