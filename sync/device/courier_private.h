// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/device/device.h"
#include "sync/device/enrolment.h"
#include "sync/device/rescue.h"
#include "sync/store/assets.h"
#include "sync/store/conflicts.h"
#include "sync/store/formfiles.h"
#include "sync/store/store.h"
#include "sync/wire/entitypage.h"
#include "sync/wire/handover.h"
#include "sync/wire/occasion.h"
#include "sync/wire/rescuefile.h"

#include <QFile>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <mutex>
#include <set>

namespace rapport::device
{

/// Also where its next try lies further ahead than we ever wait: then a clock was set back.
bool isDue(const store::OutboxItem& item, const QDateTime& now);

/// Lives on the courier's thread.
class CourierWorker : public QObject
{
    Q_OBJECT
public:
    CourierWorker(Courier::StoreFactory openStore, Clock clock, NetworkFactory makeNetwork);

    Courier::State state() const;      ///< from any thread
    void stop() { m_stopping = true; } ///< from any thread: the request under way is given up within 200 ms

public Q_SLOTS:
    void open();
    void setHub(const rapport::device::HubAddress& hub);
    void enrol(const rapport::wire::Invitation& invitation, const QString& deviceName);
    void take(const QString& id);
    void takeBack(const QString& conversationId);
    void sendFilesNow(const QString& conversationId);
    void exportRescue(const QString& path);
    void deliverRescue(const QString& path);
    void carryOn();
    void wake();
    void tryNow();
    void round(); ///< sends what is due, then asks what is new, then sets the timer for the next due time

Q_SIGNALS:
    void stateChanged();
    void conversationsChanged();
    void downloaded();
    void enrolmentEnded(const rapport::device::EnrolOutcome& outcome);
    void handOverEnded(const rapport::device::HandOverOutcome& outcome);
    void rescueExported(const rapport::device::RescueExport& outcome);
    void rescueDelivered(const rapport::device::RescueDelivery& outcome);

private:
    Outcome get(const QString& pathAndQuery);
    bool renewed(Outcome& outcome); ///< a token that had ended has been replaced: ask again
    bool fetchDevice();
    void lookAtLease();
    void sendDue();
    std::vector<store::OutboxItem> dueRecords();
    bool waitsForOthers(const store::OutboxItem& item, const std::set<QString>& held);
    Outcome send(const store::OutboxItem& item);
    void wakeUnreached();
    void noteFailure(const store::OutboxItem& item, const Outcome& outcome);
    struct WaitingFile {
        store::OutboxItem item;
        store::StoredAttachment file;
    };
    std::vector<WaitingFile> waitingFiles();
    void sendFiles();
    Outcome sendFile(const WaitingFile& waiting, const std::function<bool()>& leave);
    struct Upload {
        QString path;
        qint64 size = 0;
        std::function<void(qint64)> progress = [](qint64) {}; ///< bytes that the hub has
    };
    Outcome sendPieces(const Upload& upload, QIODevice& content, const std::function<bool()>& leave);
    std::optional<RescueDelivery> carry();
    std::optional<RescueDelivery> takenIn(const QString& name);
    void confirmWhole();
    enum class AssetStep { Whole, Interrupted, Refused, Away, NoRoom };
    std::vector<store::ComingAsset> assetsThatMayCome();
    void fetchContent();
    void fetchAssets();
    AssetStep fetchAsset(store::ComingAsset coming, const std::function<bool()>& leave);
    void sweepAssets();
    void watchNetwork();
    void linkChanged();
    Link link() const; ///< to the hub
    Passage passageOf(const store::OutboxItem& item, const store::StoredAttachment& file, const LinkRules& rules) const;
    std::vector<FilesToFollow> filesToFollow(const std::vector<store::OutboxItem>& outbox);
    void recallAnswers(const QUrl& hub);
    void keepAnswers(const std::vector<store::OutboxItem>& outbox);
    void forgetAnswers(const std::set<QString>& instances); ///< the hub may not have them after all
    bool waitsForNetwork(const store::OutboxItem& item);
    void letIn() { m_interrupted = m_inRound; }  ///< somebody else needs the hub: files do not keep him waiting
    void afterwards(std::function<void()> work); ///< after what is under way, whose event loop brought us here
    void serveWaiting();
    std::optional<std::vector<OutgoingFile>> outgoingFiles(store::ConversationId conversation);
    void giveDue();
    Outcome give(const wire::HandOver& handOver);
    bool decideDue();                               ///< false: the hub has not answered
    bool decide(const store::BegunDecision& begun); ///< false: the hub has not answered it
    bool fetchConflicts();
    bool isAsked(); ///< between two values
    std::optional<std::chrono::milliseconds> nextDecision();
    int askedAbout(const std::vector<store::OutboxItem>& outbox);
    bool fetchPeople();
    bool fetchDrafts();
    void noteFate(const wire::HandOver& handOver);
    QString tryToTake(const QString& id); ///< empty: done; else why not, as in HandOverOutcome
    QString finishTaking(const wire::HandOver& handOver);
    QString tryToTakeBack(store::ConversationId conversation);
    Outcome ask(const char* method, const QString& path);
    bool fetchFormOf(const QString& id, const QString& version);
    bool fetchReceipts();
    bool sendAgain(const wire::ReceiptPage& page, std::set<QString>& there);
    void fetchDown();
    bool fetchAll(); ///< all of what comes down; false: not to its end
    bool fetchOccasions(std::vector<wire::Occasion>& occasions, QStringList& unusable);
    bool fetchForms(QStringList& listed);
    std::optional<QByteArray> fetchWhole(const QString& url, const QString& hash);
    std::optional<std::vector<store::FormFile>> fetchFiles(const wire::ListedForm& form);
    bool fetchEntities(const QString& list);
    static bool keep(store::Store& store, const wire::EntityPage& page, const QString& list);
    bool heard(const Outcome& outcome); ///< notes that the hub answered, or why not
    void publish(const std::function<void(Courier::State&)>& change);
    void countWaiting();
    void schedule();
    bool receiptsOutstanding();

