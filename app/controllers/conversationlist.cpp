// SPDX-License-Identifier: Apache-2.0
// What the organiser's list says of somebody whose badge number is all that is known.
#include "app/controllers/conversationstate.h"
#include "app/conversation/attendee.h"
#include "sync/store/notes.h"

namespace rapport::app
{

/// A draft, as soon as its number is known: when it is opened, or when the list comes while it is on the screen.
void ConversationController::Private::fillFromList()
{
    if (!mayAnswer())
        return;
    const auto listed = resolveByList(parts.store, *session, parts.clock());
    if (!listed)
        return;
    noteListed(listed->report);
    notice = ConversationController::tr("Filled in from the organiser's list. What was typed here stays.");
    parts.thread.run(
        [id = conversation.id, note = toJson(listed->report)](store::Store& store) { return store::keepNote(store, id, mergeNote, note); });
    show();
    saveSoon();
}

/// So that the answers say where they come from.
void ConversationController::Private::noteListed(const MergeReport& report)
{
    notes.scanned = {ScannedAnswers::From::Organiser, {}};
    for (const MergeReport::Line& line : report.lines) {
        const auto node = line.became == MergeReport::Line::Became::FilledIn ? session->find(line.ref) : std::nullopt;
        if (node)
            notes.scanned.values[*node] = line.listed;
    }
}

void ConversationController::listArrived()
{
    if (!isOpen())
        return;
    if (readOnly())
        d->open(d->conversation.id); // it may have been resolved
    else
        d->fillFromList();
}

} // namespace rapport::app
