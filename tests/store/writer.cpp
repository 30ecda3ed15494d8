// SPDX-License-Identifier: Apache-2.0
// store-writer DIR: saves drafts and finishes conversations until it is killed; says "draft ID" or "finished ID" after each call that returned.
// store-writer DIR --sample: writes what a folder of tests/data/schemas holds (a draft, one that waits, a contact) and ends.
#include "store/folder.h"

#include <QRandomGenerator>

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace rapport;
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
