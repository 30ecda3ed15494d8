// SPDX-License-Identifier: Apache-2.0
#include "support/tryton.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <csignal>

namespace rapport::test
{
namespace
{

constexpr int preparing = 240'000; // ms; on a loaded machine without a prepared database

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(500);
}

} // namespace

bool Tryton::installed()
{
    const QString packages = QStringLiteral("/usr/lib/python3/dist-packages/");
    for (const char* part :
         {"trytond/modules/sale_opportunity", "trytond/modules/party_relationship", "trytond/modules/project", "proteus", "phonenumbers"}) {
        if (!QFile::exists(packages + QLatin1String(part)))
            return false;
    }
    return !QStandardPaths::findExecutable(QStringLiteral("trytond")).isEmpty();
}

Tryton::Tryton(QString dir) : m_dir(std::move(dir))
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // a test that dies takes it along
}

Tryton::~Tryton()
{
    stop();
}

bool Tryton::start()
{
    m_port = freePort();
    m_process.start(QStringLiteral(RAPPORT_SOURCE "/tests/support/tryton.sh"), {m_dir, QString::number(m_port)});
    QElapsedTimer timer;
    timer.start();
    while (!answers(m_port)) {
        if (m_process.waitForFinished(50) || m_process.state() == QProcess::NotRunning || timer.elapsed() > preparing)
            return false;
    }
    QFile login(m_dir + QStringLiteral("/login.json"));
    if (!login.open(QIODevice::ReadOnly))
        return false;
    m_login = QJsonDocument::fromJson(login.readAll()).object();
    return logIn();
}

void Tryton::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

QString Tryton::log() const
{
    QFile file(m_dir + QStringLiteral("/trytond.log"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QJsonObject Tryton::configuration(const QString& id, quint16 port) const
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("type"), QStringLiteral("tryton")},
            {QStringLiteral("title"), QStringLiteral("ERP")},
            {QStringLiteral("url"), QStringLiteral("http://127.0.0.1:%1").arg(port)},
            {QStringLiteral("database"), m_login[QStringLiteral("database")]},
            {QStringLiteral("user"), m_login[QStringLiteral("user")]},
            {QStringLiteral("password"), m_login[QStringLiteral("password")]}};
}

QJsonObject Tryton::reader() const
{
    return {{QStringLiteral("user"), m_login[QStringLiteral("reader")]}, {QStringLiteral("password"), m_login[QStringLiteral("reader_password")]}};
}

QJsonArray Tryton::where(const QString& field, const QString& value)
{
    QJsonArray domain; // QJsonArray{QJsonArray} would be a copy
    domain.append(QJsonArray{field, QStringLiteral("="), value});
    return domain;
}

bool Tryton::logIn()
{
    m_session.clear();
    const QString user = m_login[QStringLiteral("user")].toString();
    const auto session = post(QStringLiteral("common.db.login"),
                              {user, QJsonObject{{QStringLiteral("password"), m_login[QStringLiteral("password")]}}, QStringLiteral("en")});
    if (!session)
        return false;
    const QJsonArray parts = session->toArray();
    m_session = "Session " + QStringLiteral("%1:%2:%3").arg(user).arg(parts.at(0).toInteger()).arg(parts.at(1).toString()).toUtf8().toBase64();
    return true;
}

std::optional<QJsonValue> Tryton::call(const QString& method, QJsonArray parameters)
{
    parameters.append(QJsonObject{});
    return post(method, parameters);
}

std::optional<QJsonValue> Tryton::post(const QString& method, const QJsonArray& parameters)
{
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/%2/").arg(m_port).arg(m_login[QStringLiteral("database")].toString())));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!m_session.isEmpty())
        request.setRawHeader("Authorization", m_session);
    request.setTransferTimeout(60'000);
    const QJsonObject body{{QStringLiteral("id"), 1}, {QStringLiteral("method"), method}, {QStringLiteral("params"), parameters}};

    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact)));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    if (answer.contains(QStringLiteral("result")))
        return answer[QStringLiteral("result")];
    m_lastError = reply->error() == QNetworkReply::NoError
                      ? QString::fromUtf8(QJsonDocument(answer[QStringLiteral("error")].toArray()).toJson(QJsonDocument::Compact))
                      : reply->errorString();
    return std::nullopt;
}

int Tryton::count(const QString& model, const QJsonArray& domain)
{
    const auto result = call(QStringLiteral("model.%1.search_count").arg(model), QJsonArray{QJsonValue(domain)});
    return result ? result->toInt(-1) : -1;
}

QJsonArray Tryton::read(const QString& model, const QJsonArray& domain, const QJsonArray& fields)
{
    const auto result = call(QStringLiteral("model.%1.search_read").arg(model), {domain, 0, 1000, QJsonValue(), fields});
    return result ? result->toArray() : QJsonArray();
}

} // namespace rapport::test
