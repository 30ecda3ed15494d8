// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace rapport::tool
{

/// The real rapport-hub on 127.0.0.1, on a port of its own the first time and on the same one afterwards; ended with this object.
class HubChild
{
public:
    HubChild(QString binaries, QString dataDir);
    ~HubChild();
    bool start(); ///< true when it listens
    void kill9();
    quint16 port() const { return m_port; }
    qint64 processId() const { return m_process.processId(); }

private:
    QString m_binaries, m_dataDir;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace rapport::tool
