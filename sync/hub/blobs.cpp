// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/blobs.h"

#include <QCryptographicHash>
#include <QFile>

#include <sodium.h>
#include <unistd.h>

namespace rapport::hub
{

namespace
{

/// Another key than the database's, made of it.
QByteArray blobKey(const QByteArray& databaseKey)
{
    QByteArray key(32, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), static_cast<std::size_t>(key.size()),
                       reinterpret_cast<const unsigned char*>("rapport blobs"), 13, reinterpret_cast<const unsigned char*>(databaseKey.constData()),
                       static_cast<std::size_t>(databaseKey.size()));
    return key;
}

} // namespace

Blobs::Blobs(const QString& dataDir, const std::optional<QByteArray>& databaseKey) : m_folder(dataDir + QStringLiteral("/blobs"))
{
    if (databaseKey)
        m_box.emplace(m_folder, blobKey(*databaseKey));
}

Status Blobs::keep(const QString& temporaryFile, const QString& sha256) const
{
    if (!m_box) {
        const QByteArray place = QFile::encodeName(m_folder + QLatin1Char('/') + sha256);
        if (::link(QFile::encodeName(temporaryFile).constData(), place.constData()) != 0 && errno != EEXIST)
            return Error{Error::Kind::Full, QStringLiteral("a file could not be kept")};
        return db::syncFolder(m_folder) ? ok() : Status(Error{Error::Kind::Full, QStringLiteral("the folder of the files could not be synced")});
    }
    QFile file(temporaryFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("a file that came in cannot be read")};
    return keep(file, sha256);
}

Status Blobs::keep(QIODevice& content, const QString& sha256) const
{
    if (!m_box)
        return Error{Error::Kind::Internal, QStringLiteral("only an embedded hub's files have to be sealed")};
    const auto kept = m_box->put(content);
    if (!kept)
        return kept.error();
    return kept->sha256 == sha256 ? ok() : Status(Error{Error::Kind::Corrupt, QStringLiteral("a file is not what its name says")});
}

Result<QString> Blobs::keep(const QByteArray& content) const
{
    if (m_box)
        return m_box->put(content);
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    if (has(sha256))
        return sha256;
    const auto written = db::writeDurably(m_folder + QLatin1Char('/') + sha256, content);
    return written ? Result<QString>(sha256) : Result<QString>(written.error());
}

bool Blobs::has(const QString& sha256) const
{
    return QFile::exists(m_folder + QLatin1Char('/') + sha256);
}

QString Blobs::plainFile(const QString& sha256) const
{
    return m_box ? QString() : m_folder + QLatin1Char('/') + sha256;
}

Result<std::unique_ptr<QIODevice>> Blobs::open(const QString& sha256) const
{
    if (!m_box) {
        auto file = std::make_unique<QFile>(m_folder + QLatin1Char('/') + sha256);
        if (sha256.isEmpty() || !file->open(QIODevice::ReadOnly))
            return Error{Error::Kind::NotFound, QStringLiteral("a file has not arrived yet")};
        return std::unique_ptr<QIODevice>(std::move(file));
    }
    return m_box->open(sha256);
}

} // namespace rapport::hub
