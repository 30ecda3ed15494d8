// SPDX-License-Identifier: Apache-2.0
#include "sync/device/lease.h"

#include "sync/store/store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

const QString leaseSetting = QStringLiteral("lease");

qint64 secondsIn(const QJsonObject& object, const char* name)
{
    return static_cast<qint64>(object[QLatin1String(name)].toDouble(-1));
}

} // namespace

std::chrono::seconds Lease::leftAt(const QDateTime& now) const
{
    const std::chrono::seconds passed = std::max(ran, std::chrono::seconds(from.secsTo(now)));
    return std::max(length - passed, std::chrono::seconds(0));
}

Access Lease::accessAt(const QDateTime& now) const
{
    if (revoked)
        return Access::Revoked;
    return leftAt(now) > std::chrono::seconds(0) ? Access::Open : Access::LeaseEnded;
}

Result<std::optional<Lease>> lease(store::Store& store)
{
    const auto kept = store.setting(leaseSetting);
    if (!kept)
        return kept.error();
    if (kept->isEmpty())
        return std::optional<Lease>();
    const QJsonObject object = QJsonDocument::fromJson(kept->toUtf8()).object();
    const Lease lease{std::chrono::seconds(secondsIn(object, "length")),
                      QDateTime::fromString(object[QLatin1String("from")].toString(), Qt::ISODateWithMs),
                      std::chrono::seconds(secondsIn(object, "ran")), object[QLatin1String("revoked")].toBool()};
    if (lease.length < std::chrono::seconds(0) || lease.ran < std::chrono::seconds(0) || !lease.from.isValid())
        return Error{Error::Kind::Corrupt, QStringLiteral("the lease cannot be read")};
    return std::optional(lease);
}

Status keepLease(store::Store& store, const Lease& lease)
{
    const QJsonObject object{{QStringLiteral("length"), static_cast<double>(lease.length.count())},
                             {QStringLiteral("from"), lease.from.toUTC().toString(Qt::ISODateWithMs)},
                             {QStringLiteral("ran"), static_cast<double>(lease.ran.count())},
                             {QStringLiteral("revoked"), lease.revoked}};
    return store.setSetting(leaseSetting, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Lease leaseFrom(const wire::DeviceStatus& status, const QDateTime& now)
{
    const auto length = std::chrono::seconds(std::max<qint64>(0, status.serverTime.secsTo(status.leaseUntil)));
    return {length, now, std::chrono::seconds(0), status.revoked};
}

Access accessOf(store::Store& store, const QDateTime& now)
{
    const auto kept = lease(store);
    if (!kept)
        return Access::LeaseEnded;
    return *kept ? (*kept)->accessAt(now) : Access::Open;
}

void LeaseWatch::begin(store::Store& store, const Lease& fresh)
{
    m_last = m_ticks();
    if (const auto kept = keepLease(store, fresh); !kept)
        qCWarning(log) << "the lease could not be kept:" << kept.error().detail;
}

void LeaseWatch::revoke(store::Store& store)
{
    const auto kept = lease(store);
    Lease revoked =
        kept && *kept ? **kept : Lease{std::chrono::seconds(0), QDateTime::fromSecsSinceEpoch(0, Qt::UTC), std::chrono::seconds(0), false};
    if (std::exchange(revoked.revoked, true))
        return;
    if (const auto noted = keepLease(store, revoked); !noted)
        qCWarning(log) << "the withdrawal could not be kept:" << noted.error().detail;
}

Access LeaseWatch::look(store::Store& store, const QDateTime& now)
{
    const auto kept = lease(store);
    if (!kept)
        return Access::LeaseEnded;
    if (!*kept)
        return Access::Open;
    Lease running = **kept;
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(m_ticks() - m_last);
    if (passed >= std::chrono::seconds(1)) { // parts of a second are counted with the next look
        m_last += passed;
        running.ran += passed;
        if (const auto noted = keepLease(store, running); !noted)
            qCWarning(log) << "the lease could not be kept:" << noted.error().detail;
    }
    return running.accessAt(now);
}

} // namespace rapport::device
