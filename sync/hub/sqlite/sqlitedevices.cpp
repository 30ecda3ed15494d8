// SPDX-License-Identifier: Apache-2.0
// A device's own lease stands in meta, as "lease_days ID".
#include "sync/hub/sqlite/sqlitedevices.h"

#include "sync/hub/sqlite/query.h"

namespace rapport::hub
{

namespace
{

QByteArray selectDevices(const char* which)
{
    return QByteArray("SELECT id, name, user_id, coalesce(public_key, x''), created_at, token_expires_at, last_seen_at, revoked_at IS NOT NULL, "
                      "ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE meta.name = 'lease_days ' || device.id), 0) FROM device ") +
           which;
}

DeviceRecord readDevice(const db::Statement& row)
{
    return {row.text(0),         row.text(1),         row.text(2),
            row.blob(3),         timeOf(row.text(4)), timeOf(row.text(5)),
            timeOf(row.text(6)), row.integer(7) != 0, static_cast<int>(row.integer(8))};
}

template <typename T>
std::optional<T> unless(bool isMissing, const T& value)
{
    return isMissing ? std::nullopt : std::optional<T>(value);
}

QString leaseName(const QString& id)
{
    return QStringLiteral("lease_days ") + id;
}

} // namespace

Status SqliteDevices::add(const DeviceRecord& device, const QByteArray& tokenHash)
{
    return run(m_database, "INSERT INTO device(id, name, token_hash, created_at, public_key, token_expires_at, user_id) VALUES(?1,?2,?3,?4,?5,?6,?7)",
               device.id, device.name, tokenHash, timeText(device.added), unless(device.publicKey.isEmpty(), device.publicKey),
               unless(!device.tokenExpires.isValid(), timeText(device.tokenExpires)), device.user);
}

Result<std::optional<DeviceRecord>> SqliteDevices::find(const QString& id) const
{
    static const QByteArray query = selectDevices("WHERE id = ?1");
    return first(rows<DeviceRecord>(m_database, query.constData(), readDevice, id));
}

Result<std::optional<DeviceRecord>> SqliteDevices::withToken(const QByteArray& tokenHash) const
{
    static const QByteArray query = selectDevices("WHERE token_hash = ?1");
    return first(rows<DeviceRecord>(m_database, query.constData(), readDevice, tokenHash));
}

Result<std::vector<DeviceRecord>> SqliteDevices::all() const
{
    static const QByteArray query = selectDevices("ORDER BY created_at, id");
    return rows<DeviceRecord>(m_database, query.constData(), readDevice);
}

Result<qint64> SqliteDevices::count() const
{
    return number(rows<qint64>(m_database, "SELECT count(*) FROM device WHERE revoked_at IS NULL", numberOf));
}

Status SqliteDevices::setToken(const QString& id, const QByteArray& tokenHash, const QDateTime& expires)
{
    return run(m_database, "UPDATE device SET token_hash = ?2, token_expires_at = ?3 WHERE id = ?1", id, tokenHash, timeText(expires));
}

Status SqliteDevices::setChallenge(const QString& id, const QByteArray& challenge, const QDateTime& until)
{
    return run(m_database, "UPDATE device SET challenge = ?2, challenge_until = ?3 WHERE id = ?1", id, challenge, timeText(until));
}

Result<bool> SqliteDevices::useChallenge(const QString& id, const QByteArray& challenge, const QDateTime& now)
{
    return hasChanged(m_database, run(m_database, "UPDATE device SET challenge = NULL WHERE id = ?1 AND challenge = ?2 AND challenge_until > ?3", id,
                                      challenge, timeText(now)));
}

Result<bool> SqliteDevices::revoke(const QString& id, const QDateTime& now)
{
    return hasChanged(m_database, run(m_database, "UPDATE device SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL", id, timeText(now)));
}

Result<bool> SqliteDevices::restore(const QString& id)
{
    return hasChanged(m_database, run(m_database, "UPDATE device SET revoked_at = NULL WHERE id = ?1 AND revoked_at IS NOT NULL", id));
}

Result<bool> SqliteDevices::assign(const QString& id, const QString& user)
{
    return hasChanged(m_database, run(m_database, "UPDATE device SET user_id = ?2 WHERE id = ?1", id, user));
}

Status SqliteDevices::setLeaseDays(const QString& id, int days)
{
    if (days == 0)
        return run(m_database, "DELETE FROM meta WHERE name = ?1", leaseName(id));
    return run(m_database, "INSERT INTO meta(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2", leaseName(id),
               QString::number(days));
}

Status SqliteDevices::noteSeen(const QString& id, const QDateTime& now)
{
    return run(m_database, "UPDATE device SET last_seen_at = ?2 WHERE id = ?1", id, timeText(now));
}

Status SqliteDevices::invite(const QByteArray& codeHash, const InvitationRecord& invitation, const QDateTime& now)
{
    return run(m_database, "INSERT INTO invitation(code_hash, name, created_at, expires_at) VALUES(?1,?2,?3,?4)", codeHash, invitation.name,
               timeText(now), timeText(invitation.expires));
}

Result<std::optional<InvitationRecord>> SqliteDevices::invitation(const QByteArray& codeHash) const
{
    return first(rows<InvitationRecord>(
        m_database, "SELECT name, expires_at, coalesce(device_id, '') FROM invitation WHERE code_hash = ?1",
        [](const db::Statement& row) {
            return InvitationRecord{row.text(0), timeOf(row.text(1)), row.text(2)};
        },
        codeHash));
}

Status SqliteDevices::useInvitation(const QByteArray& codeHash, const QString& deviceId)
{
    const auto used = hasChanged(
        m_database, run(m_database, "UPDATE invitation SET device_id = ?2 WHERE code_hash = ?1 AND device_id IS NULL", codeHash, deviceId));
    if (!used)
        return used.error();
    return *used ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("another device has come with this invitation")});
}

} // namespace rapport::hub
