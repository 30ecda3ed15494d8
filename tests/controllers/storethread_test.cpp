// SPDX-License-Identifier: Apache-2.0
#include "controllers/desk.h"

#include <QThread>

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace rapport;
using namespace rapport::app;

namespace
{

/// How often somebody was in the store while somebody else was, and which threads were.
struct Visits {
    std::atomic<int> inside = 0, together = 0, elsewhere = 0;
};

} // namespace

TEST_CASE("Whoever waits for the store waits: nothing is done on a thread that is not its own", "[storethread]")
{
    const tests::Desk desk;
    QThread* own = desk.thread->run([](store::Store&) { return QThread::currentThread(); }).result();
    CHECK(own != QThread::currentThread());

    Visits visits;
    const auto visit = [&] {
        return desk.thread->run([&](store::Store& store) {
            visits.together += visits.inside.fetch_add(1) == 0 ? 0 : 1;
            visits.elsewhere += QThread::currentThread() == own ? 0 : 1;
            const bool found = bool(store.entity(QStringLiteral("contacts"), tests::Desk::weberId()));
            --visits.inside;
            return found;
        });
    };
    QThreadPool callers;
    std::atomic<int> found = 0;
    for (int caller = 0; caller < 4; ++caller) {
        callers.start([&] {
            for (int call = 0; call < 100; ++call)
                found += visit().result() ? 1 : 0; // as the pictures of forms and reports do, from their own threads
        });
    }
    callers.waitForDone();
    CHECK(found == 400);
    CHECK(visits.together == 0);
    CHECK(visits.elsewhere == 0);
}

TEST_CASE("What was asked first is done first, whatever is waited for", "[storethread]")
{
    const tests::Desk desk;
    std::vector<int> order;
    for (int task = 0; task < 20; ++task)
        desk.thread->run([&order, task](store::Store&) { order.push_back(task); });
    desk.thread->run([&order](store::Store&) { order.push_back(20); }).waitForFinished();
    REQUIRE(order.size() == 21);
    CHECK(std::is_sorted(order.begin(), order.end()));
}
