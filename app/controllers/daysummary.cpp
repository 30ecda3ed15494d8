// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/daysummary.h"

#include "app/controllers/conversationwords.h"
#include "app/controllers/filewords.h"
#include "app/conversation/sentences.h"
#include "app/conversation/words.h"

#include <QCoreApplication>

namespace rapport::app
{

namespace
{

using ConversationState::State;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DaySummary)
};

/// "Hub: confirmed", "ERP: Opportunity 11", "ERP: needs somebody"
QString targetsOf(const DayEntry& entry)
{
    QStringList targets;
    for (const wire::Receipt& receipt : entry.receipts) {
        if (receipt.target == QLatin1String("hub") && receipt.state == wire::Receipt::State::Confirmed)
            continue;
        const QString name = receipt.title.isEmpty() ? receipt.target : receipt.title;
        if (receipt.state == wire::Receipt::State::NeedsYou)
            targets.append(Words::tr("%1: needs somebody").arg(name));
        else if (receipt.state == wire::Receipt::State::Waiting)
            targets.append(Words::tr("%1: waits").arg(name));
        else
            targets.append(receipt.reference.isEmpty() ? Words::tr("%1: confirmed").arg(name)
                                                       : QStringLiteral("%1: %2").arg(name, receipt.reference));
    }
    return targets.join(QStringLiteral(", "));
}

QString reasonOf(const DayEntry& entry, State state)
{
    if (state == State::Draft)
        return Words::tr("%1 of %2 answers").arg(entry.conversation.answered).arg(entry.conversation.questions);
    if (!entry.queued)
        return targetsOf(entry);
    const QString trouble = Sentences::hubTrouble(entry.queued->reason);
    return trouble.isEmpty() ? Words::tr("goes out by itself") : trouble;
}

QString sizeOf(const OutgoingSize& size)
{
    const QString bytes = sizeText(size.bytes);
    return size.files > 0 ? Words::tr("%1 with %n file(s)", "", size.files).arg(bytes) : bytes;
}

} // namespace

Result<QHash<QString, OutgoingSize>> outgoingSizes(store::Store& store, const std::vector<store::ConversationId>& conversations)
{
    QHash<QString, OutgoingSize> sizes;
    for (const store::ConversationId id : conversations) {
        const auto record = store.instance(id);
        const auto files = store.attachments(id);
        if (!record || !files)
            return record ? files.error() : record.error();
        OutgoingSize& size = sizes[id.text()];
        size.bytes = record->size();
        size.files = static_cast<int>(files->size());
        for (const store::StoredAttachment& file : *files)
            size.bytes += file.size;
    }
    return sizes;
}

QString daySummary(const Day& day, const QHash<QString, OutgoingSize>& sizes, const device::Courier::State& courier, const QString& device)
{
    QStringList lines{Words::tr("Outbox of %1").arg(device), dayText(day.now.date()) + QStringLiteral(", ") + clockText(day.now, day.now)};
    if (day.occasion)
        lines.append(day.occasion->title);
    for (const State state : {State::NeedsYou, State::Waiting, State::Sending, State::Draft, State::HandedOver, State::Sent}) {
        qint64 bytes = 0;
        QStringList conversations;
        for (const DayEntry& entry : day.entries) {
            if (shownState(entry, courier) != state)
                continue;
            const OutgoingSize size = sizes.value(entry.conversation.id.text());
            bytes += size.bytes;
            QStringList parts{momentText(entry.conversation.startedAt, day.now), sizeOf(size), reasonOf(entry, state)};
            parts.removeAll(QString());
            conversations.prepend(QStringLiteral("  ") + parts.join(QStringLiteral(" · "))); // oldest first, as the day went
        }
        if (conversations.isEmpty())
            continue;
        lines.append(
            {QString(), Words::tr("%1: %n conversation(s), %2", "", static_cast<int>(conversations.size())).arg(stateText(state), sizeText(bytes))});
        lines.append(conversations);
    }
    if (day.entries.empty())
        lines.append({QString(), Words::tr("No conversations.")});
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace rapport::app
