// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/day.h"
#include "app/conversation/storethread.h"

#include <QObject>
#include <QTimer>

namespace rapport::app
{

/// The newest Day, read on the store thread; one reading at a time, and one more where something changed meanwhile.
class DayBoard : public QObject
{
    Q_OBJECT

public:
    DayBoard(StoreThread& thread, Clock clock, QObject* parent = nullptr); ///< borrows @p thread

    const Day& day() const { return m_day; }
    bool isRead() const { return m_read; } ///< false: day() says nothing yet
    enum class Shown { Nothing, Day };
    void show(Shown shown); ///< Nothing: the day is empty, and not read, until it is shown again
    void refresh();
    void refreshAll(); ///< also what is costly to count: after a download

Q_SIGNALS:
    void changed();

private:
    void awaitEnd();

    StoreThread& m_thread;
    Clock m_clock;
    QTimer m_end;                        ///< of the first occasion that ends: it goes from the screen by itself
    std::shared_ptr<DayReader> m_reader; ///< shared with the reading under way, which may outlive this
    Day m_day;
    Shown m_shown = Shown::Day;
    bool m_read = false, m_busy = false, m_again = false;
    std::shared_ptr<std::atomic<bool>> m_recount;
};

} // namespace rapport::app
