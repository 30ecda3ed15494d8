// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/scriptedserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace rapport::test
{

/// Answers as an Odoo 19 was seen to answer, by JSON-2 and by JSON-RPC, with as much of a database behind it as the connector needs. No Odoo runs
/// here: what this says is what was recorded, not what another version may say. It knows the models and fields of the mapping that ships.
class OdooServer
{
public:
    OdooServer();

    quint16 port() const { return m_server.port(); }
    static QString token() { return QStringLiteral("0123456789abcdef0123456789abcdef01234567"); }
    static QString password() { return QStringLiteral("Rk7-mBq2xVz"); }
    /// By JSON-2, or with "user" and "password" in it by JSON-RPC.
    static QJsonObject configuration(quint16 port, bool older = false);

    int add(const QString& model, QJsonObject values);                    ///< somebody makes a record
    void change(const QString& model, int id, const QJsonObject& values); ///< now, unless "write_date" is among them
    void remove(const QString& model, int id);                            ///< leaves no trace
    QJsonObject record(const QString& model, int id) const;
    std::vector<QJsonObject> withKey(const QString& model, const QString& entityId) const; ///< that carry the external id of an entity
    std::vector<QJsonObject> all(const QString& model) const;
    QString state() const; ///< everything, with the times of the last changes

    int calls(const QString& call) const; ///< how many came of "crm.lead/load"; empty: all
    void forget();
    int requests(const QByteArray& text) const { return m_server.count(text); }
    QDateTime now() const;     ///< the server's clock
    void advance(int seconds); ///< puts it forward

    /// What happens to a call before it is carried out (somebody else works there), in place of it (other bytes), and to its answer.
    std::function<void(const QString& call)> before;
    std::function<std::optional<QByteArray>(const QString& call)> instead;
    std::function<QByteArray(const QString& call, const QByteArray& answer)> after;

    static QByteArray error(int status, const QByteArray& name); ///< with a message and a traceback, as Odoo does

private:
    struct Outcome {
        QJsonValue result;
        int status = 200;
        QByteArray exception{};
    };
    QByteArray answer(const QByteArray& request);
    QByteArray carriedOut(const QByteArray& path, const QJsonObject& body, const QByteArray& head);
    QByteArray byRpc(const QJsonObject& body);
    Outcome call(const QString& model, const QString& method, const QJsonObject& arguments);
    Outcome searchRead(const QString& model, const QJsonObject& arguments);
    Outcome load(const QString& model, const QJsonObject& arguments);
    Outcome write(const QString& model, const QJsonObject& arguments);
    Outcome create(const QString& model, const QJsonObject& arguments);
    bool meets(const QString& model, int id, const QJsonArray& condition) const;
    QJsonValue shown(const QString& model, int id, const QString& field) const;
    int insert(const QString& model, QJsonObject values);
    QString nextSecond();

    mutable std::recursive_mutex m_mutex;
    std::map<QString, std::map<int, QJsonObject>> m_records;
    std::map<QString, std::pair<QString, int>> m_externalIds; ///< "__rapport__.RAP-…" → model, id
    std::vector<QString> m_calls;
    QDateTime m_now;
    int m_lastId = 41;
    ScriptedServer m_server; ///< last: it asks for all of these
};

} // namespace rapport::test
