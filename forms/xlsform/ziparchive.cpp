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

QByteArray writeZip(const std::vector<std::pair<QString, QByteArray>>& parts)
{
    qsizetype room = 64 * 1024; // for the directory at the end, and for what does not shrink
    for (const auto& part : parts)
        room += part.second.size() + part.second.size() / 100 + 1024;
    QByteArray out(room, '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_open_memory(writer, out.data(), static_cast<std::size_t>(room), &used);
    for (const auto& [name, bytes] : parts) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.toUtf8().constData());
        archive_entry_set_size(entry, bytes.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.constData(), static_cast<std::size_t>(bytes.size()));
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return out.left(static_cast<qsizetype>(used));
}

} // namespace rapport::xlsform
