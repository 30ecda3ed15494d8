// SPDX-License-Identifier: Apache-2.0
// What became of conversations, as the hub tells it.
#include "sync/device/courier_private.h"

#include <QLoggingCategory>

namespace rapport::device
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.sync")

constexpr int maxPages = 100'000;

} // namespace

bool CourierWorker::fetchReceipts()
{
    const auto before = m_store->cursor(QStringLiteral("receipts"));
    if (!before)
        return false;
    QByteArray cursor = *before;
    std::optional<std::set<QString>> there; // what a hub that was restored still has of ours
    for (int page = 0; page < maxPages || there; ++page) {
        const Outcome outcome = get(QStringLiteral("/v1/receipts?since=") + QString::fromLatin1(cursor));
        if (m_exchange->isStopping() || !heard(outcome))
            return false;
        const auto receipts = wire::parseReceipts(outcome.body);
        if (!receipts)
            return false;
        if (receipts->reset)
            there.emplace();
        m_conflictsDue |= receipts->reset || std::any_of(receipts->receipts.begin(), receipts->receipts.end(),
                                                         [](const wire::Receipt& receipt) { return receipt.target == wire::conflictTarget; });
        if (receipts->receipts.empty() && !there) {
            ++m_quietRounds;
            return true;
        }
        m_quietRounds = 0;
        if (there && !sendAgain(*receipts, *there))
            return false;
        cursor = receipts->cursor;
        // Where it is cut off before the end of those, a restored hub is asked from the beginning again.
        if (const auto absorbed = m_store->absorbReceipts(receipts->receipts, there && receipts->more ? *before : cursor); !absorbed) {
            qCWarning(log) << "receipts could not be kept:" << absorbed.error().detail;
            return false;
        }
        Q_EMIT conversationsChanged();
        if (!receipts->more)
            return true;
    }
    return true;
}

/// What a hub that was restored has no receipt of waits again, once the last page of them is here.
bool CourierWorker::sendAgain(const wire::ReceiptPage& page, std::set<QString>& there)
{
    for (const wire::Receipt& receipt : page.receipts)
        there.insert(receipt.instanceId);
    if (page.more)
        return true;
    const auto again = m_store->sendAgainUnless(there);
    if (!again) {
        qCWarning(log) << "what a restored hub has lost cannot be queued:" << again.error().detail;
        return false;
    }
    qCInfo(log) << "the hub was restored: conversations to send again:" << *again;
    m_again |= *again > 0 || !m_filesFollow.empty();
    forgetAnswers(std::set<QString>(m_filesFollow)); // a file that waits for another network would not find out that they are gone
    return true;
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

} // namespace rapport::device
