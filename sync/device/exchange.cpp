// SPDX-License-Identifier: Apache-2.0
#include "sync/device/exchange.h"

#include "sync/wire/enrolment.h"

#include <QEventLoop>
#include <QHttpMultiPart>
#include <QNetworkProxy>
#include <QTimer>

namespace rapport::device
{

namespace
{

using namespace std::chrono_literals;

constexpr auto deadline = 30s;            ///< without a byte in either direction
constexpr qint64 readAhead = 1024 * 1024; ///< bytes that Qt may hold and we have not looked at

Outcome::Kind kindOfStatus(int status)
{
    if (status == 401 || status == 403)
        return Outcome::Kind::Denied;
    if (status == 413)
        return Outcome::Kind::TooLarge;
    if (status >= 400 && status < 500 && status != 408 && status != 429)
        return Outcome::Kind::Refused;
    return Outcome::Kind::Server;
}

/// Without a bound Qt's own thread reads an answer without an end for ever, and does not hear that we hung up.
Exchange::Question bounded(QNetworkReply* reply)
{
    QMetaObject::invokeMethod(
        reply, [reply] { reply->setReadBufferSize(readAhead); }, Qt::QueuedConnection); // once it has started: set earlier, Qt 6.4 forgets it
    return Exchange::Question(reply);
}

QHttpPart partOf(const QString& name, const QString& fileName, const QString& mediaType)
{
    const auto quoted = [](QString text) {
        return text.replace(QLatin1Char('"'), QLatin1String("%22")).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
    };
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader,
                   QStringLiteral("form-data; name=\"%1\"; filename=\"%2\"").arg(quoted(name), quoted(fileName)));
    part.setHeader(QNetworkRequest::ContentTypeHeader, mediaType);
    return part;
}

/// Bytes that Qt can send once. It would send them anew, all of them and unseen, where a connection ends without an answer.
class SentOnce : public QIODevice
{
public:
    explicit SentOnce(QByteArray bytes) : m_bytes(std::move(bytes)) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 to) override { return to >= pos() && QIODevice::seek(to); }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - pos());
        std::copy_n(m_bytes.constData() + pos(), count, data);
        return count > 0 ? count : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
};

/// A record and its files as OpenRosa sends them; the files are read while it is being sent.
std::unique_ptr<QHttpMultiPart> multiPartOf(const QByteArray& record, const std::vector<OutgoingFile>& files)
{
    auto body = std::make_unique<QHttpMultiPart>(QHttpMultiPart::FormDataType);
    QHttpPart answers = partOf(QStringLiteral("xml_submission_file"), QStringLiteral("submission.xml"), QStringLiteral("text/xml"));
    answers.setBody(record);
    body->append(answers);
    for (const OutgoingFile& file : files) {
        file.content->seek(0);
        QHttpPart part = partOf(file.name, file.name, file.mediaType);
        part.setBodyDevice(file.content.get());
        body->append(part);
    }
    return body;
}

} // namespace

QString Outcome::word() const
{
    switch (kind) {
    case Kind::Done:
        return {};
    case Kind::Offline:
        return QStringLiteral("offline");
    case Kind::NotTheHub:
        return QStringLiteral("not-the-hub");
    case Kind::Denied:
        return refusal == wire::refusal::revoked ? refusal : QStringLiteral("denied");
    case Kind::Refused:
        return QStringLiteral("refused");
    case Kind::TooLarge:
        return QStringLiteral("too-large");
    case Kind::Unreadable:
        return QStringLiteral("unreadable");
    case Kind::Server:
        break;
    }
    return QStringLiteral("server");
}

/// A hub that refuses keeps nothing, but for 409: there is something under that id.
bool Outcome::surelyNotKept() const
{
    const bool refused = kind == Kind::Denied || kind == Kind::TooLarge || (kind == Kind::Refused && status != 409);
    return kind != Kind::Done && (!wentOut || refused);
}

