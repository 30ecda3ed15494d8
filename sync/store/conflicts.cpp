// SPDX-License-Identifier: Apache-2.0
#include "sync/store/conflicts.h"

#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

using State = KeptConflict::State;

constexpr std::pair<State, const char*> words[] = {
    {State::Open, "open"}, {State::Changed, "changed"}, {State::Decided, "decided"}, {State::Sending, "sending"}, {State::Elsewhere, "elsewhere"}};

State stateOf(const QString& word)
{
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto& one) { return word == QLatin1String(one.second); });
    return found == std::end(words) ? State::Open : found->first;
}

wire::Conflict::Take takeOf(const QString& word)
{
    return word == wire::word(wire::Conflict::Take::Device) ? wire::Conflict::Take::Device : wire::Conflict::Take::Hub;
}

KeptConflict readKept(const db::Statement& row)
{
    return {wire::parseConflict(row.text(0).toUtf8()).value_or(wire::Conflict{}),
            stateOf(row.text(1)),
            takeOf(row.text(2)),
            timeOf(row.text(3)),
            row.text(4),
            row.isNull(5) ? std::nullopt : std::optional(ConversationId::parse(row.text(5)))};
}

QByteArray selectKept(const char* where)
{
    return QByteArray("SELECT question, conflict.state, take, decided_at, decided_by, conversation.id FROM conflict LEFT JOIN conversation ON "
                      "conversation.instance_id = conflict.instance_id ") +
           where;
}

/// There is one kind of store; these calls are apart from Store only so that few need to know them.
SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

} // namespace

Result<std::vector<KeptConflict>> SqlStore::conflicts()
{
    static const QByteArray all = selectKept("ORDER BY conflict.id");
    return rows<KeptConflict>(all.constData(), readKept);
}

Status SqlStore::keepConflicts(const std::vector<wire::Conflict>& listed)
{
    return transact([&]() -> Status {
        QStringList ids;
        for (const wire::Conflict& one : listed) {
            ids.append(QString::number(one.id));
            // Another question under a number is that of another hub. What was decided here keeps what the person saw.
            auto kept = run("INSERT INTO conflict(id, instance_id, question, state) VALUES(?1, ?2, ?3, 'open') ON CONFLICT(id) DO UPDATE SET "
                            "instance_id = ?2, question = ?3, state = iif(state = 'changed' AND instance_id = ?2, 'changed', 'open'), take = '', "
                            "decided_at = '', decided_by = '' WHERE instance_id <> ?2 OR state NOT IN ('decided', 'sending')",
                            one.id, one.instanceId, QString::fromUtf8(wire::toJson(one)));
            if (!kept)
                return kept;
        }
        return run("DELETE FROM conflict WHERE state IN ('open', 'changed') AND id NOT IN (SELECT value FROM json_each(?1))",
                   QLatin1Char('[') + ids.join(QLatin1Char(',')) + QLatin1Char(']'));
    });
}

Status SqlStore::decide(qint64 id, wire::Conflict::Take take)
{
    if (auto decided =
            run("UPDATE conflict SET state = 'decided', take = ?2, decided_at = ?3 WHERE id = ?1 AND state IN ('open', 'changed', 'decided')", id,
                wire::word(take), now());
        !decided)
        return decided;
    return m_db.changes() == 1 ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("conflict %1 is decided, and on its way").arg(id)});
}

Status SqlStore::takeBackDecision(qint64 id)
{
    if (auto open = run("UPDATE conflict SET state = 'open', take = '', decided_at = '' WHERE id = ?1 AND state = 'decided'", id); !open)
        return open;
    return m_db.changes() == 1 ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("the hub may have the decision of %1").arg(id)});
}

Status SqlStore::dismissConflict(qint64 id)
{
    return run("DELETE FROM conflict WHERE id = ?1 AND state = 'elsewhere'", id);
}

Result<std::optional<BegunDecision>> SqlStore::beginDeciding(qint64 id)
{
    static const QByteArray one = selectKept("WHERE conflict.id = ?1");
    std::optional<BegunDecision> begun;
    const auto marked = transact([&]() -> Status {
        const auto found = rows<KeptConflict>(one.constData(), readKept, id);
        if (!found)
            return found.error();
        if (found->empty() || (found->front().state != State::Decided && found->front().state != State::Sending))
            return ok();
        begun = BegunDecision{found->front().conflict, found->front().take, found->front().state == State::Decided};
        return run("UPDATE conflict SET state = 'sending' WHERE id = ?1", id);
    });
    return marked ? Result<std::optional<BegunDecision>>(std::move(begun)) : marked.error();
}

Status SqlStore::recordNotDecided(qint64 id)
{
    return run("UPDATE conflict SET state = 'decided' WHERE id = ?1 AND state = 'sending'", id);
}

Status SqlStore::recordVerdict(qint64 id, const std::optional<wire::Verdict>& verdict)
{
    if (verdict && verdict->state == wire::Verdict::State::Decided)
        return run("UPDATE conflict SET state = 'elsewhere', decided_by = ?2, decided_at = ?3 WHERE id = ?1 AND state = 'sending'", id, verdict->by,
                   timeText(verdict->at));
    if (verdict && verdict->state == wire::Verdict::State::Changed)
        return run("UPDATE conflict SET state = 'changed', take = '', decided_at = '' WHERE id = ?1 AND state = 'sending'", id);
    return run("DELETE FROM conflict WHERE id = ?1 AND state = 'sending'", id);
}

Result<std::vector<KeptConflict>> conflicts(Store& store)
{
    return sql(store).conflicts();
}

Status keepConflicts(Store& store, const std::vector<wire::Conflict>& listed)
{
    return sql(store).keepConflicts(listed);
}

Status decide(Store& store, qint64 id, wire::Conflict::Take take)
{
    return sql(store).decide(id, take);
}

Status takeBackDecision(Store& store, qint64 id)
{
    return sql(store).takeBackDecision(id);
}

Status dismissConflict(Store& store, qint64 id)
{
    return sql(store).dismissConflict(id);
}

Result<std::optional<BegunDecision>> beginDeciding(Store& store, qint64 id)
{
    return sql(store).beginDeciding(id);
}

Status recordNotDecided(Store& store, qint64 id)
{
    return sql(store).recordNotDecided(id);
}

Status recordVerdict(Store& store, qint64 id, const std::optional<wire::Verdict>& verdict)
{
    return sql(store).recordVerdict(id, verdict);
}

} // namespace rapport::store
