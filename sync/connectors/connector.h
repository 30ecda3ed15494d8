// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QDateTime>
#include <QIODevice>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::connectors
{

/// One piece of work for one target: made by the hub from a submission, kept until its outcome is known.
struct Job {
    enum class Kind {
        Entity, ///< carry entity (list, entityId) over
        Record, ///< carry the whole submission over (a row, a note, an activity)
        Message ///< send something to a person
    };
    QString id;
    QString submission; ///< instanceID
    QString target;     ///< connector id
    Kind kind = Kind::Entity;
    QString list, entityId;
    std::vector<QString> after;  ///< job ids that must be confirmed before
    QString key;                 ///< idempotency key, for ever the same for this job
    bool outcomeUnknown = false; ///< an earlier attempt may have been carried out: look before creating
    QString corrects;            ///< the first record of the conversation, whose row this one replaces; empty: this is the first
    int attempts = 0;            ///< that came before this one
};

struct Entity {
    QString list, id, label;
    std::map<QString, QString> properties;
};

/// A file of a submission.
struct AttachedFile {
    QString name, sha256;
};

/// What the hub knows and a connector may ask for while it pushes one job.
class JobContext
{
public:
    virtual ~JobContext() = default;
    virtual Result<Entity> entity(const QString& list, const QString& id) const = 0;
    virtual QJsonObject answers() const = 0;                   ///< the submission: element names → text, groups → objects, repeats → arrays
    virtual std::vector<AttachedFile> attachments() const = 0; ///< by name, also those that are announced and still on their way
    virtual Result<std::unique_ptr<QIODevice>> attachment(const QString& name) const = 0;
    virtual std::optional<QString> remoteRef(const QString& list, const QString& id) const = 0; ///< in this target
    virtual QString author() const = 0;                                                         ///< user id
    virtual QDateTime finishedAt() const = 0;
    virtual QString formId() const = 0;
};

/// How a push ended. An Error of kind Offline is retried; Invalid, Conflict and Denied "need you".
struct PushError : Error {
    bool outcomeUnknown = false;       ///< the request left us and no answer came: it may have been carried out
    QString sentence;                  ///< for the person, without technical terms
    std::chrono::seconds notBefore{0}; ///< the target asks to be left alone that long
};
struct RemoteRef {
    QString id;     ///< as the connector needs it again ("party.party,88")
    QString number; ///< as a person reads it in the target ("Opportunity 11")
};
using PushResult = std::variant<RemoteRef, PushError>;

/// One entity as a system of record has it now.
///
/// - A property that is missing says nothing: what is known elsewhere stays. There are no empty ones.
/// - References (organisation_id, contact_id …) are the remoteId of the other object ("party.party,88"). It may come later, or never: what has not
///   come is mapped when it does.
/// - An object may come again unchanged, and comes under its remoteId whoever made it: one that push() made is the entity of that job. Where a
///   remoteId is known under another list and not deleted there (a person without a firm, whom Tryton cannot tell from a firm), it stays there,
///   and the change is left out.
/// - `as_of` (UTC, ISO) says when it was read, `source` the connector's title.
struct EntityChange {
    QString list, remoteId, label;
    std::map<QString, QString> properties;
    bool deleted = false; ///< gone, deactivated, or no longer of this list (an offer that became a sale); label and properties are empty
};
/// Whether a pulled value says what is known already, written another way or not: amounts by value, telephone numbers by their digits, sets without
/// their order. `as_of` always does: it alone makes no new version. Where this holds the known text is kept.
bool saysTheSame(const QString& property, const QString& pulled, const QString& known);

struct PullPage {
    std::vector<EntityChange> changes;
    QByteArray nextCursor; ///< opaque; durable together with the changes, then a pull that is cut off goes on from there
    bool more = false;     ///< ask again at once; false: the round is complete, ask again when it is time
};

struct Capabilities {
    std::vector<QString> pullLists, pushLists;
    bool records = false;                        ///< takes Record jobs
    std::chrono::seconds maximumRequestTime{60}; ///< after an unknown outcome the key is left alone that long before the look-up
};

/// A system of record. Called on the job thread; calls may block up to maximumRequestTime. One instance per configured connector.
/// Duties of an implementer: push() with the same key twice leaves one object there; nothing is created before a look-up when
/// job.outcomeUnknown; an error text holds no personal data.
class Connector
{
public:
    virtual ~Connector() = default;
    virtual Capabilities capabilities() const = 0;
    virtual Status check() = 0; ///< reachable, logged in, may do what the mapping needs
    /// The next page of changes after @p cursor (empty: from the beginning). Bounded: about 100 changed objects, 10,000 ids of deleted ones.
    /// Offline: try again later from the same cursor. Denied: needs somebody. Corrupt: begin again with an empty cursor. Invalid: no such list.
    virtual Result<PullPage> pull(const QString& list, const QByteArray& cursor) = 0;
    virtual PushResult push(const Job& job, const JobContext& context) = 0;
};

/// {"id": "erp", "type": "tryton"|"files"|"mail"|"webhook"|"rest"|…, "title": "ERP", …its own members}. Unknown type or member: Invalid, naming it.
Result<std::unique_ptr<Connector>> makeConnector(const QJsonObject& configuration, const QString& dataDir);

} // namespace rapport::connectors
