// SPDX-License-Identifier: Apache-2.0
// Finished conversations of a large stand: the real rapport-hub in a process of its own, 64 devices here.
#include "app/tool/bench/bareserver.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/hubchild.h"
#include "app/tool/bench/postload.h"
#include "app/tool/bench/shortrecord.h"
#include "sync/db/database.h"

#include <QElapsedTimer>

#include <thread>

namespace rapport::tool
{

namespace
{

constexpr int connections = 64, rounds = 5;
constexpr std::chrono::milliseconds look(5);
constexpr std::chrono::minutes patience(2);

/// Waits until everything has followed that the hub has put off. False: it does not come to an end.
bool settles(db::Database& hub)
{
    QElapsedTimer timer;
    for (timer.start(); std::chrono::milliseconds(timer.elapsed()) < patience; std::this_thread::sleep_for(look)) {
        if (hub.number("SELECT count(*) FROM record_put_off").value_or(-1) == 0)
            return true;
    }
    return false;
}

struct Round {
    double durable, followed; ///< a second
};

Result<Round> roundOf(quint16 port, db::Database& hub, std::chrono::milliseconds time, const std::function<QByteArray()>& request)
{
    QElapsedTimer timer;
    timer.start();
    const auto durable = postLoad(port, connections, time, request);
    if (!durable)
        return durable.error();
    const double sent = *durable * static_cast<double>(timer.elapsed());
    if (!settles(hub))
        return Error{Error::Kind::Internal, QStringLiteral("what follows from the records does not come to an end")};
    return Round{*durable, sent / static_cast<double>(timer.elapsed())};
}

} // namespace

Result<std::vector<Figure>> benchIngest(const BenchOptions& options)
{
    const QString folder = options.folder + QStringLiteral("/hub");
    const auto tokens = prepareRecordHub(folder, 1);
    if (!tokens)
        return tokens.error();
    const auto request = [&] { return recordPost(tokens->first()); };
    HubChild hub(options.binaries, folder);
    const auto bare = BareServer::start(options.folder + QStringLiteral("/bare.db"));
    if (!bare || !hub.start())
        return bare ? Error{Error::Kind::Internal, QStringLiteral("the hub does not start")} : bare.error();
    auto reading = db::Database::open(folder + QStringLiteral("/hub.db"), {});
    if (!reading)
        return reading.error();
    const std::chrono::seconds whole(options.seconds > 0 ? options.seconds : 20);
    const auto time = std::chrono::milliseconds(whole) / (2 * rounds);
    std::vector<double> hubRates, followRates, bareRates, ratios;
    for (int round = 0; round < rounds; ++round) { // by turns, so that both see the same machine
        const auto least = postLoad((*bare)->port(), connections, time, request);
        const auto ours = least ? roundOf(hub.port(), *reading, time, request) : Result<Round>(least.error());
        if (!ours)
            return ours.error();
        bareRates.push_back(*least);
        hubRates.push_back(ours->durable);
        followRates.push_back(ours->followed);
        ratios.push_back(ours->durable / *least);
    }
    return std::vector<Figure>{
        {QStringLiteral("durable submissions a second"), median(hubRates), QStringLiteral("1/s"), QStringLiteral("bare libmicrohttpd, one row each"),
         median(bareRates)},
        {QStringLiteral("with all that follows from them"), median(followRates), QStringLiteral("1/s"), {}, {}},
        {QStringLiteral("median of the rounds' ratios"), median(ratios), {}, {}, {}},
        {QStringLiteral("hub's memory at its highest"), peakMb(hub.processId()), QStringLiteral("MB"), {}, {}},
    };
}

} // namespace rapport::tool
