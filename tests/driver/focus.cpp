// SPDX-License-Identifier: Apache-2.0
#include "focus.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickWindow>

namespace rapport::driver
{

namespace
{

constexpr qreal ringWidth = 2; // UX.md section 8

bool isRing(const QQuickItem* item)
{
    return item->inherits("QQuickRectangle") && QQmlProperty::read(item, QStringLiteral("border.width")).toReal() >= ringWidth;
}

/// Whether a line of two pixels is drawn around the item or a part of it.
bool isMarked(const QQuickItem* item)
{
    if (!item->isVisible() || item->opacity() <= 0)
        return false;
    const auto children = item->childItems();
    return isRing(item) || std::any_of(children.begin(), children.end(), isMarked);
}

/// Whether a person sees all of it, or, where it is taller than the page, as much as fits.
bool isInView(const QQuickItem* item)
{
    const QRectF place = item->mapRectToScene({QPointF(), item->size()});
    for (const QQuickItem* outer = item->parentItem(); outer; outer = outer->parentItem()) {
        if (!outer->clip() && outer->parentItem())
            continue;
        const QRectF seen = outer->mapRectToScene({QPointF(), outer->size()}).adjusted(-1, -1, 1, 1);
        if (place.left() < seen.left() || place.right() > seen.right() || place.top() > seen.bottom() - qMin(place.height(), seen.height() / 2) ||
            place.bottom() < seen.top() + qMin(place.height(), seen.height() / 2))
            return false;
    }
    return true;
}

const QQuickItem* rowOf(const QQuickItem* item)
{
    while (item && item->objectName() != QLatin1String("questionRow"))
        item = item->parentItem();
    return item;
}

} // namespace

QJsonObject focusReport()
{
    QQuickWindow* window = nullptr;
    const auto windows = QGuiApplication::topLevelWindows();
    for (QWindow* one : windows)
        window = window ? window : qobject_cast<QQuickWindow*>(one);
    QQuickItem* item = window ? window->activeFocusItem() : nullptr;
    if (!item)
        return {{QStringLiteral("ok"), false}, {QStringLiteral("error"), QStringLiteral("nothing has the focus")}};
    const QPointF middle = item->mapToScene(QRectF(QPointF(), item->size()).center());
    QJsonObject report{{QStringLiteral("ok"), true},
                       {QStringLiteral("item"), item->objectName()},
                       {QStringLiteral("marked"), isMarked(item)},
                       {QStringLiteral("inView"), isInView(item)},
                       {QStringLiteral("x"), middle.x()},
                       {QStringLiteral("y"), middle.y()}};
    if (const QQuickItem* row = rowOf(item)) {
        report[QStringLiteral("question")] = row->property("name").toString();
        report[QStringLiteral("index")] = row->property("index").toInt();
    }
    if (QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(item)) {
        report[QStringLiteral("name")] = spoken->text(QAccessible::Name);
        report[QStringLiteral("role")] = static_cast<int>(spoken->role());
        report[QStringLiteral("checked")] = static_cast<bool>(spoken->state().checked);
    }
    return report;
}

} // namespace rapport::driver
