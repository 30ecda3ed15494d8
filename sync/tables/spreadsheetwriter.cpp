// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/spreadsheetwriter.h"

#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>
#include <xlsxwriter.h>

#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;

namespace rapport::tables
{
namespace
{

constexpr qsizetype cellLimit = 32'767; // of Excel, in UTF-16
constexpr double columnWidth = 22;      // characters

struct Close {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

Error notWritten(int code)
{
    const bool full = code == ENOSPC || code == EDQUOT || code == 0;
    return {full ? Error::Kind::Full : Error::Kind::Denied, u"the workbook could not be written: %1"_s.arg(qt_error_string(code))};
}

QString cellText(QString text)
{
    text.replace(QChar(0xFFFE), QChar::ReplacementCharacter).replace(QChar(0xFFFF), QChar::ReplacementCharacter); // which XML does not have
    if (text.size() <= cellLimit)
        return text;
    text.truncate(cellLimit - 1);
    if (text.back().isHighSurrogate())
        text.chop(1);
    return text + QChar(u'…');
}

/// Whether the sheet in the file at @p path has so many rows and its end. libxlsxwriter does not look whether what it wrote in between was written.
bool isWhole(const QByteArray& path, int rows)
{
    const std::unique_ptr<archive, Close> reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_filename(reader.get(), path.constData(), 64 * 1024) != ARCHIVE_OK)
        return false;
    archive_entry* entry = nullptr;
    do {
        if (archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK)
            return false;
    } while (qstrcmp(archive_entry_pathname(entry), "xl/worksheets/sheet1.xml") != 0);
    QByteArray piece(64 * 1024, '\0'), tail;
    qsizetype found = 0;
    la_ssize_t got = 0;
    while ((got = archive_read_data(reader.get(), piece.data(), size_t(piece.size()))) > 0) {
        const qsizetype before = tail.count("</row>"); // of which a part may stand in the next piece
        tail += QByteArrayView(piece).first(got).toByteArray();
        found += tail.count("</row>") - before;
        tail = tail.right(16);
    }
    return got == 0 && found == rows && tail.endsWith("</worksheet>");
}

} // namespace

SpreadsheetWriter::SpreadsheetWriter(const QString& path, const QString& sheet)
    : m_path(QFile::encodeName(path)), m_folder(QFile::encodeName(QFileInfo(path).path()))
{
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = m_folder.data();
    m_book = workbook_new_opt(m_path.constData(), &options);
    if (!m_book)
        return;
    m_sheet = workbook_add_worksheet(m_book, sheet.toUtf8().constData());
    m_text = workbook_add_format(m_book);
    m_title = workbook_add_format(m_book);
    if (!m_sheet || !m_text || !m_title)
        return;
    format_set_num_format(m_text, "@");
    format_set_num_format(m_title, "@");
    format_set_bold(m_title);
    worksheet_set_column(m_sheet, 0, columnLimit - 1, columnWidth, m_text);
    worksheet_freeze_panes(m_sheet, 1, 0);
}

SpreadsheetWriter::~SpreadsheetWriter()
{
    if (m_book)
        workbook_close(m_book); // which alone frees it
}

Status SpreadsheetWriter::add(const QStringList& row)
{
    if (!m_sheet || !m_title)
        return notWritten(errno);
    if (m_rows == rowLimit || row.size() > columnLimit)
        return Error{Error::Kind::Invalid, u"a sheet has no room for more"_s};
    bool filled = false;
    for (qsizetype column = 0; column < row.size(); ++column) {
        const QByteArray text = cellText(row[column]).toUtf8();
        if (text.isEmpty())
            continue;
        const lxw_error error = worksheet_write_string(m_sheet, lxw_row_t(m_rows), lxw_col_t(column), text.constData(), m_rows ? m_text : m_title);
        if (error != LXW_NO_ERROR)
            return Error{Error::Kind::Internal, u"a cell was refused: %1"_s.arg(QLatin1String(lxw_strerror(error)))};
        filled = true;
    }
    ++m_rows;
    m_filled += filled ? 1 : 0;
    return ok();
}

Status SpreadsheetWriter::finish()
{
    if (!m_book || !m_sheet)
        return notWritten(errno);
    errno = 0;
    const lxw_error error = workbook_close(std::exchange(m_book, nullptr));
    const int code = errno;
    if (error == LXW_NO_ERROR && isWhole(m_path, m_filled))
        return ok();
    QFile::remove(QFile::decodeName(m_path));
    return notWritten(error == LXW_NO_ERROR ? ENOSPC : code);
}

} // namespace rapport::tables
