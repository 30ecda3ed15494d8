// SPDX-License-Identifier: Apache-2.0
#include "sync/db/properties.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::db
{

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

QString textsJson(const QStringList& texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

} // namespace rapport::db
