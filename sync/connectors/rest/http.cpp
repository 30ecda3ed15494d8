// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/http.h"

#include "sync/connectors/transfer.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

using Mime = std::unique_ptr<curl_mime, FreesCurl>;

struct Exchange {
    HttpAnswer answer;
    QIODevice* file = nullptr;
    qint64 read = 0, size = -1;
    bool unread = false, tooLarge = false;
};

size_t takeBody(char* data, size_t size, size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const auto bytes = static_cast<qsizetype>(size * count);
    exchange.tooLarge = exchange.answer.body.size() + bytes > largestAnswer;
    if (exchange.tooLarge)
        return 0;
    exchange.answer.body.append(data, bytes);
    return size * count;
}

size_t takeHeader(char* line, size_t size, size_t count, void* user)
{
    HttpAnswer& answer = static_cast<Exchange*>(user)->answer;
    const QByteArray whole(line, static_cast<qsizetype>(size * count));
    const qsizetype colon = whole.indexOf(':');
    const QByteArray name = whole.left(colon).toLower(), value = whole.mid(colon + 1).trimmed();
    if (name == "location")
        answer.location = value;
    else if (name == "etag")
        answer.etag = value;
    else if (name == "retry-after")
        answer.retryAfter = value;
    else if (name == "date")
        answer.date = value;
    return size * count;
}

size_t giveFile(char* buffer, size_t size, size_t count, void* user)
{
    auto& exchange = *static_cast<Exchange*>(user);
    const qint64 n = exchange.file->read(buffer, static_cast<qint64>(size * count));
    exchange.read += std::max<qint64>(n, 0);
    exchange.unread = n < 0 || (n == 0 && exchange.size >= 0 && exchange.read != exchange.size);
    return exchange.unread ? size_t(CURL_READFUNC_ABORT) : static_cast<size_t>(n);
}

void setBody(CURL* handle, const HttpRequest& request, Exchange& exchange, Mime& form)
{
    if (request.file && !request.form.isEmpty()) {
        form.reset(curl_mime_init(handle));
        curl_mimepart* part = curl_mime_addpart(form.get());
        curl_mime_name(part, request.form.constData());
        curl_mime_filename(part, request.formFile.constData());
        curl_mime_type(part, request.formType.constData());
        curl_mime_data_cb(part, request.fileSize, &giveFile, nullptr, nullptr, &exchange);
        curl_easy_setopt(handle, CURLOPT_MIMEPOST, form.get());
    } else if (request.file) {
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.fileSize));
        curl_easy_setopt(handle, CURLOPT_READFUNCTION, &giveFile);
        curl_easy_setopt(handle, CURLOPT_READDATA, &exchange);
    } else if (request.method != "GET") {
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.constData());
    }
    curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method.constData());
}

HttpAnswer::Kind kindOf(CURLcode code, CURL* handle, const Exchange& exchange)
{
    using Kind = HttpAnswer::Kind;
    long sent = 0;
    curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
    if (exchange.tooLarge)
        return Kind::TooLarge;
    if (code == CURLE_OK && exchange.answer.status > 0)
        return Kind::Status;
    if (exchange.unread)
        return Kind::Unread; // what was promised did not all come: no server carries that out
    if (sent > 0)
        return Kind::Lost;
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE ? Kind::Untrusted : Kind::Unreachable;
}

} // namespace

HttpAnswer send(const Server& server, const HttpRequest& request)
{
    Transfer transfer(server.time);
    CURL* handle = transfer.handle();
    Exchange exchange;
    exchange.file = request.file;
    exchange.size = request.fileSize;
    Mime form;
    const HeaderLines lines = headerLines(request.headers + QByteArrayList{"User-Agent: Rapport", "Expect:"});
    curl_easy_setopt(handle, CURLOPT_URL, request.url.toEncoded().constData());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    transfer.trust(server.certificates);
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &exchange);
    setBody(handle, request, exchange, form);
    const CURLcode code = transfer.run();
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    exchange.answer.status = static_cast<int>(status);
    exchange.answer.kind = kindOf(code, handle, exchange);
    return exchange.answer;
}

std::chrono::seconds waitOf(const QByteArray& retryAfter, const QByteArray& date)
{
    constexpr qint64 longest = 24 * 3600;
    bool isNumber = false;
    qint64 seconds = retryAfter.toLongLong(&isNumber);
    if (!isNumber) {
        const auto timeOf = [](const QByteArray& text) {
            QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
            time.setTimeSpec(Qt::UTC);
            return time;
        };
        const QDateTime until = timeOf(retryAfter), now = timeOf(date);
        seconds = until.isValid() && now.isValid() ? now.secsTo(until) : 0;
    }
    return std::chrono::seconds(qBound<qint64>(0, seconds, longest));
}

} // namespace rapport::connectors::rest
