// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/store/reports.h"

#include <catch2/catch.hpp>

using namespace rapport;

TEST_CASE("Reports are kept beside a conversation, one of a name, and are not among its attachments", "[store]")
{
    test::Folder folder;
    auto store = folder.open();
    const auto waiting = test::conversation();
    REQUIRE(store->saveDraft(waiting, "<data/>"));
    REQUIRE(store->finish(waiting, "<data/>", {}));
    CHECK(store::report(*store, waiting.id, QStringLiteral("de-customer")).error().kind == Error::Kind::NotFound);
    REQUIRE(store::keepReport(*store, waiting.id, QStringLiteral("de-customer"), "%PDF one"));
    REQUIRE(store::keepReport(*store, waiting.id, QStringLiteral("de-internal"), "%PDF two"));
    REQUIRE(store::keepReport(*store, waiting.id, QStringLiteral("de-customer"), "%PDF three"));
    CHECK(*store::report(*store, waiting.id, QStringLiteral("de-customer")) == "%PDF three");
    CHECK(*store::report(*store, waiting.id, QStringLiteral("de-internal")) == "%PDF two");
    CHECK(store::reports(*store, waiting.id)->size() == 2);
    CHECK(store->attachments(waiting.id)->empty());

    int files = 0; // the one that was replaced is gone
    for (QDirIterator it(folder.path + QStringLiteral("/files"), QDir::Files, QDirIterator::Subdirectories); it.hasNext(); it.next())
        ++files;
    CHECK(files == 2);
}
