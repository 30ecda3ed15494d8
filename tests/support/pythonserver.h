// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <vector>

namespace rapport::test
{

/// A server of ours on 127.0.0.1, written in Python (tests/support/*.py) so that somebody else's libraries judge what we send. It tells its port in
/// its folder, and is told there how to misbehave.
class PythonServer
{
public:
    explicit PythonServer(QString script);
    ~PythonServer() { stop(); }
    PythonServer(const PythonServer&) = delete;
    PythonServer& operator=(const PythonServer&) = delete;

    bool start(const QStringList& arguments = {}); ///< the second time on the same port
    void stop();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    quint16 port() const { return m_port; }
    QString file(const QString& name) const { return m_dir.filePath(name); }

    void misbehave(const QJsonObject& how); ///< as the script describes it
    void behave();
    std::vector<QJsonObject> lines(const QString& name) const; ///< of a file with a JSON object a line

private:
    QString m_script;
    QTemporaryDir m_dir;
    QProcess m_process;
    quint16 m_port = 0;
};

/// A certificate for localhost and 127.0.0.1 that nobody knows, made by openssl into @p folder: certificate.pem and key.pem.
bool makeCertificate(const QString& folder);

/// A mail server that keeps what it is sent (mail_sink.py).
class MailSink : public PythonServer
{
public:
    MailSink() : PythonServer(QStringLiteral("mail_sink.py")) {}
    static bool installed(); ///< python3-aiosmtpd

    std::vector<QJsonObject> mails() const;
    int count(const QByteArray& command) const; ///< how often it was said so far: "AUTH", "MAIL", "END"
};

/// A receiver that verifies signatures and drops doubles (webhook_receiver.py).
class WebhookReceiver : public PythonServer
{
public:
    WebhookReceiver() : PythonServer(QStringLiteral("webhook_receiver.py")) {}
    static bool installed(); ///< python3

    static QString secret();
    std::vector<QJsonObject> kept() const; ///< documents, in the order in which they came
    std::vector<QJsonObject> requests() const { return lines(QStringLiteral("requests")); }
};

} // namespace rapport::test
