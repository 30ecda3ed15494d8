// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/earliervalues.h"
#include "desk.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace Qt::StringLiterals;
using tests::Desk;

namespace
{

store::Entity measured(int number, const char* machine, const char* quantity, const char* value, const char* at, const char* unit = "bar")
{
    store::Entity made;
    made.id = u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0'));
    made.label = QString::fromLatin1(quantity);
    const auto text = [](const char* latin) { return QString::fromUtf8(latin); };
    made.properties = {
        {u"machine_id"_s, text(machine)}, {u"quantity"_s, text(quantity)}, {u"value"_s, text(value)}, {u"unit"_s, text(unit)}, {u"at"_s, text(at)}};
    return made;
}

QDateTime day(int year, int month, int date)
{
    return {QDate(year, month, date), QTime(9, 30)};
}

} // namespace

TEST_CASE("What was measured of a machine before is found in order of time, and nothing else is", "[measurement]")
{
    const Desk desk;
    REQUIRE(desk.store->absorbEntities(
        {u"measurements"_s,
         {measured(1, "m1", "Pressure", "2.3", "2026-11-10T09:30:00"), measured(2, "m1", "Pressure", "2.1", "2025-05-14T09:30:00"),
          measured(3, "m1", "Current", "3.1", "2026-11-10T09:30:00"), measured(4, "m2", "Pressure", "9.9", "2026-11-10T09:30:00"),
          measured(5, "m1", "Pressure", "high", "2026-11-11T09:30:00"), measured(6, "m1", "Pressure", "2.2", "some day"),
          measured(7, "m1", "Pressure", "3.0", "2027-05-12T09:30:00")},
         "1"}));
    const auto numbers = [&](const QDateTime& before) {
        QStringList all;
        const auto values = earlierValues(*desk.store, u"m1"_s, u"Pressure"_s, before);
        REQUIRE(values);
        for (const EarlierValue& one : *values)
            all.append(QString::number(one.value));
        return all.join(u' ').toStdString();
    };
    CHECK(numbers({}) == "2.1 2.3 3");
    CHECK(numbers(day(2027, 1, 1)) == "2.1 2.3");
    CHECK(earlierValues(*desk.store, u"m3"_s, u"Pressure"_s, {})->empty());
}

TEST_CASE("Of a long series the newest values are kept", "[measurement]")
{
    const Desk desk;
    std::vector<store::Entity> rows;
    for (int i = 0; i < 60; ++i)
        rows.push_back(measured(i, "m1", "Pressure", QByteArray::number(i).constData(),
                                day(2026, 1, 1).addDays(i).toString(Qt::ISODate).toLatin1().constData()));
    REQUIRE(desk.store->absorbEntities({u"measurements"_s, rows, "1"}));
    const auto values = earlierValues(*desk.store, u"m1"_s, u"Pressure"_s, {});
    REQUIRE(values);
    REQUIRE(values->size() == 24);
    CHECK(values->front().value == 36);
    CHECK(values->back().value == 59);
}

TEST_CASE("The chart shows time to the right, the limits as a band, and what stands there now at its end", "[measurement]")
{
    const std::vector<EarlierValue> earlier{{day(2025, 1, 1), 2.0, u"bar"_s}, {day(2026, 1, 1), 4.0, u"bar"_s}, {day(2026, 6, 1), 300, u"psi"_s}};
    Measurement now{{}, 1.0, 3.0, u"bar"_s};
    const Chart before = chartOf(earlier, now, day(2027, 1, 1));
    REQUIRE(before.points.size() == 2); // another unit is not compared
    CHECK(before.points[0].place.x() == 0);
    CHECK(before.points[1].place.x() == 1);
    CHECK_FALSE(before.points[0].out);
    CHECK(before.points[1].out);
    CHECK(before.low < before.points[0].place.y());
    CHECK(before.points[0].place.y() < before.high);
    CHECK(before.high < before.points[1].place.y());
    CHECK_FALSE(before.endsNow);

    now.value = 0.5;
    const Chart after = chartOf(earlier, now, day(2027, 1, 1));
    REQUIRE(after.points.size() == 3);
    CHECK(after.points[1].place.x() == Approx(0.5).margin(0.01));
    CHECK(after.points[2].out);
    CHECK(after.endsNow);
    for (const Chart::Point& point : after.points) {
        CHECK(point.place.y() >= 0);
        CHECK(point.place.y() <= 1);
    }
    now.unit = u"kPa"_s;
    CHECK(chartOf(earlier, now, day(2027, 1, 1)).points.empty());

    const Chart flat = chartOf({{day(2025, 1, 1), 2.0, {}}}, {}, day(2027, 1, 1));
    REQUIRE(flat.points.size() == 1);
    CHECK(flat.points[0].place.x() == 0.5);
    CHECK_FALSE(flat.isLimited);
}

TEST_CASE("Earlier values are said in words, with the day and the unit", "[measurement]")
{
    const QLocale before;
    QLocale::setDefault(QLocale(u"de_DE"_s));
    const Measurement now{{}, 1.0, 3.0, u"bar"_s};
    const std::vector<EarlierValue> earlier{{day(2025, 5, 14), 2.1, u"bar"_s}, {day(2027, 5, 12), 3, u"bar"_s}};
    const auto plain = [](QString text) { return text.replace(QChar(QChar::Nbsp), u' ').toStdString(); };
    const QDate today(2027, 11, 10);
    CHECK(plain(earlierText(earlier, now, today)).find("the last 3 bar on 12. ") != std::string::npos);
    CHECK(plain(spokenEarlier(earlier, now, today)).find("2,1 bar on 14. ") != std::string::npos);
    CHECK(earlierText({}, now, today).isEmpty());
    CHECK(spokenEarlier({}, now, today).isEmpty());
    QLocale::setDefault(before);
}
