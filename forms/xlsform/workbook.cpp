// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/workbook.h"

#include "forms/xlsform/cellformat.h"
#include "forms/xlsform/ziparchive.h"

#include <QHash>
#include <QLocale>
#include <QXmlStreamReader>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sheetLimit = 64, columnLimit = 2'000, emptyHeadingsBeforeTheEnd = 20, emptyRowsBeforeTheEnd = 60;
constexpr qsizetype rowLimit = 200'000, cellLimit = 2'000'000, textLimit = 100'000;

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

bool isPartOfInterest(const QString& name)
{
    return name == u"xl/workbook.xml" || name == u"xl/_rels/workbook.xml.rels" || name == u"xl/sharedStrings.xml" || name == u"xl/styles.xml" ||
           (name.startsWith(u"xl/worksheets/") && name.endsWith(u".xml"));
}

/// Reads on; a document type, which could declare entities, ends the reading.
QXmlStreamReader::TokenType next(QXmlStreamReader& xml)
{
    const auto token = xml.readNext();
    if (token == QXmlStreamReader::DTD)
        xml.raiseError(u"a document type is not allowed"_s);
    return token;
}

/// The text of a shared or inline string: its runs joined, phonetic hints left out.
QString richText(QXmlStreamReader& xml, QLatin1String end)
{
    QString text;
    int phonetic = 0;
    bool inText = false;
    while (!xml.atEnd()) {
        const auto token = next(xml);
        if (token == QXmlStreamReader::EndElement && xml.name() == end)
            break;
        if (token == QXmlStreamReader::StartElement) {
            phonetic += xml.name() == u"rPh" ? 1 : 0;
            inText = xml.name() == u"t" && !phonetic;
        } else if (token == QXmlStreamReader::EndElement) {
            phonetic -= xml.name() == u"rPh" ? 1 : 0;
            inText = false;
        } else if (token == QXmlStreamReader::Characters && inText && text.size() <= textLimit) {
            text += xml.text();
        }
    }
    return text;
}

QString cleaned(QString text)
{
    text.replace(QChar(0xA0), u' ');
    return text.trimmed();
}

struct Reading {
    QHash<QString, QByteArray> parts;
    std::vector<QString> strings;
    std::vector<NumberKind> styles;
    bool from1904 = false;
    int headingRow = 1;
    qsizetype rows = 0, cells = 0;
};

/// "C7" → 2; -1 where there is no column.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        if (column > columnLimit)
            return columnLimit;
        column = column * 26 + (c.unicode() - u'A' + 1);
    }
    return column - 1;
}

struct RawCell {
    int column = -1;
    QString text;
};

QString cellText(const QString& type, const QString& value, std::size_t style, const Reading& reading)
{
    if (value.isEmpty())
        return {};
    if (type == u"s") {
        const auto index = value.toUInt();
        return index < reading.strings.size() ? reading.strings[index] : QString();
    }
    if (type == u"b")
        return value == u"1" ? u"TRUE"_s : u"FALSE"_s;
    if (type == u"str" || type == u"inlineStr" || type == u"e" || type == u"d")
        return cleaned(value);
    bool good = false;
    const double number = value.toDouble(&good);
    if (good && style < reading.styles.size() && reading.styles[style] == NumberKind::Date)
        return dateText(number, reading.from1904);
    return cleaned(numberText(value));
}

RawCell readCell(QXmlStreamReader& xml, int fallbackColumn, const Reading& reading)
{
    const auto attributes = xml.attributes();
    const QString type = attributes.value("t"_L1).toString();
    const auto style = static_cast<std::size_t>(std::max(0, attributes.value("s"_L1).toInt()));
    RawCell cell;
    cell.column = attributes.hasAttribute("r"_L1) ? columnOf(attributes.value("r"_L1)) : fallbackColumn;
    QString value;
    while (!xml.atEnd()) {
        const auto token = next(xml);
        if (token == QXmlStreamReader::EndElement && xml.name() == u"c")
            break;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"v")
            value = xml.readElementText(QXmlStreamReader::SkipChildElements);
        else if (xml.name() == u"is")
            value = richText(xml, "is"_L1);
    }
    cell.text = cellText(type, value, style, reading);
    return cell;
}

/// The headings, each with its column; ends where twenty columns in a row have none.
void readHeadings(const std::vector<RawCell>& cells, Sheet& sheet, QHash<int, int>& headingOfColumn)
{
    int last = -1;
    for (const RawCell& cell : cells) {
        if (cell.text.isEmpty())
            continue;
        if (cell.column - last > emptyHeadingsBeforeTheEnd)
            break;
        last = cell.column;
        const QString heading = cell.text.simplified();
        if (std::find(sheet.headings.begin(), sheet.headings.end(), heading) != sheet.headings.end()) {
            sheet.repeatedHeading = heading;
            continue;
        }
        headingOfColumn[cell.column] = static_cast<int>(sheet.headings.size());
        sheet.headings.push_back(heading);
    }
}

