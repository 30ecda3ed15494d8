// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>
#include <QUrl>

#include <chrono>

namespace rapport::connectors::rest
{

/// Where requests go, and how long one may take.
struct Server {
    QUrl url;             ///< all paths are below it
    QString certificates; ///< PEM; empty: the system's
    std::chrono::milliseconds time{30'000};
};

struct HttpRequest {
    QByteArray method;
    QUrl url;
    QByteArrayList headers; ///< "Name: value"
    QByteArray body;
    QIODevice* file = nullptr; ///< instead of body: read piece by piece
    qint64 fileSize = -1;
    QByteArray form{}, formFile{}, formType{}; ///< of a multipart form: the field, the file's name and type; empty: the bytes are the body
};

/// How one request ended.
struct HttpAnswer {
    enum class Kind {
        Status,      ///< `status` says it
        Unreachable, ///< nothing left us
        Lost,        ///< it left us and no whole answer came: it may have been carried out
        Untrusted,   ///< a certificate that nobody vouches for
        TooLarge,    ///< more than we read
        Unread,      ///< the file could not be read to its end
    };
    Kind kind = Kind::Unreachable;
    int status = 0;
    QByteArray body, location, etag, retryAfter, date;
};

constexpr qsizetype largestAnswer = 16 << 20; ///< bytes

/// One request by libcurl, blocking; never sent twice. Redirections are not followed.
HttpAnswer send(const Server& server, const HttpRequest& request);

/// How long a Retry-After asks for (seconds, or a day by the server's clock @p date), at most a day.
std::chrono::seconds waitOf(const QByteArray& retryAfter, const QByteArray& date);

} // namespace rapport::connectors::rest
