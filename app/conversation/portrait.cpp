// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/portrait.h"

namespace rapport::app
{

namespace
{

QString valueAt(const forms::FormSession& session, const char* key)
{
    for (const forms::PayloadTarget& target : session.form().payloadTargets()) {
        if (target.key != QLatin1String(key))
            continue;
        if (const auto node = session.find(target.nodeset))
            return session.node(*node).value.simplified();
    }
    return {};
}

} // namespace

Portrait portraitOf(const forms::FormSession& session)
{
    Portrait portrait;
    portrait.name = QStringList{valueAt(session, "contacts.given_name"), valueAt(session, "contacts.family_name")}.join(QLatin1Char(' ')).trimmed();
    portrait.organisation = valueAt(session, "organisations.legal_name");
    portrait.badgeId = valueAt(session, "contacts.badge_id");
    portrait.contactId = valueAt(session, "contacts.@id");
    portrait.organisationId = valueAt(session, "organisations.@id");
    portrait.unresolved = !portrait.badgeId.isEmpty() && portrait.contactId.isEmpty() && valueAt(session, "contacts.family_name").isEmpty();
    portrait.leadStatus = valueAt(session, "contacts.lead_status");
    return portrait;
}

} // namespace rapport::app
