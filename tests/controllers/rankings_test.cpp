// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/rankingcontroller.h"
#include "controllers/desk.h"

#include <QAbstractItemModelTester>
#include <QLocale>

#include <catch2/catch.hpp>

using namespace rapport;
using namespace rapport::app;
using namespace rapport::app::tests;
using namespace Qt::StringLiterals;

namespace
{

const std::map<QString, QString> good{{u"organisation_id"_s, Desk::frischmarktId()}, {u"as_of"_s, u"2027-10-04"_s}, {u"total"_s, u"7.1"_s}};
const std::map<QString, QString> before{{u"organisation_id"_s, Desk::frischmarktId()}, {u"as_of"_s, u"2026-11-12"_s}, {u"total"_s, u"6.5"_s}};

struct Ranked {
    Ranked() : watched(controller.accounts(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        QLocale::setDefault(QLocale(u"en"_s));
        QObject::connect(&controller, &RankingController::changed, [this] { ++changes; });
    }
    void rate(const std::vector<std::map<QString, QString>>& ratings)
    {
        std::vector<store::Entity> rows;
        for (const auto& properties : ratings)
            rows.push_back({u"scores"_s, u"s%1"_s.arg(rows.size()), {}, 1, {}, {}, properties, false});
        REQUIRE(desk.store->absorbEntities({u"scores"_s, rows, "1"}));
    }
    void read()
    {
        const int until = changes + 1;
        controller.refresh();
        REQUIRE(eventually([&] { return changes >= until; }));
    }
    QString of(const QByteArray& role) { return controller.accounts()->value(0, role).toString(); }

    Desk desk;
    RankingController controller{*desk.thread, desk.clock};
    QAbstractItemModelTester watched;
    int changes = 0;
};

} // namespace

TEST_CASE("The ranking says of each account where it stands and how it has moved", "[ranking]")
{
    Ranked ranked;
    struct Row {
        const char* note;
        std::vector<std::map<QString, QString>> ratings;
        RankingController::Move move;
        QString said;
    };
    const auto row = GENERATE(values<Row>({
        {"a climber", {good, before}, RankingController::Move::Up, u"up 0.6"_s},
        {"nothing to compare with", {good}, RankingController::Move::New, u"new"_s},
        {"an old rating alone", {before}, RankingController::Move::New, u"new"_s},
    }));
    INFO(row.note);
    ranked.rate(row.ratings);
    ranked.read();
    REQUIRE(ranked.controller.accounts()->count() == 1);
    CHECK(ranked.controller.accounts()->value(0, "move").value<RankingController::Move>() == row.move);
    CHECK(ranked.of("moveText") == row.said);
    CHECK(ranked.of("place") == u"1");
    CHECK(ranked.of("name") == u"Frischmarkt Handels AG");
    CHECK(ranked.of("band") == u"Intensive");
    CHECK(ranked.controller.sentence().isEmpty());
    CHECK(ranked.controller.heading().startsWith(u"1 "));
}

TEST_CASE("A ranking of nothing says so, and what to do", "[ranking]")
{
    Ranked ranked;
    CHECK(ranked.controller.sentence().isEmpty()); // not read yet: nothing is known
    ranked.controller.refreshIfRead();
    CHECK(ranked.changes == 0); // nobody has looked at it
    ranked.read();
    CHECK(ranked.controller.accounts()->count() == 0);
    CHECK(ranked.controller.heading().isEmpty());
    CHECK(ranked.controller.sentence().contains(u"the form for it is not on this tablet"));
    CHECK_FALSE(ranked.controller.canRate());
}

TEST_CASE("A line of the ranking opens the customer, and a line that is not there opens nobody", "[ranking]")
{
    Ranked ranked;
    ranked.rate({good});
    ranked.read();
    QStringList opened;
    QObject::connect(&ranked.controller, &RankingController::customerRequested,
                     [&](const QString& list, const QString& id) { opened.append(list + u'/' + id); });
    for (const int at : {0, 1, -1})
        ranked.controller.open(at);
    CHECK(opened == QStringList{u"organisations/"_s + Desk::frischmarktId()});
}
