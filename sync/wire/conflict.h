// SPDX-License-Identifier: Apache-2.0
// Two values of one property, between which a person on a device decides (DESIGN.md section 7, `/v1/conflicts`).
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace rapport::wire
{

inline const QString conflictTarget = QStringLiteral("conflict"); ///< of the receipt that says that something is to be decided

/// A question that a record of the device that asks has left: somebody else had changed the same property meanwhile.
struct Conflict {
    enum class Take {
        Device, ///< what the record says
        Hub     ///< what stands at the hub
    };
    struct Side {
        QString value; ///< its first 2,000 characters; may be empty
        QString by;    ///< a person's name, else what a system of record is called; empty: the office
        QDateTime at;
        friend bool operator==(const Side&, const Side&) = default;
    };
    qint64 id = 0; ///< the hub's
    QString list, entityId, property;
    QString label;      ///< of the entity
    QString instanceId; ///< of the record
    Side device, hub;   ///< hub: what stands there now
    friend bool operator==(const Conflict&, const Conflict&) = default;
};
QString word(Conflict::Take take); ///< "device", "hub"

/// `GET /v1/conflicts`: {"conflicts": [{id, list, entity, property, label, instance, device: {value, by, at}, hub: {…}}]}, the oldest first, at most
/// maxConflicts; further ones come once these are settled.
constexpr qsizetype maxConflicts = 200;
QByteArray toJson(const Conflict& conflict);
QByteArray toJson(const std::vector<Conflict>& conflicts);
/// Invalid where a member is missing, or of the wrong kind or size.
Result<Conflict> parseConflict(const QByteArray& json);
Result<std::vector<Conflict>> parseConflicts(const QByteArray& json);

/// `POST /v1/conflicts/{id}`: {"take", "instance", "property", "seen"}. It says of which question it is the answer, for a hub that was restored may
/// count anew, and which value stood at the hub when it was given.
struct Decision {
    Conflict::Take take = Conflict::Take::Hub;
    QString instanceId, property;
    QString seen; ///< the value of the hub's side
    friend bool operator==(const Decision&, const Decision&) = default;
};
QByteArray toJson(const Decision& decision);
Result<Decision> parseDecision(const QByteArray& json);

/// What becomes of it. 200 {"state": "settled"}: it holds, also where somebody had decided the same. 409: "decided" otherwise already, with who and
/// when; "changed": another value stands at the hub by now. 404: there is no such question for this device.
struct Verdict {
    enum class State { Settled, Decided, Changed };
    State state = State::Settled;
    QString by; ///< of what is decided: who; empty: the office
    QDateTime at;
    friend bool operator==(const Verdict&, const Verdict&) = default;
};
QByteArray toJson(const Verdict& verdict);
Result<Verdict> parseVerdict(const QByteArray& json);

} // namespace rapport::wire
