// SPDX-License-Identifier: Apache-2.0
#pragma once

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

} // namespace rapport::test
