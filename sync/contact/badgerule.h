// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/contact/contact.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <map>
#include <vector>

namespace rapport::contact
{

/// How an organiser's own badge is read: one member of the occasion's `badge_rules`, which anybody may have written. A rule has exactly one of
/// - "match": a regular expression that the whole text or a part of it must fit, with "property" for its first group (or, without a group, all that
///   it fits), or "properties": {"name of a group": property …};
/// - "separator": the text between fields, with "properties": [property or "" …] in their order; a text with fewer fields than two does not fit, and
///   "starts" may name how it begins (which is taken off);
/// - "members": {"name in the JSON object": property …}.
/// A property is "list.property" as forms ask for it: contacts.given_name, organisations.legal_name, attendees.badge_id … contacts.full_name is
/// taken apart.
class BadgeRule
{
public:
    /// A fault is said as what stands behind "badge rule 3".
    static Result<BadgeRule> parse(const QJsonObject& rule);

    /// What the text says; nothing where the rule does not fit. Texts over 4,096 characters fit no rule; a match gives up after 20,000 steps
    /// (PCRE2's match limit), which is some milliseconds.
    std::optional<ContactDraft> read(const QString& text) const;

private:
    using Values = std::vector<std::pair<QString, QString>>; ///< property, what stands there

    Status checkProperties() const;
    Values matched(const QString& text) const;
    Values separated(const QString& text) const;
    Values membersOf(const QString& text) const;

    enum class Kind { Match, Separator, Members } m_kind = Kind::Match;
    QRegularExpression m_expression;
    QString m_separator, m_starts, m_property;
    QStringList m_columns;                   ///< of a separator
    std::map<QString, QString> m_properties; ///< by group or member
};

/// At most 50 rules of 50 properties; expressions and separators of at most 500 characters. A fault is one sentence that names the rule.
Result<std::vector<BadgeRule>> parseBadgeRules(const QJsonArray& rules);

/// The first rule that fits; telephone numbers are taken to be at home in @p country.
std::optional<ContactDraft> readByRules(const std::vector<BadgeRule>& rules, const QString& text, const QString& country);

/// What the text of a badge says: by the rules, else as parsePayload() reads it; of several people the first. Never fails.
ContactDraft readBadge(const QString& text, const QString& country, const std::vector<BadgeRule>& rules);

} // namespace rapport::contact
