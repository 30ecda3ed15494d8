// SPDX-License-Identifier: Apache-2.0
#include "sync/store/handover.h"

#include "sync/store/store_private.h"

namespace rapport::store
{

namespace
{

const QString peopleSetting = QStringLiteral("people"), offersSetting = QStringLiteral("offers");

/// There is one kind of store; these calls are apart from Store only so that few need to know them.
SqlStore& sql(Store& store)
{
    return static_cast<SqlStore&>(store);
}

wire::HandOver headOf(const Conversation& conversation, const std::vector<StoredAttachment>& attachments)
{
    wire::HandOver head;
    head.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    head.conversationId = conversation.id.text();
    head.instanceId = conversation.instanceId;
    head.formId = conversation.formId;
    head.formVersion = conversation.formVersion;
    head.occasionId = conversation.occasionId;
    head.title = conversation.title;
    head.organisation = conversation.organisation;
    head.leadStatus = conversation.leadStatus;
    head.section = conversation.section;
    head.answered = conversation.answered;
    head.questions = conversation.questions;
    head.startedAt = conversation.startedAt.toUTC();
    for (const StoredAttachment& one : attachments)
        head.files.push_back({one.name, one.mediaType, one.sha256, one.size});
    return head;
}

} // namespace

QString word(HandedOver::State state)
{
    switch (state) {
    case HandedOver::State::Waiting:
        return QStringLiteral("waiting");
    case HandedOver::State::Offered:
        return QStringLiteral("offered");
    case HandedOver::State::Taken:
        return QStringLiteral("taken");
    case HandedOver::State::Refused:
        break;
    }
    return QStringLiteral("refused");
}

HandedOver::State handedState(const QString& word)
{
    return word == QLatin1String("waiting")   ? HandedOver::State::Waiting
           : word == QLatin1String("offered") ? HandedOver::State::Offered
           : word == QLatin1String("taken")   ? HandedOver::State::Taken
                                              : HandedOver::State::Refused;
}

Status SqlStore::handOver(ConversationId id, const QString& to, const QString& jobId)
{
    const auto draft = conversation(id);
    const auto files = attachments(id);
    const auto known = store::people(*this);
    if (!draft || !files || !known)
        return !draft ? draft.error() : !files ? files.error() : known.error();
    const auto person = std::find_if(known->begin(), known->end(), [&](const wire::Person& one) { return one.id == to; });
    if (person == known->end())
        return Error{Error::Kind::NotFound, QStringLiteral("there is no user %1").arg(to)};
    wire::HandOver head = headOf(*draft, *files);
    head.to = to;
    head.jobId = jobId;
    head.givenAt = m_clock().toUTC();
    return transact([&]() -> Status {
        auto given = run("INSERT INTO handover(conversation_id, to_user, to_name, job_id, state, given_at, head) SELECT id, ?2, ?3, ?4, 'waiting', "
                         "?5, ?6 FROM conversation WHERE id = ?1 AND state = 'draft' AND deleted_at IS NULL AND id NOT IN "
                         "(SELECT conversation_id FROM gathered WHERE conversation_id IS NOT NULL)",
                         id.text(), to, person->name, jobId, now(), QString::fromUtf8(wire::toJson(head)));
        if (!given)
            return given;
        return m_db.changes() == 1 ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("conversation %1 is no draft").arg(id.text())});
    });
}

Status SqlStore::takeBack(ConversationId id)
{
    if (auto gone = run("DELETE FROM handover WHERE conversation_id = ?1 AND begun_at IS NULL", id.text()); !gone)
        return gone;
    return m_db.changes() == 1 ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("the hub may have draft %1").arg(id.text())});
}

Status SqlStore::takeBackFromHub(ConversationId id)
{
    return run("DELETE FROM handover WHERE conversation_id = ?1", id.text());
}

Result<std::vector<Given>> SqlStore::given()
{
    return rows<Given>("SELECT head, state, begun_at IS NOT NULL FROM handover ORDER BY given_at, conversation_id", [](const db::Statement& row) {
        return Given{wire::parseHandOver(row.text(0).toUtf8()).value_or(wire::HandOver{}), handedState(row.text(1)), row.integer(2) != 0};
    });
}

Status SqlStore::beginGiving(ConversationId id)
{
    return run("UPDATE handover SET begun_at = ?2 WHERE conversation_id = ?1", id.text(), now());
}

