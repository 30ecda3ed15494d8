// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QHash>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace rapport::tool
{

/// What the devices of a bench write: makes a contact ("create") or changes it.
QByteArray benchForm();

/// How often a device changes the contact that it has made before it makes the next one: "given_name" counts from 0 to one less than this.
constexpr int benchChain = 5;

/// Devices that one process plays: the real stores and couriers, finishing conversations as a booth full of reps does.
struct BenchDevices {
    QString folder; ///< a folder a device in it; the devices' tokens in "tokens", a line each
    QUrl hub;
    int first = 0, count = 1; ///< which of the tokens are theirs
    int conversations = -1;   ///< of each device, then all is delivered and the process ends; -1: without an end
    int pauseMs = 15;         ///< between two conversations of a device
};

/// What a device has said to be finished.
struct Promise {
    QString instance, entity;
    int serial = 0; ///< its place in the chain of that entity
};

/// "bench-devices FOLDER HUB FIRST COUNT CONVERSATIONS PAUSE": each promise is a line of stdout once the store has said that it is kept.
int runBenchDevices(const QStringList& arguments);

/// Such a process, killed with this object. All calls block.
class BenchProcess
{
public:
    explicit BenchProcess(BenchDevices devices) : m_devices(std::move(devices)) {}
    ~BenchProcess() { kill9(); }

    bool start(); ///< goes on where it was killed
    void kill9();
    /// Starts it once more with @p conversations a device and waits; false: it did not deliver all within @p ms.
    bool finish(int conversations, int ms);
    const QHash<QString, Promise>& promised() const { return m_promised; } ///< by instance

private:
    void hear();

    BenchDevices m_devices;
    QProcess m_process;
    QHash<QString, Promise> m_promised;
};

} // namespace rapport::tool
