// SPDX-License-Identifier: Apache-2.0
// Geography on a sphere (FORMS-SPEC section 4): points are "lat lon alt acc", lines and shapes "p;p;…" or a node-set of points.
#include "forms/xpath/effort.h"
#include "forms/xpath/functions.h"

#include <cmath>
#include <numbers>

namespace rapport::forms
{

namespace
{

constexpr double radius = 6'378'100; // metres
constexpr double degree = std::numbers::pi / 180;

struct Point {
    double latitude = 0, longitude = 0; ///< degrees
};

std::optional<Point> pointOf(const QString& text)
{
    const QStringList parts = text.simplified().split(QLatin1Char(' '));
    if (parts.size() < 2)
        return {};
    const Point point{numberOf(parts[0]), numberOf(parts[1])};
    if (!(std::abs(point.latitude) <= 90) || !(std::abs(point.longitude) <= 180))
        return {};
    return point;
}

/// All points of the arguments from @p from on; nothing where one of them is no point.
std::optional<std::vector<Point>> points(const Expression& call, const Context& context, std::size_t from = 0)
{
    QStringList texts;
    for (std::size_t i = from; i < arguments(call); ++i) {
        const Value value = argument(call, context, i);
        if (!value.isNodes())
            texts.append(value.string());
        for (const NodeRef& node : value.nodes())
            texts.append(stringOf(node));
    }
    std::vector<Point> all;
    for (const QString& text : texts) {
        for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            if (part.trimmed().isEmpty())
                continue;
            const auto point = pointOf(part);
            if (!point)
                return {};
            all.push_back(*point);
        }
    }
    return all;
}

/// Two decimals, as ODK's engine gives: what lies behind them is the sphere's error, not the place's.
double toCentimetre(double value)
{
    return std::round(value * 100) / 100;
}

/// Great-circle distance by the haversine formula.
double metres(const Point& a, const Point& b)
{
    const double dLatitude = (b.latitude - a.latitude) * degree, dLongitude = (b.longitude - a.longitude) * degree;
    const double h =
        std::pow(std::sin(dLatitude / 2), 2) + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * std::pow(std::sin(dLongitude / 2), 2);
    return 2 * radius * std::asin(std::min(1.0, std::sqrt(h)));
}

Value distance(const Expression& call, const Context& context)
{
    const auto way = points(call, context);
    if (!way)
        return std::numeric_limits<double>::quiet_NaN();
    double total = 0;
    for (std::size_t i = 1; i < way->size(); ++i)
        total += metres((*way)[i - 1], (*way)[i]);
    return toCentimetre(total);
}

/// Area enclosed by the ring, closed where it is open: the sum of the spherical excess under each edge.
Value area(const Expression& call, const Context& context)
{
    const auto ring = points(call, context);
    if (!ring)
        return std::numeric_limits<double>::quiet_NaN();
    double sum = 0;
    for (std::size_t i = 0; ring->size() > 2 && i < ring->size(); ++i) {
        const Point &a = (*ring)[i], &b = (*ring)[(i + 1) % ring->size()];
        sum += (b.longitude - a.longitude) * degree * (2 + std::sin(a.latitude * degree) + std::sin(b.latitude * degree));
    }
    return toCentimetre(std::abs(sum * radius * radius / 2));
}

/// Is the point inside the closed ring? By the even-odd rule, on the plate carrée.
Value geofence(const Expression& call, const Context& context)
{
    const auto point = pointOf(argument(call, context, 0).string());
    const auto ring = points(call, context, 1);
    if (!point || !ring || ring->size() < 4)
        return false;
    const Point &first = ring->front(), &last = ring->back();
    if (first.latitude != last.latitude || first.longitude != last.longitude)
        return false;
    bool inside = false;
    for (std::size_t i = 1; i < ring->size(); ++i) {
        const Point &a = (*ring)[i - 1], &b = (*ring)[i];
        if ((a.latitude > point->latitude) == (b.latitude > point->latitude))
            continue;
        const double crossing = a.longitude + (point->latitude - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude);
        if (point->longitude < crossing)
            inside = !inside;
    }
    return inside;
}

double turn(const Point& a, const Point& b, const Point& c)
{
    return (b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude);
}

bool on(const Point& a, const Point& b, const Point& p)
{
    return turn(a, b, p) == 0 && p.longitude >= std::min(a.longitude, b.longitude) && p.longitude <= std::max(a.longitude, b.longitude) &&
           p.latitude >= std::min(a.latitude, b.latitude) && p.latitude <= std::max(a.latitude, b.latitude);
}

bool cross(const Point& a, const Point& b, const Point& c, const Point& d)
{
    const bool apart = (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
    return apart || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b);
}

/// Does a line meet itself? Neighbouring segments share a point by nature, and so do the first and the last of a closed line.
Value intersects(const Expression& call, const Context& context)
{
    const auto line = points(call, context);
    if (!line || line->size() < 4)
        return false;
    const std::size_t segments = line->size() - 1;
    const bool closed = line->front().latitude == line->back().latitude && line->front().longitude == line->back().longitude;
    for (std::size_t i = 0; i < segments; ++i) {
        if (!Effort::spend(static_cast<qint64>(segments - i)))
            return false;
        for (std::size_t j = i + 2; j < segments; ++j) {
            if (closed && i == 0 && j == segments - 1)
                continue;
            if (cross((*line)[i], (*line)[i + 1], (*line)[j], (*line)[j + 1]))
                return true;
        }
    }
    return false;
}

} // namespace

FunctionTable geoFunctions()
{
    return {
        {QStringLiteral("distance"), {1, -1, distance}},    {QStringLiteral("area"), {1, 1, area}},
        {QStringLiteral("enclosed-area"), {1, 1, area}},    {QStringLiteral("geofence"), {2, 2, geofence}},
        {QStringLiteral("intersects"), {1, 1, intersects}},
    };
}

} // namespace rapport::forms
