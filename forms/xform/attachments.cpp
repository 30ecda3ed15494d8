// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/tables.h"
#include "forms/xpath/value.h"
#include "forms/xpath/xmltree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::forms
{

namespace
{

/// An XML file whose document element holds one element per row.
class XmlRows : public ItemSource
{
public:
    explicit XmlRows(std::shared_ptr<const XmlTree> tree) : m_tree(std::move(tree)), m_root(m_tree->documentElement()) {}

    QStringList columns() const override
    {
        QStringList names;
        const auto all = rows();
        for (const qint64 cell : all.empty() ? std::vector<qint64>{} : m_tree->elements(all.front()))
            names.append(m_tree->localName(cell));
        return names;
    }
    std::vector<Row> rows() const override { return m_tree->elements(m_root); }
    std::vector<Row> find(const QString& column, const QString& value) const override
    {
        return m_tree->find(m_root, QStringLiteral("item"), {{column, value}}).value_or(std::vector<Row>{});
    }
    QString value(Row row, const QString& column) const override
    {
        const auto cell = m_tree->child(row, column);
        return cell ? m_tree->stringValue(*cell) : QString();
    }
    std::shared_ptr<const NodeSource> document() const override { return m_tree; }

private:
    std::shared_ptr<const XmlTree> m_tree;
    qint64 m_root;
};

QString jsonText(const QJsonValue& value)
{
    if (value.isDouble())
        return textOf(value.toDouble());
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toString();
}

/// [lon, lat] → "lat lon 0 0"
QString pointText(const QJsonArray& position)
{
    return textOf(position.at(1).toDouble()) + QLatin1Char(' ') + textOf(position.at(0).toDouble()) + QStringLiteral(" 0 0");
}

/// Points, lines and the outlines of areas, as ODK's geo types have them; nothing for other kinds.
std::optional<QString> geometryText(const QJsonObject& geometry)
{
    const QString type = geometry[QLatin1String("type")].toString();
    const QJsonArray coordinates = geometry[QLatin1String("coordinates")].toArray();
    if (type == QLatin1String("Point"))
        return pointText(coordinates);
    if (type != QLatin1String("LineString") && type != QLatin1String("Polygon"))
        return {};
    QStringList points;
    const QJsonArray line = type == QLatin1String("Polygon") ? coordinates.at(0).toArray() : coordinates;
    for (const QJsonValue& position : line)
        points.append(pointText(position.toArray()));
    return points.join(QStringLiteral("; "));
}

Result<std::shared_ptr<const ItemSource>> readGeoJson(const QByteArray& content)
{
    QJsonParseError error;
    const QJsonObject collection = QJsonDocument::fromJson(content, &error).object();
    if (error.error != QJsonParseError::NoError || collection[QLatin1String("type")].toString() != QLatin1String("FeatureCollection"))
        return Error{Error::Kind::Invalid, QStringLiteral("this is no GeoJSON feature collection")};
    QStringList columns{QStringLiteral("id"), QStringLiteral("geometry")};
    std::vector<QHash<QString, QString>> found;
    const QJsonArray features = collection[QLatin1String("features")].toArray();
    for (const QJsonValue& value : features) {
        const QJsonObject feature = value.toObject();
        const QJsonObject properties = feature[QLatin1String("properties")].toObject();
        QHash<QString, QString> cells;
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            if (!columns.contains(it.key()))
                columns.append(it.key());
            cells.insert(it.key(), jsonText(it.value()));
        }
        if (feature.contains(QLatin1String("id")))
            cells.insert(QStringLiteral("id"), jsonText(feature[QLatin1String("id")]));
        const auto geometry = geometryText(feature[QLatin1String("geometry")].toObject());
        if (!geometry)
            return Error{Error::Kind::Invalid, QStringLiteral("a feature is neither a point nor a line nor an area")};
        cells.insert(QStringLiteral("geometry"), *geometry);
        found.push_back(std::move(cells));
    }
    std::vector<QStringList> rows;
    for (const auto& cells : found) {
        QStringList row;
        for (const QString& column : columns)
            row.append(cells.value(column));
        rows.push_back(std::move(row));
    }
    return makeRows(std::move(columns), rows);
}

} // namespace

Result<std::shared_ptr<const ItemSource>> readAttachment(const QString& name, const QByteArray& content)
{
    if (name.endsWith(QLatin1String(".geojson"), Qt::CaseInsensitive))
        return readGeoJson(content);
    if (!name.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive))
        return readCsv(content);
    auto tree = XmlTree::parse(content);
    if (!tree)
        return tree.error();
    return std::shared_ptr<const ItemSource>(std::make_shared<XmlRows>(*tree));
}

} // namespace rapport::forms
