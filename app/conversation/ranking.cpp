// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/ranking.h"

#include "forms/xform/form.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rapport::app
{

namespace
{

const QString scoresList = QStringLiteral("scores");
const QString organisationsList = QStringLiteral("organisations");

struct Rating {
    QDate day;
    int tenths = 0;
};

/// What is kept of one account while the ratings go by: the newest of each year.
using Ratings = std::map<int, Rating>;

QString property(const store::Entity& entity, const char* name)
{
    const auto found = entity.properties.find(QString::fromLatin1(name));
    return found == entity.properties.end() ? QString() : found->second;
}

std::optional<Rating> ratingOf(const store::Entity& entity)
{
    bool number = false;
    const double total = property(entity, "total").toDouble(&number);
    const QDate day = QDate::fromString(property(entity, "as_of").left(10), Qt::ISODate);
    if (!number || !(total >= 0 && total <= 10) || !day.isValid())
        return {};
    return Rating{day, static_cast<int>(std::lround(total * 10))};
}

Result<std::map<QString, Ratings>> readRatings(store::Store& store)
{
    std::map<QString, Ratings> ratings;
    const auto rows = store.entityRows(scoresList);
    if (!rows)
        return rows.error();
    for (const qint64 row : *rows) {
        const auto entity = store.entityAt(row);
        if (!entity)
            return entity.error();
        const auto rating = *entity ? ratingOf(**entity) : std::nullopt;
        if (!rating)
            continue;
        auto& kept = ratings[property(**entity, "organisation_id")].try_emplace(rating->day.year(), *rating).first->second;
        if (rating->day >= kept.day) // of two on one day the later row: it was written later
            kept = *rating;
    }
    return ratings;
}

Result<std::optional<RankedAccount>> accountOf(store::Store& store, const QString& organisationId, const Ratings& ratings)
{
    const auto organisation = store.entity(organisationsList, organisationId);
    if (!organisation)
        return organisation.error();
    if (!*organisation || (*organisation)->deleted)
        return std::optional<RankedAccount>();
    RankedAccount account;
    account.organisationId = organisationId;
    account.name = (*organisation)->label;
    account.city = property(**organisation, "city");
    const auto newest = ratings.rbegin();
    account.tenths = newest->second.tenths;
    account.asOf = newest->second.day;
    if (const auto earlier = std::next(newest); earlier != ratings.rend())
        account.before = earlier->second.tenths;
    return std::optional(account);
}

void rank(std::vector<RankedAccount>& accounts)
{
    std::sort(accounts.begin(), accounts.end(), [](const RankedAccount& a, const RankedAccount& b) {
        return a.tenths != b.tenths ? a.tenths > b.tenths : QString::localeAwareCompare(a.name, b.name) < 0;
    });
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const bool tied = i > 0 && accounts[i].tenths == accounts[i - 1].tenths;
        accounts[i].place = tied ? accounts[i - 1].place : static_cast<int>(i) + 1;
        accounts[i].band = tied ? accounts[i - 1].band : static_cast<Band>(i * 3 / accounts.size());
    }
}

/// The first live form that writes ratings; one that does not load is left out.
Result<QString> ratingForm(store::Store& store)
{
    const auto live = store.forms();
    if (!live)
        return live.error();
    for (const store::StoredForm& form : *live) {
        const auto stored = store.form(form.id, form.version);
        if (!stored)
            return stored.error();
        if (!stored->xml.contains(scoresList.toUtf8()))
            continue;
        const auto loaded = forms::Form::load(stored->xml, {{}, forms::LoadOptions::Missing::Blank}); // no lists: only what it declares is asked
        if (!loaded)
            continue;
        for (const forms::EntityDeclaration& declaration : (*loaded)->entityDeclarations()) {
            if (declaration.list == scoresList)
                return form.id;
        }
    }
    return QString();
}

} // namespace

Result<Ranking> readRanking(store::Store& store)
{
    const auto ratings = readRatings(store);
    if (!ratings)
        return ratings.error();
    Ranking ranking;
    for (const auto& [organisationId, ofAccount] : *ratings) {
        const auto account = accountOf(store, organisationId, ofAccount);
        if (!account)
            return account.error();
        if (*account)
            ranking.accounts.push_back(**account);
    }
    rank(ranking.accounts);
    const auto organisations = store.countEntities(organisationsList);
    const auto form = ratingForm(store);
    if (!organisations || !form)
        return organisations ? form.error() : organisations.error();
    ranking.unrated = std::max(0, *organisations - static_cast<int>(ranking.accounts.size()));
    ranking.form = *form;
    return ranking;
}

} // namespace rapport::app
