// SPDX-License-Identifier: Apache-2.0
// rapport-empty-window: the least that a Qt Quick program can show, for `rapportctl bench start` to hold the app against. Says "trace window" with
// its first frame and stays until it is ended.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick\nimport QtQuick.Window\nWindow { width: 1280; height: 800; visible: true }");
    auto* window = engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!window)
        return 1;
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [said = false]() mutable {
            if (std::exchange(said, true))
                return;
            std::puts("trace window");
            std::fflush(stdout);
        },
        Qt::QueuedConnection);
    return QGuiApplication::exec();
}
