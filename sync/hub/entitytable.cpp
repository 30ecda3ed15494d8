// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/entitytable.h"

#include "forms/xform/tables.h"
#include "sync/hub/entities.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUuid>

#include <set>

namespace rapport::hub
{

namespace
{

const QUuid rowNamespace(QStringLiteral("0c7b0d7a-20a5-5d6e-8f5c-39a1a2b0c1d4"));
const QString nameColumn = QStringLiteral("name"), labelColumn = QStringLiteral("label");

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

QString csvCell(const QString& text)
{
    static const QRegularExpression special(QStringLiteral("[,\"\r\n]"));
    if (!text.contains(special))
        return text;
    return QLatin1Char('"') + QString(text).replace(QLatin1String("\""), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// @p scope: nothing where the whole list is meant.
Result<QByteArray> tableOf(const Entities& entities, const QString& list, const EntityScope* scope)
{
    struct Row {
        QString id, label, version;
        QJsonObject properties;
    };
    std::vector<Row> rows;
    auto walked = entities.changed(list, 0, [&](const EntityRow& row) {
        if (!row.deleted && (!scope || scope->contains(row)))
            rows.push_back({row.id, row.label, QString::number(row.version), QJsonDocument::fromJson(row.properties).object()});
        return true;
    });
    if (!walked)
        return walked.error();
    std::set<QString> names;
    for (const Row& row : rows) {
        for (const QString& name : row.properties.keys())
            names.insert(name);
    }
    QStringList header{nameColumn, labelColumn, QStringLiteral("__version")};
    header.append(QStringList(names.begin(), names.end()));
    QString csv = header.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const Row& row : rows) {
        QStringList cells{row.id, csvCell(row.label), row.version};
        for (const QString& name : names)
            cells.append(csvCell(row.properties[name].toString()));
        csv += cells.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return csv.toUtf8();
}

} // namespace

QString idOfKey(const QString& list, const QString& key)
{
    if (!QUuid::fromString(key).isNull())
        return QUuid::fromString(key).toString(QUuid::WithoutBraces);
    return QUuid::createUuidV5(rowNamespace, list + QLatin1Char('\n') + key).toString(QUuid::WithoutBraces);
}

bool canBeList(const QString& name)
{
    static const QRegularExpression listName(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]{0,99}$"));
    return listName.match(name).hasMatch();
}

Result<int> importTable(Repositories& repositories, const QString& list, const QByteArray& csv, const QDateTime& now)
{
    if (!canBeList(list))
        return invalid(QStringLiteral("“%1” cannot be the name of a list: letters, digits, _ and - are.").arg(list));
    const auto table = forms::readCsv(csv);
    if (!table)
        return invalid(QStringLiteral("The table cannot be read: %1.").arg(table.error().detail));
    const QStringList columns = (*table)->columns();
    if (columns.isEmpty() || columns.contains(QString()))
        return invalid(QStringLiteral("A column of the table has no name."));

    int changed = 0;
    for (const forms::ItemSource::Row row : (*table)->rows()) {
        std::map<QString, QString> properties;
        QStringList cells;
        for (const QString& column : columns) {
            cells.append((*table)->value(row, column));
            if (column != nameColumn && column != labelColumn && !column.startsWith(QLatin1String("__")))
                properties[column] = cells.last();
        }
        const QString name = (*table)->value(row, nameColumn);
        const QString id = idOfKey(list, name.isEmpty() ? cells.join(QLatin1Char('\n')) : name), label = (*table)->value(row, labelColumn);
        const Change change{
            list, id, label.isEmpty() ? cells.value(0) : label, properties, {}, QStringLiteral("import"), {}, Change::WhenEqual::Nothing};
        const auto done = changeEntity(repositories, change, now);
        if (!done)
            return done.error();
        changed += *done ? 1 : 0;
    }
    return changed;
}

Result<QByteArray> exportTable(const Entities& entities, const QString& list)
{
    return tableOf(entities, list, nullptr);
}

Result<QByteArray> exportTable(const Entities& entities, const QString& list, const EntityScope& scope)
{
    return tableOf(entities, list, &scope);
}

} // namespace rapport::hub
