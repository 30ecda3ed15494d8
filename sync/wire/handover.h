// SPDX-License-Identifier: Apache-2.0
// A half-filled conversation on its way from one person to another (DESIGN.md section 7, `/v1/drafts`).
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace rapport::wire
{

/// Somebody who works with this hub, as `GET /v1/people` tells: {"people": [{"id", "name", "role"}]}.
struct Person {
    QString id, name; ///< "s.wirawan", "Sari Wirawan"
    QString role;     ///< "rep", "technician", "manager", "editor" or "admin"
    friend bool operator==(const Person&, const Person&) = default;
};

struct HandedFile {
    QString name, mediaType;
    QString sha256; ///< hex
    qint64 size = 0;
    friend bool operator==(const HandedFile&, const HandedFile&) = default;
};
QJsonObject toObject(const HandedFile& file);                  ///< {"name", "media_type", "sha256", "size"}
Result<HandedFile> parseHandedFile(const QJsonObject& object); ///< Invalid also where its name leads elsewhere

/// One hand-over. Each has an id of its own, so that the same conversation can go back and forth; the conversation keeps its ids, and with them is
/// delivered once whoever finishes it.
///
/// `PUT /v1/drafts/{id}` gives it (parts: "draft", this as JSON; "xml_submission_file"; the files) · `GET /v1/drafts` lists those for the device's
/// user and those that the device gave or took · `POST /v1/drafts/{id}/take` · `GET /v1/drafts/{id}` brings the record to who took it, files come by
/// hash · `DELETE /v1/drafts/{id}` takes it back (giver) or says that all of it is kept (taker); then the hub forgets what was in it.
struct HandOver {
    enum class State {
        Offered,
        Taken,    ///< by a device that does not have all of it yet
        Kept,     ///< by that device: it is its draft now
        Withdrawn ///< the giver has it again
    };
    QString id; ///< a UUID
    State state = State::Offered;
    bool mine = false; ///< given by the device that asks; else for it
    QString from, to;  ///< user ids; the hub says who gives
    QDateTime givenAt; ///< on the hub's clock
    QString conversationId, instanceId, formId, formVersion, occasionId;
    QString jobId; ///< the row of the list jobs that it is about; its assignee goes with it. Empty: none
    QString title, organisation, leadStatus, section;
    int answered = 0, questions = 0;
    QDateTime startedAt;
    std::vector<HandedFile> files;
    friend bool operator==(const HandOver&, const HandOver&) = default;
};
QString word(HandOver::State state); ///< "offered", "taken", "kept", "withdrawn"

QByteArray toJson(const std::vector<Person>& people);
QByteArray toJson(const HandOver& handOver);
QByteArray toJson(const std::vector<HandOver>& handOvers); ///< {"drafts": […]}
/// Invalid where a member is missing or of the wrong kind or size: at most 10,000 people, 1,000 files, 1,000 hand-overs; texts of 2,000 characters.
/// What is neither offered nor taken any more has no content.
Result<std::vector<Person>> parsePeople(const QByteArray& json);
Result<HandOver> parseHandOver(const QByteArray& json);
Result<std::vector<HandOver>> parseHandOvers(const QByteArray& json);

} // namespace rapport::wire
