// SPDX-License-Identifier: Apache-2.0
#include "sync/device/backoff.h"
#include "sync/device/courier_private.h"
#include "sync/store/attachmentfile.h"
#include "sync/store/corrections.h"
#include "sync/store/handover.h"
#include "sync/wire/entitypage.h"

#include <QLoggingCategory>

#include <future>
#include <span>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

using namespace std::chrono_literals;

constexpr auto downInterval = 5min;   ///< between two looks for new forms and customers, while nothing else happens
constexpr auto contactInterval = 30s; ///< between two notes of when the hub was last heard: each is a write
constexpr int maxPages = 100'000;

int waitingToBeGiven(store::Store& store)
{
    const auto given = store::given(store).value_or(std::vector<store::Given>{});
    return static_cast<int>(
        std::count_if(given.begin(), given.end(), [](const store::Given& one) { return one.state == store::HandedOver::State::Waiting; }));
}

/// To its end: what is torn is found before the hub waits for it.
bool isReadable(QIODevice& file)
{
    QByteArray chunk(1024 * 1024, Qt::Uninitialized);
    qint64 read = 0;
    for (qint64 count = 0; (count = file.read(chunk.data(), chunk.size())) > 0;)
        read += count;
    return read == file.size();
}

} // namespace

bool isDue(const store::OutboxItem& item, const QDateTime& now)
{
    return !item.nextTryAt || *item.nextTryAt <= now || *item.nextTryAt > now.addSecs(std::chrono::seconds(longestWait).count());
}

CourierWorker::CourierWorker(Courier::StoreFactory openStore, Clock clock, NetworkFactory makeNetwork)
    : m_openStore(std::move(openStore)), m_clock(std::move(clock)), m_makeNetwork(std::move(makeNetwork))
{
}

Courier::State CourierWorker::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void CourierWorker::publish(const std::function<void(Courier::State&)>& change)
{
    {
        const std::lock_guard lock(m_mutex);
        const Courier::State before = m_state;
        change(m_state);
        if (m_state == before)
            return;
    }
    Q_EMIT stateChanged();
}

void CourierWorker::open()
{
    m_exchange = std::make_unique<Exchange>(m_stopping);
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    connect(m_timer.get(), &QTimer::timeout, this, &CourierWorker::round);
    auto opened = m_openStore();
    if (!opened) {
        qCWarning(log) << "the store does not open:" << opened.error().detail;
        return;
    }
    m_store = std::move(*opened);
    if (const auto last = m_store->setting(QStringLiteral("last_contact")); last && !last->isEmpty())
        publish([&](Courier::State& state) { state.lastContact = QDateTime::fromString(*last, Qt::ISODateWithMs).toLocalTime(); });
    countWaiting();
    watchNetwork();
}

void CourierWorker::setHub(const HubAddress& hub)
{
    m_exchange->setHub(hub);
    m_membership.reset();
    m_filesFollow.clear();
    m_confirming.clear();
    m_uploaded.clear();
    m_hub = hub;
    if (m_store) {
        recallAnswers(hub.url);
        if (const auto kept = membership(*m_store); kept && *kept && (*kept)->hub.url == hub.url)
            m_membership = **kept;
    }
    m_fetchDown = m_conflictsDue = true;
    m_failures = 0;
    round();
}

void CourierWorker::enrol(const wire::Invitation& invitation, const QString& deviceName)
{
    if (!m_store)
        return Q_EMIT enrolmentEnded({QStringLiteral("storage")});
    if (m_inRound)
        return afterwards([this, invitation, deviceName] { enrol(invitation, deviceName); });
    m_inRound = true;
    const EnrolOutcome outcome = device::enrol(*m_store, *m_exchange, invitation, deviceName, m_clock());
    m_inRound = false;
    qCInfo(log) << "enrolment" << (outcome.done() ? QStringLiteral("done") : outcome.reason);
    Q_EMIT enrolmentEnded(outcome);
    if (const auto kept = membership(*m_store); outcome.done() && kept && *kept)
        setHub((*kept)->hub);
    serveWaiting();
}

void CourierWorker::afterwards(std::function<void()> work)
{
    m_waitingWork.push_back(std::move(work));
    letIn();
}

/// Not by a timer: who is woken again and again would always be at a round when it comes.
void CourierWorker::serveWaiting()
{
    if (m_exchange->isStopping())
        return;
    for (const auto& work : std::exchange(m_waitingWork, {}))
        work();
}

