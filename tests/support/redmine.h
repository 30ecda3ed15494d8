// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>

namespace rapport::test
{

/// A real Redmine from the Debian packages, on puma and SQLite, with our own small seed (redmine_seed.rb): a project "service", the field for our
/// key, two tickets; who may log in with which key. The first start ever prepares the database (about a minute).
class Redmine
{
public:
    static bool installed();

    explicit Redmine(QString dir); ///< its state lives in @p dir, which must outlive it
    ~Redmine();                    ///< stops it

    bool start(); ///< on a free port of 127.0.0.1; true when it answers
    void stop();  ///< SIGTERM, and waits
    quint16 port() const { return m_port; }
    QString key(const QString& who) const { return m_keys[who].toString(); } ///< "admin", "anna", "reader"
    /// A connector's configuration for it, reached through @p port (its own, or a proxy's).
    QJsonObject configuration(const QString& id, quint16 port) const;

    QJsonObject get(const QString& path) const { return send("GET", path, {}); }                    ///< "issues/1.json?include=journals", as admin
    QJsonObject send(const QByteArray& method, const QString& path, const QJsonObject& body) const; ///< empty where it refuses, or says nothing
    QByteArray file(const QString& url) const;                                                      ///< what it serves there
    /// Tickets that hold our @p key, whole.
    QJsonArray tickets(const QString& key) const;

private:
    QByteArray exchange(const QByteArray& method, const QString& url, const QByteArray& body) const;

    QString m_dir;
    QJsonObject m_keys;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace rapport::test
