// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWindow>

#include <memory>
#include <vector>

namespace rapport::capture
{

/// Hand scanners that type ("keyboard wedges"). What comes faster than people type and ends with Enter or Tab is a code: it goes to `scanned`,
/// wherever the focus is, and not into a text field nor onto a button. Everything else reaches the focus as it was typed, what came in a hurry up to
/// `patience` later. A field with the property `takesCodes: true` gets the code as text. Watches the application's key presses; UI thread.
///
/// A code may have several lines (a vCard): Enter within it is a line's end as long as the next key is as quick. At most `longest` characters.
class WedgeKeyboard : public QObject
{
    Q_OBJECT
public:
    static constexpr int quickest = 60;  ///< ms from key to key at most: people who type fast need about 100
    static constexpr int patience = 120; ///< ms that a key waits for the next one, a little more for a busy machine
    static constexpr std::size_t fewest = 7, longest = 8 * 1024;

    explicit WedgeKeyboard(QObject* parent = nullptr);

Q_SIGNALS:
    void scanned(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(QWindow* window, const QKeyEvent& key);
    bool isHeld(const QKeyEvent& key) const;
    void settle(); ///< no key has followed: it was a code, or somebody in a hurry
    void hand(const QKeyEvent& key);
    void takeBackFirst();
    void forget();

    QPointer<QWindow> m_window;
    QPointer<QObject> m_focus;                      ///< what the first key reached
    QString m_selected;                             ///< what it replaced there
    std::vector<std::unique_ptr<QKeyEvent>> m_keys; ///< in a row; the first has been let through, the others wait
    QTimer m_patience;
};

} // namespace rapport::capture
