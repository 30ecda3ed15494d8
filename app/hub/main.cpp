// SPDX-License-Identifier: Apache-2.0
// rapport-hub: the hub as a process of its own. Exit codes: 0 stopped as asked, 1 could not serve, 2 wrong options.
#include "app/hub/options.h"

#include <QCoreApplication>

#include <pthread.h>

#include <csignal>
#include <cstdio>

namespace
{

/// Blocks the signals that end us in this thread and all that it will start, so that only wait() hears them.
class EndSignals
{
public:
    EndSignals()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGTERM);
        sigaddset(&m_signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        std::signal(SIGPIPE, SIG_IGN); // a client that hangs up is no reason to go
        std::signal(SIGXFSZ, SIG_IGN); // nor is a file that may not grow: that is answered as a full disk is
    }
    void wait() const
    {
        int signal = 0;
        sigwait(&m_signals, &signal);
    }

private:
    sigset_t m_signals;
};

int fail(int code, const QString& sentence)
{
    std::fprintf(stderr, "rapport-hub: %s\n", qUtf8Printable(sentence));
    return code;
}

QString sentence(const rapport::Error& error)
{
    if (error.kind == rapport::Error::Kind::Newer)
        return QStringLiteral("The data were written by a newer Rapport and stay untouched; update this one first (%1).").arg(error.detail);
    return error.detail;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rapport-hub"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RAPPORT_VERSION));
    const EndSignals signals;
    const auto config = rapport::app::hubConfig(QCoreApplication::arguments());
    if (!config && config.error().kind == rapport::Error::Kind::NotFound) {
        std::fputs(qUtf8Printable(config.error().detail), stdout);
        return 0;
    }
    if (!config)
        return fail(2, QStringLiteral("%1. See rapport-hub --help").arg(config.error().detail));
    auto hub = rapport::hub::Hub::start(*config);
    if (!hub)
        return fail(1, sentence(hub.error()));

    std::printf("listening on %s:%u\n", qUtf8Printable(config->address), static_cast<unsigned>((*hub)->port()));
    std::fflush(stdout);
    signals.wait();
    (*hub)->stop();
    return 0;
}
