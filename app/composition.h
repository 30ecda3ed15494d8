// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/language.h"
#include "app/options.h"

#include <QObject>
#include <QVariantMap>

#include <memory>

class QQmlEngine;

namespace rapport::app
{

/// Builds every object of the app, in one place and one order, and takes them down in the other one.
class Composition : public QObject
{
    Q_OBJECT

public:
    /// Opens the device's data. Newer, Denied, Corrupt: nothing was touched.
    /// @p language is borrowed; the one chosen on this tablet is spoken from here on, where the options ask for none.
    static Result<std::unique_ptr<Composition>> make(const Options& options, Language& language);
    ~Composition() override; ///< the courier stops, then the hub

    void addPictures(QQmlEngine& engine); ///< those of conversations; the engine goes before this
    QVariantMap rootProperties();         ///< for Main.qml: its controllers by name
    bool isDayShown() const;              ///< the home screen has its conversations
    void start();                         ///< once the window is there: reads the day, finds the hub

Q_SIGNALS:
    void languageChanged();

private:
    struct Parts;
    explicit Composition(std::unique_ptr<Parts> parts);

    void connectParts();
    void useHub(const QUrl& url);
    void speak(const QString& language);
    void startEmbeddedHub();

    std::unique_ptr<Parts> d;
};

} // namespace rapport::app
