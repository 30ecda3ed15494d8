// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/uploads.h"

#include <QCryptographicHash>
#include <QDir>

#include <sodium.h>

namespace rapport::hub
{

namespace
{

/// Another key than the database's and that of the blobs.
QByteArray uploadKey(const QByteArray& databaseKey)
{
    QByteArray key(crypto_stream_xchacha20_KEYBYTES, Qt::Uninitialized);
    constexpr char purpose[] = "rapport uploads";
    crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), static_cast<std::size_t>(key.size()),
                       reinterpret_cast<const unsigned char*>(purpose), sizeof purpose - 1,
                       reinterpret_cast<const unsigned char*>(databaseKey.constData()), static_cast<std::size_t>(databaseKey.size()));
    return key;
}

Result<QString> hashOf(const PartialFile& partial)
{
    const auto content = partial.read();
    if (!content)
        return content.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    for (qint64 count = 0; (count = (*content)->read(piece.data(), piece.size())) > 0;)
        hash.addData(QByteArrayView(piece.constData(), count));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Uploads::Uploads(QString folder, const std::optional<QByteArray>& databaseKey, UploadLimits limits) : m_folder(std::move(folder)), m_limits(limits)
{
    if (databaseKey)
        m_key = uploadKey(*databaseKey);
    QDir().mkpath(m_folder);
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

PartialFile Uploads::partial(const AnnouncedFile& file) const
{
    return {m_folder + QLatin1Char('/') + file.device + QLatin1Char('.') + file.sha256, m_key};
}

bool Uploads::mayBegin(const QString& device) const
{
    return QDir(m_folder).entryList({device + QStringLiteral(".*")}, QDir::Files).size() < m_limits.maxUnfinished;
}

Status Uploads::append(const AnnouncedFile& file, qint64 at, QByteArrayView bytes)
{
    const std::lock_guard lock(m_appending); // a connection that was cut may still have something to say when the next one comes
    return partial(file).append(at, bytes);
}

Status Uploads::check(const AnnouncedFile& file) const
{
    const PartialFile whole = partial(file);
    const auto hash = hashOf(whole);
    if (!hash)
        return hash.error();
    if (*hash == file.sha256)
        return ok();
    whole.remove();
    return Error{Error::Kind::Corrupt, QStringLiteral("a file came as another one")};
}

Status Uploads::finish(const AnnouncedFile& file, const Blobs& blobs, HubDatabase& database)
{
    const std::lock_guard lock(m_finishing);
    const PartialFile whole = partial(file);
    if (const auto checked = check(file); !checked) // two have asked at once, and the other one has finished it?
        return checked.error().kind == Error::Kind::NotFound && blobs.has(file.sha256) ? ok() : checked;
    auto kept = whole.sync();
    if (kept && m_key) {
        const auto content = whole.read();
        kept = content ? blobs.keep(**content, file.sha256) : Status(content.error());
    } else if (kept) {
        kept = blobs.keep(whole.path(), file.sha256);
    }
    if (!kept)
        return kept;
    auto told = database.write([&](Repositories& writing) { return writing.submissions().noteArrived(file); });
    if (told)
        whole.remove();
    return told;
}

void Uploads::sweep(const QDateTime& now) const
{
    const QFileInfoList all = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo& one : all) {
        if (one.lastModified().secsTo(now) > m_limits.keep.count())
            QFile::remove(one.filePath());
    }
}

} // namespace rapport::hub
