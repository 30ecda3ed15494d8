// SPDX-License-Identifier: Apache-2.0
// Who works with the devices.
#include "sync/hub/admin.h"
#include "sync/hub/holding.h"
#include "sync/hub/sqlite/query.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <iterator>

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

Result<HubAdmin::NewUser> SqlAdmin::addUser(const QString& name, const QString& role, const QString& id)
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
    auto added = transact(m_database, [&] {
        return run(m_database, "INSERT INTO user(id, name, role, created_at) VALUES(?1,?2,?3,?4)", user.id, user.name, role, timeText(now()));
    });
    if (added)
        return user;
    if (added.error().kind == Error::Kind::Conflict)
        return Error{Error::Kind::Conflict, QStringLiteral("There is a user %1 already; give this one another id.").arg(user.id)};
    return added.error();
}

Result<QJsonArray> SqlAdmin::users()
{
    const std::lock_guard lock(m_mutex);
    const auto all = rows<QJsonObject>(m_database, "SELECT id, name, role, created_at FROM user ORDER BY name, id", [](const db::Statement& row) {
        return QJsonObject{{QStringLiteral("user_id"), row.text(0)},
                           {QStringLiteral("name"), row.text(1)},
                           {QStringLiteral("role"), row.text(2)},
                           {QStringLiteral("created"), row.text(3)}};
    });
    if (!all)
        return all.error();
    QJsonArray users;
    std::copy(all->begin(), all->end(), std::back_inserter(users));
    return users;
}

Status SqlAdmin::assignDevice(const QString& deviceId, const QString& userId)
{
    const std::lock_guard lock(m_mutex);
    return transact(m_database, [&]() -> Status {
        const auto known = rows<bool>(
            m_database, "SELECT ?1 = '' OR EXISTS(SELECT 1 FROM user WHERE id = ?1)", [](const db::Statement& row) { return row.integer(0) != 0; },
            userId);
        const auto assigned = known && known->front() ? m_repositories.devices().assign(deviceId, userId) : Result<bool>(false);
        if (!known || !assigned)
            return known ? assigned.error() : known.error();
        if (!*assigned)
            return Error{Error::Kind::NotFound, QStringLiteral("There is no such device, or no user %1.").arg(userId)};
        return ok();
    });
}

} // namespace rapport::hub
