// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/pulledentities.h"

#include "sync/hub/duplicates.h"
#include "sync/hub/entities.h"

#include <QUuid>

#include <algorithm>

namespace rapport::hub
{

namespace
{

const QUuid connectorNamespace(QStringLiteral("52a1c0de-8d1b-5f0e-9d55-7a0c4f4be0a9"));
const QString people = QStringLiteral("contacts"), firms = QStringLiteral("organisations"), asOf = QStringLiteral("as_of");

/// Properties whose value is another object, and the list where that one is looked for first.
constexpr std::pair<const char*, const char*> references[] = {{"organisation_id", "organisations"},
                                                              {"contact_id", "contacts"},
                                                              {"machine_id", "machines"},
                                                              {"product_id", "products"},
                                                              {"person_id", "people"}};

QString ownId(const QString& target, const QString& remoteId)
{
    return QUuid::createUuidV5(QUuid::createUuidV5(connectorNamespace, target), remoteId).toString(QUuid::WithoutBraces);
}

/// Writes the changes of one page.
class Absorber
{
public:
    Absorber(Repositories& repositories, const PulledPage& pulled, const QDateTime& now, PullCounts& counts)
        : m_repositories(repositories), m_pulled(pulled), m_now(now), m_counts(counts)
    {
    }

    Result<bool> bringsStrangers() const
    {
        for (const connectors::EntityChange& change : m_pulled.page.changes) {
            const auto places = m_repositories.pulls().placesOf(m_pulled.target, change.remoteId);
            if (!places)
                return places.error();
            if (places->empty() && !change.deleted)
                return true;
            for (const auto& [property, list] : references) {
                const auto named = change.properties.find(QLatin1String(property));
                const auto there = named == change.properties.end() ? Result<std::vector<Place>>(std::vector<Place>(1))
                                                                    : m_repositories.pulls().placesOf(m_pulled.target, named->second);
                if (!there)
                    return there.error();
                if (there->empty())
                    return true;
            }
        }
        return false;
    }

    Status absorb(const connectors::EntityChange& change)
    {
        const auto places = m_repositories.pulls().placesOf(m_pulled.target, change.remoteId);
        if (!places)
            return places.error();
        QStringList ids;
        for (const Place& place : *places) {
            if (place.list == m_pulled.list)
                ids.append(place.id);
        }
        if (ids.isEmpty()) {
            const auto elsewhere = m_repositories.pulls().livesIn(m_pulled.target, otherParty(), change.remoteId);
            if (!elsewhere)
                return elsewhere.error();
            if (change.deleted || *elsewhere)
                return ok();
            ids.append(ownId(m_pulled.target, change.remoteId));
            if (auto placed = m_repositories.pulls().place(m_pulled.target, {m_pulled.list, ids.front()}, change.remoteId); !placed)
                return placed;
            if (auto put = this->put(ids.front(), change); !put)
                return put;
            return noteAlike(ids.front());
        }
        for (const QString& id : ids) { // two of our entities may have become one object there
            if (auto done = change.deleted ? remove(id) : put(id, change); !done)
                return done;
        }
        return ok();
    }

private:
    /// Somebody new of a target may be here from elsewhere: the office decides.
    Status noteAlike(const QString& id)
    {
        const auto entity = m_repositories.entities().find(m_pulled.list, id);
        if (!entity || !*entity)
            return entity ? ok() : Status(entity.error());
        const auto alike = likenesses(m_repositories.entities(), m_pulled.list, id, (*entity)->label, (*entity)->properties, m_now);
        return alike ? noteDuplicates(m_repositories, m_pulled.list, id, *alike, m_now) : Status(alike.error());
    }
    /// Whether what was read of it may be older than what we have.
    Result<bool> isOurs(const QString& id) const { return m_repositories.jobs().isAhead(m_pulled.target, m_pulled.list, id, m_pulled.askedAt); }
    QString otherParty() const { return m_pulled.list == people ? firms : m_pulled.list == firms ? people : QString(); }
    Status remove(const QString& id)
    {
        const auto ours = isOurs(id);
        if (!ours || *ours)
            return ours ? ok() : Status(ours.error());
        const auto removed = removeEntity(m_repositories, m_pulled.list, id, m_pulled.target, m_now);
        if (!removed)
            return removed.error();
        m_counts.deleted += *removed ? 1 : 0;
        return ok();
    }

    Status put(const QString& id, const connectors::EntityChange& theirs)
    {
        const auto known = m_repositories.entities().find(m_pulled.list, id);
        const auto ours = known ? isOurs(id) : Result<bool>(known.error());
        if (!ours)
            return ours.error();
        Change change{m_pulled.list, id, *ours && *known ? QString() : theirs.label, {}, {}, m_pulled.target, {}, Change::WhenEqual::Nothing};
        for (const auto& [name, value] : theirs.properties) {
            const auto mapped = valueOf(name, value);
            if (!mapped)
                return mapped.error();
            const QString there = *known ? propertyOf(**known, name) : QString();
            const bool keep = *ours ? !there.isEmpty() : connectors::saysTheSame(name, *mapped, there);
            if (!keep || !*known)
                change.properties[name] = *mapped;
        }
        // When it was read goes along with what was read, and alone it is no news.
        const auto time = theirs.properties.find(asOf);
        if (!change.properties.empty() && time != theirs.properties.end())
            change.properties[asOf] = time->second;
        const auto changed = changeEntity(m_repositories, change, m_now);
        if (!changed)
            return changed.error();
        m_counts.changed += *changed ? 1 : 0;
        return ok();
    }

    static QString propertyOf(const connectors::Entity& entity, const QString& name)
    {
        const auto found = entity.properties.find(name);
        return found == entity.properties.end() ? QString() : found->second;
    }

    /// References as ids of ours: of the list that is meant where the object is known in several.
    Result<QString> valueOf(const QString& name, const QString& value) const
    {
        const auto reference =
            std::find_if(std::begin(references), std::end(references), [&](const auto& one) { return name == QLatin1String(one.first); });
        if (reference == std::end(references) || value.isEmpty())
            return value;
        const auto places = m_repositories.pulls().placesOf(m_pulled.target, value);
        if (!places)
            return places.error();
        for (const Place& place : *places) {
            if (place.list == QLatin1String(reference->second))
                return place.id;
        }
        return places->empty() ? ownId(m_pulled.target, value) : places->front().id;
    }

    Repositories& m_repositories;
    const PulledPage& m_pulled;
    QDateTime m_now;
    PullCounts& m_counts;
};

} // namespace

Result<Absorbed> absorbPage(Repositories& repositories, const PulledPage& pulled, const QDateTime& now, PullCounts& counts)
{
    Absorber absorber(repositories, pulled, now, counts);
    const auto making = repositories.jobs().mayBeMaking(pulled.target);
    const auto strangers = making && *making ? absorber.bringsStrangers() : making;
    if (!strangers)
        return strangers.error();
    if (*strangers)
        return Absorbed::Held;
    const auto moved = repositories.pulls().move(pulled.target, pulled.list, pulled.cursor, pulled.page.nextCursor);
    if (!moved)
        return moved.error();
    if (!*moved)
        return Absorbed::Overtaken;
    for (const connectors::EntityChange& change : pulled.page.changes) {
        if (auto done = absorber.absorb(change); !done)
            return done.error();
    }
    return Absorbed::Done;
}

} // namespace rapport::hub
