// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/entitypage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxRows = 5000, maxProperties = 500;

} // namespace

QByteArray toJson(const EntityPage& page)
{
    QJsonArray rows;
    for (const EntityRow& row : page.rows) {
        QJsonObject properties;
        for (const auto& [name, value] : row.properties)
            properties[name] = value;
        QJsonObject out{{QStringLiteral("id"), row.id},
                        {QStringLiteral("label"), row.label},
                        {QStringLiteral("version"), row.version},
                        {QStringLiteral("properties"), properties}};
        if (row.deleted)
            out[QLatin1String("deleted")] = true;
        rows.append(out);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("list"), page.list},
                                     {QStringLiteral("rows"), rows},
                                     {QStringLiteral("cursor"), QString::fromLatin1(page.cursor)},
                                     {QStringLiteral("more"), page.more},
                                     {QStringLiteral("reset"), page.reset}})
        .toJson(QJsonDocument::Compact);
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
        for (auto it = properties.constBegin(); it != properties.constEnd(); ++it)
            row.properties[it.key()] = it.value().toString();
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace rapport::wire
