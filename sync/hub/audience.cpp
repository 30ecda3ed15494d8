// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/audience.h"

#include "sync/connectors/files/csvline.h"
#include "sync/contact/mailbox.h"
#include "sync/contact/names.h"
#include "sync/hub/entityscope.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace rapport::hub
{

namespace
{

Error refused(const QString& list)
{
    static const QStringList people{QStringLiteral("contacts"), QStringLiteral("attendees"), QStringLiteral("people"), QStringLiteral("consents")};
    if (people.contains(list))
        return {Error::Kind::Denied,
                QStringLiteral("“%1” is a list of people. An audience for a campaign tool is made of companies only: the people in "
                               "our lists have agreed to be written to by us, not to be handed to somebody else. Name "
                               "“organisations” instead.")
                    .arg(list)};
    return {Error::Kind::Denied,
            QStringLiteral("“%1” is no list of companies, of which alone an audience is made. Name “organisations” instead.").arg(list)};
}

/// Its words in any order: "Weber Jonas" is "Jonas Weber".
QString nameKey(const QString& name)
{
    QStringList words = contact::foldedWords(name);
    words.sort();
    return words.join(QLatin1Char(' '));
}

struct Row {
    EntityRow entity;
    QJsonObject properties;

    QString text(const char* name) const { return properties[QLatin1String(name)].toString(); }
};

Result<std::vector<Row>> rowsOf(const Entities& entities, const QString& list)
{
    std::vector<Row> rows;
    auto walked = entities.all(list, [&](const EntityRow& row) {
        rows.push_back({row, QJsonDocument::fromJson(row.properties).object()});
        return true;
    });
    return walked ? Result<std::vector<Row>>(std::move(rows)) : walked.error();
}

Result<QSet<QString>> namesOfPeople(const Entities& entities)
{
    QSet<QString> names;
    for (const char* list : {"contacts", "attendees", "people"}) {
        const auto people = rowsOf(entities, QLatin1String(list));
        if (!people)
            return people.error();
        for (const Row& one : *people) {
            names.insert(nameKey(one.entity.label));
            names.insert(nameKey(one.text("given_name") + QLatin1Char(' ') + one.text("family_name")));
        }
    }
    names.remove(QString());
    return names;
}

} // namespace

Result<HubAdmin::Audience> audienceOf(const Entities& entities, const QString& list, const QString& filter, const QDateTime& now)
{
    if (list != QLatin1String("organisations"))
        return refused(list);
    const auto scope = EntityScope::matching(filter, now);
    if (!scope)
        return scope.error();
    const auto people = namesOfPeople(entities);
    const auto all = rowsOf(entities, list);
    if (!people || !all)
        return people ? all.error() : people.error();

    HubAdmin::Audience audience;
    std::vector<QStringList> companies;
    for (const Row& row : *all) {
        const QString legal = row.text("legal_name"), company = legal.isEmpty() ? row.entity.label : legal;
        if (company.isEmpty() || !scope->contains(row.entity))
            continue;
        if (people->contains(nameKey(company)) || people->contains(nameKey(row.entity.label)))
            ++audience.heldBack;
        else
            companies.push_back({company, contact::domainOf(row.text("website")), row.text("website"), row.text("segment"), row.text("postcode"),
                                 row.text("city"), row.text("country")});
    }
    std::sort(companies.begin(), companies.end(),
              [](const QStringList& a, const QStringList& b) { return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end()); });
    companies.erase(std::unique(companies.begin(), companies.end()), companies.end());
    audience.companies = static_cast<int>(companies.size());
    audience.csv =
        connectors::files::byteOrderMark +
        connectors::files::csvLine({QStringLiteral("company"), QStringLiteral("domain"), QStringLiteral("website"), QStringLiteral("segment"),
                                    QStringLiteral("postcode"), QStringLiteral("city"), QStringLiteral("country")});
    for (QStringList& company : companies) {
        for (QString& cell : company)
            cell = connectors::files::harmless(cell);
        audience.csv += connectors::files::csvLine(company);
    }
    return audience;
}

} // namespace rapport::hub
