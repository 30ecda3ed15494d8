// SPDX-License-Identifier: Apache-2.0
#include "sync/store/store.h"

#include "sync/db/migrations.h"
#include "sync/store/schema.h"
#include "sync/store/store_private.h"

#include <QDir>
#include <QJsonDocument>

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

namespace
{

void appendJson(QByteArray& json, const QString& text)
{
    json += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += "\\u00" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
        } else {
            json += c;
        }
    }
    json += '"';
}

} // namespace

/// By hand, for it runs once for each of a million rows: an object of texts (RFC 8259).
QByteArray propertiesJson(const std::map<QString, QString>& properties)
{
    QByteArray json("{");
    for (const auto& [name, value] : properties) {
        if (json.size() > 1)
            json += ',';
        appendJson(json, name);
        json += ':';
        appendJson(json, value);
    }
    return json + '}';
}

std::map<QString, QString> propertiesOf(const QByteArray& json)
{
    std::map<QString, QString> properties;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        properties[it.key()] = it.value().toString();
    return properties;
}

QString propertyOf(const Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

Result<std::unique_ptr<Store>> Store::open(const QString& dir, const DataKey& key, Clock clock)
{
    const QString files = dir + QStringLiteral("/files"), formFiles = dir + QStringLiteral("/formfiles");
    for (const QString& folder : {files, formFiles}) {
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
    auto store =
        std::make_unique<SqlStore>(std::move(*database), db::FileBox(files, key.fileKey()), db::FileBox(formFiles, key.fileKey()), std::move(clock));
    if (auto indexed = store->indexAll(); !indexed)
        return indexed.error();
    return std::unique_ptr<Store>(std::move(store));
}

} // namespace rapport::store
