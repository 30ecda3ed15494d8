// SPDX-License-Identifier: Apache-2.0
#include "sync/device/backoff.h"
#include "sync/device/courier_private.h"
#include "sync/store/attachmentfile.h"
#include "sync/wire/entitypage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkInformation>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

using namespace std::chrono_literals;

constexpr auto downInterval = 5min; ///< between two looks for new forms and customers, while nothing else happens
constexpr int maxPages = 100'000;

bool isDue(const store::OutboxItem& item, const QDateTime& now)
{
    return !item.nextTryAt || *item.nextTryAt <= now || *item.nextTryAt > now.addSecs(std::chrono::seconds(longestWait).count());
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

CourierWorker::CourierWorker(Courier::StoreFactory openStore, Clock clock) : m_openStore(std::move(openStore)), m_clock(std::move(clock)) {}

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
    if (QNetworkInformation::loadDefaultBackend() && QNetworkInformation::instance()) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                [this](QNetworkInformation::Reachability reachability) {
                    if (reachability == QNetworkInformation::Reachability::Online)
                        tryNow();
                });
    }
}

void CourierWorker::setHub(const HubAddress& hub)
{
    m_exchange->setHub(hub);
    m_membership.reset();
    if (m_store) {
        if (const auto kept = membership(*m_store); kept && *kept && (*kept)->hub.url == hub.url)
            m_membership = **kept;
    }
    m_fetchDown = true;
    m_failures = 0;
    round();
}

void CourierWorker::enrol(const wire::Invitation& invitation, const QString& deviceName)
{
    if (!m_store || m_inRound) { // a round is under way: its event loop brought us here
        if (!m_store)
            Q_EMIT enrolmentEnded({QStringLiteral("storage")});
        else
            QTimer::singleShot(100, this, [this, invitation, deviceName] { enrol(invitation, deviceName); });
        return;
    }
    m_inRound = true;
    const EnrolOutcome outcome = device::enrol(*m_store, *m_exchange, invitation, deviceName, m_clock());
    m_inRound = false;
    qCInfo(log) << "enrolment" << (outcome.done() ? QStringLiteral("done") : outcome.reason);
    Q_EMIT enrolmentEnded(outcome);
    if (const auto kept = membership(*m_store); outcome.done() && kept && *kept)
        setHub((*kept)->hub);
}

void CourierWorker::wake()
{
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
        countWaiting();
        sendDue();
        if (!m_exchange->isStopping() && fetchReceipts() && m_fetchDown)
            fetchDown();
    } while (m_again && !m_exchange->isStopping());
    countWaiting();
    m_inRound = false;
    schedule();
}

void CourierWorker::countWaiting()
{
    const auto outbox = m_store->outbox();
    if (!outbox)
        return;
    const auto needsYou =
        std::count_if(outbox->begin(), outbox->end(), [](const store::OutboxItem& item) { return item.state == store::OutboxItem::State::NeedsYou; });
    publish([&](Courier::State& state) {
        state.waiting = static_cast<int>(outbox->size());
        state.needsYou = static_cast<int>(needsYou);
    });
}

