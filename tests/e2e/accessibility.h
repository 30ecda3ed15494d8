// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/processes.h"

#include <QDBusConnection>
#include <QDBusObjectPath>

#include <vector>

namespace rapport::e2e
{

/// One thing in the tree that the app gives to those who hear it instead of seeing it (AT-SPI 2). Two are equal where the bus says the same of them.
struct Accessible {
    QString service;
    QDBusObjectPath path;
    QString name, role; ///< as they are spoken: "Which account?, required", "radio button"
    std::vector<Accessible> parts;
};

/// A screen reader: a session bus of its own, on which at-spi2-core starts the accessibility bus, and the tree of the one app that is started there.
/// It acts by what the tree offers (actions, values, text) and knows the app by names and roles alone.
class ScreenReader
{
public:
    explicit ScreenReader(const Machine& machine, const Display& display);
    ~ScreenReader();
    void guide(App& app) const; ///< before it is started: where the buses are
    bool find(const QString& application, int milliseconds = 20'000);

    /// Everything that the app shows now, as one tree.
    Accessible read() const;

    QString description(const Accessible& part) const; ///< a hint, or what is wrong
    QString text(const Accessible& part) const;        ///< of a field
    double value(const Accessible& part) const;        ///< of a slider
    int top(const Accessible& part) const;             ///< on the screen, in pixels
    bool isChecked(const Accessible& part) const;
    bool isFocused(const Accessible& part) const;
    bool press(const Accessible& part) const; ///< its action of that name
    bool focus(const Accessible& part) const;
    bool write(const Accessible& part, const QString& text) const; ///< in place of what stands there
    bool setValue(const Accessible& part, double value) const;

private:
    struct Bus;
    std::unique_ptr<Bus> d;
};

/// The first part below @p tree for which @p holds; null where there is none.
template <typename Condition>
const Accessible* firstWhere(const Accessible& tree, const Condition& holds)
{
    if (holds(tree))
        return &tree;
    for (const Accessible& part : tree.parts) {
        if (const Accessible* found = firstWhere(part, holds))
            return found;
    }
    return nullptr;
}

} // namespace rapport::e2e
