// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace rapport::connectors::tryton
{

/// Why a call gave no result.
struct Fault {
    enum class Kind {
        Unreachable, ///< nothing left us
        Lost,        ///< it left us and no usable answer came: it may have been carried out
        Busy,        ///< Tryton asks to come back later; it did nothing
        Denied,      ///< user or password
        Refused,     ///< a business rule; everything was rolled back
        Changed,     ///< somebody wrote the record in the meantime; nothing was written
        Broken,      ///< Tryton does not know what we ask for: another version, a module or a field that is missing
    };
    Kind kind = Kind::Broken;
    QString message; ///< as Tryton says it: may hold personal data, never to be logged as it is

    QString withoutValues() const; ///< the message with everything in quotation marks taken out, for the log
};

/// [items…]. QJsonArray{array} would be a copy of the array instead of an array with one in it.
QJsonArray arrayOf(std::initializer_list<QJsonValue> items);
/// A Tryton domain with one condition: [[field, "=", value]].
QJsonArray where(const QString& field, const QJsonValue& value);

/// The result of one call, or the fault that kept it away.
struct Reply {
    QJsonValue value;
    std::optional<Fault> fault;

    Reply(QJsonValue result) : value(std::move(result)) {}
    Reply(Fault why) : fault(std::move(why)) {}
    explicit operator bool() const { return !fault; }
};

struct Account {
    QUrl server; ///< without the database
    QString database, user, password;
    std::chrono::milliseconds callTime{30'000};  ///< one call may take so long
    std::chrono::milliseconds loginTime{45'000}; ///< Tryton sleeps up to 30 s over a wrong password
};

/// Tryton's JSON-RPC with session login, blocking. One request never goes out twice, except once more with a new session when Tryton said 401,
/// before which it did nothing. A password that was refused is not tried again until retryPassword().
class Rpc
{
public:
    explicit Rpc(Account account);

    /// @p method "model.party.party.create"; the context (language, company and employee of the user) is appended to @p parameters.
    Reply call(const QString& method, QJsonArray parameters, const QJsonObject& context = {});
    void retryPassword() { m_refused = false; }
    Reply preferences();                                  ///< of the user: {"company": 1, "employee": 1, …}
    QDateTime serverTime() const { return m_serverTime; } ///< of the newest answer, UTC, whole seconds; null: it did not say

private:
    Reply login();
    Reply post(const QString& method, const QJsonArray& parameters, std::chrono::milliseconds time);

    Account m_account;
    QByteArray m_session; ///< what stands in the header; empty: not logged in
    QJsonObject m_preferences;
    QDateTime m_serverTime;
    bool m_refused = false;
};

} // namespace rapport::connectors::tryton
