// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/contactwords.h"

#include <QUrl>

namespace rapport::app
{

QString ContactWords::nameOf(const contact::Contact& contact)
{
    const QString parts = QStringList{contact.prefix, contact.givenName, contact.familyName}.join(QLatin1Char(' ')).simplified();
    return parts.isEmpty() ? contact.fullName.simplified() : parts;
}

QString ContactWords::shownName(const contact::Contact& contact)
{
    if (const QString name = nameOf(contact); !name.isEmpty())
        return name;
    if (!contact.badgeId.isEmpty())
        return tr("Badge %1").arg(contact.badgeId);
    if (!contact.emails.isEmpty())
        return contact.emails.front();
    if (!contact.organisation.isEmpty())
        return contact.organisation;
    return contact.urls.isEmpty() ? tr("A code without a name") : QUrl::fromUserInput(contact.urls.front()).host();
}

bool ContactWords::namesSomebody(const contact::Contact& contact)
{
    return !nameOf(contact).isEmpty() || !contact.emails.isEmpty() || !contact.badgeId.isEmpty() || !contact.organisation.isEmpty();
}

} // namespace rapport::app
