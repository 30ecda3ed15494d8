// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/measurement.h"

#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport::app;
using namespace Qt::StringLiterals;

TEST_CASE("A measurement says in words how it stands to its limits", "[measurement]")
{
    struct Row {
        std::optional<double> value, low, high;
        const char *limits, *verdict;
    };
    const auto row = GENERATE(values<Row>({{3.9, 1.2, 3.5, "1,2 to 3,5 bar", "Too high"},
                                           {1.2, 1.2, 3.5, "1,2 to 3,5 bar", "Normal"},
                                           {3.5, 1.2, 3.5, "1,2 to 3,5 bar", "Normal"},
                                           {1.1, 1.2, 3.5, "1,2 to 3,5 bar", "Too low"},
                                           {-16.4, -28.0, -18.0, "−28 to −18 bar", "Too high"},
                                           {550.0, 1.0, {}, "at least 1 bar", "Normal"},
                                           {6.0, {}, 5.0, "at most 5 bar", "Too high"},
                                           {{}, 1.2, 3.5, "1,2 to 3,5 bar", ""},
                                           {3.9, {}, {}, "", ""}}));
    const QLocale before;
    QLocale::setDefault(QLocale(u"de_DE"_s));
    const Measurement measurement{row.value, row.low, row.high, u"bar"_s};
    CHECK(limitsText(measurement).replace(QChar(QChar::Nbsp), u' ').toStdString() == row.limits);
    CHECK(verdictText(measurement).toStdString() == row.verdict);
    const bool out = QByteArray(row.verdict).startsWith("Too");
    CHECK(adviceText(measurement).isEmpty() != out);
    QLocale::setDefault(before);
}

TEST_CASE("The bar has a quarter of the span on either side of the limits", "[measurement]")
{
    const Measurement both{{}, 1.0, 3.0, {}};
    CHECK(both.place(1.0) == Approx(1.0 / 6));
    CHECK(both.place(3.0) == Approx(5.0 / 6));
    CHECK(both.place(2.0) == Approx(0.5));
    CHECK(both.place(100) == 1.0);
    CHECK(both.place(-100) == 0.0);
    const Measurement least{{}, 1.0, {}, {}};
    CHECK(least.place(1.0) > 0);
    CHECK(least.place(1.0) < least.place(1.5));
    CHECK(least.place(550) == 1.0);
    const Measurement zero{{}, 0.0, 0.0, {}};
    CHECK(zero.place(0) == Approx(0.5));
}