void CourierWorker::wake()
{
    m_assetsDue = true; // the person may have changed what may come over this network
    m_quietRounds = 0;
    round();
}

void CourierWorker::tryNow()
{
    if (!m_store)
        return;
    if (const auto woken = m_store->wakeOutbox(); !woken)
        qCWarning(log) << "the outbox cannot be woken:" << woken.error().detail;
    m_fetchDown = true;
    m_failures = 0;
    m_quietRounds = 0;
    round();
}

void CourierWorker::round()
{
    if (!m_store || !m_exchange->hasHub() || m_exchange->isStopping())
        return;
    if (std::exchange(m_inRound, true)) { // woken while a request is under way: its event loop brought us here
        m_again = true;
        return;
    }
    do {
        m_again = false;
        const bool wasAway = m_failures > 0;
        countWaiting();
        sendDue();
        if (!m_exchange->isStopping())
            giveDue();
        const bool isBack = !m_exchange->isStopping() && fetchReceipts();
        if (isBack && wasAway)
            wakeUnreached();
        if (isBack && decideDue() && (!m_conflictsDue || fetchConflicts()) && m_fetchDown)
            fetchDown();
        countWaiting(); // files may take a while
        if (!m_exchange->isStopping() && m_failures == 0)
            sendFiles();
        if (!m_exchange->isStopping() && m_failures == 0)
            fetchContent();
    } while (m_again && !m_interrupted && !m_exchange->isStopping());
    m_filesDue |= m_again;
    m_interrupted = false;
    countWaiting();
    lookAtLease();
    m_inRound = false;
    schedule();
    serveWaiting();
}

void CourierWorker::countWaiting()
{
    const auto outbox = m_store->outbox();
    if (!outbox)
        return;
    const auto needsYou =
        std::count_if(outbox->begin(), outbox->end(), [](const store::OutboxItem& item) { return item.state == store::OutboxItem::State::NeedsYou; });
    const int undecided = askedAbout(*outbox);
    keepAnswers(*outbox);
    publish([&](Courier::State& state) {
        state.following = filesToFollow(*outbox);
        state.waiting = static_cast<int>(outbox->size()) + waitingToBeGiven(*m_store);
        state.needsYou = static_cast<int>(needsYou) + undecided;
    });
}

/// One that is due takes along those before it: none overtakes another.
std::vector<store::OutboxItem> CourierWorker::dueRecords()
{
    std::vector<store::OutboxItem> due;
    const auto outbox = m_store->outbox();
    for (const store::OutboxItem& item : outbox.value_or(std::vector<store::OutboxItem>{})) {
        if (item.state == store::OutboxItem::State::Waiting && !m_filesFollow.contains(item.instanceId))
            due.push_back(item);
    }
    while (!due.empty() && !isDue(due.back(), m_clock()))
        due.pop_back();
    return due;
}

/// Whether @p item speaks of, or names, what one before it has changed that has not gone.
bool CourierWorker::waitsForOthers(const store::OutboxItem& item, const std::set<QString>& held)
{
    const auto touched = held.empty() ? Result<store::Store::Touched>(store::Store::Touched{}) : m_store->touched(item.instanceId);
    const auto isHeld = [&](const QString& entity) { return held.contains(entity); };
    return !touched || std::any_of(touched->changed.begin(), touched->changed.end(), isHeld) ||
           std::any_of(touched->named.begin(), touched->named.end(), isHeld);
}