Status SqlStore::recordGiven(ConversationId id, HandedOver::State state, const QString& reason)
{
    return run("UPDATE handover SET state = ?2, reason = ?3 WHERE conversation_id = ?1", id.text(), word(state), reason);
}

Status SqlStore::keepTakenFile(const wire::HandedFile& file, const QByteArray& content)
{
    const auto kept = m_files.put(content);
    if (!kept)
        return kept.error();
    return *kept == file.sha256 ? ok() : Status(Error{Error::Kind::Conflict, QStringLiteral("a file of the draft arrived torn")});
}

Status SqlStore::keepTaken(const wire::HandOver& handOver, const QByteArray& record, const QString& user)
{
    const ConversationId id = ConversationId::parse(handOver.conversationId);
    return transact([&]() -> Status {
        const auto here = rows<bool>(
            "SELECT EXISTS(SELECT 1 FROM handover WHERE conversation_id = id) FROM conversation WHERE id = ?1",
            [](const db::Statement& row) { return row.integer(0) != 0; }, id.text());
        if (!here)
            return here.error();
        if (!here->empty() && !here->front())
            return ok();
        for (const char* before : {"DELETE FROM handover WHERE conversation_id = ?1", "DELETE FROM attachment WHERE conversation_id = ?1"}) {
            if (auto gone = run(before, id.text()); !gone)
                return gone;
        }
        Conversation draft;
        draft.id = id;
        draft.instanceId = handOver.instanceId;
        draft.formId = handOver.formId;
        draft.formVersion = handOver.formVersion;
        draft.occasionId = handOver.occasionId;
        draft.author = user;
        draft.title = handOver.title;
        draft.organisation = handOver.organisation;
        draft.leadStatus = handOver.leadStatus;
        draft.section = handOver.section;
        draft.answered = handOver.answered;
        draft.questions = handOver.questions;
        draft.startedAt = handOver.startedAt;
        if (auto written = writeConversation(draft, "draft", record); !written)
            return written;
        for (const wire::HandedFile& file : handOver.files) {
            if (auto noted = noteAttachment(id, {file.name, file.mediaType, file.sha256, file.size}); !noted)
                return noted;
        }
        return ok();
    });
}

Status handOver(Store& store, ConversationId id, const QString& to, const QString& jobId)
{
    return sql(store).handOver(id, to, jobId);
}

Status takeBack(Store& store, ConversationId id)
{
    return sql(store).takeBack(id);
}

Status takeBackFromHub(Store& store, ConversationId id)
{
    return sql(store).takeBackFromHub(id);
}

Result<std::vector<Given>> given(Store& store)
{
    return sql(store).given();
}

Status beginGiving(Store& store, ConversationId id)
{
    return sql(store).beginGiving(id);
}

Status recordGiven(Store& store, ConversationId id, HandedOver::State state, const QString& reason)
{
    return sql(store).recordGiven(id, state, reason);
}

Status keepTakenFile(Store& store, const wire::HandedFile& file, const QByteArray& content)
{
    return sql(store).keepTakenFile(file, content);
}

Status keepTaken(Store& store, const wire::HandOver& handOver, const QByteArray& record, const QString& user)
{
    return sql(store).keepTaken(handOver, record, user);
}

Status keepPeople(Store& store, const std::vector<wire::Person>& people)
{
    return store.setSetting(peopleSetting, QString::fromUtf8(wire::toJson(people)));
}

Result<std::vector<wire::Person>> people(Store& store)
{
    const auto kept = store.setting(peopleSetting);
    if (!kept || kept->isEmpty())
        return kept ? Result<std::vector<wire::Person>>(std::vector<wire::Person>{}) : kept.error();
    return wire::parsePeople(kept->toUtf8());
}

Status keepOffers(Store& store, const std::vector<wire::HandOver>& offers)
{
    return store.setSetting(offersSetting, QString::fromUtf8(wire::toJson(offers)));
}

Result<std::vector<wire::HandOver>> offers(Store& store)
{
    const auto kept = store.setting(offersSetting);
    if (!kept || kept->isEmpty())
        return kept ? Result<std::vector<wire::HandOver>>(std::vector<wire::HandOver>{}) : kept.error();
    return wire::parseHandOvers(kept->toUtf8());
}

} // namespace rapport::store
