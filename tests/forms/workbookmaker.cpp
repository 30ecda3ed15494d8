// SPDX-License-Identifier: Apache-2.0
#include "workbookmaker.h"

#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>
#include <xlsxwriter.h>

namespace rapport::tests
{

QByteArray workbook(const QString& sheets)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("form.xlsx"));
    lxw_workbook* book = workbook_new(path.toUtf8().constData());
    lxw_worksheet* sheet = nullptr;
    lxw_row_t row = 0;
    const QStringList lines = sheets.split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QString text = line.trimmed();
        if (text.isEmpty())
            continue;
        if (!text.startsWith(QLatin1Char('|'))) {
            sheet = workbook_add_worksheet(book, text.toUtf8().constData());
            row = 0;
            continue;
        }
        REQUIRE(sheet);
        const QStringList cells = text.mid(1).split(QStringLiteral(" |"));
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (const QString cell = cells[i].trimmed(); !cell.isEmpty())
                worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i), cell.toUtf8().constData(), nullptr);
        }
        ++row;
    }
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

std::vector<std::pair<QString, QByteArray>> rawWorkbook(const QByteArray& sheetXml)
{
    return {{QStringLiteral("xl/workbook.xml"), "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
                                                "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet "
                                                "name='survey' r:id='rId1'/></sheets></workbook>"},
            {QStringLiteral("xl/_rels/workbook.xml.rels"), "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>"},
            {QStringLiteral("xl/worksheets/sheet1.xml"), sheetXml}};
}

} // namespace rapport::tests
