// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"

#include <catch2/catch.hpp>

using namespace rapport;
using store::DataKey;

TEST_CASE("The same secret gives the same keys, one for each purpose", "[store]")
{
    test::Folder folder;
    const auto first = DataKey::open(folder.path, test::deviceSecret), again = DataKey::open(folder.path, test::deviceSecret);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(first->databaseKey() == again->databaseKey());
    CHECK(first->databaseKey().size() == 32);
    CHECK(first->databaseKey() != first->fileKey());
    CHECK(first->fileKey() != first->hubKey());
    test::Folder other;
    CHECK(DataKey::open(other.path, test::deviceSecret)->databaseKey() != first->databaseKey());
}

TEST_CASE("What does not open a folder is told apart, and the folder is left as it was", "[store]")
{
    test::Folder folder;
    REQUIRE(folder.open());
    QFile file(folder.path + QStringLiteral("/key"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const auto rewrite = [&](const QByteArray& content) {
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
    };

    SECTION("another machine's secret is denied")
    {
        CHECK(DataKey::open(folder.path, QByteArray(32, 'o')).error().kind == Error::Kind::Denied);
    }
    SECTION("a torn key file is corrupt")
    {
        rewrite(whole.left(whole.size() / 2));
        CHECK(DataKey::open(folder.path, test::deviceSecret).error().kind == Error::Kind::Corrupt);
    }
    SECTION("a key file of a newer Rapport is newer")
    {
        rewrite(QByteArray(whole).replace("\"version\": 1", "\"version\": 9"));
        CHECK(DataKey::open(folder.path, test::deviceSecret).error().kind == Error::Kind::Newer);
    }
    SECTION("a key file that is gone does not become a new one over old data")
    {
        file.remove();
        CHECK(DataKey::open(folder.path, test::deviceSecret).error().kind == Error::Kind::Corrupt);
        CHECK_FALSE(file.exists());
    }
}
