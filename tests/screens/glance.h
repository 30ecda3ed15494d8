// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

#include <memory>

class QQuickItem;

namespace rapport::views::tests
{

/// Looks over everything visible below an item, as the rules of touch and reading ask; each fault is a sentence.
class Glance : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whatever takes a finger or a key has an object name, a name for those who hear the screen, and 48 by 48 at least.
    Q_INVOKABLE QStringList touchFaults(QQuickItem* root) const;
    /// No text is cut, leaves the window at a side, or lies over another one.
    Q_INVOKABLE QStringList textFaults(QQuickItem* root) const;
    Q_INVOKABLE int controls(QQuickItem* root) const; ///< how many there are to touch
    /// The views' own texts in "en", "de", "id", or in "pseudo": accented and two fifths longer, as a language that nobody has written for.
    Q_INVOKABLE void speak(const QString& language);
    /// Keeps a picture of the window in the folder RAPPORT_SHOTS, if that is set.
    Q_INVOKABLE void keepPicture(QQuickItem* root, const QString& name) const;

private:
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace rapport::views::tests
