// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/deletedcontroller.h"

#include "app/conversation/sentences.h"
#include "app/conversation/whendone.h"
#include "app/conversation/words.h"

namespace rapport::app
{

namespace
{

constexpr int undoMs = 8'000;

} // namespace

DeletedController::DeletedController(StoreThread& thread, Clock clock, QObject* parent)
    : QObject(parent), m_thread(thread), m_clock(std::move(clock)), m_items({"conversationId", "initials", "title", "detail"})
{
    m_undo.setSingleShot(true);
    m_undo.setInterval(undoMs);
    connect(&m_undo, &QTimer::timeout, this, &DeletedController::forgetLast);
}

void DeletedController::offerUndo(const QString& conversationId)
{
    m_last = conversationId;
    m_undo.start();
    Q_EMIT changed();
}

void DeletedController::forgetLast()
{
    m_last.clear();
    m_undo.stop();
    Q_EMIT changed();
}

void DeletedController::undo()
{
    if (const QString last = m_last; !last.isEmpty())
        restore(last);
}

void DeletedController::restore(const QString& conversationId)
{
    apply(&store::Store::restoreDraft, conversationId);
}

void DeletedController::remove(const QString& conversationId)
{
    apply(&store::Store::removeDeleted, conversationId);
}

void DeletedController::apply(Change change, const QString& conversationId)
{
    if (conversationId == m_last)
        forgetLast();
    auto done = m_thread.run([change, id = store::ConversationId::parse(conversationId)](store::Store& store) { return (store.*change)(id); });
    whenDone(done, this, [this](const Status& status) {
        m_trouble = status ? QString() : Sentences::failed(Sentences::Doing::Saving, status.error());
        Q_EMIT changed();
        Q_EMIT stored();
        refresh();
    });
}

void DeletedController::refresh()
{
    auto reading = m_thread.run([](store::Store& store) { return store.deletedDrafts(); });
    whenDone(reading, this, [this](const Result<std::vector<store::Conversation>>& found) {
        if (!found)
            return;
        const QDateTime now = m_clock();
        std::vector<RowModel::Row> rows;
        for (const store::Conversation& one : *found) {
            const auto left = store::keepDeleted.count() - one.deletedAt.value_or(now).daysTo(now);
            QStringList detail{one.organisation, momentText(one.startedAt, now), tr("%1 of %2 answers").arg(one.answered).arg(one.questions),
                               tr("kept for %n more day(s)", "", static_cast<int>(left))};
            detail.removeAll(QString());
            rows.push_back({one.id.text(),
                            {one.id.text(), initialsOf(one.title), one.title.isEmpty() ? tr("New conversation") : one.title,
                             detail.join(QStringLiteral(" · "))}});
        }
        m_items.show(std::move(rows));
    });
}

} // namespace rapport::app
