// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/table.h"

#include "forms/xlsform/workbook.h"
#include "sync/contact/charset.h"
#include "sync/tables/csvreader.h"

#include <QBuffer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::tables
{
namespace
{

constexpr qsizetype fileLimit = 64 * 1024 * 1024, rowLimit = 200'000, columnLimit = 500, cellsLimit = 2'000'000, cellLimit = 32'767;

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// What has no meaning in UTF-8 is Windows-1252, which spreadsheets save by default.
QByteArray asUtf8(const QByteArray& file)
{
    static constexpr char16_t high[] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    QByteArray text = contact::withoutMark(file);
    if (text.isValidUtf8())
        return text;
    QString out = QString::fromLatin1(text);
    for (QChar& c : out) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = high[c.unicode() - 0x80];
    }
    return out.toUtf8();
}

/// Takes the line "sep=;" away, which spreadsheets understand.
char takeSeparator(QByteArray& text)
{
    if (text.size() < 6 || text.left(4).toLower() != "sep=" || (text[5] != '\n' && text[5] != '\r'))
        return separatorOf(text);
    const char separator = text[4];
    text = "\n" + text.mid(text.indexOf('\n') + 1); // the other lines keep their numbers
    return separator;
}

class Builder
{
public:
    explicit Builder(bool isSheet) { m_table.isSheet = isSheet; }

    Status titles(const QStringList& cells)
    {
        if (cells.size() > columnLimit)
            return invalid(u"The table has more than %1 columns."_s.arg(columnLimit));
        for (const QString& cell : cells) {
            const QString title = cell.simplified();
            if (!title.isEmpty() && m_table.titles.contains(title))
                m_table.repeated += title;
            m_table.titles += title;
        }
        if (m_table.titles.join(QString()).isEmpty())
            return invalid(u"The table has no titles above its columns."_s);
        return ok();
    }
    Status row(int number, QStringList cells)
    {
        if (std::any_of(cells.begin(), cells.end(), [](const QString& cell) { return cell.size() > cellLimit; }))
            return invalid(u"%1 has a cell of more than %2 characters."_s.arg(place(number)).arg(cellLimit));
        for (QString& cell : cells)
            cell = cell.trimmed();
        while (!cells.isEmpty() && cells.last().isEmpty())
            cells.removeLast();
        if (cells.isEmpty())
            return ok();
        if (cells.size() > m_table.titles.size())
            return invalid(u"%1 has more cells than there are titles; a cell with the separator in it needs quotation marks."_s.arg(place(number)));
        cells.resize(m_table.titles.size());
        m_table.rows.push_back({number, std::move(cells)});
        if (qsizetype(m_table.rows.size()) > rowLimit || qsizetype(m_table.rows.size()) * m_table.titles.size() > cellsLimit)
            return invalid(u"The table has more than %1 rows or %2 cells. Divide it into several files."_s.arg(rowLimit).arg(cellsLimit));
        return ok();
    }
    bool hasTitles() const { return !m_table.titles.isEmpty(); }
    Table take() { return std::move(m_table); }

private:
    QString place(int number) const { return (m_table.isSheet ? u"Row %1"_s : u"Line %1"_s).arg(number); }
    Table m_table;
};

Result<Table> readText(const QByteArray& file, const TablePlace& place)
{
    QByteArray text = asUtf8(file);
    const char separator = takeSeparator(text);
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, separator);
    Builder builder(false);
    for (;;) {
        auto record = reader.next();
        if (!record)
            return invalid(u"The table cannot be read: %1."_s.arg(record.error().detail));
        if (!*record)
            break;
        if (!builder.hasTitles() && reader.line() < place.titleRow)
            continue;
        if (Status taken = builder.hasTitles() ? builder.row(reader.line(), std::move(**record)) : builder.titles(**record); !taken)
            return taken.error();
    }
    if (!builder.hasTitles())
        return invalid(u"The table has no titles above its columns."_s);
    return builder.take();
}

Result<Table> readWorkbook(const QByteArray& file, const TablePlace& place)
{
    auto book = xlsform::Workbook::read(file, place.titleRow);
    if (!book) // its own sentences speak of forms
        return invalid(
            u"The workbook cannot be read. It has to be an undamaged .xlsx of at most 64 MiB, 96 MiB unpacked, 64 sheets, 200,000 rows and "
            "2,000,000 cells."_s);
    const auto sheet = std::find_if(book->sheets.begin(), book->sheets.end(),
                                    [&](const xlsform::Sheet& one) { return place.sheet.isEmpty() || one.name == place.sheet; });
    if (sheet == book->sheets.end())
        return invalid(place.sheet.isEmpty() ? u"The workbook has no sheet."_s : u"The workbook has no sheet “%1”."_s.arg(place.sheet));
    Builder builder(true);
    if (Status taken = builder.titles(QStringList(sheet->headings.begin(), sheet->headings.end())); !taken)
        return taken.error();
    for (const xlsform::Sheet::Row& row : sheet->rows) {
        QStringList cells(qsizetype(sheet->headings.size()));
        for (const auto& [column, cell] : row.cells)
            cells[column] = cell;
        if (Status taken = builder.row(row.number, std::move(cells)); !taken)
            return taken.error();
    }
    Table table = builder.take();
    if (!sheet->repeatedHeading.isEmpty())
        table.repeated += sheet->repeatedHeading;
    return table;
}

} // namespace

Result<Table> readTable(const QByteArray& file, const TablePlace& place)
{
    if (file.size() > fileLimit)
        return invalid(u"The file is larger than 64 MiB. Divide it into several files."_s);
    return file.startsWith("PK\x03\x04") ? readWorkbook(file, place) : readText(file, place);
}

} // namespace rapport::tables
