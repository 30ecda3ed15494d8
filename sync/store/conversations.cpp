// SPDX-License-Identifier: Apache-2.0
#include "sync/store/attachmentfile.h"
#include "sync/store/held.h"
#include "sync/store/store_private.h"
#include "sync/store/talks.h"

namespace rapport::store
{

namespace
{

constexpr const char* columns =
    "id, instance_id, form_id, form_version, occasion_id, author, conversation.state, title, organisation, lead_status, answered, questions, "
    "section, started_at, saved_at, finished_at, sent_at, deleted_at, corrects, "
    "(SELECT id FROM conversation AS first WHERE first.instance_id = conversation.corrects), "
    "(SELECT id FROM conversation AS later WHERE later.corrects = conversation.instance_id AND later.corrects <> '' AND later.deleted_at IS NULL), "
    "(SELECT finished_at FROM conversation AS later WHERE later.corrects = conversation.instance_id AND later.corrects <> '' "
    "AND later.deleted_at IS NULL), handover.to_name, handover.job_id, handover.reason, handover.state, handover.given_at, unresolved";

Conversation readConversation(const db::Statement& row)
{
    const auto optionalTime = [&](int column) { return row.isNull(column) ? std::nullopt : std::optional<QDateTime>(timeOf(row.text(column))); };
    Conversation out;
    out.id = ConversationId::parse(row.text(0));
    out.instanceId = row.text(1);
    out.formId = row.text(2);
    out.formVersion = row.text(3);
    out.occasionId = row.text(4);
    out.author = row.text(5);
    const QString state = row.text(6);
    out.state = state == QLatin1String("draft")  ? ConversationState::Draft
                : state == QLatin1String("sent") ? ConversationState::Sent
                                                 : ConversationState::Waiting;
    out.title = row.text(7);
    out.organisation = row.text(8);
    out.leadStatus = row.text(9);
    out.answered = static_cast<int>(row.integer(10));
    out.questions = static_cast<int>(row.integer(11));
    out.section = row.text(12);
    out.startedAt = timeOf(row.text(13));
    out.savedAt = timeOf(row.text(14));
    out.finishedAt = optionalTime(15);
    out.sentAt = optionalTime(16);
    out.deletedAt = optionalTime(17);
    out.corrects = row.text(18);
    const auto optionalId = [&](int column) {
        return row.isNull(column) ? std::nullopt : std::optional<ConversationId>(ConversationId::parse(row.text(column)));
    };
    out.original = optionalId(19);
    out.correction = optionalId(20);
    out.correctedAt = optionalTime(21);
    if (!row.isNull(22))
        out.handedOver = HandedOver{row.text(22), row.text(23), row.text(24), handedState(row.text(25)), timeOf(row.text(26))};
    out.unresolved = row.text(27);
    return out;
}

QByteArray select(const char* where)
{
    return QByteArray("SELECT ") + columns + " FROM conversation LEFT JOIN handover ON conversation_id = id " + where;
}

} // namespace

/// Only a draft may be written over, and only while it is ours: what waits or was sent is settled, what was handed over is somebody else's.
Status SqlStore::writeConversation(const Conversation& c, const char* state, const QByteArray& instance)
{
    const bool finished = QByteArray(state) != "draft";
    auto written = run(
        "INSERT INTO conversation(id, instance_id, form_id, form_version, occasion_id, author, state, title, organisation, lead_status, answered, "
        "questions, section, started_at, saved_at, finished_at, unresolved) "
        "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17) "
        "ON CONFLICT(id) DO UPDATE SET state=?7, title=?8, organisation=?9, lead_status=?10, answered=?11, questions=?12, section=?13, saved_at=?15, "
        "finished_at=?16, unresolved=?17 WHERE state = 'draft' AND id NOT IN (SELECT conversation_id FROM handover)",
        c.id.text(), c.instanceId, c.formId, c.formVersion, c.occasionId, c.author, QString::fromLatin1(state), c.title, c.organisation, c.leadStatus,
        c.answered, c.questions, c.section, timeText(c.startedAt), now(), finished ? std::optional<QString>(now()) : std::nullopt, c.unresolved);
    if (!written)
        return written;
    if (m_db.changes() == 0)
        return Error{Error::Kind::Conflict, QStringLiteral("conversation %1 is finished or handed over").arg(c.id.text())};
    return run("INSERT INTO instance(conversation_id, xml) VALUES(?1, ?2) ON CONFLICT(conversation_id) DO UPDATE SET xml = ?2", c.id.text(),
               instance);
}

Status SqlStore::saveDraft(const Conversation& conversation, const QByteArray& instance)
{
    return transact([&] { return writeConversation(conversation, "draft", instance); });
}

Status SqlStore::addAttachment(ConversationId id, const QString& name, const QString& mediaType, const QByteArray& content)
{
    const auto sha256 = m_files.put(content); // on disk before the row that names it
    if (!sha256)
        return sha256.error();
    return noteAttachment(id, {name, mediaType, *sha256, static_cast<qint64>(content.size())});
}

Status SqlStore::addAttachment(ConversationId id, const QString& name, const QString& mediaType, QIODevice& content)
{
    const auto kept = m_files.put(content);
    return kept ? noteAttachment(id, {name, mediaType, kept->sha256, kept->size}) : Status(kept.error());
}

Status SqlStore::noteAttachment(ConversationId id, const StoredAttachment& attachment)
{
    return run("INSERT INTO attachment(conversation_id, name, media_type, sha256, size) VALUES(?1,?2,?3,?4,?5) "
               "ON CONFLICT(conversation_id, name) DO UPDATE SET media_type=?3, sha256=?4, size=?5",
               id.text(), attachment.name, attachment.mediaType, attachment.sha256, attachment.size);
}

Status SqlStore::keepOnlyAttachments(ConversationId id, const QStringList& names)
{
    return run("DELETE FROM attachment WHERE conversation_id = ?1 AND name NOT IN (SELECT value FROM json_each(?2)) "
               "AND (SELECT state FROM conversation WHERE id = ?1) = 'draft' AND conversation_id NOT IN (SELECT conversation_id FROM handover)",
               id.text(), textsJson(names));
}

Status SqlStore::keepThumbnail(ConversationId id, const QString& attachment, const QByteArray& jpeg)
{
    return run("INSERT OR REPLACE INTO thumbnail(sha256, jpeg) SELECT sha256, ?3 FROM attachment WHERE conversation_id = ?1 AND name = ?2", id.text(),
               attachment, jpeg);
}

Status SqlStore::finishHeld(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions,
                            const QDateTime& notBefore)
{
    return transact([&] { return queue(conversation, submission, actions, notBefore); });
}

/// Within a transaction.
Status SqlStore::queue(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions,
                       const QDateTime& notBefore)
{
    if (auto written = writeConversation(conversation, "waiting", submission); !written)
        return written;
    const Status queued =
        run("INSERT INTO outbox(instance_id, conversation_id, queued_at, next_try_at) VALUES(?1, ?2, ?3, ?4)", conversation.instanceId,
            conversation.id.text(), now(), notBefore.isValid() ? std::optional<QString>(timeText(notBefore)) : std::nullopt);
    return queued ? apply(conversation, actions) : queued;
}

Status SqlStore::apply(const Conversation& conversation, const std::vector<forms::EntityAction>& actions)
{
    for (const forms::EntityAction& action : actions) {
        if (auto applied = applyChange({conversation.instanceId, action, conversation.author, now()}); !applied)
            return applied;
    }
    return ok();
}

Result<Conversation> SqlStore::conversation(ConversationId id)
{
    auto found = rows<Conversation>(select("WHERE id = ?1").constData(), readConversation, id.text());
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("there is no conversation %1").arg(id.text())};
    return found->front();
}

