// SPDX-License-Identifier: Apache-2.0
#include "sync/db/filebox.h"

#include <QBuffer>
#include <QDir>
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

TEST_CASE("A file that is read piece by piece is the same file, and any place of it can be read", "[db]")
{
    QTemporaryDir dir;
    const FileBox box(dir.path(), QByteArray(32, 'f'));
    const auto size = GENERATE(values<qsizetype>({0, 1, 65'536, 200'000}));
    INFO(size);
    QByteArray content = noise(size);
    QBuffer plain(&content);
    REQUIRE(plain.open(QIODevice::ReadOnly));
    const auto kept = box.put(plain);
    REQUIRE(kept);
    CHECK(kept->size == size);
    CHECK(*box.get(kept->sha256) == content);
    CHECK(*box.put(content) == kept->sha256);
    const auto device = box.open(kept->sha256);
    REQUIRE(device);
    CHECK((*device)->size() == size);
    CHECK((*device)->readAll() == content);
    for (const qint64 place : {150'000, 65'530, 0}) {
        if (place < size) {
            REQUIRE((*device)->seek(place));
            CHECK((*device)->read(20) == content.mid(place, 20));
        }
    }
    CHECK((*device)->seek(size));
    CHECK((*device)->read(1).isEmpty());
}

namespace
{

/// A file that somebody writes to while it is being read for the second time.
class Restless : public QBuffer
{
public:
    explicit Restless(QByteArray* content) : QBuffer(content) {}
    bool seek(qint64 place) override
    {
        if (place == 0 && ++m_begun == 2)
            change(buffer());
        return QBuffer::seek(place);
    }
    std::function<void(QByteArray&)> change;

private:
    int m_begun = 0;
};

} // namespace

TEST_CASE("A file that changes or shrinks while it is kept is not kept at all", "[db]")
{
    QTemporaryDir dir;
    const FileBox box(dir.path(), QByteArray(32, 'f'));
    QByteArray content = noise(200'000);
    Restless file(&content);
    SECTION("one byte")
    {
        file.change = [](QByteArray& bytes) { bytes[150'000] = char(~bytes[150'000]); };
    }
    SECTION("its end")
    {
        file.change = [](QByteArray& bytes) { bytes.resize(100'000); };
    }
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto kept = box.put(file);
    REQUIRE_FALSE(kept);
    CHECK(kept.error().kind == Error::Kind::Conflict);
    CHECK(QDir(dir.path()).isEmpty(QDir::Files));
}

TEST_CASE("A torn file says so to whoever reads it piece by piece", "[db]")
{
    QTemporaryDir dir;
    const FileBox box(dir.path(), QByteArray(32, 'f'));
    const auto name = box.put(noise(200'000));
    QFile file(dir.filePath(*name));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(150'000);
    file.write("torn");
    file.close();
    const auto device = box.open(*name);
    REQUIRE(device); // its beginning is whole
    CHECK((*device)->readAll().size() < 200'000);
    CHECK(box.open(QStringLiteral("nothing")).error().kind == Error::Kind::NotFound);
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
