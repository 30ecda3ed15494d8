// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/entityscope.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rapport::hub
{

namespace
{

/// One entity as the ODK dialect sees a row: <item> with a child for each property. Handles: 0 the item, then its children.
class ItemNodes : public forms::NodeSource
{
public:
    explicit ItemNodes(const EntityRow& row) : ItemNodes(row.id, row.label, row.version)
    {
        const QJsonObject properties = QJsonDocument::fromJson(row.properties).object();
        for (auto it = properties.constBegin(); it != properties.constEnd(); ++it)
            m_cells.emplace_back(it.key(), it.value().toString());
    }
    explicit ItemNodes(const EntityState& entity) : ItemNodes(entity.id, entity.label, entity.version)
    {
        m_cells.insert(m_cells.end(), entity.properties.begin(), entity.properties.end());
    }
    Kind kind(qint64) const override { return Kind::Element; }
    QString localName(qint64 handle) const override { return handle == 0 ? QStringLiteral("item") : cell(handle).first; }
    QString stringValue(qint64 handle) const override { return handle == 0 ? QString() : cell(handle).second; }
    qint64 parent(qint64 handle) const override { return handle == 0 ? -1 : 0; }
    std::vector<qint64> children(qint64 handle) const override
    {
        std::vector<qint64> all(handle == 0 ? m_cells.size() : 0);
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = static_cast<qint64>(i) + 1;
        return all;
    }

private:
    ItemNodes(const QString& id, const QString& label, qint64 version)
        : m_cells{{QStringLiteral("name"), id}, {QStringLiteral("label"), label}, {QStringLiteral("__version"), QString::number(version)}}
    {
    }
    const std::pair<QString, QString>& cell(qint64 handle) const { return m_cells[static_cast<std::size_t>(handle - 1)]; }
    std::vector<std::pair<QString, QString>> m_cells;
};

bool asksForTheDay(const QString& filter)
{
    return filter.contains(QLatin1String("today(")) || filter.contains(QLatin1String("now("));
}

} // namespace

EntityScope EntityScope::whole()
{
    EntityScope scope;
    scope.m_whole = true;
    scope.m_fingerprint = "all";
    return scope;
}

Result<EntityScope> EntityScope::matching(const QString& filter, const QDateTime& now)
{
    if (filter.isEmpty())
        return whole();
    auto expression = forms::parseExpression(filter);
    if (!expression)
        return Error{Error::Kind::Invalid, QStringLiteral("The filter cannot be read: %1.").arg(expression.error().detail)};
    EntityScope scope;
    scope.m_filters.push_back(std::move(*expression));
    scope.m_surroundings.now = [now] { return now; };
    scope.m_surroundings.property = [](const QString&) { return QString(); };
    return scope;
}

Result<EntityScope> EntityScope::of(const Holding& holding, const QString& list)
{
    QStringList filters;
    for (const wire::Occasion& occasion : holding.occasions()) {
        for (const wire::Occasion::Scope& one : occasion.scopes) {
            if (one.list == list && one.filter.isEmpty())
                return whole();
            if (one.list == list)
                filters.append(one.filter);
        }
    }
    if (filters.isEmpty())
        return holding.givesList(list) ? whole() : EntityScope();
    EntityScope scope;
    filters.sort();
    filters.removeDuplicates();
    scope.m_surroundings.now = [now = holding.now()] { return now; };
    scope.m_surroundings.property = [user = holding.user(), role = holding.role()](const QString& name) {
        return name == QLatin1String("username") ? user : name == QLatin1String("role") ? role : QString();
    };
    QByteArray text = filters.join(QLatin1Char('\n')).toUtf8();
    for (const QString& filter : std::as_const(filters)) {
        auto expression = forms::parseExpression(filter);
        if (!expression)
            return expression.error();
        scope.m_filters.push_back(std::move(*expression));
        if (asksForTheDay(filter))
            text += holding.now().toUTC().date().toString(Qt::ISODate).toLatin1();
        if (filter.contains(QLatin1String("property(")))
            text += '\n' + holding.user().toUtf8() + '\n' + holding.role().toUtf8();
    }
    scope.m_fingerprint = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16);
    return scope;
}

bool EntityScope::letsThrough(const forms::NodeSource& item) const
{
    forms::Context context;
    context.node = context.current = context.root = {&item, 0};
    context.surroundings = &m_surroundings;
    return std::any_of(m_filters.begin(), m_filters.end(), [&](const auto& filter) { return evaluate(*filter, context).boolean(); });
}

bool EntityScope::contains(const EntityRow& row) const
{
    return m_whole || (!m_filters.empty() && letsThrough(ItemNodes(row)));
}

bool EntityScope::contains(const EntityState& entity) const
{
    return m_whole || (!m_filters.empty() && letsThrough(ItemNodes(entity)));
}

} // namespace rapport::hub
