// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace rapport::wire {

/// What became of one conversation at one target: the fold of that submission's jobs there.
struct Receipt {
    enum class State { Waiting, Confirmed, NeedsYou };
    QString instanceId; ///< "uuid:…"
    QString target;     ///< connector id; "hub" is the hub itself
    QString title;      ///< of the target, as people call it: "ERP"
    State state = State::Waiting;
    QString reference; ///< its number there
    QString sentence;  ///< why it needs somebody
    QDateTime at;
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace rapport::wire
