// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/clock.h"
#include "forms/base/result.h"
#include "sync/device/lease.h"
#include "sync/device/network.h"
#include "sync/wire/enrolment.h"

#include <QDateTime>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::device
{

/// Where the hub is and how this device shows who it is.
struct HubAddress {
    QUrl url;
    QString token;
    bool inThisApp = false; ///< no network lies between: nothing waits for a better one
};

/// How an enrolment ended. `reason` is empty where it worked; else "waiting" (that many conversations must go first), "storage", a word of
/// wire::refusal, or why the hub was not reached ("offline", "not-the-hub", "server").
struct EnrolOutcome {
    QString reason;
    int waiting = 0;
    bool done() const { return reason.isEmpty(); }
};

/// How taking a draft, or taking one back, ended. `reason` is empty where it worked; else "elsewhere" (somebody else has it), "form" (the hub does
/// not have its form), "storage", or why the hub was not reached ("offline", "not-the-hub", "server" …).
struct HandOverOutcome {
    enum class Doing { Taking, TakingBack };
    Doing doing = Doing::Taking;
    QString id; ///< of the hand-over that is taken; of the conversation that is taken back
    QString reason;
    bool done() const { return reason.isEmpty(); }
};

/// Files of a conversation whose answers the hub has.
struct FilesToFollow {
    QString conversationId;
    int files = 0;    ///< those that wait for another network, where some do; else all that are not at the hub yet
    qint64 bytes = 0; ///< of these
    Passage passage = Passage::Goes;
    friend bool operator==(const FilesToFollow&, const FilesToFollow&) = default;
};

struct RescueExport;   // rescue.h
struct RescueDelivery; // rescue.h

/// Carries submissions up and occasions, forms, entities and receipts down, by itself: woken by a new conversation, by the network and by its own
/// timer; retries are capped, jittered and kept in the store. Lives on the thread of its store. What is unsent goes out also while the data may not
/// be opened (lease.h).
class Courier : public QObject
{
    Q_OBJECT
public:
    using StoreFactory = std::function<Result<std::unique_ptr<store::Store>>()>;

    /// @p openStore and @p makeNetwork are called on the courier's own thread. Without a network of whom to ask all files go at once.
    Courier(StoreFactory openStore, Clock clock, NetworkFactory makeNetwork = {}, QObject* parent = nullptr);
    ~Courier() override; ///< stops after the request under way, at most 2 s

    void setHub(const HubAddress& hub);
    /// Enrols on the courier's thread; `enrolmentEnded` says how it went. Where it worked the courier goes on with the new hub.
    void enrol(const wire::Invitation& invitation, const QString& deviceName);

    /// Takes a draft that is offered here, or one back that was handed over; `handOverEnded` says how it went. What is only to be handed over goes
    /// out by itself (store/handover.h).
    void take(const QString& handOverId);
    void takeBack(const QString& conversationId);

    /// The files of this conversation go over whatever network there is, until it is sent; also after a restart.
    void sendFilesNow(const QString& conversationId);

    /// Writes what waits here into a rescue file (rescue.h), whatever else is under way; `rescueExported` says how it went.
    void exportRescue(const QString& path);
    /// Brings another device's rescue file to the hub; state() says how far it is, `rescueDelivered` how it went. One at a time.
    void deliverRescue(const QString& path);

    struct State {
        int waiting = 0; ///< conversations not yet at the hub, drafts that go to a colleague among them
        int sending = 0; ///< position of the one under way, 0 = none
        int sendingOf = 0;
        qint64 carried = 0;                   ///< bytes of a rescue file that the hub has
        qint64 carriedOf = 0;                 ///< 0: none is on its way
        int needsYou = 0;                     ///< conversations or receipts that wait for a person
        std::vector<FilesToFollow> following; ///< oldest conversation first
        std::optional<QDateTime> lastContact;
        QString reason;                      ///< why the last attempt ended: "", "offline", "not-the-hub", "denied", "revoked", "server" …
        std::optional<Access> access;        ///< whether the data may be opened; nothing: not looked yet
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
    void handOverEnded(const rapport::device::HandOverOutcome& outcome);
    void rescueExported(const rapport::device::RescueExport& outcome);
    void rescueDelivered(const rapport::device::RescueDelivery& outcome);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace rapport::device