/// Oldest first. When the hub is not reached the rest is not tried: it would wait as long for nothing.
void CourierWorker::sendDue()
{
    const std::vector<store::OutboxItem> due = dueRecords();
    m_heldBack.clear();
    std::set<QString> held; // what those have changed that did not go
    const auto hold = [&](const store::OutboxItem& item) {
        if (const auto touched = m_store->touched(item.instanceId))
            held.insert(touched->changed.begin(), touched->changed.end());
    };
    for (std::size_t i = 0; i < due.size() && !m_exchange->isStopping(); ++i) {
        publish([&](Courier::State& state) {
            state.sending = static_cast<int>(i + 1);
            state.sendingOf = static_cast<int>(due.size());
        });
        const auto sending = waitsForOthers(due[i], held) ? Result<store::Store::Sending>(store::Store::Sending::NotNow)
                                                          : store::beginSending(*m_store, due[i].instanceId, m_filesFollow);
        if (!sending)
            qCWarning(log) << "the start of an attempt could not be noted:" << sending.error().detail;
        if (!sending || *sending == store::Store::Sending::NotNow) {
            hold(due[i]);
            m_heldBack.insert(due[i].instanceId);
            continue;
        }
        const Outcome outcome = send(due[i]);
        if (*sending == store::Store::Sending::First && outcome.surelyNotKept()) {
            if (const auto kept = m_store->recordNeverSent(due[i].instanceId); !kept)
                qCWarning(log) << "an attempt could not be taken back:" << kept.error().detail;
        }
        if (m_exchange->isStopping())
            break;
        if (outcome.kind != Outcome::Kind::Unreadable)
            heard(outcome);
        const bool again = m_confirming.erase(due[i].instanceId) > 0;
        if (outcome.kind == Outcome::Kind::Done && outcome.missing.value_or(0) > 0) {
            m_filesFollow.insert(due[i].instanceId);
            Outcome otherwise = outcome;
            otherwise.kind = Outcome::Kind::Server;
            if (again) // it was whole for us: not at once once more
                noteFailure(due[i], otherwise);
            else if (const auto accepted = m_store->recordAccepted(due[i].instanceId); !accepted)
                qCWarning(log) << "the files of a conversation could not be made due:" << accepted.error().detail;
        } else if (outcome.kind == Outcome::Kind::Done) {
            if (const auto delivered = m_store->recordDelivered(due[i].instanceId); !delivered)
                qCWarning(log) << "conversation" << due[i].instanceId << "was delivered but not noted:" << delivered.error().detail;
        } else {
            noteFailure(due[i], outcome);
            hold(due[i]);
        }
        qCInfo(log) << "conversation" << due[i].instanceId << (outcome.kind == Outcome::Kind::Done ? QStringLiteral("is there") : outcome.word())
                    << "files to follow:" << outcome.missing.value_or(0);
        Q_EMIT conversationsChanged();
        const bool unreachable =
            outcome.kind == Outcome::Kind::Offline || outcome.kind == Outcome::Kind::NotTheHub || outcome.kind == Outcome::Kind::Denied;
        if (unreachable) {
            for (const store::OutboxItem& later : std::span(due).subspan(i + 1))
                m_heldBack.insert(later.instanceId);
            break;
        }
    }
    publish([](Courier::State& state) { state.sending = state.sendingOf = 0; });
}

/// What has waited for the hub alone does not wait for its own next try once the hub is heard again; once for each time it was away, so a way that
/// lets questions through and no records is not pressed.
void CourierWorker::wakeUnreached()
{
    Outcome away, foreign;
    away.kind = Outcome::Kind::Offline;
    foreign.kind = Outcome::Kind::NotTheHub;
    if (const auto woken = m_store->wakeUnreached({away.word(), foreign.word()}); !woken)
        qCWarning(log) << "what waited for the hub cannot be woken:" << woken.error().detail;
    m_again |= !dueRecords().empty();
}

void CourierWorker::noteFailure(const store::OutboxItem& item, const Outcome& outcome)
{
    const bool final = outcome.kind == Outcome::Kind::Refused || outcome.kind == Outcome::Kind::TooLarge || outcome.kind == Outcome::Kind::Unreadable;
    const auto next = m_clock().addMSecs(backoff(item.attempts + 1, *QRandomGenerator::global()).count());
    const auto kept =
        m_store->recordAttempt(item.instanceId, outcome.word(), final ? store::OutboxItem::State::NeedsYou : store::OutboxItem::State::Waiting, next);
    if (!kept)
        qCWarning(log) << "an attempt could not be noted:" << kept.error().detail;
}

/// The answers, and what files follow them (courieruploads.cpp).
Outcome CourierWorker::send(const store::OutboxItem& item)
{
    const auto record = m_store->instance(item.conversation);
    const auto attachments = m_store->attachments(item.conversation);
    const bool readable = attachments && (m_confirming.contains(item.instanceId) || outgoingFiles(item.conversation));
    if (!record || !readable) {
        qCWarning(log) << "conversation" << item.instanceId << "cannot be read";
        return {Outcome::Kind::Unreadable, {}, {}}; // sent without a part of it, that would be gone once the hub has confirmed
    }
    std::vector<wire::FileClaim> files;
    for (const store::StoredAttachment& one : *attachments)
        files.push_back({one.name, one.sha256.toLatin1(), one.size});
    Outcome outcome = m_exchange->submit(*record, files);
    return renewed(outcome) ? m_exchange->submit(*record, files) : outcome;
}

