// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/badgerule.h"

#include "sync/contact/cardproperty.h"
#include "sync/contact/payload.h"
#include "sync/contact/phone.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxRules = 50, maxProperties = 50, longestExpression = 500, longestText = 4096;
/// Set inside the pattern; where it sets some of its own, PCRE2 takes the lowest.
constexpr QLatin1String limits("(*LIMIT_MATCH=20000)(*LIMIT_DEPTH=2000)(*LIMIT_HEAP=4096)");

Error fault(const QString& what)
{
    return {Error::Kind::Invalid, what};
}

bool isProperty(const QString& name)
{
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z_][A-Za-z0-9_-]{0,63}\\.[A-Za-z_][A-Za-z0-9_-]{0,63}$"));
    return shape.match(name).hasMatch();
}

QString* textFor(Contact& contact, QStringView property)
{
    const std::pair<QLatin1String, QString Contact::*> all[] = {
        {QLatin1String("full_name"), &Contact::fullName},        {QLatin1String("honorific_prefix"), &Contact::prefix},
        {QLatin1String("given_name"), &Contact::givenName},      {QLatin1String("family_name"), &Contact::familyName},
        {QLatin1String("job_title"), &Contact::jobTitle},        {QLatin1String("badge_id"), &Contact::badgeId},
        {QLatin1String("organisation"), &Contact::organisation}, {QLatin1String("legal_name"), &Contact::organisation},
        {QLatin1String("department"), &Contact::department},     {QLatin1String("street"), &Contact::street},
        {QLatin1String("postcode"), &Contact::postcode},         {QLatin1String("city"), &Contact::city},
        {QLatin1String("country"), &Contact::country},           {QLatin1String("remark"), &Contact::note},
    };
    for (const auto& [name, member] : all) {
        if (property == name)
            return &(contact.*member);
    }
    return nullptr;
}

/// contacts and attendees are whom we talk to, organisations their firm; of other lists the form may ask all the same.
void put(ContactDraft& draft, const QString& key, const QString& value)
{
    const qsizetype point = key.indexOf(QLatin1Char('.'));
    const QStringView list = QStringView(key).left(point), property = QStringView(key).mid(point + 1);
    const bool known = list == QLatin1String("contacts") || list == QLatin1String("attendees") || list == QLatin1String("organisations");
    if (known && property == QLatin1String("email"))
        draft.contact.emails.append(value);
    else if (known && property == QLatin1String("phone"))
        draft.contact.phones.push_back({numberOfLink(value), Phone::Kind::Work});
    else if (known && property == QLatin1String("mobile"))
        draft.contact.phones.push_back({numberOfLink(value), Phone::Kind::Mobile});
    else if (known && property == QLatin1String("website"))
        draft.contact.urls.append(value);
    else if (QString* text = known ? textFor(draft.contact, property) : nullptr)
        *text = value;
    else
        draft.more.emplace_back(key, value);
}

} // namespace

BadgeRule::Values BadgeRule::matched(const QString& text) const
{
    const QRegularExpressionMatch match = m_expression.match(text);
    if (!match.hasMatch())
        return {};
    if (!m_property.isEmpty())
        return {{m_property, match.captured(match.lastCapturedIndex() > 0 ? 1 : 0)}};
    Values values;
    for (const auto& [group, property] : m_properties)
        values.emplace_back(property, match.captured(group));
    return values;
}

BadgeRule::Values BadgeRule::separated(const QString& text) const
{
    if (!text.startsWith(m_starts))
        return {};
    const QStringList fields = text.mid(m_starts.size()).split(m_separator);
    Values values;
    for (qsizetype i = 0; fields.size() > 1 && i < qMin(fields.size(), m_columns.size()); ++i)
        values.emplace_back(m_columns[i], fields[i]);
    return values;
}

BadgeRule::Values BadgeRule::membersOf(const QString& text) const
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Values values;
    for (const auto& [member, property] : m_properties) {
        const QJsonValue value = object[member];
        values.emplace_back(property, value.isDouble() ? QString::number(value.toDouble(), 'g', 17) : value.toString());
    }
    return values;
}

