// SPDX-License-Identifier: Apache-2.0
// Two hundred devices at one hub, all of them real but for the hands: what `rapportctl bench fleet` counts.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("Of two hundred devices nothing is lost, doubled or out of order, though they and the hub are killed", "[faults][fleet]")
{
    QProcess bench;
    bench.start(QStringLiteral(RAPPORT_BIN "/rapportctl"), {u"bench"_s, u"fleet"_s});
    REQUIRE(bench.waitForFinished(600'000));
    INFO(bench.readAllStandardError().toStdString());
    REQUIRE(bench.exitCode() == 0);
    const QByteArray report = bench.readAllStandardOutput();
    QMap<QString, double> figures;
    for (const QJsonValue& one : QJsonDocument::fromJson(report).object()[u"figures"_s].toArray())
        figures[one.toObject()[u"name"_s].toString()] = one.toObject()[u"value"_s].toDouble();
    INFO(report.toStdString());
    CHECK(figures[u"devices"_s] == 200);
    CHECK(figures[u"promised"_s] > 1000);
    CHECK(figures[u"at the hub"_s] >= figures[u"promised"_s]);
    for (const QString& name : {u"lost"_s, u"doubled"_s, u"chains out of order"_s, u"left in the outbox"_s}) {
        REQUIRE(figures.contains(name));
        CHECK(figures[name] == 0);
    }
    WARN(figures[u"promised"_s] << " promised, " << figures[u"at the hub"_s] << " at the hub, " << figures[u"until all was delivered"_s]
                                << " s, seed " << static_cast<qint64>(figures[u"seed"_s]));
}
