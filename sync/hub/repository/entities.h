// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <functional>
#include <optional>
#include <vector>

namespace rapport::hub
{

/// The newest state of an entity.
struct EntityState : connectors::Entity {
    qint64 version = 0; ///< the first is 1
    bool deleted = false;
};
/// Where a version came from.
struct EntityOrigin {
    std::optional<qint64> baseVersion; ///< what it was made of
    QString source, author;
    QString deviceId; ///< empty: not from a device
    QDateTime at;
};
/// One of the versions that an entity has had.
struct EntityVersion {
    qint64 number = 0;
    QString label, source, author, deviceId;
    QDateTime at;
    std::map<QString, QString> properties;
};
/// An entity of a list that is walked through: a list may be long, so its properties are left as they lie there.
struct EntityRow {
    QString id, label;
    qint64 version = 0;
    QByteArray properties; ///< a compact JSON object of texts
    bool deleted = false;
    qint64 sequence = 0; ///< of the change that made it
};
std::map<QString, QString> textsOf(const QByteArray& properties); ///< of an EntityRow; empty where it is no object

/// Up to where a hub has changed. Sequence numbers grow with each change of whatever list, and are committed in their order: who has read up to one
/// never misses a change.
struct ChangeMark {
    QString epoch; ///< another one when the hub was restored: its numbers say nothing of those before
    qint64 sequence = 0;
};

/// What entities that may be the same have in common.
enum class EntityKey {
    Email, ///< of contacts; without regard to the case of ASCII letters
    Badge, ///< of contacts
    Label  ///< of contacts and organisations; without regard to the case of ASCII letters
};

/// People, firms and whatever else has rows: their newest states, their histories, and the ids that lead to others. How a change comes about is
/// decided by hub/entities.h. Calls that change something belong into a unit of work (repositories.h).
class Entities
{
public:
    virtual ~Entities() = default;

    /// Makes @p state the newest one, with the next sequence number, and remembers it among the versions.
    virtual Status write(const EntityState& state, const EntityOrigin& origin) = 0;
    virtual Result<std::optional<EntityState>> find(const QString& list, const QString& id) const = 0;      ///< also a deleted one
    virtual Result<std::vector<EntityState>> living(const QString& list, const QStringList& ids) const = 0; ///< those of them that are not deleted
    virtual Result<std::vector<EntityVersion>> versions(const QString& list, const QString& id,
                                                        qint64 from) const = 0;                       ///< that one included; oldest first
    virtual Result<std::optional<QDateTime>> since(const QString& list, const QString& id) const = 0; ///< when its first version was made

    // Walks, in bounded memory. @p visit does not ask the repositories that it walks through, and answers false to end the walk.
    using Visit = std::function<bool(const EntityRow&)>;
    /// The newest state of each that has changed after @p sequence, also of deleted ones, in the order of the changes.
    virtual Status changed(const QString& list, qint64 sequence, const Visit& visit) const = 0;
    virtual Status all(const QString& list, const Visit& visit) const = 0; ///< that are not deleted, in any order
    virtual Result<ChangeMark> newest() const = 0;                         ///< of all lists
    virtual Result<qint64> newestOf(const QString& list) const = 0;        ///< sequence number; 0: there is nothing

    // Searches among those that are not deleted.
    /// Nothing for an empty key, and of lists that are not known by it.
    virtual Result<std::vector<EntityState>> alike(const QString& list, EntityKey key, const QString& value, int atMost) const = 0;
    virtual Result<std::vector<EntityState>> having(const QString& list, const QString& property, const QString& value) const = 0;
    virtual Result<std::vector<EntityState>> naming(const QString& property, const QString& value) const = 0; ///< the same in whatever list
    /// Whether one of the list, deleted or not, has it or ever had it.
    virtual Result<bool> everHad(const QString& list, const QString& property, const QString& value) const = 0;

    /// The id under which an entity is kept: itself, unless it was found to be another.
    virtual Result<QString> keptAs(const QString& list, const QString& id) const = 0;
    /// From now on @p id leads to @p kept, and so does what led to @p id: nobody is led through two. Conflict where it leads somewhere already.
    virtual Status lead(const QString& list, const QString& id, const QString& kept, const QString& source, const QDateTime& now) = 0;
};

} // namespace rapport::hub
