// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/store/filebox.h"
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
    SqlStore(db::Database database, FileBox files, Clock clock) : m_db(std::move(database)), m_files(std::move(files)), m_clock(std::move(clock)) {}

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
    /// Prepares, binds and runs one statement without rows.
    template <typename... Values>
    Status run(const char* sql, const Values&... values)
    {
        auto statement = m_db.prepare(sql);
        if (!statement)
            return statement.error();
        return statement->bind(values...).run();
    }
    /// Reads all rows of one statement.
    template <typename Row, typename Read, typename... Values>
    Result<std::vector<Row>> rows(const char* sql, Read read, const Values&... values)
    {
        auto statement = m_db.prepare(sql);
        if (!statement)
            return statement.error();
        statement->bind(values...);
        std::vector<Row> all;
        for (;;) {
            const auto row = statement->step();
            if (!row)
                return row.error();
            if (!*row)
                return all;
            all.push_back(read(*statement));
        }
    }
    /// Runs @p work in one transaction.
    template <typename Work>
    Status transact(Work work)
    {
        auto transaction = db::Transaction::begin(m_db);
        if (!transaction)
            return transaction.error();
        if (Status done = work(); !done)
            return done;
        return transaction->commit();
    }

    db::Database m_db;
    FileBox m_files;
    Clock m_clock;
};

} // namespace rapport::store
