// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/filebox.h"
#include "sync/db/query.h"
#include "sync/store/store.h"

namespace rapport::store
{

QString timeText(const QDateTime& time);
QDateTime timeOf(const QString& text);
QByteArray propertiesJson(const std::map<QString, QString>& properties);
std::map<QString, QString> propertiesOf(const QByteArray& json);

/// Store over one SQLCipher connection. Its parts are in conversations.cpp, outbox.cpp, entities.cpp and filing.cpp.
class SqlStore : public Store
{
public:
    SqlStore(db::Database database, db::FileBox files, Clock clock) : m_db(std::move(database)), m_files(std::move(files)), m_clock(std::move(clock))
    {
    }

    Status saveDraft(const Conversation& conversation, const QByteArray& instance) override;
    Status addAttachment(ConversationId id, const QString& name, const QString& mediaType, const QByteArray& content) override;
    Status finish(const Conversation& conversation, const QByteArray& submission, const std::vector<forms::EntityAction>& actions) override;
    Status discardDraft(ConversationId id) override;
    Result<Conversation> conversation(ConversationId id) override;
    Result<QByteArray> instance(ConversationId id) override;
    Result<std::vector<StoredAttachment>> attachments(ConversationId id) override;
    Result<QByteArray> attachment(ConversationId id, const QString& name) override;
    Result<std::vector<Conversation>> conversations(const QDateTime& from, const QDateTime& to) override;
    Result<std::vector<Conversation>> drafts() override;

    Result<std::vector<OutboxItem>> outbox() override;
    Status recordAttempt(const QString& instanceId, const QString& reason, OutboxItem::State state, const QDateTime& nextTryAt) override;
    Status recordDelivered(const QString& instanceId) override;
    Status wakeOutbox() override;
    Result<std::vector<wire::Receipt>> receipts(const QString& instanceId) override;
    Status absorbReceipts(const std::vector<wire::Receipt>& receipts, const QByteArray& cursor) override;

    Result<std::vector<Entity>> entities(const QString& list) override;
    Result<std::optional<Entity>> entity(const QString& list, const QString& id) override;
    Result<std::vector<Entity>> findEntities(const QString& list, const QString& property, const QString& value) override;
    Status absorbEntities(const QString& list, const std::vector<Entity>& changed, const QByteArray& cursor) override;

    Status putForm(const StoredForm& form) override;
    Result<StoredForm> form(const QString& id, const QString& version) override;
    Result<std::vector<StoredForm>> forms() override;
    Status putOccasion(const QByteArray& json) override;
    Result<std::optional<QJsonObject>> occasion() override;
    Result<QByteArray> cursor(const QString& stream) override;
    Result<QString> setting(const QString& name) override;
    Status setSetting(const QString& name, const QString& value) override;

private:
    QString now() const { return timeText(m_clock()); }
    Status writeConversation(const Conversation& conversation, const char* state, const QByteArray& instance);
    Status applyAction(const forms::EntityAction& action, const QString& author);
    Status writeEntity(const Entity& entity, const QString& source, const QString& author);
    Status setCursor(const QString& stream, const QByteArray& value);
    template <typename... Values>
    Status run(const char* sql, const Values&... values)
    {
        return db::run(m_db, sql, values...);
    }
    template <typename Row, typename Read, typename... Values>
    Result<std::vector<Row>> rows(const char* sql, Read read, const Values&... values)
    {
        return db::rows<Row>(m_db, sql, read, values...);
    }
    template <typename Work>
    Status transact(Work work)
    {
        return db::transact(m_db, work);
    }

    db::Database m_db;
    db::FileBox m_files;
    Clock m_clock;
};

} // namespace rapport::store
