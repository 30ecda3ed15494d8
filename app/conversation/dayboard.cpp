// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/dayboard.h"

#include "app/conversation/whendone.h"

#include <QLoggingCategory>

namespace rapport::app
{

Q_LOGGING_CATEGORY(dayLog, "rapport.day")

DayBoard::DayBoard(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(clock), m_reader(std::make_shared<DayReader>(std::move(clock))),
      m_recount(std::make_shared<std::atomic<bool>>(true))
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_end, &QTimer::timeout, this, &DayBoard::refreshAll);
}

/// Looked at again after some hours: a clock may be set meanwhile, and a tablet may sleep.
void DayBoard::awaitEnd()
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(6), least = std::chrono::seconds(1);
    m_end.stop();
    if (m_day.nextEnd.isValid())
        m_end.start(std::clamp(std::chrono::milliseconds(m_clock().msecsTo(m_day.nextEnd)) + least, least, longest));
}

void DayBoard::show(Shown shown)
{
    m_shown = shown;
    if (shown == Shown::Day)
        return refreshAll();
    m_day = Day();
    m_end.stop();
    Q_EMIT changed();
}

void DayBoard::refreshAll()
{
    *m_recount = true;
    refresh();
}

void DayBoard::refresh()
{
    m_again = m_busy;
    if (m_busy || m_shown == Shown::Nothing)
        return;
    m_busy = true;
    auto reading = m_thread.run([reader = m_reader, recount = m_recount](store::Store& store) {
        if (recount->exchange(false))
            reader->forgetCustomers();
        return reader->read(store);
    });
    whenDone(reading, this, [this](Result<Day> day) {
        m_busy = false;
        if (m_shown == Shown::Nothing)
            return;
        if (day) {
            m_day = *day;
            m_read = true;
            awaitEnd();
            Q_EMIT changed();
        } else {
            qCWarning(dayLog) << "the day cannot be read:" << day.error().detail;
        }
        if (m_again)
            refresh();
    });
}

} // namespace rapport::app
