// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/blobs.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using hub::Blobs;

TEST_CASE("A file of a submission comes back as it was; in an embedded hub's folder nobody reads it", "[hub]")
{
    QTemporaryDir dir;
    REQUIRE(QDir(dir.path()).mkdir(QStringLiteral("blobs")));
    const QByteArray content = QByteArray("Wilhelmine's signature ").repeated(5000);
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    QFile incoming(dir.filePath(QStringLiteral("incoming")));
    REQUIRE(incoming.open(QIODevice::WriteOnly));
    incoming.write(content);
    incoming.close();

    const bool embedded = GENERATE(false, true);
    INFO("embedded " << embedded);
    const Blobs blobs(dir.path(), embedded ? std::optional<QByteArray>(QByteArray(32, 'k')) : std::nullopt);
    CHECK(blobs.open(sha256).error().kind == Error::Kind::NotFound);
    REQUIRE(blobs.keep(incoming.fileName(), sha256));
    REQUIRE(blobs.keep(incoming.fileName(), sha256)); // sent again: the same
    REQUIRE(blobs.has(sha256));
    const auto opened = blobs.open(sha256);
    REQUIRE(opened);
    CHECK((*opened)->readAll() == content);

    QFile raw(dir.filePath(QStringLiteral("blobs/")) + sha256);
    REQUIRE(raw.open(QIODevice::ReadOnly));
    CHECK(raw.readAll().contains("Wilhelmine") != embedded);
    CHECK(blobs.plainFile(sha256).isEmpty() == embedded);
}
