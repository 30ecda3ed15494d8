// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"
#include "sync/hub/connectionlimits.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rapport::hub
{

/// A part of a multipart body. Those named "xml_submission_file" stay in memory, other files are streamed to the disk as they come; fields that are
/// no files are left out.
struct Part {
    QString name, fileName;
    QByteArray content;    ///< in memory
    QString temporaryFile; ///< else here: synced, removed with the request unless taken
    QByteArray sha256;     ///< hex, of a file
    qint64 size = 0;
};

/// Who asks.
struct Caller {
    QString deviceId, name;
    QDateTime tokenExpires; ///< invalid: never
    QString user;           ///< who works with the device; empty: nobody in particular
    enum class Rights {
        All,
        Deliver ///< its access was withdrawn: it may hand in what it has, and nothing comes down
    } rights = Rights::All;
};

struct Response;

/// Takes the body of a request as it comes. Goes with the request, also where that is cut off: what it has taken stays taken.
class BodySink
{
public:
    virtual ~BodySink() = default;
    virtual std::optional<Response> take(QByteArrayView bytes) = 0; ///< an answer: nothing more of it is wanted
};

struct Request {
    QByteArray method;
    QString path;
    QString keyPrefix; ///< "/key/TOKEN", taken off the path
    QString address;   ///< whom it came from; behind a proxy on this machine, whom that names (X-Forwarded-For)
    QMap<QString, QString> query;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    std::vector<Part> parts;
    QByteArray body; ///< of type application/json, at most 64 KiB
    bool hasBody = false;
    std::optional<Caller> caller;   ///< where refuse() has found out
    std::shared_ptr<BodySink> sink; ///< where refuse() wants the body itself
};

struct Response {
    int status = 200;
    QByteArray contentType = "application/json", body;
    QMap<QByteArray, QByteArray> headers;
    QString file; ///< instead of the body: sent from the disk
    struct Range {
        qint64 from = 0, length = 0;
    };
    std::optional<Range> range; ///< of the file; nothing: all of it
};

/// libmicrohttpd with a thread a connection: a slow client blocks nobody, and is cut off before it is in the way (connectionwatch.h). At most 32 KiB
/// of headers. What was refused is read on for a while, so that its sender hears why.
class HttpServer
{
public:
    using Handler = std::function<Response(Request&)>;
    struct Options {
        QString address;
        quint16 port = 0;
        qint64 maxXmlBytes = 16 * 1024 * 1024;     ///< a record
        qint64 maxBodyBytes = 512ll * 1024 * 1024; ///< a whole request
        QString temporaryDir;
        ConnectionLimits limits{};
        /// Asked when the headers of a request with a body are there: an answer means that the body is not kept.
        std::function<std::optional<Response>(Request&)> refuse = [](Request&) { return std::nullopt; };
    };

    /// Conflict where the port is taken, Denied where it may not be used.
    static Result<std::unique_ptr<HttpServer>> start(const Options& options, Handler handler);
    ~HttpServer();
    quint16 port() const;
    void stop(); ///< answers what has come in, then closes

private:
    struct Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace rapport::hub
