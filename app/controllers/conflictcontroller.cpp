// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/conflictcontroller.h"

#include "app/controllers/conversationwords.h"
#include "app/controllers/fieldwords.h"
#include "app/controllers/states.h"
#include "app/conversation/dayboard.h"
#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(conflictLog, "rapport.conversation")

using State = store::KeptConflict::State;
using Take = wire::Conflict::Take;

const DayEntry* entryOf(const Day& day, const store::KeptConflict& one)
{
    const auto found =
        std::find_if(day.entries.begin(), day.entries.end(), [&](const DayEntry& entry) { return one.conversation == entry.conversation.id; });
    return found == day.entries.end() ? nullptr : &*found;
}

QString propertyOf(const wire::Conflict& conflict)
{
    return fieldLabel(conflict.list + QLatin1Char('.') + conflict.property);
}

QString said(const QString& who, const QString& when)
{
    return who.isEmpty() ? when : QStringLiteral("%1, %2").arg(who, when);
}

/// Whose value stands there with the tick. What was decided elsewhere is the other one than was meant here.
ConflictChoice::Choice choiceOf(const store::KeptConflict& one)
{
    using ConflictChoice::Choice;
    if (one.isOpen())
        return Choice::None;
    const bool mine = (one.take == Take::Device) != (one.state == State::Elsewhere);
    return mine ? Choice::Mine : Choice::Theirs;
}

QString fateOf(const store::KeptConflict& one, const QDateTime& now)
{
    switch (one.state) {
    case State::Open:
        return {};
    case State::Changed:
        return ConflictController::tr("Their value has changed since you decided. Please choose again.");
    case State::Decided:
        return ConflictController::tr("Saved on this tablet. It goes out by itself.");
    case State::Sending:
        return ConflictController::tr("On its way to the hub.");
    case State::Elsewhere:
        break;
    }
    const QString when = momentText(one.decidedAt, now);
    return one.decidedBy.isEmpty() ? ConflictController::tr("The office had decided already, %1. Your choice was not taken.").arg(when)
                                   : ConflictController::tr("%1 had decided already, %2. Your choice was not taken.").arg(one.decidedBy, when);
}

} // namespace

ConflictController::ConflictController(ConversationParts parts, DayBoard& day, QObject* parent)
    : QObject(parent), m_parts(std::move(parts)), m_day(day),
      m_cards({"conflictId", "title", "label", "about", "mine", "mineBy", "theirs", "theirsBy", "choice", "note", "canChoose", "canUndo", "canClose"})
{
    connect(&day, &DayBoard::changed, this, &ConflictController::show);
}

void ConflictController::show()
{
    std::vector<RowModel::Row> cards;
    for (const store::KeptConflict& one : m_day.day().conflicts)
        cards.push_back(card(one));
    m_cards.show(std::move(cards));
    Q_EMIT changed();
}

RowModel::Row ConflictController::card(const store::KeptConflict& one) const
{
    const Day& day = m_day.day();
    const wire::Conflict& conflict = one.conflict;
    const DayEntry* entry = entryOf(day, one);
    QString about;
    QDateTime written = conflict.device.at; // when the hub heard of it
    if (entry) {
        const QString started = momentText(entry->conversation.startedAt, day.now), title = titleOf(*entry, day.now);
        about = title == conflict.label || entry->conversation.title.isEmpty() ? tr("Conversation from %1").arg(started)
                                                                               : tr("Conversation with %1, %2").arg(title, started);
        written = entry->conversation.finishedAt.value_or(written);
    }
    const QString id = QString::number(conflict.id), theirs = conflict.hub.by.isEmpty() ? tr("the office") : conflict.hub.by;
    const bool open = one.isOpen();
    return {id,
            {id, conflict.label.isEmpty() ? tr("Two values") : tr("Two values for %1").arg(conflict.label), propertyOf(conflict), about,
             conflict.device.value, said(conflict.device.by, momentText(written, day.now)), conflict.hub.value,
             said(theirs, momentText(conflict.hub.at, day.now)), QVariant::fromValue(choiceOf(one)), fateOf(one, day.now),
             open || one.state == State::Decided, one.state == State::Decided, one.state == State::Elsewhere}};
}

QString ConflictController::note() const
{
    QStringList open;
    for (const store::KeptConflict& one : m_day.day().conflicts) {
        if (one.isOpen() && one.conversation && one.conversation->text() == m_followed)
            open.append(propertyOf(one.conflict));
    }
    return open.isEmpty() ? QString() : tr("Somebody else has changed the same: %1. Which value is right?").arg(open.join(QStringLiteral(", ")));
}

void ConflictController::follow(const QString& conversationId)
{
    m_followed = conversationId;
    Q_EMIT changed();
}

void ConflictController::takeMine(const QString& conflictId)
{
    decide(conflictId, Take::Device);
}

void ConflictController::takeTheirs(const QString& conflictId)
{
    decide(conflictId, Take::Hub);
}

void ConflictController::decide(const QString& conflictId, Take take)
{
    write([id = conflictId.toLongLong(), take](store::Store& store) { return store::decide(store, id, take); });
}

void ConflictController::undo(const QString& conflictId)
{
    write([id = conflictId.toLongLong()](store::Store& store) { return store::takeBackDecision(store, id); });
}

void ConflictController::close(const QString& conflictId)
{
    write([id = conflictId.toLongLong()](store::Store& store) { return store::dismissConflict(store, id); });
}

void ConflictController::write(const std::function<Status(store::Store&)>& work)
{
    whenDone(m_parts.thread.run(work), this, [this](const Status& written) {
        if (!written)
            qCWarning(conflictLog) << "a decision is not kept:" << written.error().detail;
        m_trouble = written                                         ? QString()
                    : written.error().kind == Error::Kind::Conflict ? tr("The hub may have your decision already, so it stays as it is.")
                                                                    : Sentences::failed(Sentences::Doing::Saving, written.error());
        Q_EMIT changed();
        Q_EMIT stored();
        m_parts.wake(); // it counts what is to be decided, and knows when to go
    });
}

} // namespace rapport::app
