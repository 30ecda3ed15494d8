// SPDX-License-Identifier: Apache-2.0
#include "app/trace.h"

#include <QQuickWindow>

#include <cstdio>

namespace rapport::app::trace
{

namespace
{

bool isWanted()
{
    static const bool wanted = qEnvironmentVariableIsSet("RAPPORT_TRACE");
    return wanted;
}

} // namespace

void say(const char* moment)
{
    if (!isWanted())
        return;
    std::printf("trace %s\n", moment);
    std::fflush(stdout);
}

void follow(QQuickWindow* window, std::function<bool()> home)
{
    if (!isWanted() || !window)
        return;
    enum class Seen { Nothing, Window, Home };
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [seen = Seen::Nothing, home = std::move(home)]() mutable {
            if (seen == Seen::Nothing) {
                say("window");
                seen = Seen::Window;
            }
            if (seen == Seen::Window && home()) {
                say("home");
                seen = Seen::Home;
            } else if (seen == Seen::Home) {
                say("frame");
            }
        },
        Qt::QueuedConnection); // frames are announced from the thread that renders
}

} // namespace rapport::app::trace