/// Oldest first. When the hub is not reached the rest is not tried: it would wait as long for nothing.
void CourierWorker::sendDue()
{
    const auto outbox = m_store->outbox();
    if (!outbox)
        return;
    std::vector<store::OutboxItem> due;
    for (const store::OutboxItem& item : *outbox) {
        if (item.state == store::OutboxItem::State::Waiting && isDue(item, m_clock()))
            due.push_back(item);
    }
    for (std::size_t i = 0; i < due.size() && !m_exchange->isStopping(); ++i) {
        publish([&](Courier::State& state) {
            state.sending = static_cast<int>(i + 1);
            state.sendingOf = static_cast<int>(due.size());
        });
        const auto sending = m_store->beginSending(due[i].instanceId);
        if (!sending)
            qCWarning(log) << "the start of an attempt could not be noted:" << sending.error().detail;
        if (!sending || *sending == store::Store::Sending::NotNow)
            continue;
        const Outcome outcome = send(due[i]);
        if (*sending == store::Store::Sending::First && outcome.surelyNotKept()) {
            if (const auto kept = m_store->recordNeverSent(due[i].instanceId); !kept)
                qCWarning(log) << "an attempt could not be taken back:" << kept.error().detail;
        }
        if (m_exchange->isStopping())
            break;
        if (outcome.kind != Outcome::Kind::Unreadable)
            heard(outcome);
        if (outcome.kind == Outcome::Kind::Done) {
            if (const auto delivered = m_store->recordDelivered(due[i].instanceId); !delivered)
                qCWarning(log) << "conversation" << due[i].instanceId << "was delivered but not noted:" << delivered.error().detail;
        } else {
            const bool final =
                outcome.kind == Outcome::Kind::Refused || outcome.kind == Outcome::Kind::TooLarge || outcome.kind == Outcome::Kind::Unreadable;
            const auto next = m_clock().addMSecs(backoff(due[i].attempts + 1, *QRandomGenerator::global()).count());
            const auto kept = m_store->recordAttempt(due[i].instanceId, outcome.word(),
                                                     final ? store::OutboxItem::State::NeedsYou : store::OutboxItem::State::Waiting, next);
            if (!kept)
                qCWarning(log) << "an attempt could not be noted:" << kept.error().detail;
        }
        qCInfo(log) << "conversation" << due[i].instanceId << (outcome.kind == Outcome::Kind::Done ? QStringLiteral("delivered") : outcome.word());
        Q_EMIT conversationsChanged();
        const bool unreachable =
            outcome.kind == Outcome::Kind::Offline || outcome.kind == Outcome::Kind::NotTheHub || outcome.kind == Outcome::Kind::Denied;
        if (unreachable)
            break;
    }
    publish([](Courier::State& state) { state.sending = state.sendingOf = 0; });
}

Outcome CourierWorker::send(const store::OutboxItem& item)
{
    const auto record = m_store->instance(item.conversation);
    const auto attachments = m_store->attachments(item.conversation);
    if (!record || !attachments) {
        qCWarning(log) << "conversation" << item.instanceId << "cannot be read";
        return {Outcome::Kind::Unreadable, {}, {}};
    }
    std::vector<OutgoingFile> files;
    for (const store::StoredAttachment& attachment : *attachments) {
        auto content = store::openAttachment(*m_store, item.conversation, attachment.name);
        if (!content || !isReadable(**content)) {
            qCWarning(log) << "an attachment of" << item.instanceId << "cannot be read";
            return {Outcome::Kind::Unreadable, {}, {}}; // sent without it, it would be gone once the hub has confirmed
        }
        files.push_back({attachment.name, attachment.mediaType, attachment.sha256, std::move(*content)});
    }
    Outcome outcome = m_exchange->submit(*record, files);
    return renewed(outcome) ? m_exchange->submit(*record, files) : outcome;
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
    const bool answered = outcome.kind != Outcome::Kind::Offline && outcome.kind != Outcome::Kind::NotTheHub;
    m_failures = answered ? 0 : m_failures + 1;
    const QDateTime now = m_clock();
    if (answered)
        (void)m_store->setSetting(QStringLiteral("last_contact"), now.toUTC().toString(Qt::ISODateWithMs)); // shown only; losing it loses nothing
    publish([&](Courier::State& state) {
        state.reason = outcome.word();
        if (answered)
            state.lastContact = now;
    });
    return outcome.kind == Outcome::Kind::Done;
}

