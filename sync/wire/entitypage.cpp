// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/entitypage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxRows = 5000, maxProperties = 500;
const QString mergedIntoName = QStringLiteral("merged_into");

QByteArray quoted(const QString& text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c != u'"' && c != u'\\' && !c.isSurrogate(); });
    if (plain)
        return '"' + text.toUtf8() + '"';
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return json.mid(1, json.size() - 2);
}

QByteArray word(bool value)
{
    return value ? "true" : "false";
}

} // namespace

EntityPageWriter::EntityPageWriter(const QString& list) : m_json("{\"list\":" + quoted(list) + ",\"rows\":[") {}

void EntityPageWriter::begin(const QString& id, qint64 version)
{
    if (m_rows++ > 0)
        m_json += ',';
    m_json += "{\"id\":" + quoted(id) + ",\"version\":" + QByteArray::number(version);
}

void EntityPageWriter::add(const QString& id, const QString& label, qint64 version, const QByteArray& propertiesJson)
{
    begin(id, version);
    m_json += ",\"label\":" + quoted(label) + ",\"properties\":" + propertiesJson + '}';
}

void EntityPageWriter::addDeleted(const QString& id, qint64 version, const QString& mergedInto)
{
    begin(id, version);
    m_json += ",\"deleted\":true";
    if (!mergedInto.isEmpty())
        m_json += ",\"merged_into\":" + quoted(mergedInto);
    m_json += '}';
}

QByteArray EntityPageWriter::finish(const QByteArray& cursor, bool more, bool reset)
{
    m_json += "],\"cursor\":" + quoted(QString::fromLatin1(cursor)) + ",\"more\":" + word(more) + ",\"reset\":" + word(reset) + '}';
    return std::move(m_json);
}

QByteArray toJson(const EntityPage& page)
{
    EntityPageWriter writer(page.list);
    for (const EntityRow& row : page.rows) {
        if (row.deleted) {
            const auto merged = row.properties.find(mergedIntoName);
            writer.addDeleted(row.id, row.version, merged == row.properties.end() ? QString() : merged->second);
            continue;
        }
        QJsonObject properties;
        for (const auto& [name, value] : row.properties)
            properties[name] = value;
        writer.add(row.id, row.label, row.version, QJsonDocument(properties).toJson(QJsonDocument::Compact));
    }
    return writer.finish(page.cursor, page.more, page.reset);
}

Result<EntityPage> parseEntityPage(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonArray rows = object[QLatin1String("rows")].toArray();
    if (!object[QLatin1String("rows")].isArray() || !object[QLatin1String("cursor")].isString() || rows.size() > maxRows)
        return Error{Error::Kind::Invalid, QStringLiteral("this is no page of entities")};
    EntityPage page{object[QLatin1String("list")].toString(),
                    {},
                    object[QLatin1String("cursor")].toString().toLatin1(),
                    object[QLatin1String("more")].toBool(),
                    object[QLatin1String("reset")].toBool()};
    for (const QJsonValue& value : rows) {
        const QJsonObject one = value.toObject();
        const QJsonObject properties = one[QLatin1String("properties")].toObject();
        EntityRow row{one[QLatin1String("id")].toString(),
                      one[QLatin1String("label")].toString(),
                      one[QLatin1String("version")].toInteger(1),
                      one[QLatin1String("deleted")].toBool(),
                      {}};
        if (row.id.isEmpty() || properties.size() > maxProperties)
            return Error{Error::Kind::Invalid, QStringLiteral("an entity has no id or too many properties")};
        if (row.deleted)
            row.label.clear();
        if (const QString merged = one[mergedIntoName].toString(); row.deleted && !merged.isEmpty())
            row.properties[mergedIntoName] = merged;
        for (auto it = properties.constBegin(); it != properties.constEnd() && !row.deleted; ++it)
            row.properties[it.key()] = it.value().toString();
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace rapport::wire
