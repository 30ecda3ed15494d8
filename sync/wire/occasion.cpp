// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/occasion.h"

#include "forms/xpath/expression.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxBytes = 1024 * 1024;

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// Absent is fine, something else than a date is not.
bool isDate(const QJsonValue& value)
{
    return value.isUndefined() || QDate::fromString(value.toString(), Qt::ISODate).isValid();
}

} // namespace

QDate Occasion::dayAt(const QDateTime& now) const
{
    return timezone.isEmpty() ? now.date() : now.toTimeZone(QTimeZone(timezone)).date();
}

QDateTime Occasion::endsAt(const QDateTime& now) const
{
    if (!to.isValid())
        return {};
    const QDate next = to.addDays(1);
    return timezone.isEmpty() ? QDateTime(next, QTime(0, 0), Qt::OffsetFromUTC, now.offsetFromUtc()) : next.startOfDay(QTimeZone(timezone));
}

Occasion::Phase Occasion::phaseAt(const QDateTime& now) const
{
    const QDate day = dayAt(now);
    if (to.isValid() && day > to)
        return Phase::Over;
    return from.isValid() && day < from ? Phase::Ahead : Phase::Running;
}

Result<Occasion> parseOccasion(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json.left(maxBytes), &error).object();
    if (error.error != QJsonParseError::NoError)
        return fault(QStringLiteral("The occasion is no JSON document: %1.").arg(error.errorString()));
    Occasion occasion;
    occasion.document = object;
    occasion.id = object[QLatin1String("id")].toString();
    occasion.title = object[QLatin1String("title")].toString();
    occasion.place = object[QLatin1String("place")].toString();
    occasion.version = object[QLatin1String("version")].toInt(1);
    occasion.from = QDate::fromString(object[QLatin1String("from")].toString(), Qt::ISODate);
    occasion.to = QDate::fromString(object[QLatin1String("to")].toString(), Qt::ISODate);
    occasion.heldFrom = QDate::fromString(object[QLatin1String("held_from")].toString(), Qt::ISODate);
    occasion.timezone = object[QLatin1String("timezone")].toString().toUtf8();
    occasion.country = object[QLatin1String("country")].toString();
    if (occasion.id.isEmpty() || occasion.title.isEmpty())
        return fault(QStringLiteral("The occasion needs an id and a title."));
    for (const auto member : {QLatin1String("from"), QLatin1String("to"), QLatin1String("held_from")}) {
        if (!isDate(object[member]))
            return fault(QStringLiteral("The occasion's \"%1\" is not a date such as 2027-11-10.").arg(member));
    }
    if (!occasion.timezone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(occasion.timezone))
        return fault(QStringLiteral("The occasion's timezone is not one of the IANA list."));
    if (occasion.from.isValid() && occasion.to.isValid() && occasion.to < occasion.from)
        return fault(QStringLiteral("The occasion ends before it begins."));
    auto rules = contact::parseBadgeRules(object[QLatin1String("badge_rules")].toArray());
    if (!rules)
        return rules.error();
    occasion.badgeRules = std::move(*rules);
    if (const QJsonValue days = object[QLatin1String("lease_days")]; !days.isUndefined()) {
        occasion.leaseDays = days.toInt();
        if (occasion.leaseDays < 1 || occasion.leaseDays > maxLeaseDays)
            return fault(QStringLiteral("The occasion's \"lease_days\" is not a whole number of days from 1 to %1.").arg(maxLeaseDays));
    }
    const QJsonArray roles = object[QLatin1String("roles")].toArray();
    for (const QJsonValue& role : roles)
        occasion.roles.append(role.toString());
    const QJsonArray forms = object[QLatin1String("forms")].toArray();
    for (const QJsonValue& form : forms)
        occasion.forms.append(form.toString());
    const QJsonArray lists = object[QLatin1String("lists")].toArray();
    for (const QJsonValue& list : lists) {
        const QJsonObject one = list.toObject();
        occasion.scopes.push_back(
            {list.isString() ? list.toString() : one[QLatin1String("name")].toString(), one[QLatin1String("filter")].toString()});
        const Occasion::Scope& scope = occasion.scopes.back();
        occasion.lists.append(scope.list);
        if (scope.filter.isEmpty())
            continue;
        if (const auto filter = forms::parseExpression(scope.filter); !filter)
            return fault(QStringLiteral("The occasion's filter of \"%1\" cannot be read: %2").arg(scope.list, filter.error().detail));
    }
    return occasion;
}

} // namespace rapport::wire
