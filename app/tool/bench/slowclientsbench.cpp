// SPDX-License-Identifier: Apache-2.0
// What clients that hold a connection and do not get on cost the others: devices at work alone, and beside 200 slow ones, by turns at the real
// rapport-hub in a process of its own.
#include "app/tool/bench/bench.h"
#include "app/tool/bench/httpsocket.h"
#include "app/tool/bench/hubchild.h"
#include "app/tool/bench/shortrecord.h"
#include "app/tool/bench/slowcrowd.h"
#include "app/tool/bench/steadyload.h"
#include "sync/wire/receipt.h"

#include <QCryptographicHash>

namespace rapport::tool
{

namespace
{

using namespace std::chrono_literals;

constexpr int slowOnes = 200, connections = 16, leastRounds = 5;
constexpr auto every = 100ms;         ///< of a device: 160 requests a second of all
constexpr auto longestTurn = 10s;     ///< less than the hub's patience: all of the slow ones are there to its end
constexpr auto longestPatience = 75s; ///< more than the hub has with anybody
constexpr auto settling = 300ms;      ///< between two turns, for the coming and going of the slow ones
constexpr int postsPerLook = 3;       ///< a device posts so many records, then asks for its receipts
constexpr qint64 filmBytes = 8 * 1024 * 1024;

/// A device as its connection plays it.
struct Device {
    QByteArray token, cursor;
    int turn = 0;

    QByteArray next(const QByteArray& answer)
    {
        const bool isReceipts = turn > 0 && turn % (postsPerLook + 1) == 0;
        if (isReceipts) {
            if (const auto page = wire::parseReceipts(answer.mid(answer.indexOf("\r\n\r\n") + 4)))
                cursor = page->cursor;
        }
        return ++turn % (postsPerLook + 1) == 0 ? getRequest(token, "/v1/receipts?since=" + cursor.toPercentEncoding()) : recordPost(token);
    }
};

class Trial
{
public:
    Trial(quint16 port, const QByteArrayList& tokens, int slow) : m_port(port), m_slow(slow)
    {
        for (const QByteArray& token : tokens)
            m_devices.push_back({token, {}});
    }

    /// A film at the hub, for those who read slowly.
    bool prepare()
    {
        const QByteArray token = m_devices.front().token, film(filmBytes, 'f');
        const QByteArray hash = QCryptographicHash::hash(film, QCryptographicHash::Sha256).toHex();
        m_requests = {"GET /formList HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + QByteArray(1000, 'x'), recordPost(token),
                      getRequest(token, "/v1/blobs/" + hash), filmBytes};
        return HttpSocket(m_port).exchange(recordPost(token, film)).startsWith("HTTP/1.1 201");
    }
    Result<std::vector<double>> work(std::chrono::milliseconds time)
    {
        return steadyLoad(m_port, connections, every, time,
                          [this](int connection, const QByteArray& answer) { return m_devices[static_cast<std::size_t>(connection)].next(answer); });
    }
    std::unique_ptr<SlowCrowd> crowd() const { return std::make_unique<SlowCrowd>(m_port, m_slow, m_requests); }

private:
    quint16 m_port;
    int m_slow;
    std::vector<Device> m_devices;
    SlowCrowd::Requests m_requests;
};

/// What each answer took, in ms.
struct Times {
    std::vector<double> alone, beside, meanwhile; ///< without the slow ones, beside them, and while the hub hangs up on them
    std::vector<double> ratios;                   ///< of each round's p99
};

void add(std::vector<double>& all, const std::vector<double>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

Error closed()
{
    return {Error::Kind::Internal, QStringLiteral("the hub does not let all of them in")};
}

/// By turns, so that both see the same machine. The last crowd is still there afterwards.
Result<std::unique_ptr<SlowCrowd>> takeTurns(Trial& trial, int rounds, std::chrono::milliseconds time, Times& times)
{
    std::unique_ptr<SlowCrowd> crowd;
    for (int round = 0; round < rounds; ++round) {
        crowd.reset();
        std::this_thread::sleep_for(settling);
        const auto alone = trial.work(time);
        crowd = trial.crowd();
        std::this_thread::sleep_for(settling);
        const auto beside = alone && crowd->isConnected() ? trial.work(time) : alone;
        if (!beside)
            return beside.error();
        if (!crowd->isConnected())
            return closed();
        add(times.alone, *alone);
        add(times.beside, *beside);
        times.ratios.push_back(percentile(*beside, 99) / percentile(*alone, 99));
    }
    return crowd;
}

std::vector<Figure> figuresOf(const Times& times, const std::array<SlowCrowd::Count, SlowCrowd::ways>& counts)
{
    const QString alone = QStringLiteral("without the slow clients"), clients = QStringLiteral("of so many"), ms = QStringLiteral("ms");
    std::vector<Figure> figures{
        {QStringLiteral("p50 beside slow clients"), median(times.beside), ms, alone, median(times.alone)},
        {QStringLiteral("p99 beside slow clients"), percentile(times.beside, 99), ms, alone, percentile(times.alone, 99)},
        {QStringLiteral("median of the rounds' p99 ratios"), median(times.ratios), {}, {}, {}},
        {QStringLiteral("p99 while they are cut off"), percentile(times.meanwhile, 99), ms, alone, percentile(times.alone, 99)},
        {QStringLiteral("answers"), static_cast<double>(times.beside.size()), {}, alone, static_cast<double>(times.alone.size())},
    };
    const std::array<QString, SlowCrowd::ways> names{QStringLiteral("cut off: a byte of the headers a second"),
                                                     QStringLiteral("cut off: five bytes of a body a second"),
                                                     QStringLiteral("cut off: reads five bytes a second"), QStringLiteral("cut off: says nothing")};
    for (std::size_t way = 0; way < names.size(); ++way)
        figures.push_back({names[way], static_cast<double>(counts[way].cutOff), {}, clients, static_cast<double>(counts[way].clients)});
    return figures;
}

} // namespace

Result<std::vector<Figure>> benchSlowClients(const BenchOptions& options)
{
    const QString folder = options.folder + QStringLiteral("/hub");
    const auto tokens = prepareRecordHub(folder, connections);
    if (!tokens)
        return tokens.error();
    HubChild hub(options.binaries, folder);
    if (!hub.start())
        return Error{Error::Kind::Internal, QStringLiteral("the hub does not start")};
    Trial trial(hub.port(), *tokens, options.count > 0 ? options.count : slowOnes);
    if (!trial.prepare())
        return Error{Error::Kind::Internal, QStringLiteral("the hub does not take the film")};
    const std::chrono::seconds whole(options.seconds > 0 ? options.seconds : 100);
    const int rounds = std::max(leastRounds, static_cast<int>(whole / (2 * longestTurn)));
    Times times;
    const auto crowd = takeTurns(trial, rounds, std::chrono::milliseconds(whole) / (2 * rounds), times);
    if (!crowd)
        return crowd.error();
    const auto meanwhile = trial.work(std::min(whole, longestPatience));
    if (!meanwhile)
        return meanwhile.error();
    times.meanwhile = *meanwhile;
    auto figures = figuresOf(times, (*crowd)->end());
    figures.push_back({QStringLiteral("hub's memory at its highest"), peakMb(hub.processId()), QStringLiteral("MB"), {}, {}});
    return figures;
}

} // namespace rapport::tool
