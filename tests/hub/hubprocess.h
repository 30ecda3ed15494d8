// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>

#include <sys/resource.h>

#include <csignal>

namespace rapport::test
{

/// The real rapport-hub on a free port. Its log is what it wrote to stderr.
class HubProcess
{
public:
    explicit HubProcess(const QString& dataDir, const QStringList& more = {});
    ~HubProcess() { end(SIGKILL); }
    quint16 port() const { return m_port; } ///< 0: it did not begin to serve
    /// The exit code, or -1 where it did not end by itself.
    int end(int signal);
    /// The exit code of a hub that goes by itself.
    int wait();
    /// No file of its may grow beyond this many bytes: a full disk, without one. RLIM_INFINITY: there is room again.
    void limitFiles(rlim_t bytes);
    qint64 peakMemory() const; ///< bytes that it held resident at most so far
    QByteArray log() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

/// A folder with the form of the tests and a device; returns its token.
QString prepareHub(const QString& dataDir);

} // namespace rapport::test
