// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/outboxcontroller.h"

#include "app/controllers/conversationwords.h"
#include "app/controllers/fieldwords.h"
#include "app/controllers/filewords.h"
#include "app/controllers/synccontroller.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

namespace rapport::app
{

namespace
{

/// Of two values: what is asked, or who is to decide. The hub's own sentence is for devices that cannot ask.
QString conflictText(const wire::Receipt& receipt, const DayEntry& entry, const QDateTime& now)
{
    if (receipt.state == wire::Receipt::State::Confirmed)
        return OutboxController::tr("decided %1").arg(momentText(receipt.at, now));
    QStringList open;
    for (const store::KeptConflict& one : entry.conflicts) {
        if (one.isOpen())
            open.append(fieldLabel(one.conflict.list + QLatin1Char('.') + one.conflict.property));
    }
    if (!open.isEmpty())
        return OutboxController::tr("%1: which value is right?").arg(open.join(QStringLiteral(", ")));
    return entry.conflicts.empty() ? OutboxController::tr("The office decides between two values.")
                                   : OutboxController::tr("your decision goes out by itself");
}

/// "ERP: Opportunity 11", and the state as a word where it has no number.
QString receiptText(const wire::Receipt& receipt, const DayEntry& entry, const QDateTime& now)
{
    if (receipt.target == wire::conflictTarget)
        return conflictText(receipt, entry, now);
    switch (receipt.state) {
    case wire::Receipt::State::Confirmed:
        return receipt.reference.isEmpty() ? OutboxController::tr("confirmed %1").arg(momentText(receipt.at, now)) : receipt.reference;
    case wire::Receipt::State::NeedsYou:
        return receipt.sentence.isEmpty() ? OutboxController::tr("needs you") : receipt.sentence;
    case wire::Receipt::State::Waiting:
        break;
    }
    return OutboxController::tr("waits");
}

ReceiptState::State stateOf(const wire::Receipt& receipt, const DayEntry& entry)
{
    if (receipt.state == wire::Receipt::State::Confirmed)
        return ReceiptState::State::Confirmed;
    return entry.waitsFor(receipt) ? ReceiptState::State::NeedsYou : ReceiptState::State::Waiting;
}

QString targetName(const wire::Receipt& receipt)
{
    if (receipt.target == wire::conflictTarget)
        return OutboxController::tr("Two values");
    return receipt.title.isEmpty() ? receipt.target : receipt.title;
}

/// nullptr: the hub does not have its answers, or all of it.
const device::FilesToFollow* following(const device::Courier::State& courier, const QString& conversationId)
{
    const auto found = std::find_if(courier.following.begin(), courier.following.end(),
                                    [&](const device::FilesToFollow& one) { return one.conversationId == conversationId; });
    return found == courier.following.end() ? nullptr : &*found;
}

QString filesText(const device::FilesToFollow& files)
{
    const QString size = sizeText(files.bytes);
    switch (files.passage) {
    case device::Passage::WaitsForWiFi:
        return OutboxController::tr("%n file(s), %1, wait for Wi-Fi", "", files.files).arg(size);
    case device::Passage::WaitsForUnmetered:
        return OutboxController::tr("%n file(s), %1, wait for a network that does not count data", "", files.files).arg(size);
    case device::Passage::Goes:
        break;
    }
    return OutboxController::tr("%n file(s), %1, follow by themselves", "", files.files).arg(size);
}

QVariantMap receiptChip(ReceiptState::State state, const QString& target, const QString& text)
{
    return {{QStringLiteral("state"), QVariant::fromValue(state)}, {QStringLiteral("target"), target}, {QStringLiteral("text"), text}};
}

QVariantList receiptChips(const DayEntry& entry, const device::FilesToFollow* files, const QDateTime& now)
{
    QVariantList chips;
    for (const wire::Receipt& receipt : entry.receipts) {
        if (receipt.target != QLatin1String("hub") || receipt.state != wire::Receipt::State::Confirmed)
            chips.append(receiptChip(stateOf(receipt, entry), targetName(receipt), receiptText(receipt, entry, now)));
    }
    if (entry.queued && files)
        chips.append(receiptChip(ReceiptState::State::Waiting, OutboxController::tr("Hub"),
                                 OutboxController::tr("has the answers; %1").arg(filesText(*files))));
    else if (entry.queued && entry.queued->nextTryAt)
        chips.append(receiptChip(ReceiptState::State::Waiting, OutboxController::tr("Hub"),
                                 OutboxController::tr("next try %1").arg(momentText(*entry.queued->nextTryAt, now))));
    else if (entry.queued)
        chips.append(receiptChip(ReceiptState::State::Waiting, OutboxController::tr("Hub"), OutboxController::tr("goes out by itself")));
    else if (chips.isEmpty())
        chips.append(receiptChip(ReceiptState::State::Confirmed, OutboxController::tr("Hub"), OutboxController::tr("has it")));
    return chips;
}

const DayEntry* find(const Day& day, const QString& id)
{
    const auto found = std::find_if(day.entries.begin(), day.entries.end(), [&](const DayEntry& one) { return one.conversation.id.text() == id; });
    return found == day.entries.end() ? nullptr : &*found;
}

} // namespace

OutboxController::OutboxController(DayBoard& day, device::Courier& courier, SyncController& sync, QObject* parent)
    : QObject(parent), m_day(day), m_courier(courier),
      m_items({"conversationId", "initials", "title", "detail", "state", "stateText", "selected", "receipts"}), m_steps({"title", "detail", "done"}),
      m_sync(sync)
{
    connect(&day, &DayBoard::changed, this, &OutboxController::show);
    connect(&courier, &device::Courier::stateChanged, this, &OutboxController::show);
    connect(&sync, &SyncController::changed, this, &OutboxController::changed);
}

bool OutboxController::trying() const
{
    return m_sync.trying();
}

void OutboxController::show()
{
    const Day& day = m_day.day();
    const device::Courier::State courier = m_courier.state();
    std::vector<RowModel::Row> rows;
    for (const DayEntry& entry : day.entries) {
        const store::Conversation& one = entry.conversation;
        if (one.state == store::ConversationState::Draft)
            continue;
        const auto state = shownState(entry, courier);
        QStringList detail{entry.unresolved ? tr("to be resolved", "a badge number") : QString(), revisionText(one, day.now), one.organisation,
                           momentText(one.startedAt, day.now), agreedIn(entry, day.now)};
        detail.removeAll(QString());
        rows.push_back(
            {one.id.text(),
             {one.id.text(), initialsOf(one.title), titleOf(entry, day.now), detail.join(QStringLiteral(" · ")), QVariant::fromValue(state),
              stateText(state), one.id.text() == m_selected, receiptChips(entry, following(courier, one.id.text()), day.now)}});
    }
    m_items.show(std::move(rows));
    if (!find(day, m_selected))
        m_selected.clear();
    showSteps();
    Q_EMIT changed();
}

void OutboxController::showSteps()
{
    const Day& day = m_day.day();
    std::vector<RowModel::Row> steps;
    if (const DayEntry* entry = find(day, m_selected)) {
        const store::Conversation& one = entry->conversation;
        steps.push_back({QStringLiteral("tablet"), {tr("Saved on this tablet"), momentText(one.finishedAt.value_or(one.savedAt), day.now), true}});
        const bool sent = one.state == store::ConversationState::Sent;
        const QString trouble = entry->queued && entry->queued->attempts > 0 ? Sentences::hubTrouble(entry->queued->reason) : QString();
        const device::Courier::State courier = m_courier.state();
        if (const device::FilesToFollow* files = following(courier, m_selected); files && !sent) {
            steps.push_back({QStringLiteral("hub"), {tr("Answers reached the hub"), QString(), true}});
            steps.push_back({QStringLiteral("files"), {filesText(*files), files->passage == device::Passage::Goes ? trouble : QString(), false}});
        } else {
            const QString waits = trouble.isEmpty() ? tr("goes out by itself") : trouble;
            steps.push_back(
                {QStringLiteral("hub"),
                 {sent ? tr("Reached the hub") : tr("On its way to the hub"), sent && one.sentAt ? momentText(*one.sentAt, day.now) : waits, sent}});
        }
        for (const wire::Receipt& receipt : entry->receipts) {
            if (receipt.target == QLatin1String("hub") && receipt.state == wire::Receipt::State::Confirmed)
                continue;
            const bool done = receipt.state == wire::Receipt::State::Confirmed;
            const bool numbered = done && !receipt.reference.isEmpty();
            steps.push_back({receipt.target,
                             {numbered ? QStringLiteral("%1: %2").arg(targetName(receipt), receipt.reference) : targetName(receipt),
                              numbered ? momentText(receipt.at, day.now) : receiptText(receipt, *entry, day.now), done}});
        }
    }
    m_steps.show(std::move(steps));
}

QString OutboxController::day() const
{
    return m_day.isRead() ? dayText(m_day.day().now.date()) : QString();
}

QString OutboxController::lastContact() const
{
    const auto last = m_courier.state().lastContact;
    return last && m_day.isRead() ? tr("last contact %1").arg(momentText(*last, m_day.day().now)) : QString();
}

int OutboxController::needsYou() const
{
    const auto& entries = m_day.day().entries;
    return static_cast<int>(std::count_if(entries.begin(), entries.end(), [](const DayEntry& entry) { return entry.needsYou(); }));
}

QString OutboxController::needsYouText() const
{
    return needsYou() > 0 ? tr("%n need(s) you", "", needsYou()) : QString();
}

/// What is asked has a card of its own.
const DayEntry* OutboxController::inTrouble() const
{
    const auto& entries = m_day.day().entries;
    const auto found = std::find_if(entries.begin(), entries.end(), [](const DayEntry& entry) { return entry.needsHelp(); });
    return found == entries.end() ? nullptr : &*found;
}

QString OutboxController::bannerTitle() const
{
    if (const DayEntry* entry = inTrouble())
        return tr("%1 needs you").arg(titleOf(*entry, m_day.day().now));
    const device::Courier::State courier = m_courier.state();
    return courier.waiting > 0 ? Sentences::hubTrouble(courier.reason) : QString();
}

QString OutboxController::bannerText() const
{
    if (const DayEntry* entry = inTrouble()) {
        for (const wire::Receipt& receipt : entry->receipts) {
            const bool asked = receipt.target == wire::conflictTarget && !entry->conflicts.empty();
            if (entry->waitsFor(receipt) && !asked && !receipt.sentence.isEmpty())
                return receiptText(receipt, *entry, m_day.day().now);
        }
        return entry->queued ? Sentences::hubTrouble(entry->queued->reason) + QLatin1Char(' ') + tr("It is safe here.")
                             : tr("It is safe at the hub.");
    }
    const device::Courier::State courier = m_courier.state();
    if (courier.waiting == 0 || courier.reason.isEmpty())
        return {};
    const QString safe = Sentences::safeHere(courier.waiting) + QLatin1Char(' ') + tr("They go out by themselves.");
    return m_sync.lastTry().isEmpty() || trying() ? safe : safe + QLatin1Char(' ') + tr("Last tried %1.").arg(m_sync.lastTry());
}

bool OutboxController::bannerNeedsYou() const
{
    return inTrouble() != nullptr;
}

QString OutboxController::selectedTitle() const
{
    const DayEntry* entry = find(m_day.day(), m_selected);
    return entry ? titleOf(*entry, m_day.day().now) : QString();
}

QString OutboxController::selectedHeadline() const
{
    const Day& day = m_day.day();
    const DayEntry* entry = find(day, m_selected);
    if (!entry)
        return {};
    if (entry->needsYou())
        return tr("Needs you");
    const device::Courier::State courier = m_courier.state();
    if (const device::FilesToFollow* files = following(courier, m_selected); files && entry->queued)
        return tr("Answers sent. %1.").arg(filesText(*files));
    if (entry->conversation.state != store::ConversationState::Sent)
        return tr("Waiting, safe on this tablet");
    const bool open = std::any_of(entry->receipts.begin(), entry->receipts.end(),
                                  [](const wire::Receipt& receipt) { return receipt.state == wire::Receipt::State::Waiting; });
    QDateTime last = entry->conversation.sentAt.value_or(day.now);
    for (const wire::Receipt& receipt : entry->receipts)
        last = std::max(last, receipt.at);
    return open ? tr("At the hub, on its way") : tr("Delivered once, %1").arg(momentText(last, day.now));
}

void OutboxController::select(const QString& conversationId)
{
    m_selected = conversationId;
    show();
}

QString OutboxController::reviseText() const
{
    const DayEntry* entry = find(m_day.day(), m_selected);
    if (!entry)
        return {};
    store::Conversation conversation = entry->conversation;
    const device::Courier::State courier = m_courier.state();
    if (following(courier, m_selected))
        conversation.state = store::ConversationState::Sent; // its answers are: they are not taken back
    return revisionAction(conversation);
}

void OutboxController::reviseSelected()
{
    if (!m_selected.isEmpty())
        Q_EMIT reviseRequested(m_selected);
}

void OutboxController::openSelected()
{
    if (!m_selected.isEmpty())
        Q_EMIT openRequested(m_selected);
}

void OutboxController::reportSelected()
{
    if (!m_selected.isEmpty())
        Q_EMIT reportRequested(m_selected);
}

QString OutboxController::heldText() const
{
    const device::Courier::State courier = m_courier.state();
    const device::FilesToFollow* files = following(courier, m_selected);
    return files && files->passage != device::Passage::Goes ? filesText(*files) : QString();
}

void OutboxController::sendFilesNow()
{
    if (!m_selected.isEmpty())
        m_courier.sendFilesNow(m_selected);
}

void OutboxController::tryNow()
{
    m_sync.tryNow();
}

} // namespace rapport::app
