// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/lockcontroller.h"

#include "app/controllers/synccontroller.h"
#include "app/conversation/sentences.h"

namespace rapport::app
{

namespace
{

/// "last contact 09:04" where it begins one.
QString asSentence(QString text)
{
    text.replace(0, 1, text.left(1).toUpper());
    return text;
}

} // namespace

LockController::LockController(device::Courier& courier, SyncController& sync, device::Access atStart, QObject* parent)
    : QObject(parent), m_courier(courier), m_sync(sync), m_access(atStart)
{
    connect(&courier, &device::Courier::stateChanged, this, &LockController::look);
    connect(&sync, &SyncController::changed, this, &LockController::changed);
}

void LockController::look()
{
    const device::Access now = m_courier.state().access.value_or(m_access);
    const bool was = locked();
    m_access = now;
    if (was != locked())
        Q_EMIT turned(locked());
    Q_EMIT changed();
}

QString LockController::title() const
{
    switch (m_access) {
    case device::Access::Open:
        break;
    case device::Access::LeaseEnded:
        return tr("This tablet has not reached the hub for too long");
    case device::Access::Revoked:
        return tr("The office has withdrawn this tablet’s access");
    }
    return {};
}

QString LockController::sentence() const
{
    switch (m_access) {
    case device::Access::Open:
        break;
    case device::Access::LeaseEnded:
        return tr("Its data are closed until it does. Take it to a network: it opens by itself as soon as the hub answers. If its clock is wrong, "
                  "put that right.");
    case device::Access::Revoked:
        return tr("Its data are closed, and nothing new comes. If you should still work with it, please call the office: it opens by itself when "
                  "they give the access back.");
    }
    return {};
}

QString LockController::waiting() const
{
    const int count = m_courier.state().waiting;
    return count > 0 ? tr("%n conversation(s) are not sent yet. They are safe here and still go to the hub by themselves.", "", count)
                     : tr("Everything that was finished here has been sent.");
}

bool LockController::allSent() const
{
    return m_courier.state().waiting == 0;
}

QString LockController::contact() const
{
    const QString reason = m_courier.state().reason;
    const QString trouble = reason == QLatin1String("revoked") ? QString() : Sentences::hubTrouble(reason); // that is the title
    const QString last = m_sync.lastContact();
    return trouble.isEmpty() || last.isEmpty() ? trouble + last : QStringLiteral("%1 %2.").arg(trouble, asSentence(last));
}

bool LockController::trying() const
{
    return m_sync.trying();
}

void LockController::tryNow()
{
    m_sync.tryNow();
}

} // namespace rapport::app
