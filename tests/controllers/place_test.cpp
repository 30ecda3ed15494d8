// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/placecontroller.h"
#include "desk.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

QByteArray sentence(const QByteArray& words)
{
    char sum = 0;
    for (const char one : words)
        sum = static_cast<char>(sum ^ one);
    return '$' + words + '*' + QByteArray::number(static_cast<uchar>(sum), 16).rightJustified(2, '0').toUpper() + "\r\n";
}

/// What a receiver sends in three tenths of a second, its dilution as given.
QString receiver(const QTemporaryDir& dir, const QList<QByteArray>& dilutions)
{
    QFile file(dir.filePath(u"walk.nmea"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    for (qsizetype at = 0; at < dilutions.size(); ++at) {
        const QByteArray time = "08120" + QByteArray::number(at) + ".00";
        file.write(sentence("GPGGA," + time + ",5231.2000,N,01324.3000,E,1,07," + dilutions[at] + ",34.0,M,44.0,M,,"));
        file.write(sentence("GPRMC," + time + ",A,5231.2000,N,01324.3000,E,0.0,0.0,101127,,,A"));
    }
    return file.fileName();
}

} // namespace

TEST_CASE("A position is taken once it is as exact as the form wants it, and the way there is said", "[place]")
{
    const QTemporaryDir dir;
    const QString nmea = receiver(dir, {"8.0", "4.0", "0.9", "0.9"});
    PlaceController place([nmea] { return makePositionSource(nmea); });
    REQUIRE(place.hasSource());
    QSignalSpy placed(&place, &PlaceController::placed);
    QStringList told;
    QObject::connect(&place, &PlaceController::changed, [&] {
        if (!told.contains(place.text()))
            told.append(place.text());
    });
    place.start(7, 5);
    CHECK(place.nodeId() == 7);
    CHECK(place.looking());
    const bool done = eventually([&] { return placed.size() == 1; });
    INFO(told.join(QLatin1Char('|')).toStdString());
    REQUIRE(done);
    CHECK(placed.front()[0].toInt() == 7);
    CHECK(placed.front()[1].toString().startsWith(u"52.5200000 13.4050000 34.0 4."));
    CHECK(told.contains(u"Exact to 41 m. Waiting for 5 m …"_s));
    CHECK_FALSE(place.looking());
    CHECK(place.nodeId() == -1);
}

TEST_CASE("A position that does not get better is taken as it is, or not at all", "[place]")
{
    const QTemporaryDir dir;
    const QString nmea = receiver(dir, {"8.0", "8.0", "8.0", "8.0"});
    PlaceController place([nmea] { return makePositionSource(nmea); });
    QSignalSpy placed(&place, &PlaceController::placed);
    place.start(7, 5);
    REQUIRE(eventually([&] { return place.canTake(); }));
    CHECK(placed.isEmpty());
    place.take();
    REQUIRE(placed.size() == 1);
    CHECK(placed.front()[1].toString() == u"52.5200000 13.4050000 34.0 40.8");

    place.start(8, 5);
    place.stop();
    CHECK(placed.size() == 1);
    CHECK_FALSE(place.looking());
}

TEST_CASE("Where nothing knows the position, the question says so", "[place]")
{
    PlaceController place([] { return std::unique_ptr<QGeoPositionInfoSource>(); });
    CHECK_FALSE(place.hasSource());
    place.start(7, 5);
    CHECK_FALSE(place.looking());
}