    Courier::StoreFactory m_openStore;
    Clock m_clock;
    NetworkFactory m_makeNetwork;
    std::unique_ptr<Network> m_network; ///< nullptr: nobody to ask
    std::atomic<bool> m_stopping = false;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Exchange> m_exchange;
    std::optional<Membership> m_membership;
    LeaseWatch m_lease;
    std::unique_ptr<QTimer> m_timer;
    bool m_inRound = false, m_again = false, m_fetchDown = true;
    bool m_conflictsDue = true; ///< a receipt says that something is to be decided, or was; or nothing is known yet
    bool m_interrupted = false, m_filesDue = false;
    std::vector<std::function<void()>> m_waitingWork; ///< in its order
    /// Conversations whose record the hub has, and files it has, as far as this run knows; asked again by those who do not.
    std::set<QString> m_filesFollow, m_confirming, m_uploaded;
    /// Conversations whose answers the hub has, to say so also before it has been reached again; and those whose files go over any network.
    std::set<QString> m_answersThere, m_filesNow;
    HubAddress m_hub;
    std::unique_ptr<QFile> m_carried; ///< a rescue file on its way to the hub
    int m_carriedAnew = 0;
    std::optional<wire::RescueEnvelope> m_envelope; ///< of it, once it has been read
    qint64 m_pieceBytes = 64 * 1024;                ///< what goes through in some seconds
    bool m_assetsDue = true, m_contentMoved = false;
    std::set<QString> m_assetsRefused; ///< files that the hub does not give, or not as they should be, as of the last look
    qint64 m_assetPiece = 256 * 1024;  ///< bytes, likewise
    qint64 m_pieces = 0;               ///< of files, that went out in this run
    std::set<QString> m_heldBack;      ///< records that wait for one before them, as of the last round
    QDateTime m_contactNoted;          ///< in the store
    int m_failures = 0;                ///< rounds in a row that did not reach the hub
    int m_quietRounds = 0;             ///< rounds in a row in which receipts did not move
    mutable std::mutex m_mutex;        ///< of m_state, which other threads copy
    Courier::State m_state;
};

} // namespace rapport::device