Exchange::Exchange(const std::atomic<bool>& stopping) : m_stopping(stopping), m_network(std::make_unique<QNetworkAccessManager>())
{
    m_network->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network->setProxy(QNetworkProxy::NoProxy);
}

Exchange::~Exchange() = default;

QNetworkRequest Exchange::request(const HubAddress& hub, const QString& pathAndQuery) const
{
    QUrl url = hub.url;
    url.setPath(pathAndQuery.section(QLatin1Char('?'), 0, 0));
    url.setQuery(pathAndQuery.section(QLatin1Char('?'), 1));
    QNetworkRequest request(url);
    request.setRawHeader(wire::openRosaVersionHeader, wire::openRosaVersion);
    if (!hub.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + hub.token.toLatin1());
    request.setRawHeader("Date", QDateTime::currentDateTimeUtc().toString(Qt::RFC2822Date).toLatin1());
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(deadline).count()));
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return request;
}

Outcome Exchange::wait(Question question, qint64 maxBytes, Expected expected)
{
    QNetworkReply* const reply = question.get();
    Outcome outcome;
    bool tooMuch = false;
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [&] {
        outcome.body += reply->readAll();
        if (outcome.body.size() > maxBytes) {
            tooMuch = true;
            reply->abort();
        }
    });
    QObject::connect(reply, &QNetworkReply::uploadProgress, reply, [&](qint64 sent, qint64 total) {
        if (sent > 0 && sent >= total)
            outcome.wentOut = true;
    });
    QTimer stopWatch; // a stopping courier does not wait for a slow hub
    QObject::connect(&stopWatch, &QTimer::timeout, reply, [&] {
        if (m_stopping)
            reply->abort();
    });
    stopWatch.start(200ms);
    if (!reply->isFinished())
        loop.exec();
    if (reply->isOpen())
        outcome.body += reply->readAll();

    const int status = outcome.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool done = expected == Expected::Receipt  ? status == 201 || status == 202
                      : expected == Expected::Upload ? status == 200 || status == 204
                      : expected == Expected::Piece  ? status == 206
                                                     : status == 200 || status == 201;
    const bool fromHub = reply->hasRawHeader(wire::openRosaVersionHeader);
    const bool cutOff = reply->error() == QNetworkReply::RemoteHostClosedError || reply->error() == QNetworkReply::OperationCanceledError ||
                        reply->error() == QNetworkReply::TimeoutError;
    if (reply->error() == QNetworkReply::OperationCanceledError || reply->error() == QNetworkReply::TimeoutError)
        outcome.wentOut = true; // we hung up: the last word of how much has left may not have come
    if (status == 0 || (cutOff && !tooMuch))
        outcome.kind = Outcome::Kind::Offline;
    else if (!fromHub || tooMuch)
        outcome.kind = status >= 500 ? Outcome::Kind::Server : Outcome::Kind::NotTheHub;
    else if (done)
        outcome.kind = Outcome::Kind::Done;
    else if (status >= 200 && status < 400)
        outcome.kind = Outcome::Kind::NotTheHub; // a hub answers neither so nor elsewhere
    else
        outcome.kind = kindOfStatus(status);
    outcome.missing = wire::parseCount(reply->rawHeader(wire::missingHeader));
    outcome.offset = wire::parseCount(reply->rawHeader(wire::uploadOffsetHeader));
    if (expected == Expected::Upload && outcome.kind == Outcome::Kind::Done && !outcome.offset)
        outcome.kind = Outcome::Kind::NotTheHub;
    if (outcome.kind == Outcome::Kind::Denied)
        outcome.refusal = wire::refusalInHeader(reply->rawHeader("WWW-Authenticate"));
    return outcome;
}

Outcome Exchange::get(const QString& pathAndQuery, qint64 maxBytes)
{
    return finish(begin(pathAndQuery), maxBytes);
}

