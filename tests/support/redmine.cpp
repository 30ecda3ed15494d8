// SPDX-License-Identifier: Apache-2.0
#include "support/redmine.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QUrl>

#include <sys/prctl.h>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace rapport::test
{
namespace
{

constexpr int preparing = 400'000; // ms; on a loaded machine without a prepared database

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

bool Redmine::installed()
{
    return QFile::exists(u"/usr/share/redmine/config.ru"_s) && !QStandardPaths::findExecutable(u"puma"_s).isEmpty();
}

Redmine::Redmine(QString dir) : m_dir(std::move(dir))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // a test that dies takes it along
}

Redmine::~Redmine()
{
    stop();
}

bool Redmine::start()
{
    m_port = freePort();
    m_process.start(QStringLiteral(RAPPORT_SOURCE "/tests/support/redmine.sh"), {m_dir, QString::number(m_port)});
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        QFile keys(m_dir + u"/keys.json"_s);
        if (m_keys.isEmpty() && keys.open(QIODevice::ReadOnly))
            m_keys = QJsonDocument::fromJson(keys.readAll()).object();
        if (!m_keys.isEmpty() && get(u"users/current.json"_s).contains("user"_L1))
            return true;
        if (m_process.waitForFinished(100) || m_process.state() == QProcess::NotRunning || timer.elapsed() > preparing)
            return false;
    }
}

void Redmine::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QJsonObject Redmine::configuration(const QString& id, quint16 port) const
{
    return {{u"id"_s, id},
            {u"type"_s, u"redmine"_s},
            {u"title"_s, u"Service desk"_s},
            {u"url"_s, u"http://127.0.0.1:%1"_s.arg(port)},
            {u"token"_s, key(u"admin"_s)},
            {u"settings"_s, QJsonObject{{u"project"_s, u"service"_s}, {u"key_field"_s, key(u"key_field"_s)}}}};
}

QJsonObject Redmine::send(const QByteArray& method, const QString& path, const QJsonObject& body) const
{
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return QJsonDocument::fromJson(exchange(method, u"http://127.0.0.1:%1/%2"_s.arg(m_port).arg(path), bytes)).object();
}

QByteArray Redmine::file(const QString& url) const
{
    return exchange("GET", url, {});
}

QJsonArray Redmine::tickets(const QString& key) const
{
    QJsonArray out;
    const QJsonObject found = get(u"issues.json?cf_%1=%2&status_id=*&sort=id"_s.arg(this->key(u"key_field"_s), key));
    for (const QJsonValue& one : found["issues"_L1].toArray())
        out.append(get(u"issues/%1.json?include=attachments,journals"_s.arg(one["id"_L1].toInt()))["issue"_L1]);
    return out;
}

QByteArray Redmine::exchange(const QByteArray& method, const QString& url, const QByteArray& body) const
{
    QNetworkRequest request{QUrl(url)};
    request.setRawHeader("X-Redmine-API-Key", key(u"admin"_s).toLatin1());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(60'000);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
}

} // namespace rapport::test
