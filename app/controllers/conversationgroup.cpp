// SPDX-License-Identifier: Apache-2.0
// One draft whose answers hold for several people: nobody is asked who she is, and its end is the end of all their conversations.
#include "app/controllers/conversationstate.h"
#include "app/conversation/group.h"
#include "app/conversation/sentences.h"
#include "app/conversation/sharedanswers.h"
#include "app/conversation/whendone.h"

#include <QLoggingCategory>

namespace rapport::app
{

namespace
{

Q_LOGGING_CATEGORY(groupLog, "rapport.conversation")

QString inWords(const GroupFault& fault)
{
    if (fault.why == GroupFault::Why::OtherForm)
        return ConversationController::tr("%1: the conversation of today was held with another form").arg(fault.who);
    return ConversationController::tr("%1: %2", "a person, and the questions that are open for her")
        .arg(fault.who, fault.questions.join(QStringLiteral(", ")));
}

} // namespace

void ConversationController::Private::readGroup()
{
    people = notes.readOnly ? QStringList() : peopleOf(parts.store, conversation.id);
}

/// Everything happens on the store thread: for each of them a session is filled in and looked through.
void ConversationController::Private::submitGroup()
{
    finishing = waiting = true;
    auto done = parts.thread.run([id = conversation.id, environment = environmentOf(parts)](store::Store& store) -> Result<GroupFinish> {
        return app::finishGroup(store, id, environment);
    });
    whenDone(done, &q, [this](const Result<GroupFinish>& finish) {
        finishing = waiting = false;
        if (!finish) {
            qCWarning(groupLog) << "group" << conversation.id.text() << "is not finished:" << finish.error().detail;
            return say(Sentences::failed(Sentences::Doing::Finishing, finish.error()));
        }
        if (!finish->faults.empty())
            return showFaults(finish->faults);
        qCInfo(groupLog) << "group" << conversation.id.text() << "has become" << finish->finished << "conversations that wait to be sent";
        close();
        Q_EMIT q.changed();
        Q_EMIT q.stored();
        parts.wake();
        Q_EMIT q.finished();
    });
}

void ConversationController::Private::showFaults(const std::vector<GroupFault>& faults)
{
    std::vector<RowModel::Row> rows;
    for (const GroupFault& fault : faults)
        rows.push_back({fault.person, {fault.person, fault.who, inWords(fault)}});
    groupFaults.show(std::move(rows));
    Q_EMIT q.changed();
    Q_EMIT q.savedChanged();
}

void ConversationController::Private::goOnAlone(const QString& person)
{
    whenSaved([this, person] {
        waiting = true;
        auto gone = parts.thread.run([id = conversation.id, person, environment = environmentOf(parts)](store::Store& store) {
            return app::goOnAlone(store, id, person, environment);
        });
        whenDone(gone, &q, [this, person](const Result<store::ConversationId>& alone) {
            waiting = false;
            if (!alone) {
                qCWarning(groupLog) << "nobody leaves group" << conversation.id.text() << alone.error().detail;
                return say(Sentences::failed(Sentences::Doing::Saving, alone.error()));
            }
            std::vector<RowModel::Row> rows = groupFaults.rows();
            std::erase_if(rows, [&](const RowModel::Row& row) { return row.key == person; });
            groupFaults.show(std::move(rows));
            readGroup();
            saveSoon(); // its title
            show();
            Q_EMIT q.stored();
            Q_EMIT q.savedChanged();
        });
    });
}

QString ConversationController::groupTitle() const
{
    return d->people.isEmpty() ? QString() : tr("These answers are for %n people", "", static_cast<int>(d->people.size()));
}

QString ConversationController::groupText() const
{
    return d->people.join(QStringLiteral(" · "));
}

RowModel* ConversationController::groupFaults()
{
    return &d->groupFaults;
}

void ConversationController::goOnAlone(const QString& personId)
{
    if (d->mayAnswer() && !d->waiting)
        d->goOnAlone(personId);
}

} // namespace rapport::app
