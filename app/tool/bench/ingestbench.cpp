// SPDX-License-Identifier: Apache-2.0
// Finished conversations of a large stand: the real rapport-hub in a process of its own, 64 devices here.
#include "app/tool/bench/bareserver.h"
#include "app/tool/bench/bench.h"
#include "app/tool/bench/hubchild.h"
#include "app/tool/bench/postload.h"
#include "app/tool/bench/shortrecord.h"

namespace rapport::tool
{

namespace
{

constexpr int connections = 64, rounds = 5;

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
    const std::chrono::seconds whole(options.seconds > 0 ? options.seconds : 20);
    const auto time = std::chrono::milliseconds(whole) / (2 * rounds);
    std::vector<double> hubRates, bareRates, ratios;
    for (int round = 0; round < rounds; ++round) { // by turns, so that both see the same machine
        const auto least = postLoad((*bare)->port(), connections, time, request);
        const auto ours = least ? postLoad(hub.port(), connections, time, request) : least;
        if (!ours)
            return ours.error();
        bareRates.push_back(*least);
        hubRates.push_back(*ours);
        ratios.push_back(*ours / *least);
    }
    return std::vector<Figure>{
        {QStringLiteral("durable submissions a second"), median(hubRates), QStringLiteral("1/s"), QStringLiteral("bare libmicrohttpd, one row each"),
         median(bareRates)},
        {QStringLiteral("median of the rounds' ratios"), median(ratios), {}, {}, {}},
        {QStringLiteral("hub's memory at its highest"), peakMb(hub.processId()), QStringLiteral("MB"), {}, {}},
    };
}

} // namespace rapport::tool
