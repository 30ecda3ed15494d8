// SPDX-License-Identifier: Apache-2.0
#include "app/tool/bench/screen.h"

namespace rapport::tool
{

Screen::Screen() : m_name(qEnvironmentVariable("DISPLAY"))
{
    if (!m_name.isEmpty())
        return;
    m_server.start(QStringLiteral("Xvfb"), {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"),
                                            QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    if (m_server.waitForStarted(5'000) && m_server.waitForReadyRead(15'000))
        m_name = QLatin1Char(':') + QString::fromLatin1(m_server.readLine().trimmed());
}

Screen::~Screen()
{
    m_server.terminate();
    m_server.waitForFinished(5'000);
}

} // namespace rapport::tool