/// Nothing where one of them cannot be read.
std::optional<std::vector<OutgoingFile>> CourierWorker::outgoingFiles(store::ConversationId conversation)
{
    const auto attachments = m_store->attachments(conversation);
    if (!attachments)
        return {};
    std::vector<OutgoingFile> files;
    for (const store::StoredAttachment& attachment : *attachments) {
        auto content = store::openAttachment(*m_store, conversation, attachment.name);
        if (!content || !isReadable(**content))
            return {};
        files.push_back({attachment.name, attachment.mediaType, attachment.sha256, std::move(*content)});
    }
    return files;
}

Outcome CourierWorker::get(const QString& pathAndQuery)
{
    Outcome outcome = m_exchange->get(pathAndQuery);
    return renewed(outcome) ? m_exchange->get(pathAndQuery) : outcome;
}

bool CourierWorker::renewed(Outcome& outcome)
{
    if (outcome.refusal != wire::refusal::tokenExpired || !m_membership || m_exchange->isStopping())
        return false;
    Membership renewal = *m_membership; // a copy: another hub may be set while the answer is waited for
    if (!renew(*m_store, *m_exchange, renewal, outcome))
        return false;
    qCInfo(log) << "the token was renewed";
    m_membership = renewal;
    m_exchange->setHub(renewal.hub);
    return true;
}

bool CourierWorker::heard(const Outcome& outcome)
{
    if (outcome.refusal == wire::refusal::revoked) {
        m_lease.revoke(*m_store);
        m_fetchDown = true; // the hub tells there when it gives the access back
        lookAtLease();
    }
    const bool answered = outcome.kind != Outcome::Kind::Offline && outcome.kind != Outcome::Kind::NotTheHub;
    m_failures = answered ? 0 : m_failures + 1;
    const QDateTime now = m_clock();
    const bool isNoted = m_contactNoted.isValid() && now >= m_contactNoted && m_contactNoted.secsTo(now) < contactInterval.count();
    if (answered && !isNoted) {
        m_contactNoted = now; // shown only; losing it loses nothing
        (void)m_store->setSetting(QStringLiteral("last_contact"), now.toUTC().toString(Qt::ISODateWithMs));
    }
    publish([&](Courier::State& state) {
        state.reason = outcome.word();
        if (answered)
            state.lastContact = now;
    });
    return outcome.kind == Outcome::Kind::Done;
}

/// Who asks for it while it runs asks for another one: this one may be past what is new.
void CourierWorker::fetchDown()
{
    m_fetchDown = false;
    if (fetchAll())
        Q_EMIT downloaded();
    else
        m_fetchDown = true;
}

bool CourierWorker::fetchAll()
{
    std::vector<wire::Occasion> occasions;
    QStringList forms, lists, ids;
    if (!fetchDevice() || !fetchPeople() || !fetchOccasions(occasions, ids) || !fetchForms(forms))
        return false;
    for (const wire::Occasion& occasion : occasions) {
        ids.append(occasion.id);
        lists.append(occasion.lists);
    }
    lists.removeDuplicates();
    if (lists.removeOne(QStringLiteral("organisations")))
        lists.prepend(QStringLiteral("organisations")); // people are found by the name of their firm
    for (const QString& list : lists) {
        if (!fetchEntities(list))
            return false;
    }
    if (!fetchDrafts() || (isAsked() && !fetchConflicts())) // the office may have changed its value
        return false;
    if (const auto retired = m_store->retireAllBut(ids, forms); !retired)
        qCWarning(log) << "what is over could not be put away:" << retired.error().detail;
    if (const auto swept = store::sweepFormFiles(*m_store); !swept)
        qCWarning(log) << "files of forms that are over could not be put away:" << swept.error().detail;
    sweepAssets();
    return true;
}

