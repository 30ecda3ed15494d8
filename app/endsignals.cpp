// SPDX-License-Identifier: Apache-2.0
#include "app/endsignals.h"

#include <QCoreApplication>

#include <unistd.h>

#include <csignal>

namespace rapport::app
{

namespace
{

int ends[2] = {-1, -1}; ///< a signal handler may do nothing but write to a pipe

void tell(int)
{
    const char byte = 1;
    (void)!write(ends[1], &byte, 1); // nobody is left to be told of a failure
}

} // namespace

EndSignals::EndSignals()
{
    if (pipe(ends) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [] { QCoreApplication::quit(); });
    std::signal(SIGTERM, tell);
    std::signal(SIGINT, tell);
}

EndSignals::~EndSignals()
{
    if (!m_notifier)
        return;
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    close(ends[0]);
    close(ends[1]);
}

} // namespace rapport::app