bool CourierWorker::fetchReceipts()
{
    for (int page = 0; page < maxPages; ++page) {
        const auto cursor = m_store->cursor(QStringLiteral("receipts"));
        if (!cursor)
            return false;
        const Outcome outcome = get(QStringLiteral("/v1/receipts?since=") + QString::fromLatin1(*cursor));
        if (m_exchange->isStopping() || !heard(outcome))
            return false;
        const auto receipts = wire::parseReceipts(outcome.body);
        if (!receipts)
            return false;
        if (receipts->receipts.empty()) {
            ++m_quietRounds;
            return true;
        }
        m_quietRounds = 0;
        if (const auto absorbed = m_store->absorbReceipts(receipts->receipts, receipts->cursor); !absorbed) {
            qCWarning(log) << "receipts could not be kept:" << absorbed.error().detail;
            return false;
        }
        Q_EMIT conversationsChanged();
        if (!receipts->more)
            return true;
    }
    return true;
}

void CourierWorker::fetchDown()
{
    std::vector<wire::Occasion> occasions;
    QStringList forms, lists, ids;
    if (!fetchDevice() || !fetchOccasions(occasions, ids) || !fetchForms(forms))
        return;
    for (const wire::Occasion& occasion : occasions) {
        ids.append(occasion.id);
        lists.append(occasion.lists);
    }
    lists.removeDuplicates();
    if (lists.removeOne(QStringLiteral("organisations")))
        lists.prepend(QStringLiteral("organisations")); // people are found by the name of their firm
    for (const QString& list : lists) {
        if (!fetchEntities(list))
            return;
    }
    if (const auto retired = m_store->retireAllBut(ids, forms); !retired)
        qCWarning(log) << "what is over could not be put away:" << retired.error().detail;
    if (const auto swept = store::sweepFormFiles(*m_store); !swept)
        qCWarning(log) << "files of forms that are over could not be put away:" << swept.error().detail;
    m_fetchDown = false;
    Q_EMIT downloaded();
}

/// How the hub sees us, and what time it is there; nothing here depends on our own clock being right.
bool CourierWorker::fetchDevice()
{
    const Outcome outcome = get(QStringLiteral("/v1/device"));
    if (m_exchange->isStopping() || !heard(outcome))
        return false;
    if (const auto status = wire::parseDeviceStatus(outcome.body)) {
        const qint64 behind = m_clock().secsTo(status->serverTime);
        (void)m_store->setSetting(QStringLiteral("clock_behind"), QString::number(behind)); // shown only; losing it loses nothing
        publish([&](Courier::State& state) { state.clockBehind = std::chrono::seconds(behind); });
    }
    return true;
}

bool CourierWorker::fetchOccasions(std::vector<wire::Occasion>& occasions, QStringList& unusable)
{
    const Outcome outcome = get(QStringLiteral("/v1/occasions"));
    if (m_exchange->isStopping() || !heard(outcome))
        return false;
    const QJsonValue listed = QJsonDocument::fromJson(outcome.body).object()[QLatin1String("occasions")];
    if (!listed.isArray()) { // no list is not an empty list: nothing that is here ends by it
        qCWarning(log) << "the hub's occasions cannot be read";
        return false;
    }
    const QJsonArray all = listed.toArray();
    for (const QJsonValue one : all) {
        const QByteArray json = QJsonDocument(one.toObject()).toJson(QJsonDocument::Compact);
        auto occasion = wire::parseOccasion(json);
        if (!occasion) {
            qCWarning(log) << "an occasion of the hub is not usable:" << occasion.error().detail;
            const QString id = one.toObject()[QLatin1String("id")].toString();
            if (id.isEmpty())
                return false;
            unusable.append(id); // what is here of it stays as it was
            continue;
        }
        if (const auto kept = m_store->putOccasion(json); !kept) {
            qCWarning(log) << "an occasion could not be kept:" << kept.error().detail;
            return false;
        }
        occasions.push_back(std::move(*occasion));
    }
    return true;
}

