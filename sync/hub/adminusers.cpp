// SPDX-License-Identifier: Apache-2.0
// Who works with the devices.
#include "sync/hub/admin.h"
#include "sync/hub/holding.h"
#include "sync/hub/timetext.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace rapport::hub
{

namespace
{

/// "s.wirawan" of "Sari Wirawan", "cher" of "Cher": letters without their marks.
QString userIdOf(const QString& name)
{
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u' ')
            plain += c;
    }
    const QStringList words = plain.simplified().split(u' ', Qt::SkipEmptyParts);
    return words.size() < 2 ? words.value(0) : words.front().left(1) + u'.' + words.back();
}

} // namespace

Result<HubAdmin::NewUser> OfficeAdmin::addUser(const QString& name, const QString& role, const QString& id)
{
    const std::lock_guard lock(m_mutex);
    static const QRegularExpression shape(QStringLiteral("^[a-z0-9][a-z0-9._-]{0,99}$"));
    const NewUser user{id.isEmpty() ? userIdOf(name) : id, name.trimmed(), role};
    if (user.name.isEmpty() || user.name.size() > 200)
        return Error{Error::Kind::Invalid, QStringLiteral("A user needs a name of at most 200 characters.")};
    if (!knownRoles().contains(role))
        return Error{Error::Kind::Invalid, QStringLiteral("“%1” is no role: %2.").arg(role, knownRoles().join(QStringLiteral(", ")))};
    if (!shape.match(user.id).hasMatch())
        return Error{Error::Kind::Invalid, QStringLiteral("“%1” is no user id: small letters, digits, dots and dashes.").arg(user.id)};
    auto added = m_database->write([&](Repositories& writing) { return writing.users().add({user.id, user.name, role, now()}); });
    if (added)
        return user;
    if (added.error().kind == Error::Kind::Conflict)
        return Error{Error::Kind::Conflict, QStringLiteral("There is a user %1 already; give this one another id.").arg(user.id)};
    return added.error();
}

Result<QJsonArray> OfficeAdmin::users()
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_known->users().all();
    if (!found)
        return found.error();
    QJsonArray all;
    for (const UserRecord& one : *found) {
        all.append(QJsonObject{{QStringLiteral("user_id"), one.id},
                               {QStringLiteral("name"), one.name},
                               {QStringLiteral("role"), one.role},
                               {QStringLiteral("created"), timeText(one.added)}});
    }
    return all;
}

Status OfficeAdmin::assignDevice(const QString& deviceId, const QString& userId)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) -> Status {
        const auto known = writing.users().find(userId);
        const bool can = known && (*known || userId.isEmpty());
        const auto assigned = can ? writing.devices().assign(deviceId, userId) : Result<bool>(false);
        if (!known || !assigned)
            return known ? assigned.error() : known.error();
        if (!*assigned)
            return Error{Error::Kind::NotFound, QStringLiteral("There is no such device, or no user %1.").arg(userId)};
        return ok();
    });
}

} // namespace rapport::hub
