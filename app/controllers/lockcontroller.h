// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/device.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace rapport::app
{

class SyncController;

/// Whether this tablet may show its data. While it may not, it still delivers what waits, and says how much that is.
class LockController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes from the composition root")
    Q_PROPERTY(bool locked READ locked NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)       ///< what is the matter; empty while nothing is
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed) ///< what opens it again
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed)   ///< "2 conversations still wait. …"
    Q_PROPERTY(bool allSent READ allSent NOTIFY changed)      ///< nothing waits any more
    Q_PROPERTY(QString contact READ contact NOTIFY changed)   ///< why the hub was not reached, else when it was last heard
    Q_PROPERTY(bool trying READ trying NOTIFY changed)        ///< from tryNow() until its outcome is known

public:
    /// @p atStart: as the store says it before the courier has looked. Borrows the others.
    LockController(device::Courier& courier, SyncController& sync, device::Access atStart, QObject* parent = nullptr);

    bool locked() const { return m_access != device::Access::Open; }
    QString title() const;
    QString sentence() const;
    QString waiting() const;
    bool allSent() const;
    QString contact() const;
    bool trying() const;

    Q_INVOKABLE void tryNow();

Q_SIGNALS:
    void changed();
    void turned(bool locked); ///< closed, or open again

private:
    void look();

    device::Courier& m_courier;
    SyncController& m_sync;
    device::Access m_access;
};

} // namespace rapport::app
