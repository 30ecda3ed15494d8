// SPDX-License-Identifier: Apache-2.0
#include "sync/store/store.h"

#include "sync/db/migrations.h"
#include "sync/store/schema.h"
#include "sync/store/store_private.h"

#include <QDir>

namespace rapport::store
{

QString timeText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

QString propertyOf(const Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

Result<std::unique_ptr<Store>> Store::open(const QString& dir, const DataKey& key, Clock clock)
{
    const QString files = dir + QStringLiteral("/files"), formFiles = dir + QStringLiteral("/formfiles"), assets = dir + QStringLiteral("/assets");
    for (const QString& folder : {files, formFiles, assets}) {
        if (!QDir().mkpath(folder))
            return Error{Error::Kind::Denied, QStringLiteral("the data folder cannot be written")};
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    db::Database::Options options;
    options.key = key.databaseKey();
    auto database = db::Database::open(dir + QStringLiteral("/rapport.db"), options);
    if (!database)
        return database.error();
    if (auto migrated = db::migrate(*database, schema()); !migrated)
        return migrated.error();
    SqlStore::Boxes boxes{db::FileBox(files, key.fileKey()), db::FileBox(formFiles, key.fileKey()), {assets, key.fileKey()}};
    auto store = std::make_unique<SqlStore>(std::move(*database), std::move(boxes), std::move(clock));
    if (auto indexed = store->indexAll(); !indexed)
        return indexed.error();
    return std::unique_ptr<Store>(std::move(store));
}

} // namespace rapport::store
