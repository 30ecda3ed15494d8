// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "sync/device/device.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace rapport::app
{

/// The quiet chip: how many conversations are still here, and when the hub was last heard.
class SyncController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY changed)               ///< "All sent", "3 waiting", "Answers sent", "Sending 2 of 4", "1 needs you"
    Q_PROPERTY(QString lastContact READ lastContact NOTIFY changed) ///< "last contact 09:04"; empty before the first
    Q_PROPERTY(bool attention READ attention NOTIFY changed)        ///< something needs a person
    Q_PROPERTY(bool trying READ trying NOTIFY changed)              ///< from tryNow() until its outcome is known
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)       ///< why nothing goes, for the person; empty while all is well

public:
    enum State { AllSent, Waiting, Sending, NeedsYou };
    Q_ENUM(State)

    SyncController(device::Courier& courier, Clock clock, QObject* parent = nullptr);

    State state() const;
    QString text() const;
    QString lastContact() const;
    bool attention() const { return m_state.needsYou > 0; }
    bool trying() const { return m_trying.isActive(); }
    QString sentence() const;
    QString lastTry() const { return m_lastTry; } ///< clock time of the last tryNow(); empty before it

    Q_INVOKABLE void tryNow(); ///< always allowed; `trying` answers at once

Q_SIGNALS:
    void changed();

private:
    void look();
    void lookAgain();

    device::Courier& m_courier;
    Clock m_clock;
    device::Courier::State m_state;
    QTimer m_trying;
    QString m_lastTry;
    QElapsedTimer m_asked; ///< since tryNow()
};

} // namespace rapport::app
