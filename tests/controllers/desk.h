// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/storethread.h"
#include "forms/base/clock.h"
#include "forms/session/formsession.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <memory>

namespace rapport::app::tests
{

/// Runs the event loop until @p condition holds, at most 10 s.
template <typename Condition>
bool eventually(Condition condition)
{
    const QDeadlineTimer deadline(10'000);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return true;
}

/// While it lives, no file of this process grows: what a full disk does, also for root.
class FullDisk
{
public:
    FullDisk();
    ~FullDisk();

private:
    quint64 m_before;
};

/// A real store in a temporary folder with the demo fair: its occasion, its form, two customers and a firm.
struct Desk {
    Desk();
    Result<std::unique_ptr<store::Store>> open() const;

    QTemporaryDir dir;
    Clock clock;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<StoreThread> thread;
    QString fairVersion; ///< of the form of the fair

    static QString weberId() { return QStringLiteral("be327623-a7d0-454a-9c2b-2664974d3441"); }
    static QString frischmarktId() { return QStringLiteral("1bed7614-03a7-42ca-a7a0-e7ce2e662e59"); }
};

/// A session of a form whose body, binds and instance are given; for tables of forms.
std::unique_ptr<forms::FormSession> sessionOf(const QByteArray& instance, const QByteArray& binds, const QByteArray& body);

} // namespace rapport::app::tests