/// Page by page, each one transaction. While one is being stored the next one is fetched and read, and the hub prepares the one after that.
bool CourierWorker::fetchEntities(const QString& list)
{
    const auto cursor = m_store->cursor(QStringLiteral("entities/") + list);
    if (!cursor)
        return false;
    const auto pathOf = [&](const QByteArray& since) { return QStringLiteral("/v1/entities/%1?since=%2").arg(list, QString::fromLatin1(since)); };
    QString path = pathOf(*cursor);
    Exchange::Question ahead = m_exchange->begin(path);
    std::unique_ptr<store::Store> beside; // a connection of its own: who waits for the hub is called for other things meanwhile
    std::future<bool> storing;
    const auto stored = [&] { return !storing.valid() || storing.get(); };
    for (int number = 0; number < maxPages; ++number) {
        Outcome outcome = m_exchange->finish(std::move(ahead));
        auto page = wire::parseEntityPage(outcome.body);
        if (!stored())
            return false;
        if (renewed(outcome)) {
            outcome = m_exchange->get(path);
            page = wire::parseEntityPage(outcome.body);
        }
        if (m_exchange->isStopping() || !heard(outcome) || !page)
            return false;
        if (!page->more && !beside)
            return keep(*m_store, *page, list);
        const bool more = page->more;
        if (more) {
            path = pathOf(page->cursor);
            ahead = m_exchange->begin(path);
        }
        if (!beside) {
            auto opened = m_openStore();
            if (!opened)
                return false;
            beside = std::move(*opened);
        }
        storing = std::async(std::launch::async, [&beside, list, page = std::move(*page)] { return keep(*beside, page, list); });
        if (!more)
            break;
    }
    return stored();
}

bool CourierWorker::keep(store::Store& store, const wire::EntityPage& page, const QString& list)
{
    const auto known = store.cursor(QStringLiteral("entities/") + list);
    if (page.rows.empty() && !page.reset && known && *known == page.cursor)
        return true; // nothing new; a page may bring only a cursor, where all it looked at is out of our scope
    store::EntityPull pull{list, {}, page.cursor, page.reset, !page.more};
    pull.rows.reserve(page.rows.size());
    for (const wire::EntityRow& row : page.rows)
        pull.rows.push_back({list, row.id, row.label, row.version, {}, {}, row.properties, row.deleted});
    const auto absorbed = store.absorbEntities(pull);
    if (!absorbed)
        qCWarning(log) << "entities could not be kept:" << absorbed.error().detail;
    return bool(absorbed);
}

/// One timer for the next thing that is due; nothing ticks while nothing is.
void CourierWorker::schedule()
{
    std::chrono::milliseconds wait = m_failures > 0 ? backoff(m_failures, *QRandomGenerator::global()) : std::chrono::milliseconds(downInterval);
    if (const auto outbox = m_store->outbox()) {
        for (const store::OutboxItem& item : *outbox) {
            const qint64 left = item.nextTryAt ? m_clock().msecsTo(*item.nextTryAt) : -1;
            const bool asksForItself =
                item.state == store::OutboxItem::State::Waiting && item.nextTryAt && !m_heldBack.contains(item.instanceId) && !waitsForNetwork(item);
            if (asksForItself && (left > 0 || m_failures == 0)) // its files wait for the hub as well
                wait = qMin(wait, std::chrono::milliseconds(qMax<qint64>(50, left)));
        }
    }
    if (std::exchange(m_filesDue, false) && m_failures == 0)
        wait = qMin(wait, std::chrono::milliseconds(150)); // whoever waits for the end of this round comes first
    if (m_failures == 0 && waitingToBeGiven(*m_store) > 0)
        wait = qMin(wait, std::chrono::milliseconds(1min)); // a hub in trouble
    if (const auto decision = nextDecision(); decision && m_failures == 0)
        wait = qMin(wait, *decision);
    if (m_failures == 0 && receiptsOutstanding())
        wait = qMin(wait, std::chrono::milliseconds(std::chrono::seconds(qMin(60, 1 << qMin(m_quietRounds, 6)))));
    if (m_failures == 0 && wait >= downInterval)
        m_fetchDown = true; // with the next round
    if (const auto kept = lease(*m_store); kept && *kept && (*kept)->accessAt(m_clock()) == Access::Open)
        wait = qMin(wait, std::chrono::milliseconds((*kept)->leftAt(m_clock()) + 1s)); // closed when it ends, not later
    m_timer->start(wait);
}

} // namespace rapport::device
