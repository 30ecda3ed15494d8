// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/dayboard.h"

#include "app/conversation/whendone.h"

#include <QLoggingCategory>

namespace rapport::app
{

Q_LOGGING_CATEGORY(dayLog, "rapport.day")

DayBoard::DayBoard(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_reader(std::make_shared<DayReader>(std::move(clock))), m_recount(std::make_shared<std::atomic<bool>>(true))
{
}

void DayBoard::refreshAll()
{
    *m_recount = true;
    refresh();
}

void DayBoard::refresh()
{
    m_again = m_busy;
    if (m_busy)
        return;
    m_busy = true;
    auto reading = m_thread.run([reader = m_reader, recount = m_recount](store::Store& store) {
        if (recount->exchange(false))
            reader->forgetCustomers();
        return reader->read(store);
    });
    whenDone(reading, this, [this](Result<Day> day) {
        m_busy = false;
        if (day) {
            m_day = *day;
            m_read = true;
            Q_EMIT changed();
        } else {
            qCWarning(dayLog) << "the day cannot be read:" << day.error().detail;
        }
        if (m_again)
            refresh();
    });
}

} // namespace rapport::app
