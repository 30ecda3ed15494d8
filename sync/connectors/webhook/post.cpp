// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/webhook/post.h"

#include "sync/connectors/transfer.h"

#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace rapport::connectors::webhook
{
namespace
{

constexpr size_t longestBody = 64 * 1024; ///< of an answer: more than that nobody says to a webhook

struct Request {
    Reach reach;
    bool forbidden = false;
    size_t received = 0;
    QByteArray retryAfter{}, date{};
};

curl_socket_t openSocket(void* user, curlsocktype, curl_sockaddr* address)
{
    auto& request = *static_cast<Request*>(user);
    if (!mayReach(address->addr, request.reach)) {
        request.forbidden = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

size_t takeHeader(char* line, size_t size, size_t count, void* user)
{
    auto& request = *static_cast<Request*>(user);
    const QByteArray whole(line, qsizetype(size * count));
    const qsizetype colon = whole.indexOf(':');
    const QByteArray name = whole.left(colon).toLower();
    if (name == "retry-after")
        request.retryAfter = whole.mid(colon + 1).trimmed();
    else if (name == "date")
        request.date = whole.mid(colon + 1).trimmed();
    return size * count;
}

size_t throwAway(char*, size_t size, size_t count, void* user)
{
    auto& request = *static_cast<Request*>(user);
    request.received += size * count;
    return request.received > longestBody ? 0 : size * count; // 0: that is enough, the status is known
}

void set(Transfer& transfer, const Receiver& receiver, Request& request)
{
    CURL* handle = transfer.handle();
    curl_easy_setopt(handle, CURLOPT_URL, receiver.url.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, receiver.reach == Reach::Loopback ? "http,https" : "https");
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    transfer.trust(receiver.certificates);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &openSocket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &request);
}

Answer answerOf(CURLcode code, CURL* handle, const Request& request)
{
    long status = 0, sent = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
    Answer answer{Answer::Kind::Unreachable, int(status), request.retryAfter, request.date};
    const bool whole = code == CURLE_OK || code == CURLE_WRITE_ERROR;
    if (status > 0 && whole)
        answer.kind = Answer::Kind::Status;
    else if (sent > 0)
        answer.kind = Answer::Kind::Lost;
    else if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
        answer.kind = Answer::Kind::Untrusted;
    else if (request.forbidden)
        answer.kind = Answer::Kind::Forbidden;
    return answer;
}

} // namespace

Answer post(const Receiver& receiver, const QByteArrayList& headers, const QByteArray& body)
{
    Transfer transfer(receiver.time);
    Request request{receiver.reach};
    set(transfer, receiver, request);
    CURL* handle = transfer.handle();
    const HeaderLines lines = headerLines(headers + QByteArrayList{"Content-Type: application/json", "User-Agent: Rapport", "Expect:"});
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.constData());
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &request);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &throwAway);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &request);
    return answerOf(transfer.run(), handle, request);
}

Answer knock(const Receiver& receiver)
{
    Transfer transfer(receiver.time);
    Request request{receiver.reach};
    set(transfer, receiver, request);
    curl_easy_setopt(transfer.handle(), CURLOPT_CONNECT_ONLY, 1L);
    const CURLcode code = transfer.run();
    return code == CURLE_OK ? Answer{Answer::Kind::Status, 200, {}, {}} : answerOf(code, transfer.handle(), request);
}

} // namespace rapport::connectors::webhook
