// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/backup.h"

#include "sync/db/filebox.h"
#include "sync/hub/hubdata.h"
#include "sync/hub/hubdatabase.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <memory>

namespace rapport::hub
{

namespace
{

const QString databaseName = QStringLiteral("hub.db"), keyName = QStringLiteral("connector.key"), blobsName = QStringLiteral("blobs");
constexpr qint64 piece = 256 * 1024;
constexpr qint64 ahead = 1'000'000'000; ///< changes that nobody makes between a backup and its restore
constexpr auto ownersOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

struct CloseWriter {
    void operator()(archive* writer) const { archive_write_free(writer); }
};
struct CloseReader {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

Error full()
{
    return {Error::Kind::Full, QStringLiteral("The backup cannot be written: is the disk full?")};
}

Error torn()
{
    return {Error::Kind::Invalid, QStringLiteral("This file is no whole backup of a hub.")};
}

bool isBlob(const QString& name)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    return hash.match(name).hasMatch();
}

/// A file as it is now goes into the archive; one that grows meanwhile goes as far as it was.
Status add(archive* writer, const QString& name, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("A file of the hub cannot be read: %1.").arg(name)};
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.toLatin1().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), file.size());
    archive_entry_set_mtime(entry.get(), QFileInfo(file).lastModified().toSecsSinceEpoch(), 0);
    if (archive_write_header(writer, entry.get()) != ARCHIVE_OK)
        return full();
    for (qint64 left = file.size(); left > 0;) {
        const QByteArray bytes = file.read(qMin(left, piece));
        if (bytes.isEmpty())
            return Error{Error::Kind::Denied, QStringLiteral("A file of the hub cannot be read: %1.").arg(name)};
        if (archive_write_data(writer, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
            return full();
        left -= bytes.size();
    }
    return ok();
}

Status writeArchive(const HubConfig& config, const QString& snapshotFile, const QString& file)
{
    const std::unique_ptr<archive, CloseWriter> writer(archive_write_new());
    archive_write_set_format_pax_restricted(writer.get());
    if (archive_write_open_filename(writer.get(), QFile::encodeName(file).constData()) != ARCHIVE_OK)
        return Error{Error::Kind::Denied, QStringLiteral("The backup cannot be written to %1.").arg(file)};
    QFile::setPermissions(file, ownersOnly);
    if (auto added = add(writer.get(), databaseName, snapshotFile); !added)
        return added;
    if (const QString key = config.dataDir + QLatin1Char('/') + keyName; QFile::exists(key)) {
        if (auto added = add(writer.get(), keyName, key); !added)
            return added;
    }
    // What the snapshot names lies there already: files are written before the row that names them, and never change.
    for (QDirIterator blobs(config.dataDir + QLatin1Char('/') + blobsName, QDir::Files); blobs.hasNext();) {
        const QString path = blobs.next();
        if (!isBlob(blobs.fileName()))
            continue;
        if (auto added = add(writer.get(), blobsName + QLatin1Char('/') + blobs.fileName(), path); !added)
            return added;
    }
    return archive_write_close(writer.get()) == ARCHIVE_OK ? ok() : Status(full());
}

bool synced(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
}

/// Where an entry of the archive goes; empty: nowhere, it is not one of ours.
QString placeOf(const QString& name, const QString& folder)
{
    const bool known = name == databaseName || name == keyName || (name.startsWith(blobsName + QLatin1Char('/')) && isBlob(name.mid(6)));
    return known ? folder + QLatin1Char('/') + name : QString();
}

Status unpack(archive* reader, const QString& path, bool namedByContent)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownersOnly))
        return Error{Error::Kind::Denied, QStringLiteral("The folder cannot be written.")};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray bytes(piece, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (got < 0)
            return torn();
        if (got == 0)
            break;
        hash.addData(QByteArrayView(bytes.constData(), got));
        if (file.write(bytes.constData(), got) != got)
            return Error{Error::Kind::Full, QStringLiteral("The disk is full.")};
    }
    if (!file.flush() || ::fsync(file.handle()) != 0)
        return Error{Error::Kind::Full, QStringLiteral("The disk is full.")};
    if (namedByContent && QString::fromLatin1(hash.result().toHex()) != QFileInfo(path).fileName())
        return torn();
    return ok();
}

