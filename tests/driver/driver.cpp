// SPDX-License-Identifier: Apache-2.0
#include "focus.h"
#include "locator.h"

#include <QGenericPlugin>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QQuickWindow>
#include <QTest>

namespace rapport::driver
{

namespace
{

constexpr int personsPace = 80; ///< ms from key to key: slower than what is taken for a hand scanner

/// Answers one line of JSON with one line: {"cmd": "click", "item": LOCATOR} → {"ok": true, …}. Events go through Qt's window system
/// interface, as a finger's or a keyboard's do.
class Driver : public QObject
{
public:
    explicit Driver(const QString& socketName)
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            QLocalSocket* socket = m_server.nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
                while (socket->canReadLine()) {
                    const QJsonObject request = QJsonDocument::fromJson(socket->readLine()).object();
                    socket->write(QJsonDocument(answer(request)).toJson(QJsonDocument::Compact) + '\n');
                    socket->flush();
                }
            });
        });
        m_server.listen(socketName);
    }

private:
    QJsonObject answer(const QJsonObject& request)
    {
        const QString command = request[QLatin1String("cmd")].toString();
        if (command == QLatin1String("texts"))
            return {{QStringLiteral("ok"), true}, {QStringLiteral("texts"), QJsonArray::fromStringList(visibleTexts())}};
        if (command == QLatin1String("type"))
            return type(request[QLatin1String("text")].toString());
        if (command == QLatin1String("key"))
            return key(request[QLatin1String("key")].toInt(), request[QLatin1String("modifiers")].toInt());
        if (command == QLatin1String("keys"))
            return keys(request[QLatin1String("text")].toString());
        if (command == QLatin1String("focus"))
            return settle(), focusReport();
        if (command == QLatin1String("screenshot"))
            return screenshot(request[QLatin1String("file")].toString());
        if (command == QLatin1String("frames"))
            return {{QStringLiteral("ok"), true}, {QStringLiteral("frames"), countFrames()}};

        const QString locator = request[QLatin1String("item")].toString();
        if (command == QLatin1String("click") || command == QLatin1String("drag"))
            standStill(locator); // before the item is looked for: it may be another one afterwards
        const auto items = findItems(locator);
        if (command == QLatin1String("count"))
            return {{QStringLiteral("ok"), true}, {QStringLiteral("count"), static_cast<int>(items.size())}};
        if (items.empty())
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("no visible item")}};
        QQuickItem* item = items.front();
        if (command == QLatin1String("read"))
            return {{QStringLiteral("ok"), true},
                    {QStringLiteral("value"), QJsonValue::fromVariant(item->property(request[QLatin1String("property")].toString().toUtf8()))}};
        if (command == QLatin1String("click"))
            return click(item);
        if (command == QLatin1String("drag"))
            return drag(item);
        if (command == QLatin1String("scroll"))
            return scroll(item);
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("unknown command")}};
    }

    /// What a person sees of it: the bounding rectangle of a text that stands at the right is shifted by what is free at its left.
    static QRectF extent(const QQuickItem* item) { return {QPointF(), item->size()}; }

    /// Scrolls as a person would have done before she could touch the item.
    static void bringIntoView(QQuickItem* item)
    {
        for (QQuickItem* outer = item->parentItem(); outer; outer = outer->parentItem()) {
            if (!outer->inherits("QQuickFlickable"))
                continue;
            const QRectF place = item->mapRectToItem(outer, extent(item));
            const qreal contentY = outer->property("contentY").toReal();
            const qreal first = outer->property("originY").toReal(); // of a list whose rows came and went; else 0
            const qreal limit = first + qMax<qreal>(0, outer->property("contentHeight").toReal() - outer->height());
            if (place.top() < 0 || place.bottom() > outer->height())
                outer->setProperty("contentY", qBound<qreal>(first, contentY + place.center().y() - outer->height() / 2, limit));
        }
    }

    /// What has just become visible stands where it stood when it was last seen until the next frame: it is looked at once more after one.
    static void standStill(const QString& locator)
    {
        settle();
        QQuickItem* seen = nullptr; // compared only: it may be gone
        QRectF place;
        for (int look = 0; look < 20; ++look) {
            const auto items = findItems(locator);
            if (items.empty())
                return;
            const QRectF now = items.front()->mapRectToScene(extent(items.front()));
            if (items.front() == seen && now == place)
                return;
            seen = items.front();
            place = now;
            settle(1);
        }
    }

    /// A person touches what she sees: everything has its place once two frames have been shown.
    static void settle(int wantedFrames = 2)
    {
        const auto windows = QGuiApplication::topLevelWindows();
        for (QWindow* window : windows) {
            auto* quick = qobject_cast<QQuickWindow*>(window);
            if (!quick || !quick->isVisible())
                continue;
            int frames = 0;
            QObject context; // frames are announced from the thread that renders
            connect(
                quick, &QQuickWindow::frameSwapped, &context, [&frames] { ++frames; }, Qt::QueuedConnection);
            for (int wanted = 1; wanted <= wantedFrames; ++wanted) {
                quick->update();
                (void)QTest::qWaitFor([&] { return frames >= wanted; }, 500); // a hidden window shows none; the touch then misses and says so
            }
        }
    }

    static QJsonObject click(QQuickItem* item)
    {
        if (!item->isEnabled())
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("disabled")}};
        if (!item->window()->isActive()) { // a bare X server has no window manager that would do it
            item->window()->requestActivate();
            (void)QTest::qWaitForWindowActive(item->window(), 2'000); // where it fails, typing says that nothing has the focus
        }
        bringIntoView(item);
        const QPointF centre = item->mapToScene(extent(item).center());
        if (!QRectF(QPointF(), item->window()->size()).contains(centre))
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("outside the window")}};
        QTest::mouseClick(item->window(), Qt::LeftButton, {}, centre.toPoint());
        return {{QStringLiteral("ok"), true}};
    }

    /// Pushes a list up with a finger until its end is there.
    static QJsonObject scroll(QQuickItem* item)
    {
        const QRectF place = item->mapRectToScene(extent(item));
        const qreal x = place.right() - 4; // beside what could be touched
        for (int push = 0; push < 60 && !item->property("atYEnd").toBool(); ++push) {
            QTest::mousePress(item->window(), Qt::LeftButton, {}, QPointF(x, place.top() + place.height() * 0.8).toPoint());
            for (int step = 1; step <= 10; ++step)
                QTest::mouseMove(item->window(), QPointF(x, place.top() + place.height() * (0.8 - 0.06 * step)).toPoint(), 5);
            QTest::mouseRelease(item->window(), Qt::LeftButton, {}, QPointF(x, place.top() + place.height() * 0.2).toPoint());
            (void)QTest::qWaitFor([&] { return !item->property("moving").toBool(); }, 3'000); // where it still moves, the next push goes on
        }
        return {{QStringLiteral("ok"), item->property("atYEnd").toBool()}};
    }

    /// A stroke across the item, as a signature begins.
    static QJsonObject drag(QQuickItem* item)
    {
        bringIntoView(item);
        const QRectF place = item->mapRectToScene(extent(item));
        QTest::mousePress(item->window(), Qt::LeftButton, {}, QPointF(place.left() + place.width() * 0.2, place.center().y()).toPoint());
        for (int step = 1; step <= 20; ++step) {
            const qreal t = step / 20.0;
            const QPointF at(place.left() + place.width() * (0.2 + 0.6 * t), place.center().y() + place.height() * 0.2 * ((step % 4) - 1.5) / 1.5);
            QTest::mouseMove(item->window(), at.toPoint());
        }
        QTest::mouseRelease(item->window(), Qt::LeftButton, {}, QPointF(place.left() + place.width() * 0.8, place.center().y()).toPoint());
        return {{QStringLiteral("ok"), true}};
    }

    static QJsonObject type(const QString& text)
    {
        QObject* focus = QGuiApplication::focusObject();
        if (!focus)
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("nothing has the focus")}};
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(focus, &event);
        return {{QStringLiteral("ok"), true}};
    }

    /// The window that hears the keyboard. A bare X server has no window manager that would give it the focus.
    static QWindow* listening()
    {
        if (!QGuiApplication::focusWindow() && !QGuiApplication::topLevelWindows().isEmpty()) {
            QWindow* window = QGuiApplication::topLevelWindows().constFirst();
            window->requestActivate();
            (void)QTest::qWaitForWindowActive(window, 2'000);
        }
        return QGuiApplication::focusWindow() || QGuiApplication::topLevelWindows().isEmpty() ? QGuiApplication::focusWindow()
                                                                                              : QGuiApplication::topLevelWindows().constFirst();
    }

    static QJsonObject key(int code, int modifiers)
    {
        QWindow* window = listening();
        if (!window)
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("no window")}};
        QTest::keyClick(window, static_cast<Qt::Key>(code), Qt::KeyboardModifiers(modifiers));
        if (code < 0x80)
            QTest::qWait(personsPace);
        return {{QStringLiteral("ok"), true}};
    }

    /// Text by the keyboard, one key after the other; unlike `type`, which says it as an input method does.
    static QJsonObject keys(const QString& text)
    {
        QWindow* window = listening();
        if (!window)
            return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("no window")}};
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, window, letter.unicode() < 0x80 ? QTest::asciiToKey(letter.toLatin1()) : Qt::Key_unknown,
                                QString(letter), Qt::NoModifier);
        QTest::qWait(2 * personsPace); // what came so fast is held for a moment: it might be a hand scanner's
        return {{QStringLiteral("ok"), true}};
    }

    static QJsonObject screenshot(const QString& file)
    {
        const auto windows = QGuiApplication::topLevelWindows();
        for (QWindow* window : windows) {
            if (auto* quick = qobject_cast<QQuickWindow*>(window); quick && quick->isVisible())
                return {{QStringLiteral("ok"), quick->grabWindow().save(file)}};
        }
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("no window")}};
    }

    int countFrames()
    {
        const auto windows = QGuiApplication::topLevelWindows();
        for (QWindow* window : windows) {
            if (auto* quick = qobject_cast<QQuickWindow*>(window); quick && quick != m_counted) {
                m_counted = quick;
                connect(
                    quick, &QQuickWindow::frameSwapped, this, [this] { ++m_frames; }, Qt::QueuedConnection);
            }
        }
        return m_frames;
    }

    QLocalServer m_server;
    QQuickWindow* m_counted = nullptr;
    int m_frames = 0;
};

} // namespace

class DriverPlugin : public QGenericPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "rapportdriver.json")

public:
    QObject* create(const QString& key, const QString& specification) override
    {
        return key == QLatin1String("rapportdriver") ? new Driver(specification) : nullptr;
    }
};

} // namespace rapport::driver

#include "driver.moc"