/// Page by page, each one transaction; the hub prepares the next page while this one is being stored.
bool CourierWorker::fetchEntities(const QString& list)
{
    const auto cursor = m_store->cursor(QStringLiteral("entities/") + list);
    if (!cursor)
        return false;
    const auto pathOf = [&](const QByteArray& since) { return QStringLiteral("/v1/entities/%1?since=%2").arg(list, QString::fromLatin1(since)); };
    QString path = pathOf(*cursor);
    Exchange::Question ahead = m_exchange->begin(path);
    for (int number = 0; number < maxPages; ++number) {
        Outcome outcome = m_exchange->finish(std::move(ahead));
        if (renewed(outcome))
            outcome = m_exchange->get(path);
        if (m_exchange->isStopping() || !heard(outcome))
            return false;
        const auto page = wire::parseEntityPage(outcome.body);
        if (!page)
            return false;
        if (page->more) {
            path = pathOf(page->cursor);
            ahead = m_exchange->begin(path);
        }
        if (!keep(*page, list))
            return false;
        if (!page->more)
            return true;
    }
    return true;
}

bool CourierWorker::keep(const wire::EntityPage& page, const QString& list)
{
    const auto known = m_store->cursor(QStringLiteral("entities/") + list);
    if (page.rows.empty() && !page.reset && known && *known == page.cursor)
        return true; // nothing new; a page may bring only a cursor, where all it looked at is out of our scope
    store::EntityPull pull{list, {}, page.cursor, page.reset, !page.more};
    pull.rows.reserve(page.rows.size());
    for (const wire::EntityRow& row : page.rows)
        pull.rows.push_back({list, row.id, row.label, row.version, {}, {}, row.properties, row.deleted});
    const auto absorbed = m_store->absorbEntities(pull);
    if (!absorbed)
        qCWarning(log) << "entities could not be kept:" << absorbed.error().detail;
    return bool(absorbed);
}

bool CourierWorker::receiptsOutstanding()
{
    // What was sent within the last days and has a target that has not spoken yet.
    const auto recent = m_store->conversations(m_clock().addDays(-3), m_clock().addDays(1));
    if (!recent)
        return false;
    for (const store::Conversation& conversation : *recent) {
        if (conversation.state != store::ConversationState::Sent)
            continue;
        const auto receipts = m_store->receipts(conversation.instanceId);
        if (!receipts || receipts->empty())
            return true;
        for (const wire::Receipt& receipt : *receipts) {
            if (receipt.state == wire::Receipt::State::Waiting)
                return true;
        }
    }
    return false;
}

/// One timer for the next thing that is due; nothing ticks while nothing is.
void CourierWorker::schedule()
{
    std::chrono::milliseconds wait = m_failures > 0 ? backoff(m_failures, *QRandomGenerator::global()) : std::chrono::milliseconds(downInterval);
    if (const auto outbox = m_store->outbox()) {
        for (const store::OutboxItem& item : *outbox) {
            if (item.state == store::OutboxItem::State::Waiting && item.nextTryAt)
                wait = qMin(wait, std::chrono::milliseconds(qMax<qint64>(50, m_clock().msecsTo(*item.nextTryAt))));
        }
    }
    if (m_failures == 0 && receiptsOutstanding())
        wait = qMin(wait, std::chrono::milliseconds(std::chrono::seconds(qMin(60, 1 << qMin(m_quietRounds, 6)))));
    if (m_failures == 0 && wait >= downInterval)
        m_fetchDown = true; // with the next round
    m_timer->start(wait);
}

struct Courier::Private {
    QThread thread;
    CourierWorker* worker = nullptr;
};

Courier::Courier(StoreFactory openStore, Clock clock, QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->worker = new CourierWorker(std::move(openStore), std::move(clock));
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::started, d->worker, &CourierWorker::open);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    connect(d->worker, &CourierWorker::stateChanged, this, &Courier::stateChanged);
    connect(d->worker, &CourierWorker::conversationsChanged, this, &Courier::conversationsChanged);
    connect(d->worker, &CourierWorker::downloaded, this, &Courier::downloaded);
    connect(d->worker, &CourierWorker::enrolmentEnded, this, &Courier::enrolmentEnded);
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
