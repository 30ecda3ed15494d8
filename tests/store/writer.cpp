// SPDX-License-Identifier: Apache-2.0
// store-writer DIR: saves drafts and finishes conversations until it is killed; says "draft ID" or "finished ID" after each call that returned.
// store-writer DIR --groups: scans three people, makes a group of them and finishes it, again and again; says "gathered ID" and "group INSTANCE…".
// store-writer DIR --resolve: resolves badge numbers until there is none left, or it is killed.
// store-writer DIR --sample: writes what a folder of tests/data/schemas holds (a draft, one that waits, a contact) and ends.
#include "store/folder.h"
#include "sync/store/gathering.h"
#include "sync/store/resolutions.h"

#include <QRandomGenerator>

#include <cstdio>

namespace
{

using namespace rapport;

bool say(const QStringList& words)
{
    std::printf("%s\n", qPrintable(words.join(QLatin1Char(' '))));
    std::fflush(stdout);
    return true;
}

bool finishGroup(store::Store& store)
{
    QStringList people, instances;
    std::vector<store::FinishedOne> all;
    const auto talk = test::conversation();
    for (int i = 0; i < 3; ++i) {
        store::Gathered one{QUuid::createUuid().toString(QUuid::WithoutBraces), {}, QStringLiteral("KE27"), QDateTime::currentDateTimeUtc()};
        if (!store::keepGathered(store, one) || !say({QStringLiteral("gathered"), one.id}))
            return false;
        people.append(one.id);
        store::FinishedOne finished{test::conversation(), "<data/>", {}, {QStringLiteral("a.bin")}, {}, {}};
        finished.conversation.title = talk.id.text();
        finished.actions = {test::newContact(QUuid::createUuid().toString(QUuid::WithoutBraces), QStringLiteral("a@b.example"))};
        finished.files = {{QStringLiteral("a.bin"), QStringLiteral("a.bin")}};
        instances.append(finished.conversation.instanceId);
        all.push_back(finished);
    }
    return store::startGroup(store, {talk, "<data/>"}, people) &&
           store.addAttachment(talk.id, QStringLiteral("a.bin"), QStringLiteral("x/y"), talk.id.text().toUtf8()) &&
           store::finishGroup(store, talk.id, people, all) && say(QStringList{QStringLiteral("group")} + instances);
}

/// Each one in the way that is left: in its place, else by a correction.
bool resolveAll(store::Store& store)
{
    for (;;) {
        const auto open = store::unresolved(store);
        if (!open || open->empty())
            return bool(open);
        store::Resolution resolution = test::resolutionOf(open->front());
        Status done = store::amend(store, resolution);
        if (!done && done.error().kind == Error::Kind::Conflict) {
            resolution.conversation.id = store::ConversationId::make();
            resolution.conversation.instanceId += QStringLiteral("-corrected");
            done = store::correct(store, resolution);
        }
        if (!done)
            return false;
        say({QStringLiteral("resolved")});
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const QString dir = QString::fromLocal8Bit(argv[1]);
    const auto key = store::DataKey::open(dir, test::deviceSecret);
    auto opened = key ? store::Store::open(dir, *key, systemClock()) : Result<std::unique_ptr<store::Store>>(key.error());
    if (!opened)
        return 1;
    if (argc == 3 && QByteArray(argv[2]) == "--sample") {
        const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return (*opened)->saveDraft(test::conversation(), "<data/>") &&
                       (*opened)->finish(test::conversation(), "<data/>", {test::newContact(id, QStringLiteral("a@b.example"))})
                   ? 0
                   : 1;
    }
    if (argc == 3 && QByteArray(argv[2]) == "--groups") {
        while (finishGroup(**opened)) {
        }
        return 1;
    }
    if (argc == 3 && QByteArray(argv[2]) == "--resolve")
        return resolveAll(**opened) ? 0 : 1;
    for (;;) {
        const auto talk = test::conversation();
        if (!(*opened)->saveDraft(talk, "<data/>") ||
            !(*opened)->addAttachment(talk.id, QStringLiteral("a.bin"), QStringLiteral("x/y"), talk.id.text().toUtf8()))
            return 1;
        std::printf("draft %s\n", qPrintable(talk.instanceId));
        std::fflush(stdout);
        const auto id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        if (QRandomGenerator::global()->bounded(2) && (*opened)->finish(talk, "<data/>", {test::newContact(id, QStringLiteral("a@b.example"))})) {
            std::printf("finished %s %s\n", qPrintable(talk.instanceId), qPrintable(id));
            std::fflush(stdout);
        }
    }
}
