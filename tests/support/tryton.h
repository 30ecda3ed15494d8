// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QUrl>

#include <optional>

namespace rapport::test
{

/// A real Tryton from the Debian packages, on SQLite, with our own small seed (tryton_seed.py): company, employee, two countries, the relation
/// types "Contact person (of)", one customer, an integration user; with tasks (module project). The first start ever prepares the database (about a
/// quarter of a minute).
class Tryton
{
public:
    static bool installed();

    explicit Tryton(QString dir); ///< its state lives in @p dir, which must outlive it
    ~Tryton();                    ///< stops it

    bool start(); ///< on a free port of 127.0.0.1; true when it answers. A second start goes on with the same data
    void stop();  ///< SIGTERM, and waits
    QString log() const;

    quint16 port() const { return m_port; }
    /// A connector's configuration for it, reached through @p port (its own, or a proxy's).
    QJsonObject configuration(const QString& id, quint16 port) const;
    /// Somebody who may log in but not write opportunities: {"user", "password"}.
    QJsonObject reader() const;

    /// A domain with one condition: [[field, "=", value]].
    static QJsonArray where(const QString& field, const QString& value);
    /// The result of one call as the integration user; nullopt where Tryton says an error (it is in lastError()).
    std::optional<QJsonValue> call(const QString& method, QJsonArray parameters);
    int count(const QString& model, const QJsonArray& domain = {}); ///< -1: error
    QJsonArray read(const QString& model, const QJsonArray& domain, const QJsonArray& fields);
    QString lastError() const { return m_lastError; }

private:
    bool logIn();
    std::optional<QJsonValue> post(const QString& method, const QJsonArray& parameters);

    QString m_dir, m_lastError;
    QByteArray m_session; ///< checking a password takes Tryton 0.2 s, so it is done once
    QJsonObject m_login;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace rapport::test
