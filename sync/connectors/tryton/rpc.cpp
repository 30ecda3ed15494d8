// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/tryton/rpc.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace rapport::connectors::tryton
{
namespace
{

/// A request body that can be read once. Qt sends a POST again by itself when the connection closes without an answer; it cannot with this.
class ReadOnce : public QIODevice
{
public:
    explicit ReadOnce(QByteArray bytes) : m_bytes(std::move(bytes)) { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override { return m_read == m_bytes.size(); }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_read + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char* data, qint64 size) override
    {
        const qint64 n = std::min<qint64>(size, m_bytes.size() - m_read);
        if (n == 0)
            return -1;
        std::memcpy(data, m_bytes.constData() + m_read, size_t(n));
        m_read += n;
        return n;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

bool neverLeft(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return true;
    default:
        return false;
    }
}

/// Tryton's error list: [class, [message, description, domain]], or [text, traceback] of a fault in a program.
Fault errorIn(const QJsonArray& error)
{
    const QString name = error.at(0).toString();
    const QString message = error.at(1).isArray() ? error.at(1).toArray().at(0).toString() : name;
    if (name == "UserError"_L1 || name == "UserWarning"_L1)
        return {Fault::Kind::Refused, message};
    if (name == "ConcurrencyException"_L1)
        return {Fault::Kind::Changed, name};
    if (name == "RateLimitException"_L1)
        return {Fault::Kind::Busy, name};
    return {Fault::Kind::Broken, name};
}

/// The HTTP status is the outcome only where it is not 200.
Reply judge(int status, QNetworkReply::NetworkError error, const QByteArray& body)
{
    if (status == 0)
        return Fault{neverLeft(error) ? Fault::Kind::Unreachable : Fault::Kind::Lost, u"no answer"_s};
    if (status == 401)
        return Fault{Fault::Kind::Denied, u"HTTP 401"_s};
    if (status == 429)
        return Fault{Fault::Kind::Busy, u"HTTP 429"_s};
    if (status >= 500)
        return Fault{Fault::Kind::Lost, u"HTTP %1"_s.arg(status)};
    if (status != 200)
        return Fault{Fault::Kind::Broken, u"HTTP %1"_s.arg(status)};
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    if (error == QNetworkReply::NoError && answer.contains("result"_L1))
        return answer["result"_L1];
    if (error == QNetworkReply::NoError && answer["error"_L1].isArray())
        return errorIn(answer["error"_L1].toArray());
    return Fault{Fault::Kind::Lost, u"HTTP 200 with an answer that is not Tryton's, or only a part of one"_s};
}

} // namespace

QJsonArray arrayOf(std::initializer_list<QJsonValue> items)
{
    QJsonArray out;
    for (const QJsonValue& item : items)
        out.append(item);
    return out;
}

QJsonArray where(const QString& field, const QJsonValue& value)
{
    return arrayOf({arrayOf({field, u"="_s, value})});
}

QString Fault::withoutValues() const
{
    static const QRegularExpression fieldOrModel(u"^'[a-z_.]+'$"_s); // what Tryton says of one that it does not know
    static const QRegularExpression quoted(u"\"[^\"]*\"|'[^']*'|[“„][^“”]*[“”]|«[^»]*»"_s);
    return message.contains(fieldOrModel) ? message : QString(message).replace(quoted, u"…"_s);
}

Rpc::Rpc(Account account) : m_account(std::move(account)) {}

Reply Rpc::call(const QString& method, QJsonArray parameters, const QJsonObject& context)
{
    for (int attempt = 1;; ++attempt) {
        if (m_session.isEmpty()) {
            if (Reply in = login(); !in)
                return in;
        }
        QJsonObject whole{{u"language"_s, u"en"_s}};
        for (const QString& name : {u"company"_s, u"employee"_s}) {
            if (m_preferences[name].isDouble())
                whole[name] = m_preferences[name];
        }
        for (auto it = context.begin(); it != context.end(); ++it)
            whole[it.key()] = it.value();
        QJsonArray all = parameters;
        all.append(whole);
        Reply reply = post(method, all, m_account.callTime);
        if (!reply.fault || reply.fault->kind != Fault::Kind::Denied || attempt == 2)
            return reply;
        m_session.clear(); // it ran out
    }
}

Reply Rpc::preferences()
{
    if (m_session.isEmpty()) {
        if (Reply in = login(); !in)
            return in;
    }
    return QJsonValue(m_preferences);
}

Reply Rpc::login()
{
    if (m_refused)
        return Fault{Fault::Kind::Denied, u"the password was refused before"_s};
    Reply reply = post(u"common.db.login"_s, {m_account.user, QJsonObject{{u"password"_s, m_account.password}}, u"en"_s}, m_account.loginTime);
    const QJsonArray session = reply.value.toArray();
    if (reply && session.size() != 2)
        reply = Fault{Fault::Kind::Denied, u"no session given"_s};
    if (!reply) {
        m_refused = reply.fault->kind == Fault::Kind::Denied;
        return reply;
    }
    const QString header = u"%1:%2:%3"_s.arg(m_account.user).arg(session.at(0).toInteger()).arg(session.at(1).toString());
    m_session = "Session " + header.toUtf8().toBase64();
    Reply preferences = post(u"model.res.user.get_preferences"_s, {true, QJsonObject{}}, m_account.callTime);
    if (preferences)
        m_preferences = preferences.value.toObject();
    else
        m_session.clear();
    return preferences;
}

Reply Rpc::post(const QString& method, const QJsonArray& parameters, std::chrono::milliseconds time)
{
    QUrl url = m_account.server;
    QString path = url.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path + m_account.database + u'/');
    const QJsonObject body{{u"id"_s, 1}, {u"method"_s, method}, {u"params"_s, parameters}};
    ReadOnce content(QJsonDocument(body).toJson(QJsonDocument::Compact));

    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, content.bytesAvailable());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!m_session.isEmpty())
        request.setRawHeader("Authorization", m_session);

    // A manager of its own for each request: it lives on the thread that calls, and the connection is new, so that none can be half closed.
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, &content));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(time, reply.get(), [&reply] { reply->abort(); });
    if (!reply->isFinished())
        loop.exec();
    m_serverTime = QLocale::c().toDateTime(QString::fromLatin1(reply->rawHeader("Date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    m_serverTime.setTimeSpec(Qt::UTC);
    return judge(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->error(),
                 reply->isOpen() ? reply->readAll() : QByteArray());
}

} // namespace rapport::connectors::tryton