Result<QByteArray> SqlStore::instance(ConversationId id)
{
    auto found = rows<QByteArray>(
        "SELECT xml FROM instance WHERE conversation_id = ?1", [](const db::Statement& row) { return row.blob(0); }, id.text());
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("conversation %1 has no answers").arg(id.text())};
    return found->front();
}

Result<std::vector<StoredAttachment>> SqlStore::attachments(ConversationId id)
{
    return rows<StoredAttachment>(
        "SELECT name, media_type, sha256, size FROM attachment WHERE conversation_id = ?1 ORDER BY name",
        [](const db::Statement& row) {
            return StoredAttachment{row.text(0), row.text(1), row.text(2), row.integer(3)};
        },
        id.text());
}

Result<QByteArray> SqlStore::attachment(ConversationId id, const QString& name)
{
    const auto found = findAttachment(id, name);
    return found ? m_files.get(found->sha256) : found.error();
}

Result<std::unique_ptr<QIODevice>> SqlStore::openAttachment(ConversationId id, const QString& name)
{
    const auto found = findAttachment(id, name);
    if (!found)
        return found.error();
    return m_files.open(found->sha256);
}

Result<StoredAttachment> SqlStore::findAttachment(ConversationId id, const QString& name)
{
    auto found = attachments(id);
    if (!found)
        return found.error();
    for (const StoredAttachment& one : *found) {
        if (one.name == name)
            return one;
    }
    return Error{Error::Kind::NotFound, QStringLiteral("conversation %1 has no such attachment").arg(id.text())};
}

Status addAttachment(Store& store, ConversationId id, const QString& name, const QString& mediaType, QIODevice& content)
{
    return static_cast<SqlStore&>(store).addAttachment(id, name, mediaType, content); // there is no other store
}

