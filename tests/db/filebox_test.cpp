// SPDX-License-Identifier: Apache-2.0
#include "sync/db/filebox.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using db::FileBox;

namespace
{

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char& byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

} // namespace

TEST_CASE("A file of any length comes back as it was, whole and in parts", "[db]")
{
    QTemporaryDir dir;
    const FileBox box(dir.path(), QByteArray(32, 'f'));
    const auto size = GENERATE(values<qsizetype>({0, 1, 65'535, 65'536, 65'537, 200'000}));
    INFO(size);
    const QByteArray content = noise(size);
    const auto name = box.put(content);
    REQUIRE(name);
    CHECK(*box.get(*name) == content);
    for (const auto& [offset, length] : {std::pair<qint64, qint64>{0, 10}, {65'530, 20}, {131'072, 5000}}) {
        if (offset < size)
            CHECK(*box.read(*name, offset, length) == content.mid(offset, length));
    }
}

TEST_CASE("A changed, swapped or shortened file is refused", "[db]")
{
    QTemporaryDir dir;
    const FileBox box(dir.path(), QByteArray(32, 'f'));
    const auto name = box.put(noise(200'000)), other = box.put(noise(199'999));
    REQUIRE(name);
    QFile file(dir.filePath(*name));
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    const qint64 chunk = 65'536 + 16;
    SECTION("one byte turned")
    {
        file.seek(30'000), file.write(QByteArray(1, char(~whole[30'000])));
    }
    SECTION("the last chunk cut off")
    {
        file.resize(20 + 3 * chunk);
    }
    SECTION("two chunks swapped")
    {
        file.seek(20);
        file.write(whole.mid(20 + chunk, chunk) + whole.mid(20, chunk));
    }
    SECTION("the content of another file")
    {
        QFile theirs(dir.filePath(*other));
        REQUIRE(theirs.open(QIODevice::ReadOnly));
        file.resize(0);
        file.seek(0);
        file.write(theirs.readAll());
    }
    file.close();
    CHECK(box.get(*name).error().kind == Error::Kind::Corrupt);
}
