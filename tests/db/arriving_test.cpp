// SPDX-License-Identifier: Apache-2.0
#include "sync/db/arriving.h"
#include "sync/db/filebox.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport;
using db::FileBox;

namespace
{

struct Coming {
    QTemporaryDir dir;
    FileBox box{dir.path(), QByteArray(32, 'f')};
    QByteArray content;
    QString name;

    explicit Coming(qsizetype size) : content(size, Qt::Uninitialized)
    {
        for (qsizetype i = 0; i < size; ++i)
            content[i] = static_cast<char>(i * 31 / 7);
        name = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    }
    db::Arriving file() const { return {dir.path(), QByteArray(32, 'f'), name, content.size()}; }
    QString part() const { return dir.filePath(name + QStringLiteral(".part")); }
};

} // namespace

TEST_CASE("A file that comes in pieces is whole at its end, whatever the pieces were", "[db]")
{
    const auto size = GENERATE(values<qsizetype>({1, 65'535, 65'536, 65'537, 400'000}));
    const auto piece = GENERATE(values<qsizetype>({65'536, 131'072, 1'000'000}));
    const Coming coming(size);
    INFO(size << " in pieces of " << piece);
    for (qint64 at = coming.file().offset(); at < size; at = coming.file().offset()) // each time as after a restart
        REQUIRE(coming.file().append(at, coming.content.mid(at, piece)));
    CHECK_FALSE(QFile::exists(coming.dir.filePath(coming.name))); // not before somebody has looked at it
    REQUIRE(coming.file().settle());
    CHECK(*coming.box.get(coming.name) == coming.content);
    CHECK(coming.box.read(coming.name, size - 1, 1)->size() == 1);
    CHECK_FALSE(QFile::exists(coming.part()));
}

TEST_CASE("What was torn off in the middle of a chunk is asked for again, the chunks before it are not", "[db]")
{
    const Coming coming(300'000);
    REQUIRE(coming.file().append(0, coming.content.left(3 * 65'536)));
    QFile file(coming.part());
    REQUIRE(file.resize(file.size() - 100));
    CHECK(coming.file().offset() == 2 * 65'536);
    REQUIRE(coming.file().append(2 * 65'536, coming.content.mid(2 * 65'536)));
    REQUIRE(coming.file().settle());
    CHECK(*coming.box.get(coming.name) == coming.content);
}

TEST_CASE("A piece that does not go on where the file stands changes nothing", "[db]")
{
    const Coming coming(300'000);
    REQUIRE(coming.file().append(0, coming.content.left(65'536)));
    CHECK(coming.file().append(0, coming.content.left(65'536)).error().kind == Error::Kind::Conflict);
    CHECK(coming.file().append(131'072, coming.content.mid(131'072)).error().kind == Error::Kind::Conflict);
    CHECK(coming.file().offset() == 65'536);
    REQUIRE(coming.file().append(65'536, coming.content.mid(65'536, 70'000))); // what is no whole chunk is left out
    CHECK(coming.file().offset() == 131'072);
}

TEST_CASE("A file that is not what its name says is put away, and so is one that was changed on the disk", "[db]")
{
    const Coming coming(200'000);
    QByteArray other = coming.content;
    SECTION("another content")
    {
        other[100'000] = char(other[100'000] + 1);
        REQUIRE(coming.file().append(0, other));
    }
    SECTION("a byte on the disk")
    {
        REQUIRE(coming.file().append(0, other));
        QFile file(coming.part());
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek(70'000);
        file.write("xyzzy");
    }
    SECTION("its end is missing")
    {
        REQUIRE(coming.file().append(0, other.left(131'072)));
    }
    CHECK(coming.file().settle().error().kind == Error::Kind::Corrupt);
    CHECK_FALSE(coming.box.get(coming.name));
    CHECK(coming.file().offset() == 0);
}

TEST_CASE("Nothing of a file that is on its way lies in clear on the disk", "[db]")
{
    QTemporaryDir dir;
    const QByteArray content = QByteArray("a secret price list ").repeated(10'000);
    const QString name = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    REQUIRE(db::Arriving(dir.path(), QByteArray(32, 'f'), name, content.size()).append(0, content.left(131'072)));
    QFile file(dir.filePath(name + QStringLiteral(".part")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("secret"));
}
