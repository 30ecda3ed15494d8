// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/resolutions.h"
#include "sync/store/store.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

namespace rapport::test
{

inline const QByteArray deviceSecret(32, 's');

/// A device's folder for one test.
struct Folder {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("data"));

    std::unique_ptr<store::Store> open() const
    {
        const auto key = store::DataKey::open(path, deviceSecret);
        auto store = key ? store::Store::open(path, *key, systemClock()) : Result<std::unique_ptr<store::Store>>(key.error());
        return store ? std::move(*store) : nullptr;
    }
};

inline store::Conversation conversation(const QString& title = QStringLiteral("Aylin Çelik"))
{
    store::Conversation out;
    out.id = store::ConversationId::make();
    out.instanceId = QStringLiteral("uuid:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    out.formId = QStringLiteral("fair");
    out.formVersion = QStringLiteral("1");
    out.title = title;
    out.startedAt = QDateTime::currentDateTimeUtc();
    return out;
}

inline forms::EntityAction newContact(const QString& id, const QString& email)
{
    forms::EntityAction action;
    action.list = QStringLiteral("contacts");
    action.id = id;
    action.create = true;
    action.label = QStringLiteral("Aylin Çelik");
    action.properties = {{QStringLiteral("email"), email}};
    return action;
}

/// A conversation with somebody of whom only the badge number is known.
inline store::Conversation numbered(const QString& badge = QStringLiteral("KE27-004512"))
{
    store::Conversation out = conversation(badge);
    out.unresolved = badge;
    return out;
}

/// What @p talk becomes once the name is known: her contact, called by the number until then, gets the name and an address.
inline store::Resolution resolutionOf(const store::Conversation& talk)
{
    store::Resolution out;
    out.finished = talk.id;
    out.conversation = talk;
    out.conversation.title = QStringLiteral("Marek Dvořák");
    out.conversation.unresolved.clear();
    out.record = "<data>resolved</data>";
    out.actions = {newContact(talk.id.text(), QStringLiteral("marek@chladtech.example"))};
    out.noteKind = QStringLiteral("merge");
    out.note = {{QStringLiteral("from"), talk.unresolved}};
    return out;
}

} // namespace rapport::test
