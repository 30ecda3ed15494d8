// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QCoreApplication>

namespace rapport::app
{

/// How whoever was read from a code is called on the screen.
struct ContactWords {
    Q_DECLARE_TR_FUNCTIONS(ContactWords)

public:
    static QString nameOf(const contact::Contact& contact); ///< "Dr. Aylin Çelik"; empty: no name was read
    /// The name, else "Badge KE27-004512", the e-mail address, the firm, the host of a link, or that there is none.
    static QString shownName(const contact::Contact& contact);
    static bool namesSomebody(const contact::Contact& contact); ///< a person or a firm: not just a link or a text
};

} // namespace rapport::app
