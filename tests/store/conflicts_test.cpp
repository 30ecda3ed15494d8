// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/store/conflicts.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;
using Take = wire::Conflict::Take;
using State = store::KeptConflict::State;

namespace
{

wire::Conflict question(qint64 id, const QString& theirs = u"…0118"_s, const QString& instance = u"uuid:1"_s)
{
    const QDateTime nine(QDate(2027, 11, 10), QTime(9, 0), Qt::UTC);
    return {id, u"contacts"_s, u"c"_s, u"phone"_s, u"Ratna Dewi"_s, instance, {u"…0119"_s, u"Adi"_s, nine}, {theirs, {}, nine}};
}

store::KeptConflict only(store::Store& store)
{
    const auto kept = store::conflicts(store);
    REQUIRE(kept);
    REQUIRE(kept->size() == 1);
    return kept->front();
}

} // namespace

TEST_CASE("What the hub lists takes the place of what was open, and outlives the app", "[store][conflict]")
{
    test::Folder folder;
    {
        const auto store = folder.open();
        REQUIRE(store::keepConflicts(*store, {question(1), question(2)}));
        REQUIRE(store::keepConflicts(*store, {question(2, u"…0200"_s), question(3)}));
    }
    const auto store = folder.open();
    const auto kept = store::conflicts(*store);
    REQUIRE(kept);
    REQUIRE(kept->size() == 2);
    CHECK(kept->front() == store::KeptConflict{question(2, u"…0200"_s), State::Open, Take::Hub, {}, {}});
    CHECK(kept->back().conflict.id == 3);
}

TEST_CASE("A decision is had back until a byte of it may have left", "[store][conflict]")
{
    test::Folder folder;
    const auto store = folder.open();
    REQUIRE(store::keepConflicts(*store, {question(1)}));
    REQUIRE(store::decide(*store, 1, Take::Device));
    REQUIRE(store::decide(*store, 1, Take::Hub)); // another one was meant
    CHECK(only(*store).take == Take::Hub);
    REQUIRE(store::takeBackDecision(*store, 1));
    CHECK(only(*store).isOpen());
    CHECK(store::takeBackDecision(*store, 1).error().kind == Error::Kind::Conflict); // there is none

    REQUIRE(store::decide(*store, 1, Take::Device));
    const auto begun = store::beginDeciding(*store, 1);
    REQUIRE(begun);
    REQUIRE(*begun);
    CHECK((*begun)->first);
    CHECK((*begun)->take == Take::Device);
    CHECK(store::takeBackDecision(*store, 1).error().kind == Error::Kind::Conflict);
    CHECK(store::decide(*store, 1, Take::Hub).error().kind == Error::Kind::Conflict);
    const auto again = store::beginDeciding(*store, 1);
    REQUIRE(*again);
    CHECK_FALSE((*again)->first);

    INFO("it did not get there");
    REQUIRE(store::recordNotDecided(*store, 1));
    REQUIRE(store::takeBackDecision(*store, 1));
    CHECK_FALSE(*store::beginDeciding(*store, 1)); // an open one does not go out
}

TEST_CASE("What was decided here keeps what the person saw until the hub has answered", "[store][conflict]")
{
    test::Folder folder;
    const auto store = folder.open();
    REQUIRE(store::keepConflicts(*store, {question(1)}));
    REQUIRE(store::decide(*store, 1, Take::Device));
    REQUIRE(store::keepConflicts(*store, {question(1, u"…0200"_s)}));
    CHECK(only(*store).conflict.hub.value == u"…0118"_s);
    REQUIRE(store::keepConflicts(*store, {})); // somebody else was quicker: the hub is to say who
    CHECK(only(*store).state == State::Decided);
    REQUIRE(*store::beginDeciding(*store, 1));

    SECTION("it holds")
    {
        REQUIRE(store::recordVerdict(*store, 1, wire::Verdict{}));
        CHECK(store::conflicts(*store)->empty());
    }
    SECTION("the hub has no such question any more")
    {
        REQUIRE(store::recordVerdict(*store, 1, std::nullopt));
        CHECK(store::conflicts(*store)->empty());
    }
    SECTION("another value stands there: it is asked again")
    {
        REQUIRE(store::recordVerdict(*store, 1, wire::Verdict{wire::Verdict::State::Changed, {}, {}}));
        REQUIRE(store::keepConflicts(*store, {question(1, u"…0200"_s)}));
        CHECK(only(*store) == store::KeptConflict{question(1, u"…0200"_s), State::Changed, Take::Hub, {}, {}});
        CHECK(store::decide(*store, 1, Take::Device));
    }
    SECTION("somebody has decided otherwise: that stays to be read")
    {
        const QDateTime ten(QDate(2027, 11, 10), QTime(10, 0), Qt::UTC);
        REQUIRE(store::recordVerdict(*store, 1, wire::Verdict{wire::Verdict::State::Decided, u"Ratna"_s, ten}));
        REQUIRE(store::keepConflicts(*store, {}));
        CHECK(only(*store).state == State::Elsewhere);
        CHECK(only(*store).decidedBy == u"Ratna"_s);
        CHECK(only(*store).decidedAt == ten);
        CHECK_FALSE(store::decide(*store, 1, Take::Device));
        REQUIRE(store::dismissConflict(*store, 1));
        CHECK(store::conflicts(*store)->empty());
    }
}

TEST_CASE("Another hub's question under the same number is another question", "[store][conflict]")
{
    test::Folder folder;
    const auto store = folder.open();
    REQUIRE(store::keepConflicts(*store, {question(1)}));
    REQUIRE(store::decide(*store, 1, Take::Device));
    REQUIRE(store::keepConflicts(*store, {question(1, u"…0118"_s, u"uuid:2"_s)}));
    CHECK(only(*store) == store::KeptConflict{question(1, u"…0118"_s, u"uuid:2"_s), State::Open, Take::Hub, {}, {}});
    REQUIRE(store::dismissConflict(*store, 1)); // that is only for what was decided elsewhere
    CHECK(only(*store).isOpen());
}
