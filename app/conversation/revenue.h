// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/origin.h"

#include <QDate>
#include <QPointF>

#include <optional>

namespace rapport::app
{

/// Sums of `sales` by year of their date; exact.
struct Revenue {
    int year = 0;
    QString current, previous;     ///< decimal text: this year so far, all of last year
    QString currency;              ///< of the sums; sales in another one are left out
    Origin origin;                 ///< of the newest sale
    std::optional<double> against; ///< this year so far against last year up to the same day: 0.165 is 16.5 % more; nothing: nothing was sold by then

    /// What had come together since January, at the ends of the months and today: 0 to 1 to the right, where 1 is the last day of December, and
    /// upwards, where 1 is the most.
    struct Course {
        std::vector<QPointF> current, previous;
        double level = 0;  ///< a round amount somewhere in the middle of the height, to measure by; 0: none
        double height = 0; ///< where it lies
    } course;
};

/// Nothing where no sale of this or last year is among @p sales.
std::optional<Revenue> revenueOf(const std::vector<store::Entity>& sales, const QDate& today);

} // namespace rapport::app
