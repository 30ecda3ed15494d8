// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/result.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

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

    struct State {
        int waiting = 0; ///< conversations not yet at the hub
        int sending = 0; ///< position of the one under way, 0 = none
        int sendingOf = 0;
        int needsYou = 0; ///< conversations or receipts that wait for a person
        std::optional<QDateTime> lastContact;
        QString reason; ///< why the last attempt ended: "", "offline", "not-the-hub", "denied", "server" …
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

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rapport::device
