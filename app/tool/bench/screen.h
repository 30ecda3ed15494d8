// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>

namespace rapport::tool
{

/// An X server of 1280 by 800 for this run, unless the caller has a display.
class Screen
{
public:
    Screen();
    ~Screen();
    QString name() const { return m_name; } ///< ":1"; empty where there is none

private:
    QProcess m_server;
    QString m_name;
};

} // namespace rapport::tool