std::optional<ContactDraft> BadgeRule::read(const QString& text) const
{
    if (text.size() > longestText)
        return {};
    const Values values = m_kind == Kind::Match ? matched(text) : m_kind == Kind::Separator ? separated(text) : membersOf(text);
    ContactDraft draft;
    bool said = false;
    for (const auto& [property, value] : values) {
        if (property.isEmpty() || value.trimmed().isEmpty())
            continue;
        put(draft, property, value.trimmed());
        said = true;
    }
    if (!said)
        return {};
    completeName(draft.contact);
    return draft;
}

Result<BadgeRule> BadgeRule::parse(const QJsonObject& rule)
{
    const QString match = rule[QLatin1String("match")].toString(), separator = rule[QLatin1String("separator")].toString();
    const QJsonObject members = rule[QLatin1String("members")].toObject();
    if ((match.isEmpty() ? 0 : 1) + (separator.isEmpty() ? 0 : 1) + (members.isEmpty() ? 0 : 1) != 1)
        return fault(QStringLiteral("needs one of \"match\", \"separator\" and \"members\""));
    if (match.size() > longestExpression || separator.size() > longestExpression)
        return fault(QStringLiteral("is longer than %1 characters").arg(longestExpression));
    BadgeRule parsed;
    parsed.m_kind = !match.isEmpty() ? Kind::Match : !separator.isEmpty() ? Kind::Separator : Kind::Members;
    parsed.m_expression.setPattern(limits + match);
    if (!parsed.m_expression.isValid())
        return fault(QStringLiteral("has an expression that cannot be read (%1)").arg(parsed.m_expression.errorString()));
    parsed.m_separator = separator;
    parsed.m_starts = rule[QLatin1String("starts")].toString();
    parsed.m_property = rule[QLatin1String("property")].toString();
    const QJsonArray columns = rule[QLatin1String("properties")].toArray();
    for (const QJsonValue column : columns)
        parsed.m_columns.append(column.toString());
    const QJsonObject named = members.isEmpty() ? rule[QLatin1String("properties")].toObject() : members;
    for (auto member = named.begin(); member != named.end(); ++member)
        parsed.m_properties[member.key()] = member->toString();
    if (const auto sound = parsed.checkProperties(); !sound)
        return sound.error();
    return parsed;
}

Status BadgeRule::checkProperties() const
{
    QStringList all = m_columns;
    all.removeAll(QString()); // a column that nobody wants
    if (!m_property.isEmpty())
        all.append(m_property);
    for (const auto& [name, property] : m_properties)
        all.append(property);
    if (all.isEmpty() || all.size() > maxProperties)
        return fault(QStringLiteral("names no property, or more than %1").arg(maxProperties));
    for (const QString& property : all) {
        if (!isProperty(property))
            return fault(QStringLiteral("names \"%1\", which is no property such as contacts.given_name").arg(property));
    }
    return std::monostate();
}

Result<std::vector<BadgeRule>> parseBadgeRules(const QJsonArray& array)
{
    std::vector<BadgeRule> rules;
    if (array.size() > maxRules)
        return fault(QStringLiteral("The occasion has more than %1 badge rules.").arg(maxRules));
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto rule = BadgeRule::parse(array.at(i).toObject());
        if (!rule)
            return fault(QStringLiteral("The occasion's badge rule %1 %2.").arg(i + 1).arg(rule.error().detail));
        rules.push_back(std::move(*rule));
    }
    return rules;
}

std::optional<ContactDraft> readByRules(const std::vector<BadgeRule>& rules, const QString& text, const QString& country)
{
    for (const BadgeRule& rule : rules) {
        auto draft = rule.read(text);
        if (!draft)
            continue;
        for (Phone& phone : draft->contact.phones)
            phone.number = normalisedPhone(phone.number, country);
        return draft;
    }
    return {};
}

ContactDraft readBadge(const QString& text, const QString& country, const std::vector<BadgeRule>& rules)
{
    if (auto known = readByRules(rules, text, country))
        return *known;
    ContactDraft draft;
    draft.origin = ContactDraft::Origin::Badge;
    const auto contacts = parsePayload(text.toUtf8(), country);
    if (!contacts.empty())
        draft.contact = contacts.front();
    return draft;
}

} // namespace rapport::contact