Status readArchive(const QString& file, const QString& folder, bool encrypted)
{
    const std::unique_ptr<archive, CloseReader> reader(archive_read_new());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(file).constData(), piece) != ARCHIVE_OK)
        return torn();
    archive_entry* entry = nullptr;
    for (;;) {
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            return ok();
        const char* name = status == ARCHIVE_OK ? archive_entry_pathname(entry) : nullptr;
        const QString place = name && archive_entry_filetype(entry) == AE_IFREG ? placeOf(QString::fromUtf8(name), folder) : QString();
        if (place.isEmpty())
            return torn();
        if (auto unpacked = unpack(reader.get(), place, !encrypted && isBlob(QFileInfo(place).fileName())); !unpacked)
            return unpacked;
    }
}

} // namespace

Status backUp(const HubConfig& config, const QString& file)
{
    if (!QFile::exists(config.dataDir + QLatin1Char('/') + databaseName))
        return Error{Error::Kind::NotFound, QStringLiteral("There is no hub in %1.").arg(config.dataDir)};
    QTemporaryDir beside(config.dataDir + QStringLiteral("/backup-XXXXXX"));
    if (!beside.isValid())
        return full();
    const QString snapshotFile = beside.filePath(databaseName), part = file + QStringLiteral(".part");
    if (auto taken = snapshotOf(config.dataDir, config.databaseKey, snapshotFile); !taken)
        return taken;
    auto written = writeArchive(config, snapshotFile, part);
    if (written && !synced(part))
        written = full();
    if (written && ::rename(QFile::encodeName(part).constData(), QFile::encodeName(file).constData()) != 0)
        written = Error{Error::Kind::Denied, QStringLiteral("The backup cannot be written to %1.").arg(file)};
    if (!written)
        QFile::remove(part);
    return written && !db::syncFolder(QFileInfo(file).absolutePath()) ? Status(full()) : written;
}

Status restore(const HubConfig& config, const QString& file)
{
    if (!QFile::exists(file))
        return Error{Error::Kind::NotFound, QStringLiteral("There is no file %1.").arg(file)};
    if (QFile::exists(config.dataDir + QLatin1Char('/') + databaseName))
        return Error{Error::Kind::Conflict, QStringLiteral("There is a hub in %1 already: restore into a folder of its own.").arg(config.dataDir)};
    if (!QDir().mkpath(config.dataDir))
        return Error{Error::Kind::Denied, QStringLiteral("The folder %1 cannot be made.").arg(config.dataDir)};
    QFile::setPermissions(config.dataDir, ownersOnly | QFileDevice::ExeOwner);
    // All of it is made aside: what is broken off is no hub.
    QTemporaryDir aside(config.dataDir + QStringLiteral("/restore-XXXXXX"));
    if (!aside.isValid() || !QDir(aside.path()).mkdir(blobsName))
        return Error{Error::Kind::Denied, QStringLiteral("The folder %1 cannot be written.").arg(config.dataDir)};
    if (auto read = readArchive(file, aside.path(), config.databaseKey.has_value()); !read)
        return read;
    if (!QFile::exists(aside.filePath(databaseName)))
        return torn();
    if (auto begun = beginAnew(aside.path(), config.databaseKey, ahead); !begun) {
        const Error::Kind kind = begun.error().kind;
        return kind == Error::Kind::Newer ? begun : Status(kind == Error::Kind::Invalid ? torn() : Error{Error::Kind::Invalid, begun.error().detail});
    }
    for (const QString& name : {blobsName, keyName, databaseName}) { // the database last: with it, it is a hub
        if (name == blobsName)
            QDir(config.dataDir).rmdir(blobsName);
        if (QFile::exists(aside.filePath(name)) && !QDir().rename(aside.filePath(name), config.dataDir + QLatin1Char('/') + name))
            return Error{Error::Kind::Denied, QStringLiteral("The folder %1 holds something else already.").arg(config.dataDir)};
    }
    return db::syncFolder(config.dataDir) ? ok() : Status(full());
}

} // namespace rapport::hub
