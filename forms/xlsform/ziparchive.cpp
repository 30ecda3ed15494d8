// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/ziparchive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace rapport::xlsform
{

namespace
{

constexpr qsizetype packedLimit = 64 * 1024 * 1024;
constexpr qsizetype unpackedLimit = 96 * 1024 * 1024;
constexpr int entryLimit = 2'000;

struct Close {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

Error invalid(const char* sentence)
{
    return {Error::Kind::Invalid, QString::fromLatin1(sentence)};
}

/// The entry's bytes, as long as @p room lasts.
Result<QByteArray> unpack(archive* reader, qsizetype room)
{
    QByteArray out;
    char piece[64 * 1024];
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, piece, sizeof piece);
        if (got == 0)
            return out;
        if (got < 0)
            return invalid("The file is damaged: a part of it cannot be unpacked. Save it again as .xlsx.");
        if (out.size() + got > room)
            return invalid("The file unpacks to more than 96 MiB. Save the form without pictures and without unused sheets.");
        out.append(piece, static_cast<qsizetype>(got));
    }
}

} // namespace

Result<QHash<QString, QByteArray>> readZip(const QByteArray& zip, bool (*wanted)(const QString& name))
{
    if (zip.size() > packedLimit)
        return invalid("The file is larger than 64 MiB. Save the form without pictures and without unused sheets.");
    const std::unique_ptr<archive, Close> reader(archive_read_new());
    archive_read_support_format_zip(reader.get());
    if (archive_read_open_memory(reader.get(), zip.constData(), static_cast<std::size_t>(zip.size())) != ARCHIVE_OK)
        return invalid("This is not an .xlsx file. Save the form as “Excel workbook (.xlsx)”.");

    QHash<QString, QByteArray> entries;
    qsizetype room = unpackedLimit;
    archive_entry* entry = nullptr;
    for (int count = 0;; ++count) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            break;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return invalid("This is not an .xlsx file, or it is damaged. Save the form again as “Excel workbook (.xlsx)”.");
        if (count >= entryLimit)
            return invalid("The file holds more than 2,000 parts. Save the form without pictures and without unused sheets.");
        const char* path = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(path ? path : archive_entry_pathname(entry));
        if (!wanted(name))
            continue;
        auto bytes = unpack(reader.get(), room);
        if (!bytes)
            return bytes.error();
        room -= bytes->size();
        entries.insert(name, *std::move(bytes));
    }
    return entries;
}

} // namespace rapport::xlsform
