// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QQuickWindow;

namespace rapport::app::trace
{

/// With RAPPORT_TRACE in the environment the app says on its standard output, one line each, when it has got how far: "key", "window" (first frame),
/// "home" (first frame that shows the day), "frame" (each later one). `rapportctl bench` listens. Without it nothing happens.
void say(const char* moment);
/// Says the frames of @p window; @p home tells whether the day is shown.
void follow(QQuickWindow* window, std::function<bool()> home);

} // namespace rapport::app::trace
