// SPDX-License-Identifier: Apache-2.0
// That each bench runs to its end and says what it measured; how fast is for people to judge, who know the machine.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace
{

QJsonObject run(const QStringList& words)
{
    QProcess process;
    process.start(QStringLiteral(RAPPORT_BIN "/rapportctl"), QStringList{u"bench"_s} + words);
    REQUIRE(process.waitForFinished(100'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

QMap<QString, QJsonObject> figuresOf(const QJsonObject& report)
{
    QMap<QString, QJsonObject> figures;
    for (const QJsonValue& figure : report[u"figures"_s].toArray())
        figures[figure.toObject()[u"name"_s].toString()] = figure.toObject();
    return figures;
}

} // namespace

TEST_CASE("A bench says what it measured, against what, and on what machine", "[bench]")
{
    const QJsonObject report = run({u"search"_s, u"--count"_s, u"2000"_s});
    CHECK(report[u"bench"_s].toString() == u"search");
    CHECK(report[u"probe"_s].toObject()[u"cores"_s].toInt() > 0);
    CHECK(report[u"probe"_s].toObject()[u"fdatasync_per_second"_s].toDouble() > 0);
    const auto figures = figuresOf(report);
    REQUIRE(figures.contains(u"p99"_s));
    CHECK(figures[u"p99"_s][u"unit"_s].toString() == u"ms");
    CHECK(figures[u"p99"_s][u"ratio"_s].toDouble() > 0);
}

TEST_CASE("Everybody who is known is among the candidates, and most mistyped names are found", "[bench]")
{
    const auto candidates = figuresOf(run({u"duplicates"_s, u"--count"_s, u"2000"_s}));
    CHECK(candidates[u"known people found"_s][u"value"_s].toDouble() == 100);
    CHECK(candidates[u"p99"_s][u"ratio"_s].toDouble() > 0);
    const auto names = figuresOf(run({u"search"_s, u"--count"_s, u"2000"_s}));
    CHECK(names[u"mistyped names found"_s][u"value"_s].toDouble() > 90);
}

TEST_CASE("A customer at a glance is read within the time of a touch", "[bench]")
{
    const auto figures = figuresOf(run({u"customer"_s, u"--count"_s, u"3000"_s}));
    CHECK(figures[u"firm p99"_s][u"ratio"_s].toDouble() > 0);
    CHECK(figures[u"firm p50"_s][u"value"_s].toDouble() < 100);
    CHECK(figures[u"machine p99"_s][u"value"_s].toDouble() > 0);
}

TEST_CASE("A pull brings every entity, through the real hub", "[bench]")
{
    const auto figures = figuresOf(run({u"pull"_s, u"--count"_s, u"3000"_s}));
    CHECK(figures[u"rows a second"_s][u"value"_s].toDouble() > 0);
    CHECK(figures[u"rows a second"_s][u"ratio"_s].toDouble() > 0);
}

TEST_CASE("Records are taken in by the real hub, each answered when it is on the disk", "[bench]")
{
    const auto figures = figuresOf(run({u"ingest"_s, u"--seconds"_s, u"1"_s}));
    CHECK(figures[u"durable submissions a second"_s][u"value"_s].toDouble() > 0);
    CHECK(figures[u"durable submissions a second"_s][u"reference_value"_s].toDouble() > 0);
}

TEST_CASE("Devices at work are measured beside clients that do not get on", "[bench]")
{
    const auto figures = figuresOf(run({u"slow-clients"_s, u"--count"_s, u"8"_s, u"--seconds"_s, u"2"_s}));
    CHECK(figures[u"p99 beside slow clients"_s][u"ratio"_s].toDouble() > 0);
    CHECK(figures[u"answers"_s][u"value"_s].toDouble() > 0);
    for (const QString& way :
         {u"a byte of the headers a second"_s, u"five bytes of a body a second"_s, u"reads five bytes a second"_s, u"says nothing"_s})
        CHECK(figures[u"cut off: "_s + way][u"reference_value"_s].toDouble() == 2);
}

TEST_CASE("The home screen renders nothing while nobody touches it", "[bench]")
{
    const auto figures = figuresOf(run({u"idle"_s, u"--seconds"_s, u"5"_s}));
    CHECK(figures[u"frames"_s][u"value"_s].toDouble() == 0);
}

TEST_CASE("The start is measured against an empty window", "[bench]")
{
    const auto figures = figuresOf(run({u"start"_s, u"--count"_s, u"1"_s}));
    CHECK(figures[u"exec to home"_s][u"reference_value"_s].toDouble() > 0);
    CHECK(figures[u"memory"_s][u"ratio"_s].toDouble() > 0);
}

TEST_CASE("A long form is turned, scrolled and typed into beside an empty list", "[bench]")
{
    const auto figures = figuresOf(run({u"form-page"_s, u"--count"_s, u"60"_s}));
    CHECK(figures[u"page change"_s][u"ratio"_s].toDouble() > 0);
    CHECK(figures[u"scrolling by 120"_s][u"ratio"_s].toDouble() > 0);
    CHECK(figures[u"keys"_s][u"value"_s].toDouble() == 300);
    CHECK(figures[u"stall while typing p99"_s][u"value"_s].toDouble() > 0);
}

TEST_CASE("Kills of device and hub lose and double nothing", "[bench]")
{
    const auto figures = figuresOf(run({u"crash"_s, u"--count"_s, u"2"_s}));
    CHECK(figures[u"promised"_s][u"value"_s].toDouble() > 0);
    for (const QString& name : {u"lost"_s, u"doubled"_s, u"chains out of order"_s, u"left in the outbox"_s})
        CHECK(figures[name][u"value"_s].toDouble() == 0);
}

TEST_CASE("A bench that nobody knows is refused with the ones there are", "[bench]")
{
    QProcess process;
    process.start(QStringLiteral(RAPPORT_BIN "/rapportctl"), {u"bench"_s, u"luck"_s});
    REQUIRE(process.waitForFinished(10'000));
    CHECK(process.exitCode() == 1);
    CHECK(process.readAllStandardError().contains("search"));
}

TEST_CASE("Cards are drawn, read and counted beside plain Tesseract", "[bench]")
{
    const auto figures = figuresOf(run({u"cards"_s, u"--count"_s, u"3"_s}));
    CHECK(figures[u"card"_s][u"value"_s].toDouble() > 0);
    CHECK(figures[u"card"_s][u"reference_value"_s].toDouble() > 0);
    CHECK(figures[u"cards that were not read"_s][u"value"_s].toDouble() == 0);
    CHECK(figures[u"F1 of the fields"_s][u"value"_s].toDouble() > 0.5);
}

TEST_CASE("Codes are drawn, read and counted beside ZXing alone", "[bench]")
{
    const auto figures = figuresOf(run({u"scan"_s, u"--count"_s, u"20"_s}));
    const auto value = [&](const QString& name) { return figures[name][u"value"_s].toDouble(); };
    CHECK(value(u"pictures with a code"_s) == 20);
    CHECK(value(u"pictures read"_s) >= 14);
    CHECK(value(u"pictures read"_s) >= figures[u"pictures read"_s][u"reference_value"_s].toDouble());
    for (const QString& name : {u"read wrongly"_s, u"codes where there is none"_s, u"deaths"_s})
        CHECK(value(name) == 0);
    CHECK(figures[u"frame without a code, matrix formats"_s][u"reference_value"_s].toDouble() > 0);
}
