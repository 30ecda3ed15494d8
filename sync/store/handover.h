// SPDX-License-Identifier: Apache-2.0
// Drafts on their way between two people. One that was handed over stays here to be read; nothing can be written into it any more, until it is taken
// back. One that was taken is a draft like any other, under the ids that it had there.
#pragma once

#include "sync/store/store.h"
#include "sync/wire/handover.h"

namespace rapport::store
{

/// @p to has the draft from now on: with the next contact it goes to the hub. Conflict: it is no draft, handed over already, or
/// a group's (gathering.h), whose people are here. NotFound: there is
/// no such person. @p jobId: the job that it is about; may be empty.
Status handOver(Store& store, ConversationId id, const QString& to, const QString& jobId);
/// It is a draft again. Conflict: the hub may have it, which is to be asked first.
Status takeBack(Store& store, ConversationId id);
/// The same once the hub has said that nobody has it.
Status takeBackFromHub(Store& store, ConversationId id);

struct Given {
    wire::HandOver handOver;
    HandedOver::State state = HandedOver::State::Waiting;
    bool begun = false; ///< bytes of it went out: the hub may have it
};
Result<std::vector<Given>> given(Store& store); ///< oldest first
Status beginGiving(Store& store, ConversationId id);
/// @p reason: a machine word where it was refused; else empty.
Status recordGiven(Store& store, ConversationId id, HandedOver::State state, const QString& reason = {});

/// A file of a draft that is being taken, on the disk before keepTaken(); Conflict where its content is another one than the hash says.
Status keepTakenFile(Store& store, const wire::HandedFile& file, const QByteArray& content);
/// The draft with its record and its files, which @p user goes on with. What is here already stays, unless it was handed over from here.
Status keepTaken(Store& store, const wire::HandOver& handOver, const QByteArray& record, const QString& user);

Status keepPeople(Store& store, const std::vector<wire::Person>& people);
Result<std::vector<wire::Person>> people(Store& store);
Status keepOffers(Store& store, const std::vector<wire::HandOver>& offers); ///< in place of those before
Result<std::vector<wire::HandOver>> offers(Store& store);                   ///< drafts that wait for who works here

} // namespace rapport::store
