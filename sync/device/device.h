// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/result.h"
#include "sync/wire/enrolment.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace rapport::store
{
class Store;
}

namespace rapport::device
{

/// Where the hub is and how this device shows who it is.
struct HubAddress {
    QUrl url;
    QString token;
};

/// How an enrolment ended. `reason` is empty where it worked; else "waiting" (that many conversations must go first), "storage", a word of
/// wire::refusal, or why the hub was not reached ("offline", "not-the-hub", "server").
struct EnrolOutcome {
    QString reason;
    int waiting = 0;
    bool done() const { return reason.isEmpty(); }
};

/// Carries submissions up and occasions, forms, entities and receipts down, by itself: woken by a new conversation, by the network and by its own
/// timer; retries are capped, jittered and kept in the store. Lives on the thread of its store.
class Courier : public QObject
{
    Q_OBJECT
public:
    using StoreFactory = std::function<Result<std::unique_ptr<store::Store>>()>;

    /// @p openStore is called on the courier's own thread.
    Courier(StoreFactory openStore, Clock clock, QObject* parent = nullptr);
    ~Courier() override; ///< stops after the request under way, at most 2 s

    void setHub(const HubAddress& hub);
    /// Enrols on the courier's thread; `enrolmentEnded` says how it went. Where it worked the courier goes on with the new hub.
    void enrol(const wire::Invitation& invitation, const QString& deviceName);

    struct State {
        int waiting = 0; ///< conversations not yet at the hub
        int sending = 0; ///< position of the one under way, 0 = none
        int sendingOf = 0;
        int needsYou = 0; ///< conversations or receipts that wait for a person
        std::optional<QDateTime> lastContact;
        QString reason;                      ///< why the last attempt ended: "", "offline", "not-the-hub", "denied", "revoked", "server" …
        std::chrono::seconds clockBehind{0}; ///< how far this device's clock is behind the hub's, as last heard
        friend bool operator==(const State&, const State&) = default;
    };
    State state() const; ///< thread-safe copy

public Q_SLOTS:
    void wake();   ///< something new to send, or the app came to the front
    void tryNow(); ///< the person asked: every wait is over

Q_SIGNALS:
    void stateChanged();
    void conversationsChanged(); ///< states or receipts moved
    void downloaded();           ///< occasion, forms or entities changed
    void enrolmentEnded(const rapport::device::EnrolOutcome& outcome);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rapport::device