Status readSheet(const QByteArray& part, Reading& reading, Sheet& sheet)
{
    QXmlStreamReader xml(part);
    QHash<int, int> headingOfColumn;
    std::vector<RawCell> cells;
    int number = 0, lastFilled = reading.headingRow;
    while (!xml.atEnd()) {
        if (next(xml) != QXmlStreamReader::StartElement || xml.name() != u"row")
            continue;
        const auto attributes = xml.attributes();
        number = attributes.hasAttribute("r"_L1) ? attributes.value("r"_L1).toInt() : number + 1;
        if (++reading.rows > rowLimit || number > 2'000'000)
            return invalid(u"The workbook has more than 200,000 rows. Put long lists into a CSV file and use select_one_from_file."_s);
        cells.clear();
        while (!xml.atEnd()) {
            const auto token = next(xml);
            if (token == QXmlStreamReader::EndElement && xml.name() == u"row")
                break;
            if (token != QXmlStreamReader::StartElement || xml.name() != u"c")
                continue;
            if (++reading.cells > cellLimit)
                return invalid(u"The workbook has more than 2,000,000 cells. Put long lists into a CSV file and use select_one_from_file."_s);
            RawCell cell = readCell(xml, cells.empty() ? 0 : cells.back().column + 1, reading);
            if (cell.text.size() > textLimit)
                return invalid(u"A cell in row %1 of the '%2' sheet holds more than 100,000 characters. Shorten it."_s.arg(number).arg(sheet.name));
            if (cell.column >= 0 && cell.column < columnLimit)
                cells.push_back(std::move(cell));
        }
        if (number <= reading.headingRow) {
            if (number == reading.headingRow)
                readHeadings(cells, sheet, headingOfColumn);
            continue;
        }
        if (number - lastFilled > emptyRowsBeforeTheEnd)
            break;
        Sheet::Row row{number, {}};
        for (RawCell& cell : cells) {
            const auto heading = headingOfColumn.constFind(cell.column);
            if (heading != headingOfColumn.constEnd() && !cell.text.isEmpty())
                row.cells.emplace_back(*heading, std::move(cell.text));
        }
        if (row.cells.empty())
            continue;
        lastFilled = number;
        sheet.rows.push_back(std::move(row));
    }
    if (xml.hasError())
        return invalid(u"The '%1' sheet is damaged: %2. Save the form again as .xlsx."_s.arg(sheet.name, xml.errorString()));
    return ok();
}

Status readStrings(Reading& reading)
{
    QXmlStreamReader xml(reading.parts.value(u"xl/sharedStrings.xml"_s));
    while (!xml.atEnd()) {
        if (next(xml) != QXmlStreamReader::StartElement || xml.name() != u"si")
            continue;
        reading.strings.push_back(cleaned(richText(xml, "si"_L1)));
        if (reading.strings.size() > static_cast<std::size_t>(cellLimit))
            return invalid(u"The workbook has more than 2,000,000 texts. Put long lists into a CSV file and use select_one_from_file."_s);
    }
    if (xml.hasError() && !reading.parts.value(u"xl/sharedStrings.xml"_s).isEmpty())
        return invalid(u"The texts of the workbook are damaged: %1. Save the form again as .xlsx."_s.arg(xml.errorString()));
    return ok();
}

/// Relationship id → part name, of the workbook (ECMA-376 part 2, section 9.3).
QHash<QString, QString> targets(const QByteArray& relationships)
{
    QHash<QString, QString> out;
    QXmlStreamReader xml(relationships);
    while (!xml.atEnd()) {
        if (next(xml) != QXmlStreamReader::StartElement || xml.name() != u"Relationship")
            continue;
        const QString target = xml.attributes().value("Target"_L1).toString();
        out[xml.attributes().value("Id"_L1).toString()] = target.startsWith(u'/') ? target.mid(1) : u"xl/"_s + target;
    }
    return out;
}

} // namespace

Result<Workbook> Workbook::read(const QByteArray& xlsx, int headingRow)
{
    auto parts = readZip(xlsx, isPartOfInterest);
    if (!parts)
        return parts.error();
    Reading reading;
    reading.headingRow = headingRow;
    reading.parts = *std::move(parts);
    if (!reading.parts.contains(u"xl/workbook.xml"_s))
        return invalid(u"This is not an .xlsx file: it has no workbook inside. Save the form as “Excel workbook (.xlsx)”."_s);
    if (auto read = readStrings(reading); !read)
        return read.error();
    reading.styles = cellStyles(reading.parts.value(u"xl/styles.xml"_s));

    const auto target = targets(reading.parts.value(u"xl/_rels/workbook.xml.rels"_s));
    Workbook workbook;
    std::vector<QString> partNames;
    QXmlStreamReader xml(reading.parts.value(u"xl/workbook.xml"_s));
    while (!xml.atEnd()) {
        if (next(xml) != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (xml.name() == u"workbookPr")
            reading.from1904 = attributes.value("date1904"_L1) == u"1" || attributes.value("date1904"_L1) == u"true";
        if (xml.name() != u"sheet")
            continue;
        if (workbook.sheets.size() >= sheetLimit)
            return invalid(u"The workbook has more than 64 sheets. Keep the sheets of the form and remove the others."_s);
        workbook.sheets.push_back({attributes.value("name"_L1).toString(), {}, {}, {}});
        for (const auto& attribute : attributes) {
            if (attribute.name() == u"id")
                partNames.push_back(target.value(attribute.value().toString()));
        }
        partNames.resize(workbook.sheets.size());
    }
    if (xml.hasError())
        return invalid(u"The workbook is damaged: %1. Save the form again as .xlsx."_s.arg(xml.errorString()));
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const auto part = reading.parts.constFind(partNames[i]);
        if (part == reading.parts.constEnd())
            continue; // a chart sheet
        if (auto read = readSheet(*part, reading, workbook.sheets[i]); !read)
            return read.error();
    }
    return workbook;
}

} // namespace rapport::xlsform
