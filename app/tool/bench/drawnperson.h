// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QStringList>

#include <random>

namespace rapport::tool
{

/// What is printed on an invented card, line by line, and what of it is meant.
struct DrawnPerson {
    contact::Contact truth;
    QString name, firm, job; ///< as printed
    QStringList firmLines;   ///< the firm over one or two lines
    QString department;      ///< beside the job; empty: none
    QStringList address;     ///< lines
    QStringList reach;       ///< numbers, e-mail addresses, link, with their labels
    QString small;           ///< register number or slogan; empty: none
};

DrawnPerson inventPerson(std::mt19937& dice);

} // namespace rapport::tool
