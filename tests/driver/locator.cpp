// SPDX-License-Identifier: Apache-2.0
#include "locator.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QVariant>

#include <functional>

namespace rapport::driver
{

namespace
{

struct Step {
    QString name;
    std::vector<std::pair<QByteArray, QString>> properties;
};

std::vector<Step> parse(const QString& locator)
{
    std::vector<Step> steps;
    for (const QString& part : locator.split(QStringLiteral(" > "))) {
        const QStringList pieces = part.trimmed().split(QLatin1Char('['));
        Step step{pieces.first(), {}};
        for (const QString& piece : pieces.mid(1)) {
            const qsizetype equals = piece.indexOf(QLatin1Char('='));
            step.properties.emplace_back(piece.left(equals).toUtf8(), piece.mid(equals + 1).chopped(1));
        }
        steps.push_back(step);
    }
    return steps;
}

bool matches(const QQuickItem* item, const Step& step)
{
    if (!step.name.isEmpty() && item->objectName() != step.name)
        return false;
    for (const auto& [name, value] : step.properties) {
        if (item->property(name).toString() != value)
            return false;
    }
    return true;
}

void walk(QQuickItem* item, const std::function<bool(QQuickItem*)>& enter)
{
    if (!item->isVisible() || !enter(item))
        return;
    const auto children = item->childItems();
    for (QQuickItem* child : children)
        walk(child, enter);
}

void collect(QQuickItem* item, const std::vector<Step>& steps, std::size_t at, std::vector<QQuickItem*>& found)
{
    walk(item, [&](QQuickItem* candidate) {
        if (!matches(candidate, steps[at]))
            return true;
        if (at + 1 == steps.size()) {
            if (std::find(found.begin(), found.end(), candidate) == found.end())
                found.push_back(candidate);
            return true;
        }
        const auto children = candidate->childItems();
        for (QQuickItem* child : children)
            collect(child, steps, at + 1, found);
        return true;
    });
}

template <typename F>
void forEachWindow(F f)
{
    const auto windows = QGuiApplication::topLevelWindows();
    for (QWindow* window : windows) {
        if (auto* quick = qobject_cast<QQuickWindow*>(window); quick && quick->isVisible())
            f(quick);
    }
}

} // namespace

std::vector<QQuickItem*> findItems(const QString& locator)
{
    const auto steps = parse(locator);
    std::vector<QQuickItem*> found;
    forEachWindow([&](QQuickWindow* window) { collect(window->contentItem(), steps, 0, found); });
    return found;
}

QStringList visibleTexts()
{
    QStringList texts;
    forEachWindow([&](QQuickWindow* window) {
        walk(window->contentItem(), [&](QQuickItem* item) {
            if (const QVariant text = item->property("text"); text.isValid() && !text.toString().isEmpty() && item->opacity() > 0)
                texts.append(text.toString());
            return true;
        });
    });
    return texts;
}

} // namespace rapport::driver
