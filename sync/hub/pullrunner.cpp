// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/pullrunner.h"

#include "sync/hub/jobrunner.h"

#include <QLoggingCategory>

#include <algorithm>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.pull")

using namespace std::chrono_literals;

constexpr int holds = 50; ///< a page waits that often for a job under way …
constexpr auto holdTime = 100ms;

int rankOf(const QString& list)
{
    return list == QLatin1String("organisations") ? 0 : list == QLatin1String("contacts") ? 1 : 2;
}

} // namespace

Puller::Puller(QString target, std::unique_ptr<connectors::Connector> connector, Write write, Clock clock, std::chrono::seconds interval)
    : m_target(std::move(target)), m_connector(std::move(connector)), m_write(std::move(write)), m_clock(std::move(clock)), m_interval(interval)
{
}

std::vector<QString> Puller::lists() const
{
    std::vector<QString> lists = m_connector->capabilities().pullLists;
    std::stable_sort(lists.begin(), lists.end(), [](const QString& one, const QString& other) { return rankOf(one) < rankOf(other); });
    return lists;
}

std::vector<QString> Puller::dueLists() const
{
    std::vector<QString> due = lists();
    const auto asked = m_write([&](Repositories& repositories) -> Status {
        const auto waiting = repositories.pulls().notDue(m_target, m_clock());
        if (!waiting)
            return waiting.error();
        std::erase_if(due, [&](const QString& list) { return std::find(waiting->begin(), waiting->end(), list) != waiting->end(); });
        return ok();
    });
    return asked ? due : std::vector<QString>();
}

Puller::Round Puller::pull(const QString& list, ConnectorCalls& calls)
{
    Round round;
    round.list = list;
    if (auto done = pages(round, calls); !done)
        round.error = done.error();
    if (round.leftBehind || round.overtaken || (!round.complete && calls.isStopping()))
        return round; // it goes on where it was
    if (round.error)
        qCInfo(log) << "pull of" << list << "from" << m_target << "will be tried again:" << round.error->detail;
    if (auto noted = note(round); !noted && !round.error)
        round.error = noted.error();
    return round;
}

Status Puller::pages(Round& round, ConnectorCalls& calls)
{
    for (bool more = true; more && !calls.isStopping();) {
        const auto at = cursor(round.list);
        if (!at)
            return at.error();
        PulledPage pulled{m_target, round.list, *at, m_clock(), {}};
        auto page = calls.call([&] { return m_connector->pull(pulled.list, pulled.cursor); });
        round.leftBehind = !page;
        if (!page)
            return Error{Error::Kind::Offline, QStringLiteral("the connector did not come back")};
        if (!*page) {
            if (page->error().kind == Error::Kind::Corrupt) {
                if (auto forgotten = forget(round.list); !forgotten)
                    return forgotten;
            }
            return page->error();
        }
        pulled.page = std::move(**page);
        more = pulled.page.more;
        if (auto done = absorb(pulled, round, calls); !done)
            return done;
        round.complete = !more;
    }
    return ok();
}

Status Puller::absorb(const PulledPage& page, Round& round, ConnectorCalls& calls)
{
    for (int attempt = 0; attempt < holds; ++attempt) {
        Absorbed outcome = Absorbed::Held;
        PullCounts counts;
        const auto written = m_write([&](Repositories& repositories) -> Status {
            counts = round.counts; // the work may be carried out twice
            const auto absorbed = absorbPage(repositories, page, m_clock(), counts);
            if (!absorbed)
                return absorbed.error();
            outcome = *absorbed;
            return ok();
        });
        if (!written)
            return written;
        if (outcome == Absorbed::Done)
            round.counts = counts;
        if (outcome == Absorbed::Done)
            return ok();
        round.overtaken = outcome == Absorbed::Overtaken;
        if (round.overtaken)
            return Error{Error::Kind::Conflict, QStringLiteral("somebody else is pulling this list")};
        if (!calls.pause(holdTime))
            break;
    }
    return Error{Error::Kind::Conflict, QStringLiteral("a job is making objects there; what is new is taken when it has ended")};
}

Status Puller::note(const Round& round)
{
    return m_write([&](Repositories& repositories) -> Status {
        Pulls& pulls = repositories.pulls();
        const QDateTime now = m_clock();
        if (!round.error)
            return pulls.succeeded(m_target, round.list, now, now.addSecs(m_interval.count()));
        const auto attempts = pulls.failed(m_target, round.list, round.error->detail);
        if (!attempts || *attempts == 0)
            return attempts ? ok() : Status(attempts.error());
        return pulls.putOff(m_target, round.list, nextTry(now, *attempts));
    });
}

Result<QByteArray> Puller::cursor(const QString& list) const
{
    QByteArray cursor;
    const auto read = m_write([&](Repositories& repositories) -> Status {
        const auto begun = repositories.pulls().begin(m_target, list);
        if (!begun)
            return begun.error();
        cursor = *begun;
        return ok();
    });
    if (!read)
        return read.error();
    return cursor;
}

Status Puller::forget(const QString& list)
{
    return m_write([&](Repositories& repositories) { return repositories.pulls().forget(m_target, list); });
}

void PullRunner::run(ConnectorCalls& calls)
{
    do {
        for (const QString& list : m_puller.dueLists()) {
            if (calls.isStopping() || m_puller.pull(list, calls).leftBehind)
                return;
        }
    } while (calls.pause(1s));
}

} // namespace rapport::hub
