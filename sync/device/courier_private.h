// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/device.h"
#include "sync/device/enrolment.h"
#include "sync/store/formfiles.h"
#include "sync/store/store.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/occasion.h"

#include <QThread>
#include <QTimer>

#include <atomic>
#include <mutex>

namespace rapport::device
{

/// Lives on the courier's thread.
class CourierWorker : public QObject
{
    Q_OBJECT
public:
    CourierWorker(Courier::StoreFactory openStore, Clock clock);

    Courier::State state() const;      ///< from any thread
    void stop() { m_stopping = true; } ///< from any thread: the request under way is given up within 200 ms

public Q_SLOTS:
    void open();
    void setHub(const rapport::device::HubAddress& hub);
    void enrol(const rapport::wire::Invitation& invitation, const QString& deviceName);
    void wake();
    void tryNow();
    void round(); ///< sends what is due, then asks what is new, then sets the timer for the next due time

Q_SIGNALS:
    void stateChanged();
    void conversationsChanged();
    void downloaded();
    void enrolmentEnded(const rapport::device::EnrolOutcome& outcome);

private:
    Outcome get(const QString& pathAndQuery);
    bool renewed(Outcome& outcome); ///< a token that had ended has been replaced: ask again
    bool fetchDevice();
    void sendDue();
    Outcome send(const store::OutboxItem& item);
    bool fetchReceipts();
    void fetchDown();
    bool fetchOccasions(std::vector<wire::Occasion>& occasions, QStringList& unusable);
    bool fetchForms(QStringList& listed);
    std::optional<QByteArray> fetchWhole(const QString& url, const QString& hash);
    std::optional<std::vector<store::FormFile>> fetchFiles(const wire::ListedForm& form);
    bool fetchEntities(const QString& list);
    bool keep(const wire::EntityPage& page, const QString& list);
    bool heard(const Outcome& outcome); ///< notes that the hub answered, or why not
    void publish(const std::function<void(Courier::State&)>& change);
    void countWaiting();
    void schedule();
    bool receiptsOutstanding();

    Courier::StoreFactory m_openStore;
    Clock m_clock;
    std::atomic<bool> m_stopping = false;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Exchange> m_exchange;
    std::optional<Membership> m_membership;
    std::unique_ptr<QTimer> m_timer;
    bool m_inRound = false, m_again = false, m_fetchDown = true;
    int m_failures = 0;         ///< rounds in a row that did not reach the hub
    int m_quietRounds = 0;      ///< rounds in a row in which receipts did not move
    mutable std::mutex m_mutex; ///< of m_state, which other threads copy
    Courier::State m_state;
};

} // namespace rapport::device
