// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/mergereport.h"
#include "app/conversation/readiness.h"
#include "app/security/devicesecret.h"
#include "app/tool/command.h"
#include "app/tool/storefolder.h"
#include "sync/device/lease.h"
#include "sync/store/nearsearch.h"
#include "sync/store/notes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

namespace rapport::tool
{

namespace
{

QString word(store::ConversationState state)
{
    switch (state) {
    case store::ConversationState::Draft:
        return QStringLiteral("draft");
    case store::ConversationState::Waiting:
        return QStringLiteral("waiting");
    case store::ConversationState::Sent:
        break;
    }
    return QStringLiteral("sent");
}

/// "unresolved": it says a badge number that nobody has named yet; no error, and it goes out like any other.
QString stateOf(const store::OutboxItem& item, const store::Conversation& conversation)
{
    if (item.state == store::OutboxItem::State::NeedsYou)
        return QStringLiteral("needs_you");
    return conversation.unresolved.isEmpty() ? QStringLiteral("waiting") : QStringLiteral("unresolved");
}

Result<QJsonArray> outbox(store::Store& store)
{
    const auto items = store.outbox();
    if (!items)
        return items.error();
    QJsonArray out;
    for (const store::OutboxItem& item : *items) {
        const auto conversation = store.conversation(item.conversation);
        if (!conversation)
            return conversation.error();
        out.append(QJsonObject{{QStringLiteral("conversation"), item.conversation.text()},
                               {QStringLiteral("instance"), item.instanceId},
                               {QStringLiteral("attempts"), item.attempts},
                               {QStringLiteral("queued"), item.queuedAt.toString(Qt::ISODateWithMs)},
                               {QStringLiteral("next"), item.nextTryAt ? item.nextTryAt->toString(Qt::ISODateWithMs) : QString()},
                               {QStringLiteral("state"), stateOf(item, *conversation)},
                               {QStringLiteral("badge"), conversation->unresolved},
                               {QStringLiteral("reason"), item.reason}});
    }
    return out;
}

Result<QJsonArray> conversations(store::Store& store)
{
    const auto all = store.conversations(QDateTime::fromSecsSinceEpoch(0), QDateTime::fromSecsSinceEpoch(32'503'680'000));
    if (!all)
        return all.error();
    QJsonArray out;
    for (const store::Conversation& one : *all) {
        const auto receipts = store.receipts(one.instanceId);
        if (!receipts)
            return receipts.error();
        const auto files = store.attachments(one.id);
        if (!files)
            return files.error();
        QJsonArray attachments;
        for (const store::StoredAttachment& file : *files)
            attachments.append(QJsonObject{
                {QStringLiteral("name"), file.name}, {QStringLiteral("media_type"), file.mediaType}, {QStringLiteral("size"), file.size}});
        QJsonArray targets;
        for (const wire::Receipt& receipt : *receipts) {
            targets.append(QJsonObject{{QStringLiteral("target"), receipt.target},
                                       {QStringLiteral("state"), wire::word(receipt.state)},
                                       {QStringLiteral("reference"), receipt.reference},
                                       {QStringLiteral("sentence"), receipt.sentence}});
        }
        out.append(QJsonObject{{QStringLiteral("conversation"), one.id.text()},
                               {QStringLiteral("instance"), one.instanceId},
                               {QStringLiteral("form_id"), one.formId},
                               {QStringLiteral("version"), one.formVersion},
                               {QStringLiteral("state"), word(one.state)},
                               {QStringLiteral("title"), one.title},
                               {QStringLiteral("organisation"), one.organisation},
                               {QStringLiteral("answered"), one.answered},
                               {QStringLiteral("unresolved"), one.unresolved},
                               {QStringLiteral("corrects"), one.corrects},
                               {QStringLiteral("attachments"), attachments},
                               {QStringLiteral("receipts"), targets}});
    }
    return out;
}

/// What the organiser's list has done for which conversation.
Result<QJsonArray> merges(store::Store& store)
{
    const auto all = store.conversations(QDateTime::fromSecsSinceEpoch(0), QDateTime::fromSecsSinceEpoch(32'503'680'000));
    if (!all)
        return all.error();
    QJsonArray out;
    for (const store::Conversation& one : *all) {
        const auto note = store::note(store, one.id, app::mergeNote);
        if (!note)
            return note.error();
        if (!*note)
            continue;
        QJsonObject report = **note;
        report[QLatin1String("conversation")] = one.id.text();
        report[QLatin1String("title")] = one.title;
        out.append(report);
    }
    return out;
}

Result<QJsonArray> readiness(store::Store& store, const QString& dir)
{
    const auto facts = app::readiness(store, QStorageInfo(dir).bytesAvailable(), QDateTime::currentDateTime());
    if (!facts)
        return facts.error();
    QJsonArray out;
    for (const app::ReadinessFact& fact : *facts) {
        QJsonObject one{{QStringLiteral("name"), app::word(fact.kind)}, {QStringLiteral("ok"), fact.ok}, {QStringLiteral("have"), fact.have}};
        if (fact.need > 0)
            one[QLatin1String("need")] = fact.need;
        if (fact.at.isValid())
            one[QLatin1String("at")] = fact.at.toUTC().toString(Qt::ISODateWithMs);
        out.append(one);
    }
    return out;
}

Result<QJsonArray> search(store::Store& store, const QString& text)
{
    const auto found = store::find(store, text, 50);
    if (!found)
        return found.error();
    QJsonArray out;
    for (const store::SearchHit& hit : found->hits) {
        QJsonObject one{{QStringLiteral("list"), hit.list},
                        {QStringLiteral("id"), hit.id},
                        {QStringLiteral("label"), hit.label},
                        {QStringLiteral("detail"), hit.detail}};
        if (found->nearly)
            one[QLatin1String("nearly")] = true;
        out.append(one);
    }
    return out;
}

Result<QJsonArray> entities(store::Store& store, const QString& list)
{
    const auto all = store.entities(list);
    if (!all)
        return all.error();
    QJsonArray out;
    for (const store::Entity& entity : *all) {
        QJsonObject properties;
        for (const auto& [name, value] : entity.properties)
            properties[name] = value;
        out.append(QJsonObject{{QStringLiteral("id"), entity.id},
                               {QStringLiteral("label"), entity.label},
                               {QStringLiteral("version"), entity.version},
                               {QStringLiteral("properties"), properties}});
    }
    return out;
}

int printAll(const Result<QJsonArray>& found)
{
    if (!found)
        return fail(found.error().detail);
    print(QJsonDocument(*found).toJson(QJsonDocument::Compact));
    return 0;
}

int inspect(const QStringList& arguments)
{
    QStringList words = arguments;
    QString dir;
    auto opened = openStore(words, dir, words.contains(QStringLiteral("outbox")) ? Shown::WhatWaits : Shown::Data);
    if (!opened)
        return fail(opened.error().detail);
    store::Store& store = **opened;
    const QString what = words.value(0);
    if (what == QLatin1String("outbox"))
        return printAll(outbox(store));
    if (what == QLatin1String("conversations"))
        return printAll(conversations(store));
    if (what == QLatin1String("merges"))
        return printAll(merges(store));
    if (what == QLatin1String("readiness"))
        return printAll(readiness(store, dir));
    if (what == QLatin1String("consents"))
        return printAll(entities(store, what));
    if (what == QLatin1String("entities"))
        return printAll(entities(store, words.value(1, QStringLiteral("contacts"))));
    return fail(QStringLiteral("it can show outbox, conversations, merges, consents, readiness or entities LIST"));
}

int searchFor(const QStringList& arguments)
{
    QStringList words = arguments;
    QString dir;
    auto opened = openStore(words, dir);
    if (!opened)
        return fail(opened.error().detail);
    return words.isEmpty() ? fail(QStringLiteral("search needs a QUERY")) : printAll(search(**opened, words.join(QLatin1Char(' '))));
}

} // namespace

Result<std::unique_ptr<store::Store>> openStore(QStringList& words, QString& dir, Shown shown)
{
    const qsizetype at = words.indexOf(QStringLiteral("--data-dir"));
    if (at < 0 || at + 1 >= words.size())
        return Error{Error::Kind::Invalid, QStringLiteral("--data-dir DIR is missing")};
    dir = words[at + 1];
    words.remove(at, 2);
    if (!QFile::exists(dir + QStringLiteral("/key")))
        return Error{Error::Kind::NotFound, QStringLiteral("%1 is no data folder of Rapport").arg(dir)};
    const auto secret = security::deviceSecret();
    const auto key = secret ? store::DataKey::open(dir, *secret) : Result<store::DataKey>(secret.error());
    if (!key)
        return Error{key.error().kind, QStringLiteral("the folder does not open: %1").arg(key.error().detail)};
    auto store = store::Store::open(dir, *key, systemClock());
    if (store && shown == Shown::Data && device::accessOf(**store, systemClock()()) != device::Access::Open)
        return Error{Error::Kind::Denied,
                     QStringLiteral("the office has closed the data of this device, or its lease has ended: only its outbox is shown")};
    return store;
}

std::vector<Command> storeCommands()
{
    return {{QStringLiteral("inspect"), QStringLiteral("--data-dir DIR outbox|conversations|merges|consents|readiness|entities LIST"),
             QStringLiteral("What a device holds, for its owner."), inspect},
            {QStringLiteral("search"), QStringLiteral("--data-dir DIR QUERY"),
             QStringLiteral("The people and firms on a device whose words begin like those of the query, else nearly like them."), searchFor}};
}

} // namespace rapport::tool
