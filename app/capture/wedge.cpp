// SPDX-License-Identifier: Apache-2.0
#include "app/capture/wedge.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QInputMethodEvent>

#include <algorithm>

namespace rapport::capture
{

namespace
{

/// FNC1 comes as Ctrl+] or as the character itself (group separator, GS1).
constexpr QChar groupSeparator(0x1D);

bool ends(const QKeyEvent& key)
{
    const bool line = key.text() == QLatin1String("\n") || key.text() == QLatin1String("\r"); // also as Line Feed, which Qt has no name for
    return line || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
}

/// What the key writes; null: it is none of a scanner's.
QString writtenBy(const QKeyEvent& key)
{
    if (ends(key))
        return key.key() == Qt::Key_Tab ? QStringLiteral("\t") : QStringLiteral("\n");
    const bool printable = !key.text().isEmpty() && (key.text().at(0).isPrint() || key.text().at(0) == groupSeparator);
    return printable && !(key.modifiers() & (Qt::AltModifier | Qt::MetaModifier)) ? key.text() : QString();
}

bool isBare(const QKeyEvent& key) // Shift goes down and up between the letters
{
    return key.key() == Qt::Key_Shift || key.key() == Qt::Key_Control || key.key() == Qt::Key_AltGr || key.key() == Qt::Key_CapsLock;
}

} // namespace

WedgeKeyboard::WedgeKeyboard(QObject* parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_patience.setTimerType(Qt::PreciseTimer);
    connect(&m_patience, &QTimer::timeout, this, &WedgeKeyboard::settle);
    qGuiApp->installEventFilter(this);
}

/// Only what the system says: what this application sends itself, also what we hand on, is not asked about again.
bool WedgeKeyboard::eventFilter(QObject* watched, QEvent* event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (!key || !watched->isWindowType() || !event->spontaneous())
        return false;
    const auto& said = *static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyRelease)
        return isHeld(said); // it is handed on with its press
    return press(static_cast<QWindow*>(watched), said);
}

bool WedgeKeyboard::isHeld(const QKeyEvent& key) const
{
    return m_keys.size() > 1 && std::any_of(m_keys.begin() + 1, m_keys.end(), [&](const auto& one) {
               return one->nativeScanCode() == key.nativeScanCode() && one->key() == key.key();
           });
}

bool WedgeKeyboard::press(QWindow* window, const QKeyEvent& key)
{
    if (isBare(key))
        return false;
    const bool follows = !m_keys.empty() && window == m_window && key.timestamp() - m_keys.back()->timestamp() <= static_cast<quint64>(quickest);
    if (!follows || writtenBy(key).isNull() || key.isAutoRepeat() || m_keys.size() == longest) {
        settle();
        if (writtenBy(key).isNull() || ends(key) || key.isAutoRepeat())
            return false; // no code begins so
        m_window = window;
        m_focus = QGuiApplication::focusObject();
        m_selected = m_focus ? m_focus->property("selectedText").toString() : QString();
        m_keys.emplace_back(key.clone());
        m_patience.start();
        return false;
    }
    m_keys.emplace_back(key.clone());
    m_patience.start();
    return true;
}

void WedgeKeyboard::settle()
{
    m_patience.stop();
    if (m_keys.empty())
        return;
    QString text;
    for (const auto& key : m_keys)
        text += writtenBy(*key);
    const bool wanted = m_focus && m_focus->property("takesCodes").toBool();
    if (m_keys.size() <= fewest || !ends(*m_keys.back()) || wanted) {
        const auto held = std::exchange(m_keys, {});
        for (std::size_t i = 1; i < held.size() && m_window; ++i)
            hand(*held[i]);
        return forget();
    }
    takeBackFirst();
    forget();
    Q_EMIT scanned(text.trimmed());
}

/// As it would have come.
void WedgeKeyboard::hand(const QKeyEvent& key)
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent again(type, key.key(), key.modifiers(), key.nativeScanCode(), key.nativeVirtualKey(), key.nativeModifiers(), key.text(), false,
                        static_cast<quint16>(key.count()));
        QCoreApplication::sendEvent(m_window, &again);
    }
}

/// The first character has reached what has the focus before anybody could know. A text forgets it again, and has back what it replaced.
void WedgeKeyboard::takeBackFirst()
{
    const bool writes = m_focus && m_focus == QGuiApplication::focusObject() && m_focus->property("cursorPosition").isValid() &&
                        !m_focus->property("readOnly").toBool();
    if (!writes || !m_window)
        return;
    hand(QKeyEvent(QEvent::KeyPress, Qt::Key_Backspace, Qt::NoModifier));
    if (m_selected.isEmpty())
        return;
    QInputMethodEvent back;
    back.setCommitString(m_selected);
    QCoreApplication::sendEvent(m_focus, &back);
}

void WedgeKeyboard::forget()
{
    m_keys.clear();
    m_focus.clear();
    m_selected.clear();
}

} // namespace rapport::capture
