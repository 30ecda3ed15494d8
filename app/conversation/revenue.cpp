// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/revenue.h"

#include <algorithm>
#include <cmath>

namespace rapport::app
{

namespace
{

constexpr int decimals = 4;

/// Ten-thousandths of a unit, exactly; nothing where it is no decimal of that many places.
std::optional<qint64> units(const QString& decimal)
{
    const QStringList parts = decimal.split(QLatin1Char('.'));
    bool whole = false, fraction = true;
    const qint64 before = parts.value(0).toLongLong(&whole);
    const QString after = parts.value(1).leftJustified(decimals, QLatin1Char('0'), false);
    const qint64 behind = after.toLongLong(&fraction);
    if (!whole || !fraction || parts.size() > 2 || after.size() > decimals || qAbs(before) > 100'000'000'000'000)
        return {};
    return before * 10'000 + (decimal.startsWith(QLatin1Char('-')) ? -behind : behind);
}

QString decimalOf(qint64 sum)
{
    return QStringLiteral("%1%2.%3")
        .arg(sum < 0 ? QStringLiteral("-") : QString())
        .arg(qAbs(sum) / 10'000)
        .arg((qAbs(sum) % 10'000) / 100, 2, 10, QLatin1Char('0'));
}

struct Sale {
    QDate date;
    qint64 amount = 0; ///< ten-thousandths
};

qint64 sumUntil(const std::vector<Sale>& sales, const QDate& first, const QDate& last)
{
    qint64 sum = 0;
    for (const Sale& sale : sales) {
        if (sale.date >= first && sale.date <= last)
            sum += sale.amount;
    }
    return sum;
}

/// Amounts at the ends of the months of @p year, up to @p last.
std::vector<QPointF> courseOf(const std::vector<Sale>& sales, int year, const QDate& last)
{
    const QDate january(year, 1, 1);
    const double days = january.daysInYear();
    std::vector<QPointF> points{{0, 0}};
    for (int month = 1; month <= 12; ++month) {
        const QDate day = std::min(QDate(year, month, 1).addMonths(1).addDays(-1), last);
        points.emplace_back(static_cast<double>(day.dayOfYear()) / days, static_cast<double>(sumUntil(sales, january, day)) / 10'000);
        if (day == last)
            break;
    }
    return points;
}

/// The largest of 1, 2 or 5 with zeros that is at most two thirds of @p most.
double roundLevel(double most)
{
    double level = std::pow(10, std::floor(std::log10(most * 2 / 3)));
    for (const double step : {5.0, 2.0}) {
        if (level * step <= most * 2 / 3)
            return level * step;
    }
    return level;
}

Revenue::Course courseOf(const std::vector<Sale>& sales, const QDate& today)
{
    Revenue::Course course;
    course.current = courseOf(sales, today.year(), today);
    course.previous = courseOf(sales, today.year() - 1, QDate(today.year() - 1, 12, 31));
    double most = 0;
    for (const auto* points : {&course.current, &course.previous}) {
        for (const QPointF& point : *points)
            most = std::max(most, point.y());
    }
    if (most <= 0)
        return {}; // credit notes only: there is no course to draw
    for (auto* points : {&course.current, &course.previous}) {
        for (QPointF& point : *points)
            point.setY(std::max(0.0, point.y() / most));
    }
    course.level = roundLevel(most);
    course.height = course.level / most;
    return course;
}

} // namespace

std::optional<Revenue> revenueOf(const std::vector<store::Entity>& entities, const QDate& today)
{
    Revenue revenue;
    revenue.year = today.year();
    std::vector<Sale> sales;
    for (const store::Entity& entity : entities) {
        const auto amount = units(propertyText(entity, "amount"));
        const QDate sold = QDate::fromString(propertyText(entity, "date").left(10), Qt::ISODate);
        if (!amount || (sold.year() != revenue.year && sold.year() != revenue.year - 1))
            continue;
        const QString currency = propertyText(entity, "currency");
        if (sales.empty())
            revenue.currency = currency;
        if (currency != revenue.currency)
            continue;
        sales.push_back({sold, *amount});
        if (const Origin origin = originOf(entity); !revenue.origin.asOf.isValid() || origin.asOf > revenue.origin.asOf)
            revenue.origin = origin;
    }
    if (sales.empty())
        return {};
    const QDate january(revenue.year, 1, 1);
    const qint64 current = sumUntil(sales, january, QDate(revenue.year, 12, 31));
    const qint64 before = sumUntil(sales, january.addYears(-1), today.addYears(-1));
    revenue.current = decimalOf(current);
    revenue.previous = decimalOf(sumUntil(sales, january.addYears(-1), january.addDays(-1)));
    if (before > 0)
        revenue.against = static_cast<double>(current) / static_cast<double>(before) - 1;
    revenue.course = courseOf(sales, today);
    return revenue;
}

} // namespace rapport::app
