// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/odoo/answer.h"

#include <QDateTime>
#include <QIODevice>

#include <optional>

namespace rapport::connectors::odoo
{

/// Who we are there. With a key it is spoken to by JSON-2 (Odoo 19), with a user and a password by JSON-RPC (older ones).
struct Account {
    rest::Server server;
    QString database; ///< of JSON-2 only where the server has several
    QString token;
    QString user, password;

    Api api() const { return token.isEmpty() ? Api::JsonRpc : Api::Json2; }
};

/// One call of a method. The arguments stand in the order that Odoo declares them in: JSON-2 gives them by name, JSON-RPC by place.
struct Call {
    QString model, method;
    std::optional<QString> id{}; ///< of the one record that it is about
    std::vector<std::pair<QString, Json>> arguments;
    Effect effect = Effect::Reads;
    enum class Archived { Left, Included } archived = Archived::Left; ///< records that people have put away
};

/// A file in a call: its bytes, in Base64, take the place of the text @p place, which stands in the arguments once.
struct Content {
    QIODevice& file;
    qint64 size = 0; ///< bytes
    QString place;
};

/// Speaks to Odoo, blocking. No request goes out twice. A key or password that was refused is not sent again until retry().
class Client
{
public:
    explicit Client(Account account) : m_account(std::move(account)) {}

    Reply call(const Call& call);
    Reply call(const Call& call, const Content& content);
    /// The records that @p domain means, by ascending id, @p fields of them: as recordOf() has them.
    Reply search(const QString& model, const Json& domain, const QStringList& fields, int limit, Call::Archived archived = Call::Archived::Left);

    void retry();
    QDateTime serverTime() const { return m_serverTime; } ///< of the newest answer, UTC, whole seconds; null: it did not say
    std::chrono::milliseconds requestTime() const { return m_account.server.time; }

private:
    Reply login();
    Reply send(const Call& call, const Content* content);
    Reply post(const QString& path, const Json& body, const QString& what, Effect effect, const Content* content);

    Account m_account;
    QString m_userId; ///< of JSON-RPC; empty: not logged in
    QDateTime m_serverTime;
    bool m_refused = false;
};

} // namespace rapport::connectors::odoo
