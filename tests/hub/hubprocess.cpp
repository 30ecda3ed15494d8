// SPDX-License-Identifier: Apache-2.0
#include "hub/hubprocess.h"

#include "hub/hubsupport.h"

#include <QFile>
#include <QRegularExpression>

#include <catch2/catch.hpp>

namespace rapport::test
{

HubProcess::HubProcess(const QString& dataDir, const QStringList& more)
{
    QStringList arguments{QStringLiteral("--data-dir"), dataDir};
    if (!more.contains(QStringLiteral("--listen")))
        arguments << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:0");
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(QStringLiteral(RAPPORT_BIN "/rapport-hub"), arguments + more);
    QByteArray said;
    while (!said.contains('\n') && m_process.waitForReadyRead(10'000))
        said += m_process.readAllStandardOutput();
    static const QRegularExpression listening(QStringLiteral("^listening on 127\\.0\\.0\\.1:([0-9]+)\n"));
    m_port = listening.match(QString::fromLatin1(said)).captured(1).toUShort();
}

int HubProcess::end(int signal)
{
    if (m_process.state() != QProcess::NotRunning)
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
    return wait();
}

void HubProcess::limitFiles(rlim_t bytes)
{
    const rlimit limit{bytes, RLIM_INFINITY};
    REQUIRE(::prlimit(static_cast<pid_t>(m_process.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0);
}

qint64 HubProcess::peakMemory() const
{
    QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    REQUIRE(status.open(QIODevice::ReadOnly));
    static const QRegularExpression peak(QStringLiteral("VmHWM:\\s+([0-9]+) kB"));
    return peak.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong() * 1024;
}

int HubProcess::wait()
{
    m_process.waitForFinished(15'000);
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

QString prepareHub(const QString& dataDir)
{
    hub::HubConfig config;
    config.dataDir = dataDir;
    auto admin = hub::HubAdmin::open(config);
    REQUIRE(admin);
    REQUIRE((*admin)->publishForm(visitForm()));
    const auto device = (*admin)->addDevice(QStringLiteral("Tablet"));
    REQUIRE(device);
    return device->token;
}

} // namespace rapport::test
