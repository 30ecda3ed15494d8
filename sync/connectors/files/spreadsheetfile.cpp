// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/files/spreadsheetfile.h"

#include "sync/tables/csvreader.h"
#include "sync/tables/spreadsheetwriter.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace rapport::connectors::files
{
namespace
{

/// Empty where it cannot be read.
QByteArray hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

Status writeRows(const QString& from, const QString& to, const QString& sheet)
{
    QFile::remove(to); // of an earlier try
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, file.errorString()};
    tables::CsvReader reader(file);
    tables::SpreadsheetWriter writer(to, sheet);
    for (;;) {
        const auto row = reader.next();
        if (!row)
            return row.error();
        if (!*row)
            return writer.finish();
        if (Status added = writer.add(**row); !added)
            return added;
    }
}

} // namespace

SpreadsheetFile::SpreadsheetFile(QString folder, QString name)
    : m_folder(std::move(folder)), m_name(std::move(name)), m_rows(m_folder, u'.' + m_name + u".csv"_s)
{
}

SpreadsheetFile::Made SpreadsheetFile::made() const
{
    QFile file(beside(u".made"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    return {lines.value(0), lines.value(1), lines.value(2)};
}

Result<Place> SpreadsheetFile::put(const QStringList& columns, const std::map<QString, QString>& values) const
{
    const QString workbook = m_folder + u'/' + m_name;
    const bool there = QFileInfo::exists(workbook);
    const QByteArray now = there ? hashOf(workbook) : QByteArray();
    const Made known = made();
    if (there && (now.isEmpty() || (now != known.before && now != known.after)))
        return Error{Error::Kind::Corrupt, u"the workbook is not the one that was written last"_s};
    if (!there)
        m_rows.remove();
    const auto place = m_rows.put(columns, values);
    if (!place)
        return place;
    if (!place->changed && now == known.after && hashOf(m_rows.path()) == known.rows)
        return place;
    if (Status rendered = render(now); !rendered)
        return rendered.error();
    return Place{place->number};
}

Status SpreadsheetFile::render(const QByteArray& before) const
{
    const QString fresh = beside(u".new"_s);
    if (Status written = writeRows(m_rows.path(), fresh, m_name.section(u'.', 0, 0)); !written) {
        QFile::remove(fresh);
        return written;
    }
    if (Status durable = syncFile(fresh); !durable)
        return durable;
    QSaveFile note(beside(u".made"_s));
    errno = 0;
    if (!note.open(QIODevice::WriteOnly) || !writeTo(note, before + '\n' + hashOf(fresh) + '\n' + hashOf(m_rows.path()) + '\n') || !note.commit())
        return note.error() == QFileDevice::ResourceError ? Error{Error::Kind::Full, note.errorString()} : fromErrno(u"a note could not be kept"_s);
    if (std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(m_folder + u'/' + m_name).constData()) != 0)
        return fromErrno(u"the workbook could not be put in its place"_s);
    return syncFolder(m_folder);
}

} // namespace rapport::connectors::files
