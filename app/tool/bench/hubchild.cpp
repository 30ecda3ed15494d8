// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/hubchild.h"

#include <QRegularExpression>

namespace rapport::tool
{

HubChild::HubChild(QString binaries, QString dataDir) : m_binaries(std::move(binaries)), m_dataDir(std::move(dataDir)) {}

HubChild::~HubChild()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        kill9();
}

bool HubChild::start()
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(m_binaries + QStringLiteral("/rapport-hub"),
                    {QStringLiteral("--data-dir"), m_dataDir, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(m_port)});
    static const QRegularExpression listening(QStringLiteral("listening on [^:]*:([0-9]+)"));
    QByteArray said;
    while (m_process.waitForReadyRead(15'000)) {
        said += m_process.readAllStandardOutput();
        if (const auto match = listening.match(QString::fromUtf8(said)); match.hasMatch()) {
            m_port = match.captured(1).toUShort();
            return true;
        }
    }
    return false;
}

void HubChild::kill9()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
}

} // namespace rapport::tool
