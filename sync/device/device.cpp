// SPDX-License-Identifier: Apache-2.0
// The courier's face: everything is handed to its worker's thread.
#include "sync/device/device.h"

#include "sync/device/courier_private.h"

namespace rapport::device
{

struct Courier::Private {
    QThread thread;
    CourierWorker* worker = nullptr;
};

Courier::Courier(StoreFactory openStore, Clock clock, NetworkFactory makeNetwork, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->worker = new CourierWorker(std::move(openStore), std::move(clock), std::move(makeNetwork));
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, d->worker, &CourierWorker::open);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    connect(d->worker, &CourierWorker::stateChanged, this, &Courier::stateChanged);
    connect(d->worker, &CourierWorker::conversationsChanged, this, &Courier::conversationsChanged);
    connect(d->worker, &CourierWorker::downloaded, this, &Courier::downloaded);
    connect(d->worker, &CourierWorker::enrolmentEnded, this, &Courier::enrolmentEnded);
    connect(d->worker, &CourierWorker::handOverEnded, this, &Courier::handOverEnded);
    connect(d->worker, &CourierWorker::rescueExported, this, &Courier::rescueExported);
    connect(d->worker, &CourierWorker::rescueDelivered, this, &Courier::rescueDelivered);
    d->thread.setObjectName(QStringLiteral("courier"));
    d->thread.start();
}

Courier::~Courier()
{
    d->worker->stop(); // before the loops end: a request that ends because of us is no failed attempt
    d->thread.quit();
    d->thread.wait();
}

void Courier::enrol(const wire::Invitation& invitation, const QString& deviceName)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, invitation, deviceName] { worker->enrol(invitation, deviceName); }, Qt::QueuedConnection);
}

void Courier::setHub(const HubAddress& hub)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, hub] { worker->setHub(hub); }, Qt::QueuedConnection);
}

void Courier::take(const QString& handOverId)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, handOverId] { worker->take(handOverId); }, Qt::QueuedConnection);
}

void Courier::takeBack(const QString& conversationId)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, conversationId] { worker->takeBack(conversationId); }, Qt::QueuedConnection);
}

void Courier::sendFilesNow(const QString& conversationId)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, conversationId] { worker->sendFilesNow(conversationId); }, Qt::QueuedConnection);
}

void Courier::exportRescue(const QString& path)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, path] { worker->exportRescue(path); }, Qt::QueuedConnection);
}

void Courier::deliverRescue(const QString& path)
{
    QMetaObject::invokeMethod(
        d->worker, [worker = d->worker, path] { worker->deliverRescue(path); }, Qt::QueuedConnection);
}

Courier::State Courier::state() const
{
    return d->worker->state();
}

void Courier::wake()
{
    QMetaObject::invokeMethod(d->worker, &CourierWorker::wake, Qt::QueuedConnection);
}

void Courier::tryNow()
{
    QMetaObject::invokeMethod(d->worker, &CourierWorker::tryNow, Qt::QueuedConnection);
}

} // namespace rapport::device
