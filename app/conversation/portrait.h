// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

namespace rapport::app
{

/// Whom a conversation is with, as its answers have it now: found by what the questions save, whatever they are called.
struct Portrait {
    QString name; ///< "Dr. Aylin Çelik"; empty while nobody knows
    QString organisation;
    QString badgeId;
    QString contactId, organisationId; ///< of who is known already; empty: nobody was chosen
    bool unresolved = false;           ///< the badge number alone says who she is
    QString leadStatus;                ///< "hot", "warm", "cold" or empty
};

Portrait portraitOf(const forms::FormSession& session);

} // namespace rapport::app
