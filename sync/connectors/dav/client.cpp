// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/client.h"

#include "sync/connectors/transfer.h"

namespace rapport::connectors::dav
{
namespace
{

constexpr qsizetype longestBody = 32 * 1024 * 1024;
constexpr int unauthorized = 401;

struct Received {
    QByteArray body, etag, retryAfter;
    bool tooLarge = false;
};

size_t takeHeader(char* line, size_t size, size_t count, void* user)
{
    auto& received = *static_cast<Received*>(user);
    const QByteArray whole(line, qsizetype(size * count));
    const qsizetype colon = whole.indexOf(':');
    const QByteArray name = whole.left(colon).toLower();
    if (name == "etag")
        received.etag = whole.mid(colon + 1).trimmed();
    else if (name == "retry-after")
        received.retryAfter = whole.mid(colon + 1).trimmed();
    return size * count;
}

size_t takeBody(char* bytes, size_t size, size_t count, void* user)
{
    auto& received = *static_cast<Received*>(user);
    received.tooLarge = received.body.size() + qsizetype(size * count) > longestBody;
    if (received.tooLarge)
        return 0;
    received.body.append(bytes, qsizetype(size * count));
    return size * count;
}

Answer answerOf(CURLcode code, CURL* handle, const Received& received)
{
    long status = 0, sent = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
    Answer answer{Answer::Kind::Unreachable, int(status), received.body, received.etag, std::chrono::seconds(received.retryAfter.toInt())};
    if (received.tooLarge)
        answer.kind = Answer::Kind::TooLarge;
    else if (code == CURLE_OK && status > 0)
        answer.kind = Answer::Kind::Status;
    else if (sent > 0)
        answer.kind = Answer::Kind::Lost;
    else if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
        answer.kind = Answer::Kind::Untrusted;
    return answer;
}

} // namespace

Answer Client::ask(const QByteArray& method, const QString& name, const QByteArrayList& headers, const QByteArray& body)
{
    if (m_refused)
        return {Answer::Kind::Status, unauthorized};
    Transfer transfer(m_account.time);
    transfer.trust(m_account.certificates);
    Received received;
    CURL* handle = transfer.handle();
    QUrl url = m_account.collection;
    url.setPath(hrefOf(name), QUrl::StrictMode);
    const HeaderLines lines = headerLines(headers + QByteArrayList{"User-Agent: Rapport", "Expect:"});
    curl_easy_setopt(handle, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
    curl_easy_setopt(handle, CURLOPT_USERNAME, m_account.user.toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, m_account.password.toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines.get());
    if (!body.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.constData());
    }
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, method.constData());
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &received);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &received);
    const Answer answer = answerOf(transfer.run(), handle, received);
    m_refused = answer.kind == Answer::Kind::Status && answer.status == unauthorized;
    return answer;
}

QString Client::hrefOf(const QString& name) const
{
    return m_account.collection.path(QUrl::FullyEncoded) + QString::fromLatin1(QUrl::toPercentEncoding(name));
}

} // namespace rapport::connectors::dav