Outcome Exchange::getPiece(const QString& path, qint64 offset, qint64 length)
{
    QNetworkRequest question = request(m_hub, path);
    question.setRawHeader("Range", "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(offset + length - 1));
    Question asked = bounded(m_network->get(question));
    const QNetworkReply& reply = *asked;
    QByteArray where;
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &reply, [&] { where = reply.rawHeader("Content-Range"); });
    Outcome outcome = wait(std::move(asked), length, Expected::Piece);
    const bool asAsked = outcome.body.size() == length && where.startsWith("bytes " + QByteArray::number(offset) + '-');
    if (outcome.kind == Outcome::Kind::Done && !asAsked)
        outcome.kind = Outcome::Kind::Server;
    return outcome;
}

Exchange::Question Exchange::begin(const QString& pathAndQuery)
{
    return bounded(m_network->get(request(m_hub, pathAndQuery)));
}

Outcome Exchange::finish(Question question, qint64 maxBytes)
{
    return wait(std::move(question), maxBytes, Expected::Content);
}

Outcome Exchange::post(const QUrl& hub, const QString& path, const QByteArray& json)
{
    QNetworkRequest question = request({hub, {}}, path);
    question.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return wait(bounded(m_network->post(question, json)), 64 * 1024, Expected::Content);
}

Outcome Exchange::submit(const QByteArray& record, const std::vector<wire::FileClaim>& files)
{
    auto body = multiPartOf(record, {});
    QNetworkRequest post = request(m_hub, QStringLiteral("/submission"));
    if (!files.empty())
        post.setRawHeader(wire::filesHeader, wire::filesHeaderValue(files));
    QNetworkReply* reply = m_network->post(post, body.get());
    body.release()->setParent(reply);
    Outcome outcome = wait(bounded(reply), 64 * 1024, Expected::Receipt);
    if (outcome.kind == Outcome::Kind::Done && !wire::parseResponse(outcome.body))
        outcome.kind = Outcome::Kind::NotTheHub;
    if (outcome.kind == Outcome::Kind::Done && !files.empty() && !outcome.missing)
        outcome.kind = Outcome::Kind::Server; // it has the record, and nobody could tell that the files are not lost
    return outcome;
}

Outcome Exchange::uploadState(const QString& path)
{
    return wait(bounded(m_network->head(request(m_hub, path))), 64 * 1024, Expected::Upload);
}

Outcome Exchange::uploadPiece(const QString& path, qint64 offset, qint64 size, const QByteArray& bytes)
{
    QNetworkRequest patch = request(m_hub, path);
    patch.setRawHeader(wire::uploadOffsetHeader, QByteArray::number(offset));
    patch.setRawHeader(wire::uploadLengthHeader, QByteArray::number(size));
    patch.setHeader(QNetworkRequest::ContentTypeHeader, wire::uploadContentType);
    patch.setHeader(QNetworkRequest::ContentLengthHeader, bytes.size());
    auto* const body = new SentOnce(bytes);
    QNetworkReply* const reply = m_network->sendCustomRequest(patch, "PATCH", body);
    body->setParent(reply);
    return wait(bounded(reply), 64 * 1024, Expected::Upload);
}

Outcome Exchange::giveDraft(const wire::HandOver& handOver, const QByteArray& record, const std::vector<OutgoingFile>& files)
{
    auto body = multiPartOf(record, files);
    QHttpPart head = partOf(QStringLiteral("draft"), QStringLiteral("draft.json"), QStringLiteral("application/json"));
    head.setBody(wire::toJson(handOver));
    body->append(head);
    QNetworkReply* reply = m_network->put(request(m_hub, QStringLiteral("/v1/drafts/") + handOver.id), body.get());
    body.release()->setParent(reply);
    return wait(bounded(reply), 64 * 1024, Expected::Content);
}

Outcome Exchange::ask(const char* method, const QString& path, const QByteArray& json)
{
    QNetworkRequest question = request(m_hub, path);
    question.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return wait(bounded(m_network->sendCustomRequest(question, method, json)), 64 * 1024, Expected::Content);
}

} // namespace rapport::device
