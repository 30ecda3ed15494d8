// SPDX-License-Identifier: Apache-2.0
#include "workbookmaker.h"

#include <QFile>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>
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

QByteArray zipOf(const std::vector<std::pair<QString, QByteArray>>& parts)
{
    qsizetype room = 1024 * 1024;
    for (const auto& part : parts)
        room += part.second.size();
    QByteArray out(room, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    REQUIRE(archive_write_open_memory(writer, out.data(), static_cast<std::size_t>(out.size()), &used) == ARCHIVE_OK);
    for (const auto& [name, bytes] : parts) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.toUtf8().constData());
        archive_entry_set_size(entry, bytes.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        REQUIRE(archive_write_header(writer, entry) == ARCHIVE_OK);
        archive_write_data(writer, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return out.left(static_cast<qsizetype>(used));
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
