// SPDX-License-Identifier: Apache-2.0
#include "store/folder.h"
#include "sync/db/database.h"

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