Result<std::unique_ptr<QIODevice>> openAttachment(Store& store, ConversationId id, const QString& name)
{
    return static_cast<SqlStore&>(store).openAttachment(id, name);
}

Result<QByteArray> SqlStore::thumbnail(ConversationId id, const QString& attachment)
{
    auto found = rows<QByteArray>(
        "SELECT jpeg FROM thumbnail JOIN attachment USING(sha256) WHERE conversation_id = ?1 AND name = ?2",
        [](const db::Statement& row) { return row.blob(0); }, id.text(), attachment);
    if (!found)
        return found.error();
    if (found->empty())
        return Error{Error::Kind::NotFound, QStringLiteral("there is no small picture of that")};
    return found->front();
}

Result<std::vector<Conversation>> SqlStore::conversations(const QDateTime& from, const QDateTime& to)
{
    return rows<Conversation>(select("WHERE started_at >= ?1 AND started_at < ?2 AND deleted_at IS NULL ORDER BY started_at DESC").constData(),
                              readConversation, timeText(from), timeText(to));
}

Result<std::optional<Conversation>> SqlStore::lastFinished(const QString& formId, const QString& author)
{
    const auto found = rows<Conversation>(select("WHERE form_id = ?1 AND author = ?2 AND finished_at IS NOT NULL AND deleted_at IS NULL "
                                                 "ORDER BY finished_at DESC, started_at DESC LIMIT 1")
                                              .constData(),
                                          readConversation, formId, author);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Result<std::vector<Conversation>> SqlStore::conversationsWhere(const char* where)
{
    return rows<Conversation>(select(where).constData(), readConversation);
}

Result<std::vector<Conversation>> SqlStore::talksWith(const TalkPartner& partner, const QDateTime& from, const QString& except, int limit)
{
    return rows<Conversation>(select("WHERE started_at >= ?1 AND deleted_at IS NULL AND form_id <> ?2 AND "
                                     "CASE ?3 WHEN '' THEN title = ?4 ELSE organisation = ?3 END ORDER BY started_at DESC LIMIT ?5")
                                  .constData(),
                              readConversation, timeText(from), except, partner.organisation, partner.person, limit);
}

Result<std::vector<Conversation>> SqlStore::talksThatChanged(const QString& list, const QString& id, int limit)
{
    return rows<Conversation>(select("WHERE instance_id IN (SELECT instance_id FROM entity_history WHERE list = ?1 AND id = ?2) "
                                     "AND deleted_at IS NULL ORDER BY started_at DESC LIMIT ?3")
                                  .constData(),
                              readConversation, list, id, limit);
}

Result<std::vector<Conversation>> SqlStore::drafts()
{
    return rows<Conversation>(
        select("WHERE conversation.state = 'draft' AND deleted_at IS NULL AND conversation_id IS NULL ORDER BY saved_at DESC").constData(),
        readConversation);
}

// ---- deleted drafts: out of sight at once, gone after keepDeleted

Status SqlStore::discardDraft(ConversationId id)
{
    return run("UPDATE conversation SET deleted_at = ?2 WHERE id = ?1 AND state = 'draft' AND deleted_at IS NULL "
               "AND id NOT IN (SELECT conversation_id FROM handover)",
               id.text(), now());
}

Status SqlStore::restoreDraft(ConversationId id)
{
    return run("UPDATE conversation SET deleted_at = NULL WHERE id = ?1 AND state = 'draft'", id.text());
}

Status SqlStore::removeDeleted(ConversationId id)
{
    return run("DELETE FROM conversation WHERE id = ?1 AND deleted_at IS NOT NULL", id.text());
}

Result<std::vector<Conversation>> SqlStore::deletedDrafts()
{
    const QString oldest = timeText(m_clock().addDays(-keepDeleted.count()));
    if (auto swept = run("DELETE FROM conversation WHERE deleted_at < ?1", oldest); !swept)
        return swept.error();
    return rows<Conversation>(select("WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC").constData(), readConversation);
}

Status finishHeld(Store& store, const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions,
                  const QDateTime& notBefore)
{
    return static_cast<SqlStore&>(store).finishHeld(conversation, submission, actions, notBefore); // there is no other store
}

Result<std::vector<Conversation>> talksWith(Store& store, const TalkPartner& partner, const QDateTime& from, const QString& except, int limit)
{
    return static_cast<SqlStore&>(store).talksWith(partner, from, except, limit);
}

Result<std::vector<Conversation>> talksThatChanged(Store& store, const QString& list, const QString& id, int limit)
{
    return static_cast<SqlStore&>(store).talksThatChanged(list, id, limit);
}

} // namespace rapport::store
