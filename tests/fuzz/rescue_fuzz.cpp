// SPDX-License-Identifier: Apache-2.0
// Rescue files, as anybody may hand one in: the envelope, the content behind it, and that what was sealed comes out as it was.
#include "sync/wire/rescue.h"
#include "sync/wire/rescuefile.h"

#include <QBuffer>

#include <sodium.h>

#include <cstdlib>

using namespace rapport;

namespace
{

struct Keys {
    QByteArray open{crypto_box_PUBLICKEYBYTES, '\0'}, secret{crypto_box_SECRETKEYBYTES, '\0'};
    Keys()
    {
        const QByteArray seed(crypto_box_SEEDBYTES, 'r'); // the files of tests/data/fuzz/rescue are sealed for it
        if (sodium_init() < 0)
            std::abort();
        crypto_box_seed_keypair(reinterpret_cast<unsigned char*>(open.data()), reinterpret_cast<unsigned char*>(secret.data()),
                                reinterpret_cast<const unsigned char*>(seed.constData()));
    }
};

const Keys& keys()
{
    static const Keys all;
    return all;
}

/// Everything that the hub reads of a content; false where it refuses.
bool readAll(wire::RescueReader reader)
{
    if (!reader.head())
        return false;
    for (;;) {
        const auto record = reader.record();
        if (!record)
            return false;
        if (!*record)
            return true;
        for (const wire::HandedFile& file : (*record)->files) {
            qint64 came = 0;
            const auto read = reader.file(file, [&](QByteArrayView some) {
                came += some.size();
                return ok();
            });
            if (read && came != file.size)
                std::abort();
            if (!read)
                return false;
        }
    }
}

void openFile(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    (void)wire::readEnvelope(file);
    file.seek(0);
    const auto opener = wire::RescueOpener::begin(file, keys().open, keys().secret);
    if (opener)
        (void)readAll(wire::RescueReader([&] { return (*opener)->next(); }));
}

void sealAndOpen(const QByteArray& content)
{
    QByteArray sealed;
    const auto sealer = wire::RescueSealer::begin(keys().open, [&](QByteArrayView some) {
        sealed.append(some.data(), some.size());
        return ok();
    });
    if (!sealer || !(*sealer)->write(content) || !(*sealer)->end())
        std::abort();
    QBuffer file(&sealed);
    file.open(QIODevice::ReadOnly);
    if (!wire::readEnvelope(file) || !file.seek(0))
        std::abort();
    const auto opener = wire::RescueOpener::begin(file, keys().open, keys().secret);
    QByteArray again;
    for (;;) {
        const auto some = opener ? (*opener)->next() : Result<QByteArray>(opener.error());
        if (!some)
            std::abort();
        if (some->isEmpty())
            break;
        again += *some;
    }
    if (again != content)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    openFile(bytes);
    (void)readAll(
        wire::RescueReader([&bytes, done = false]() mutable -> Result<QByteArray> { return std::exchange(done, true) ? QByteArray() : bytes; }));
    sealAndOpen(bytes);
    return 0;
}
