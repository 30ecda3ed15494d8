// SPDX-License-Identifier: Apache-2.0
#include "sync/store/gathering.h"

#include "sync/store/store_private.h"

#include <algorithm>

namespace rapport::store
{

namespace
{

constexpr const char* columns = "SELECT id, format, code, first_at, times, converses_anew FROM gathered ";

Gathered readGathered(const db::Statement& row)
{
    return {row.text(0), row.text(1), row.text(2), timeOf(row.text(3)), static_cast<int>(row.integer(4)), row.integer(5) != 0};
}

} // namespace

Result<std::vector<Gathered>> SqlStore::gathered(const std::optional<ConversationId>& group)
{
    const QByteArray sql = QByteArray(columns) + "WHERE conversation_id IS ?1 ORDER BY first_at, id";
    return rows<Gathered>(sql.constData(), readGathered, group ? std::optional<QString>(group->text()) : std::nullopt);
}

Status SqlStore::keepGathered(const Gathered& one)
{
    return run("INSERT INTO gathered(id, format, code, first_at, times, converses_anew) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
               "ON CONFLICT(id) DO UPDATE SET times = ?5, converses_anew = ?6",
               one.id, one.format, one.code, timeText(one.firstAt), one.times, one.conversesAnew ? 1 : 0);
}

Status SqlStore::dropGathered(const QString& id)
{
    return run("DELETE FROM gathered WHERE id = ?1", id);
}

Status SqlStore::startEach(const std::vector<FreshDraft>& drafts, const QStringList& done)
{
    return transact([&]() -> Status {
        for (const FreshDraft& draft : drafts) {
            if (auto written = writeConversation(draft.conversation, "draft", draft.instance); !written)
                return written;
        }
        return run("DELETE FROM gathered WHERE conversation_id IS NULL AND id IN (SELECT value FROM json_each(?1))", textsJson(done));
    });
}

Status SqlStore::startGroup(const FreshDraft& draft, const QStringList& people)
{
    return transact([&]() -> Status {
        if (auto written = writeConversation(draft.conversation, "draft", draft.instance); !written)
            return written;
        if (auto joined = run("UPDATE gathered SET conversation_id = ?1 WHERE conversation_id IS NULL AND id IN (SELECT value FROM json_each(?2))",
                              draft.conversation.id.text(), textsJson(people));
            !joined)
            return joined;
        if (m_db.changes() == people.size())
            return ok();
        return Error{Error::Kind::Conflict, QStringLiteral("not all of the group are in the list")};
    });
}

Status SqlStore::leaveGroup(const QString& person, const FreshDraft& draft)
{
    return transact([&]() -> Status {
        if (auto written = writeConversation(draft.conversation, "draft", draft.instance); !written)
            return written;
        if (auto copied = run("INSERT INTO attachment(conversation_id, name, media_type, sha256, size) SELECT ?1, name, media_type, sha256, size "
                              "FROM attachment WHERE conversation_id = (SELECT conversation_id FROM gathered WHERE id = ?2)",
                              draft.conversation.id.text(), person);
            !copied)
            return copied;
        if (auto left = run("DELETE FROM gathered WHERE id = ?1 AND conversation_id IS NOT NULL", person); !left)
            return left;
        return m_db.changes() == 1 ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("there is no such person in a group")});
    });
}

Status SqlStore::finishGroup(ConversationId group, const QStringList& people, const std::vector<FinishedOne>& conversations)
{
    return transact([&]() -> Status {
        const auto here = gathered(group);
        const auto draft = conversation(group);
        if (!here || !draft)
            return here ? draft.error() : here.error();
        const bool same = static_cast<qsizetype>(here->size()) == people.size() &&
                          std::all_of(here->begin(), here->end(), [&](const Gathered& one) { return people.contains(one.id); });
        if (!same || draft->state != ConversationState::Draft || draft->deletedAt)
            return Error{Error::Kind::Conflict, QStringLiteral("group %1 has changed meanwhile").arg(group.text())};
        for (const FinishedOne& one : conversations) {
            if (auto finished = finishOne(group, one); !finished)
                return finished;
        }
        return run("DELETE FROM conversation WHERE id = ?1", group.text()); // its people, answers and names of files go with it
    });
}

Status SqlStore::finishOne(ConversationId group, const FinishedOne& one)
{
    if (auto queued = queue(one.conversation, one.submission, one.actions); !queued)
        return queued;
    const QString id = one.conversation.id.text();
    if (one.corrects) {
        if (auto linked = linkCorrection(*one.corrects, one.conversation.id); !linked)
            return linked;
    }
    for (const auto& [from, to] : one.files) {
        if (auto copied = run("INSERT INTO attachment(conversation_id, name, media_type, sha256, size) SELECT ?1, ?2, media_type, sha256, size "
                              "FROM attachment WHERE conversation_id = ?3 AND name = ?4",
                              id, to, group.text(), from);
            !copied)
            return copied;
    }
    return run("DELETE FROM attachment WHERE conversation_id = ?1 AND name NOT IN (SELECT value FROM json_each(?2))", id, textsJson(one.attachments));
}

// ---- there is no other store

namespace
{

SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

} // namespace

Result<std::vector<Gathered>> gathered(Store& store)
{
    return sql(store).gathered(std::nullopt);
}

Result<std::vector<Gathered>> gathered(Store& store, ConversationId group)
{
    return sql(store).gathered(group);
}

Status keepGathered(Store& store, const Gathered& one)
{
    return sql(store).keepGathered(one);
}

Status dropGathered(Store& store, const QString& id)
{
    return sql(store).dropGathered(id);
}

Status startEach(Store& store, const std::vector<FreshDraft>& drafts, const QStringList& done)
{
    return sql(store).startEach(drafts, done);
}

Status startGroup(Store& store, const FreshDraft& draft, const QStringList& people)
{
    return sql(store).startGroup(draft, people);
}

Status leaveGroup(Store& store, const QString& person, const FreshDraft& draft)
{
    return sql(store).leaveGroup(person, draft);
}

Status finishGroup(Store& store, ConversationId group, const QStringList& people, const std::vector<FinishedOne>& conversations)
{
    return sql(store).finishGroup(group, people, conversations);
}

} // namespace rapport::store
