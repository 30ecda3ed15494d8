// SPDX-License-Identifier: Apache-2.0
// Conversations looked for by whom they were with, and by what they changed.
#include "store/folder.h"
#include "sync/store/talks.h"

#include <catch2/catch.hpp>

using namespace rapport;
using namespace Qt::StringLiterals;

namespace
{

QStringList titles(const Result<std::vector<store::Conversation>>& talks)
{
    REQUIRE(talks);
    QStringList all;
    for (const store::Conversation& talk : *talks)
        all += talk.title;
    return all;
}

store::Conversation keep(store::Store& store, const QString& title, const QString& organisation, int daysAgo, const QString& form = u"fair"_s)
{
    store::Conversation talk = test::conversation(title);
    talk.organisation = organisation;
    talk.formId = form;
    talk.startedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
    REQUIRE(store.saveDraft(talk, "<data/>"));
    return talk;
}

} // namespace

TEST_CASE("Talks with a firm are found by its name, those with who has no firm by hers, newest first", "[store][talks]")
{
    const test::Folder folder;
    const auto store = folder.open();
    REQUIRE(store);
    keep(*store, u"Weber"_s, u"Frischmarkt"_s, 3);
    keep(*store, u"Krüger"_s, u"Frischmarkt"_s, 1);
    keep(*store, u"Weber"_s, u"Elsewhere"_s, 1);
    keep(*store, u"Long ago"_s, u"Frischmarkt"_s, 500);
    keep(*store, u"No talk"_s, u"Frischmarkt"_s, 1, u"withdrawal"_s);
    const auto deleted = keep(*store, u"Thrown away"_s, u"Frischmarkt"_s, 1);
    REQUIRE(store->discardDraft(deleted.id));
    const QDateTime from = QDateTime::currentDateTimeUtc().addDays(-400);
    CHECK(titles(store::talksWith(*store, {u"Frischmarkt"_s, u"Weber"_s}, from, u"withdrawal"_s, 50)) == QStringList{u"Krüger"_s, u"Weber"_s});
    CHECK(titles(store::talksWith(*store, {u"Frischmarkt"_s, {}}, from, u"withdrawal"_s, 1)) == QStringList{u"Krüger"_s});
    CHECK(titles(store::talksWith(*store, {{}, u"Weber"_s}, from, {}, 50)).size() == 2);
}

TEST_CASE("What changed a machine is found by the machine", "[store][talks]")
{
    const test::Folder folder;
    const auto store = folder.open();
    REQUIRE(store);
    REQUIRE(store->absorbEntities(
        {u"machines"_s,
         {{u"machines"_s, u"m1"_s, u"PX-450"_s, 1, {}, {}, {}, false}, {u"machines"_s, u"m2"_s, u"PX-200"_s, 1, {}, {}, {}, false}},
         "1"}));
    forms::EntityAction serviced;
    serviced.list = u"machines"_s;
    serviced.id = u"m1"_s;
    serviced.update = true;
    serviced.properties = {{u"hours"_s, u"14232"_s}};
    const auto talk = keep(*store, u"Service"_s, {}, 0);
    CHECK(titles(store::talksThatChanged(*store, u"machines"_s, u"m1"_s, 50)).isEmpty()); // a draft has changed nothing
    REQUIRE(store->finish(talk, "<data/>", {serviced}));
    CHECK(titles(store::talksThatChanged(*store, u"machines"_s, u"m1"_s, 50)) == QStringList{u"Service"_s});
    CHECK(titles(store::talksThatChanged(*store, u"machines"_s, u"m2"_s, 50)).isEmpty());
    REQUIRE(store->reopen(talk.id));
    CHECK(titles(store::talksThatChanged(*store, u"machines"_s, u"m1"_s, 50)).isEmpty()); // it is taken back
}
