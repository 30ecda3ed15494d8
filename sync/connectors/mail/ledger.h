// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QString>

namespace rapport::connectors::mail
{

/// How far each mail has come, on the disk before the server hears of the next step: SMTP cannot be asked afterwards. A mail is an empty file named
/// by a hash of its key and by its state, "3f/3fa9….accepted", so that a change of state is one renaming, and nothing in it is about a person.
class Ledger
{
public:
    enum class State {
        Unknown,  ///< nothing of it has left us
        Begun,    ///< the server has begun to take it; whether it has is not known
        Asked,    ///< the same, and a person has been told
        Accepted, ///< the server has it
    };
    explicit Ledger(QString folder); ///< made when first needed

    State state(const QString& key) const;
    Status note(const QString& key, State state); ///< synced; Unknown forgets the mail

private:
    QString m_folder;
};

} // namespace rapport::connectors::mail
