// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/db/database.h"
#include "sync/store/gathering.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <catch2/catch.hpp>

using namespace rapport;

TEST_CASE("Twenty kills of a writing process lose nothing that it had been told was kept", "[store]")
{
    test::Folder folder;
    REQUIRE(folder.open());
    QSet<QString> drafts, finished;
    for (int kill = 0; kill < 20; ++kill) {
        QProcess writer;
        writer.start(QStringLiteral(RAPPORT_BIN "/store-writer"), {folder.path});
        REQUIRE(writer.waitForReadyRead(10'000));
        writer.waitForFinished(static_cast<int>(QRandomGenerator::global()->bounded(20, 250))); // a random moment
        writer.kill();
        writer.waitForFinished();
        while (writer.canReadLine()) { // a half line is no promise
            const QStringList words = QString::fromUtf8(writer.readLine()).split(QLatin1Char(' '));
            (words.first() == QLatin1String("draft") ? drafts : finished).insert(words.at(1).trimmed());
        }
    }
    auto store = folder.open();
    REQUIRE(store);
    QSet<QString> waiting, open;
    const auto outbox = store->outbox();
    const auto kept = store->drafts();
    REQUIRE(outbox);
    REQUIRE(kept);
    for (const auto& item : *outbox)
        waiting.insert(item.instanceId);
    for (const auto& draft : *kept)
        open.insert(draft.instanceId);
    CHECK((finished - waiting).isEmpty());
    CHECK((drafts - waiting - open).isEmpty());
    // Each finished conversation has its contact: both or neither.
    CHECK(store->entities(QStringLiteral("contacts"))->size() == static_cast<std::size_t>(waiting.size()));
    for (const auto& item : *outbox) {
        const auto attachment = store->attachment(item.conversation, QStringLiteral("a.bin"));
        REQUIRE(attachment);
        CHECK(*attachment == item.conversation.text().toUtf8());
    }
    db::Database::Options options;
    options.key = store::DataKey::open(folder.path, test::deviceSecret)->databaseKey();
    auto raw = db::Database::open(folder.path + QStringLiteral("/rapport.db"), options);
    auto check = raw->prepare("PRAGMA integrity_check");
    REQUIRE(check->step().value_or(false));
    CHECK(check->text(0) == QStringLiteral("ok"));
    WARN("20 kills: " << drafts.size() << " drafts and " << finished.size() << " finished conversations promised, 0 lost");
}

TEST_CASE("Twenty kills of a process that finishes groups leave each group whole: all of its people are finished, or it is still to be finished",
          "[store]")
{
    test::Folder folder;
    REQUIRE(folder.open());
    QSet<QString> gathered, promised;
    for (int kill = 0; kill < 20; ++kill) {
        QProcess writer;
        writer.start(QStringLiteral(RAPPORT_BIN "/store-writer"), {folder.path, QStringLiteral("--groups")});
        REQUIRE(writer.waitForReadyRead(10'000));
        writer.waitForFinished(static_cast<int>(QRandomGenerator::global()->bounded(20, 250))); // a random moment
        writer.kill();
        writer.waitForFinished();
        while (writer.canReadLine()) {
            const QStringList words = QString::fromUtf8(writer.readLine().trimmed()).split(QLatin1Char(' '));
            for (const QString& word : words.mid(1))
                (words.first() == QLatin1String("gathered") ? gathered : promised).insert(word);
        }
    }
    auto store = folder.open();
    REQUIRE(store);
    const auto outbox = store->outbox();
    const auto drafts = store->drafts();
    const auto list = store::gathered(*store);
    REQUIRE((outbox && drafts && list));
    QMap<QString, int> finished; // by group
    QSet<QString> waiting;
    for (const auto& item : *outbox) {
        const auto talk = store->conversation(item.conversation);
        REQUIRE(talk);
        ++finished[talk->title];
        waiting.insert(item.instanceId);
        CHECK(store->attachment(item.conversation, QStringLiteral("a.bin")).value_or({}) == talk->title.toUtf8());
    }
    CHECK((promised - waiting).isEmpty());
    for (auto group = finished.cbegin(); group != finished.cend(); ++group) {
        CHECK(group.value() == 3);
        CHECK_FALSE(store->conversation(store::ConversationId::parse(group.key()))); // its draft is gone
    }
    CHECK(store->entities(QStringLiteral("contacts"))->size() == static_cast<std::size_t>(waiting.size()));
    std::size_t left = list->size(); // nobody who was scanned is lost
    for (const auto& draft : *drafts) {
        const auto people = store::gathered(*store, draft.id);
        REQUIRE(people);
        CHECK(people->size() == 3);
        left += people->size();
    }
    CHECK(left + static_cast<std::size_t>(waiting.size()) >= static_cast<std::size_t>(gathered.size()));
    WARN("20 kills: " << gathered.size() << " people scanned, " << waiting.size() << " conversations finished in groups, 0 lost, 0 halved");
}
