// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/recents.h"

namespace rapport::app
{

namespace
{

using store::Entity;

constexpr qsizetype mostKept = 8;
const QString setting = QStringLiteral("recent_customers"); ///< "contacts/ID organisations/ID …", newest first

QString property(const Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

/// The firm of a person, else her job; the city and number of a firm.
Result<QString> detailOf(store::Store& store, const Entity& entity)
{
    if (entity.list == QLatin1String("organisations")) {
        QStringList parts{property(entity, "city"), property(entity, "customer_number")};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    }
    const auto firm = store.entity(QStringLiteral("organisations"), property(entity, "organisation_id"));
    if (!firm)
        return firm.error();
    return *firm && !(*firm)->deleted ? (*firm)->label : property(entity, "job_title");
}

Result<QStringList> kept(store::Store& store)
{
    const auto text = store.setting(setting);
    if (!text)
        return text.error();
    return text->split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

Result<std::vector<store::SearchHit>> recentCustomers(store::Store& store)
{
    const auto names = kept(store);
    if (!names)
        return names.error();
    std::vector<store::SearchHit> hits;
    for (const QString& name : *names) {
        const auto one = store.entity(name.section(QLatin1Char('/'), 0, 0), name.section(QLatin1Char('/'), 1));
        if (!one)
            return one.error();
        if (!*one || (*one)->deleted)
            continue;
        auto detail = detailOf(store, **one);
        if (!detail)
            return detail.error();
        hits.push_back({(*one)->list, (*one)->id, (*one)->label, *detail});
    }
    return hits;
}

Status rememberCustomer(store::Store& store, const QString& list, const QString& id)
{
    auto names = kept(store);
    if (!names)
        return names.error();
    const QString name = list + QLatin1Char('/') + id;
    names->removeAll(name);
    names->prepend(name);
    return store.setSetting(setting, names->mid(0, mostKept).join(QLatin1Char(' ')));
}

} // namespace rapport::app
