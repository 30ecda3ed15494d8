// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/candidates.h"

#include <QCoreApplication>
#include <QStringList>

namespace rapport::app
{

/// A person of this tablet who somebody new may be, or a firm that may be hers, before anything is saved.
struct Candidate {
    Q_DECLARE_TR_FUNCTIONS(Candidate)

public:
    QString list, id, label, detail; ///< "contacts" or "organisations"; the person's firm, the firm's town
    double score = 0;                ///< 0.5 … 1
    bool surely = false;             ///< the same badge or e-mail address: nobody needs to be asked
    QStringList reasons;             ///< "same name", "other e-mail": what agrees, then what does not

    bool isPerson() const { return list == QLatin1String("contacts"); }
    QString who() const;     ///< "Jonas Weber, Frischmarkt Handels AG"
    QString because() const; ///< "same name · same firm · other e-mail"
    static QString reason(contact::Reason reason);
};

/// Best first, people before firms; at most five. Numbers without a country code are at home in the country of the occasion.
Result<std::vector<Candidate>> candidatesFor(store::Store& store, const contact::Contact& who);

} // namespace rapport::app
