// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QImage>

namespace rapport::tool
{

/// A business card of somebody invented, on a table, as a phone's camera sees it.
struct DrawnCard {
    QImage picture;
    contact::Contact truth; ///< as printed: numbers in their spelling
};

/// The same for the same @p number: language, firm, layout, colours, fonts, table, angle, light and blur all follow from it. Needs a QGuiApplication.
DrawnCard drawCard(unsigned number);

} // namespace rapport::tool
