// SPDX-License-Identifier: Apache-2.0
// What the office says of this device: whether it may open its data, what time it is there, and what its occasions are.
#include "sync/device/courier_private.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

} // namespace

void CourierWorker::lookAtLease()
{
    const Access access = m_lease.look(*m_store, m_clock());
    publish([&](Courier::State& state) { state.access = access; });
}

/// How the hub sees us, and what time it is there; nothing here depends on our own clock being right. False too where it wants us to open nothing.
bool CourierWorker::fetchDevice()
{
    const Outcome outcome = get(QStringLiteral("/v1/device"));
    if (m_exchange->isStopping() || !heard(outcome))
        return false;
    if (const auto status = wire::parseDeviceStatus(outcome.body)) {
        m_lease.begin(*m_store, leaseFrom(*status, m_clock()));
        lookAtLease();
        if (status->revoked)
            return false;
        const qint64 behind = m_clock().secsTo(status->serverTime);
        (void)m_store->setSetting(QStringLiteral("clock_behind"), QString::number(behind)); // shown only; losing it loses nothing
        publish([&](Courier::State& state) { state.clockBehind = std::chrono::seconds(behind); });
        if (!status->user.isEmpty() && !m_store->setSetting(QStringLiteral("user"), status->user))
            return false; // who answers is part of what is answered
    }
    return true;
}

bool CourierWorker::fetchOccasions(std::vector<wire::Occasion>& occasions, QStringList& unusable)
{
    const Outcome outcome = get(QStringLiteral("/v1/occasions"));
    if (m_exchange->isStopping() || !heard(outcome))
        return false;
    const QJsonValue listed = QJsonDocument::fromJson(outcome.body).object()[QLatin1String("occasions")];
    if (!listed.isArray()) { // no list is not an empty list: nothing that is here ends by it
        qCWarning(log) << "the hub's occasions cannot be read";
        return false;
    }
    const QJsonArray all = listed.toArray();
    for (const QJsonValue one : all) {
        const QByteArray json = QJsonDocument(one.toObject()).toJson(QJsonDocument::Compact);
        auto occasion = wire::parseOccasion(json);
        if (!occasion) {
            qCWarning(log) << "an occasion of the hub is not usable:" << occasion.error().detail;
            const QString id = one.toObject()[QLatin1String("id")].toString();
            if (id.isEmpty())
                return false;
            unusable.append(id); // what is here of it stays as it was
            continue;
        }
        if (const auto kept = m_store->putOccasion(json); !kept) {
            qCWarning(log) << "an occasion could not be kept:" << kept.error().detail;
            return false;
        }
        occasions.push_back(std::move(*occasion));
    }
    return true;
}

} // namespace rapport::device
