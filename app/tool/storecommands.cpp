// SPDX-License-Identifier: Apache-2.0
#include "app/security/devicesecret.h"
#include "app/tool/command.h"
#include "sync/store/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

Result<QJsonArray> outbox(store::Store& store)
{
    const auto items = store.outbox();
    if (!items)
        return items.error();
    QJsonArray out;
    for (const store::OutboxItem& item : *items) {
        out.append(QJsonObject{
            {QStringLiteral("conversation"), item.conversation.text()},
            {QStringLiteral("instance"), item.instanceId},
            {QStringLiteral("attempts"), item.attempts},
            {QStringLiteral("queued"), item.queuedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("next"), item.nextTryAt ? item.nextTryAt->toString(Qt::ISODateWithMs) : QString()},
            {QStringLiteral("state"), item.state == store::OutboxItem::State::NeedsYou ? QStringLiteral("needs_you") : QStringLiteral("waiting")},
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
                               {QStringLiteral("receipts"), targets}});
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

int inspect(const QStringList& arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--data-dir"));
    QStringList rest = arguments;
    if (at < 0 || at + 1 >= arguments.size())
        return fail(QStringLiteral("inspect needs --data-dir DIR"));
    const QString dir = arguments[at + 1];
    rest.remove(at, 2);
    const QString what = rest.value(0);
    if (!QFile::exists(dir + QStringLiteral("/key")))
        return fail(QStringLiteral("%1 is no data folder of Rapport").arg(dir)); // looking must not make one
    const auto secret = security::deviceSecret();
    const auto key = secret ? store::DataKey::open(dir, *secret) : Result<store::DataKey>(secret.error());
    if (!key)
        return fail(QStringLiteral("the folder does not open: %1").arg(key.error().detail));
    auto store = store::Store::open(dir, *key, systemClock());
    if (!store)
        return fail(QStringLiteral("the folder does not open: %1").arg(store.error().detail));
    const auto found =
        what == QLatin1String("outbox")          ? outbox(**store)
        : what == QLatin1String("conversations") ? conversations(**store)
        : what == QLatin1String("consents")      ? entities(**store, what)
        : what == QLatin1String("entities")
            ? entities(**store, rest.value(1, QStringLiteral("contacts")))
            : Result<QJsonArray>(Error{Error::Kind::Invalid, QStringLiteral("it can show outbox, conversations, consents or entities LIST")});
    if (!found)
        return fail(found.error().detail);
    print(QJsonDocument(*found).toJson(QJsonDocument::Compact));
    return 0;
}

} // namespace

std::vector<Command> storeCommands()
{
    return {{QStringLiteral("inspect"), QStringLiteral("--data-dir DIR outbox|conversations|consents|entities LIST"),
             QStringLiteral("What a device holds, for its owner."), inspect}};
}

} // namespace rapport::tool
