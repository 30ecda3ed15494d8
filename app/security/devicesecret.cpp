// SPDX-License-Identifier: Apache-2.0
#include "app/security/devicesecret.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <sodium.h>

namespace rapport::security
{

namespace
{

constexpr int secretSize = 32;
constexpr int keychainWaitMs = 3000;
const QString service = QStringLiteral("rapport");
const QString account = QStringLiteral("device-secret");

QString secretFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/rapport/device-secret");
}

/// Runs a keychain job to its end, or gives up.
bool finish(QKeychain::Job& job)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    QEventLoop loop;
    bool done = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        done = true;
        loop.quit();
    });
    QTimer::singleShot(keychainWaitMs, &loop, &QEventLoop::quit);
    job.start();
    if (!done)
        loop.exec();
    return done && job.error() == QKeychain::NoError;
}

QByteArray randomSecret()
{
    QByteArray secret(secretSize, Qt::Uninitialized);
    randombytes_buf(secret.data(), static_cast<std::size_t>(secret.size()));
    return secret;
}

Result<QByteArray> fromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Denied, QStringLiteral("the device secret cannot be read")};
    const QByteArray secret = file.readAll();
    if (secret.size() != secretSize)
        return Error{Error::Kind::Corrupt, QStringLiteral("the device secret is torn")};
    return secret;
}

Result<QByteArray> intoFile(const QString& path, const QByteArray& secret)
{
    QDir().mkpath(path.section(QLatin1Char('/'), 0, -2));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        if (file.exists())
            return fromFile(path); // another Rapport was first
        return Error{Error::Kind::Denied, QStringLiteral("the device secret cannot be written")};
    }
    if (file.write(secret) != secret.size() || !file.flush())
        return Error{Error::Kind::Full, QStringLiteral("the device secret cannot be written")};
    return secret;
}

} // namespace

Result<QByteArray> deviceSecret()
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Internal, QStringLiteral("libsodium cannot be started")};
    const QString path = secretFile();
    if (QFile::exists(path))
        return fromFile(path);
    // Without a session bus there is no keychain to ask.
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        QKeychain::ReadPasswordJob read(service);
        read.setKey(account);
        if (finish(read) && read.binaryData().size() == secretSize)
            return read.binaryData();
        if (read.error() == QKeychain::EntryNotFound) {
            const QByteArray secret = randomSecret();
            QKeychain::WritePasswordJob write(service);
            write.setKey(account);
            write.setBinaryData(secret);
            if (finish(write))
                return secret;
        }
    }
    return intoFile(path, randomSecret());
}

} // namespace rapport::security
