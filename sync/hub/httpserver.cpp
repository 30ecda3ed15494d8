// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/httpserver.h"

#include "sync/hub/connectionwatch.h"
#include "sync/hub/replies.h"
#include "sync/wire/openrosa.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryFile>

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace rapport::hub
{

namespace
{

constexpr std::size_t postBuffer = 64 * 1024;
constexpr qsizetype maxJson = 64 * 1024;
constexpr std::size_t maxParts = 1000;
constexpr qint64 maxRefused = 32 * 1024 * 1024; ///< bytes that are read of a request after it was refused
constexpr std::chrono::seconds drainTime{10};
const QString recordPart = QStringLiteral("xml_submission_file"), temporaryFiles = QStringLiteral("/.incoming-XXXXXX");

/// One part that is on its way in.
struct IncomingPart {
    Part part;
    std::unique_ptr<QTemporaryFile> file;
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

/// Everything about one request between its first line and its answer.
struct Exchange {
    Request request;
    MHD_PostProcessor* processor = nullptr;
    std::vector<std::unique_ptr<IncomingPart>> parts;
    const HttpServer::Options* options = nullptr;
    qint64 received = 0, unwanted = 0; ///< bytes; those that came after the refusal
    std::optional<Response> refusal;   ///< decided before the body was read
    bool answering = false;            ///< all of it is here

    ~Exchange()
    {
        if (processor)
            MHD_destroy_post_processor(processor);
    }
};

MHD_Result collectHeader(void* context, MHD_ValueKind, const char* name, const char* value)
{
    static_cast<Exchange*>(context)->request.headers.insert(QByteArray(name).toLower(), QByteArray(value ? value : ""));
    return MHD_YES;
}

MHD_Result collectArgument(void* context, MHD_ValueKind, const char* name, const char* value)
{
    static_cast<Exchange*>(context)->request.query.insert(QString::fromUtf8(name), QString::fromUtf8(value ? value : ""));
    return MHD_YES;
}

/// The proxy on this machine says whom it speaks for: the last one named, as a client may have named others before. Nobody else is believed.
QString addressOf(MHD_Connection* connection, const QByteArray& forwarded)
{
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    if (!info || info->client_addr->sa_family != AF_INET)
        return {};
    in_addr peer = reinterpret_cast<const sockaddr_in*>(info->client_addr)->sin_addr;
    const bool isHere = (ntohl(peer.s_addr) >> IN_CLASSA_NSHIFT) == IN_LOOPBACKNET;
    if (const QByteArray named = forwarded.mid(forwarded.lastIndexOf(',') + 1).trimmed(); isHere && !named.isEmpty())
        return QString::fromLatin1(named.left(INET6_ADDRSTRLEN));
    char text[INET_ADDRSTRLEN] = {};
    return QString::fromLatin1(inet_ntop(AF_INET, &peer, text, sizeof text));
}

WatchedConnection* watchedOf(MHD_Connection* connection)
{
    return static_cast<WatchedConnection*>(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context);
}

std::optional<Response> beginPart(Exchange& exchange, const QString& name, const QString& fileName)
{
    if (exchange.parts.size() == maxParts)
        return openRosa(413, QStringLiteral("The record has too many files."));
    exchange.parts.push_back(std::make_unique<IncomingPart>());
    IncomingPart& incoming = *exchange.parts.back();
    incoming.part.name = name;
    incoming.part.fileName = fileName;
    if (name == recordPart)
        return {};
    incoming.file = std::make_unique<QTemporaryFile>(exchange.options->temporaryDir + temporaryFiles);
    return incoming.file->open() ? std::nullopt : std::optional(noRoom());
}

std::optional<Response> continuePart(Exchange& exchange, QByteArrayView bytes)
{
    IncomingPart& incoming = *exchange.parts.back();
    incoming.part.size += bytes.size();
    if (incoming.file) {
        incoming.hash.addData(bytes);
        return incoming.file->write(bytes.data(), bytes.size()) == bytes.size() ? std::nullopt : std::optional(noRoom());
    }
    if (incoming.part.size > exchange.options->maxXmlBytes)
        return openRosa(413, QStringLiteral("The record is larger than this hub accepts."));
    incoming.part.content.append(bytes.data(), bytes.size());
    return {};
}

/// Called with the pieces of each part, in order. Where bytes trickle in, the first piece may be empty and the next one begin at 0 again.
MHD_Result collectPart(void* context, MHD_ValueKind, const char* nameBytes, const char* fileNameBytes, const char*, const char*, const char* data,
                       uint64_t offset, size_t size)
{
    auto& exchange = *static_cast<Exchange*>(context);
    const QString name = QString::fromUtf8(nameBytes), fileName = QString::fromUtf8(fileNameBytes);
    if (fileName.isEmpty() && name != recordPart)
        return MHD_YES; // a field, such as *isIncomplete*
    const bool goesOn = offset > 0 || (!exchange.parts.empty() && exchange.parts.back()->part.size == 0 && exchange.parts.back()->part.name == name &&
                                       exchange.parts.back()->part.fileName == fileName);
    if (!goesOn)
        exchange.refusal = beginPart(exchange, name, fileName);
    if (!exchange.refusal)
        exchange.refusal = continuePart(exchange, QByteArrayView(data, static_cast<qsizetype>(size)));
    return exchange.refusal ? MHD_NO : MHD_YES;
}

/// Files on the disk before anybody relies on them.
void settleParts(Exchange& exchange)
{
    for (auto& incoming : exchange.parts) {
        if (incoming->file) {
            const bool synced = incoming->file->flush() && ::fsync(incoming->file->handle()) == 0;
            if (!synced)
                exchange.refusal = noRoom();
            incoming->part.temporaryFile = incoming->file->fileName();
            incoming->part.sha256 = incoming->hash.result().toHex();
        }
        exchange.request.parts.push_back(incoming->part);
    }
}

MHD_Result send(MHD_Connection* connection, const Response& response)
{
    MHD_Response* out = nullptr;
    if (!response.file.isEmpty()) {
        const int descriptor = ::open(QFile::encodeName(response.file).constData(), O_RDONLY | O_CLOEXEC);
        const auto size = descriptor < 0 ? 0 : ::lseek(descriptor, 0, SEEK_END);
        const Response::Range range = response.range.value_or(Response::Range{0, size});
        if (descriptor >= 0)
            out = MHD_create_response_from_fd_at_offset64(static_cast<uint64_t>(range.length), descriptor, static_cast<uint64_t>(range.from));
    }
    if (!out)
        out = MHD_create_response_from_buffer(static_cast<size_t>(response.body.size()), const_cast<char*>(response.body.constData()),
                                              MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(out, "Content-Type", response.contentType.constData());
    MHD_add_response_header(out, wire::openRosaVersionHeader.constData(), wire::openRosaVersion.constData());
    for (auto it = response.headers.cbegin(); it != response.headers.cend(); ++it)
        MHD_add_response_header(out, it.key().constData(), it.value().constData());
    const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), out);
    MHD_destroy_response(out);
    return queued;
}

} // namespace

struct HttpServer::Private {
    Options options;
    Handler handler;
    MHD_Daemon* daemon = nullptr;
    mutable std::atomic<int> answering = 0; ///< requests that have come in and are not answered yet
    std::unique_ptr<ConnectionWatch> watch;

    /// The headers are there, the body is not.
    MHD_Result begin(Exchange& exchange, MHD_Connection* connection, const char* url, const char* method) const
    {
        exchange.options = &options;
        exchange.request.method = method;
        exchange.request.path = QString::fromUtf8(url);
        MHD_get_connection_values(connection, MHD_HEADER_KIND, collectHeader, &exchange);
        MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, collectArgument, &exchange);
        exchange.request.address = addressOf(connection, exchange.request.headers.value("x-forwarded-for"));
        watchedOf(connection)->enter(WatchedConnection::Phase::Bringing);
        const qint64 announced = exchange.request.headers.value("content-length").toLongLong();
        if (announced > options.maxBodyBytes)
            exchange.refusal = openRosa(413, QStringLiteral("The request is larger than this hub accepts."));
        const bool brings = exchange.request.method == "POST" || exchange.request.method == "PUT" || exchange.request.method == "PATCH";
        if (brings && !exchange.refusal)
            exchange.refusal = options.refuse(exchange.request);
        if (brings && !exchange.refusal && exchange.request.headers.value("content-type").startsWith("multipart/form-data"))
            exchange.processor = MHD_create_post_processor(connection, postBuffer, collectPart, &exchange);
        const bool isAsking = exchange.request.headers.value("expect").toLower() == "100-continue";
        return exchange.refusal && isAsking ? answer(exchange, connection) : MHD_YES; // it has not sent its body yet, and need not
    }

    /// False: nothing more of it is read, and it is hung up on.
    bool take(Exchange& exchange, const char* data, size_t size) const
    {
        exchange.request.hasBody = true;
        exchange.received += static_cast<qint64>(size);
        if (exchange.received > options.maxBodyBytes && !exchange.refusal)
            exchange.refusal = openRosa(413, QStringLiteral("The request is larger than this hub accepts."));
        if (exchange.refusal)
            exchange.unwanted += static_cast<qint64>(size);
        else
            takeWanted(exchange, data, size);
        return exchange.unwanted <= maxRefused;
    }

    static void takeWanted(Exchange& exchange, const char* data, size_t size)
    {
        if (exchange.request.sink) {
            exchange.refusal = exchange.request.sink->take(QByteArrayView(data, static_cast<qsizetype>(size)));
            return;
        }
        if (exchange.request.headers.value("content-type").startsWith("application/json"))
            return takeJson(exchange, data, size);
        if (!exchange.processor)
            return;
        if (MHD_post_process(exchange.processor, data, size) != MHD_YES && !exchange.refusal)
            exchange.refusal = openRosa(400, QStringLiteral("The record arrived torn."));
    }

    static void takeJson(Exchange& exchange, const char* data, size_t size)
    {
        exchange.request.body.append(data, static_cast<qsizetype>(size));
        if (exchange.request.body.size() > maxJson)
            exchange.refusal = problem(413, "too-large");
    }

    MHD_Result finish(Exchange& exchange, MHD_Connection* connection) const
    {
        if (exchange.processor) {
            const bool whole = MHD_destroy_post_processor(exchange.processor) == MHD_YES;
            exchange.processor = nullptr;
            if (!whole && !exchange.refusal)
                exchange.refusal = openRosa(400, QStringLiteral("The record arrived torn."));
        }
        if (!exchange.refusal)
            settleParts(exchange);
        return answer(exchange, connection);
    }

    MHD_Result answer(Exchange& exchange, MHD_Connection* connection) const
    {
        exchange.answering = true;
        ++answering;
        const MHD_Result queued = send(connection, exchange.refusal ? *exchange.refusal : handler(exchange.request));
        watchedOf(connection)->enter(WatchedConnection::Phase::Reading);
        return queued;
    }
};

HttpServer::HttpServer(std::unique_ptr<Private> privateData) : d(std::move(privateData)) {}

HttpServer::~HttpServer()
{
    stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const Options& options, Handler handler)
{
    auto d = std::make_unique<Private>();
    d->options = options;
    d->handler = std::move(handler);

    const auto access = [](void* context, MHD_Connection* connection, const char* url, const char* method, const char*, const char* data,
                           size_t* size, void** state) -> MHD_Result {
        const auto* server = static_cast<const Private*>(context);
        auto* exchange = static_cast<Exchange*>(*state);
        const WatchedConnection::Busy busy(*watchedOf(connection));
        if (!exchange) {
            exchange = new Exchange;
            *state = exchange;
            return server->begin(*exchange, connection, url, method);
        }
        if (*size > 0) {
            const bool goesOn = server->take(*exchange, data, *size);
            *size = 0;
            return goesOn ? MHD_YES : MHD_NO;
        }
        return server->finish(*exchange, connection);
    };
    const auto completed = [](void* context, MHD_Connection* connection, void** state, MHD_RequestTerminationCode) {
        watchedOf(connection)->enter(WatchedConnection::Phase::Asking);
        const auto* exchange = static_cast<Exchange*>(std::exchange(*state, nullptr));
        if (exchange && exchange->answering)
            --static_cast<const Private*>(context)->answering;
        delete exchange;
    };
    const auto connected = [](void* context, MHD_Connection* connection, void** watched, MHD_ConnectionNotificationCode what) {
        ConnectionWatch& watch = *static_cast<const Private*>(context)->watch;
        if (what == MHD_CONNECTION_NOTIFY_STARTED)
            *watched = watch.begin(MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd);
        else
            watch.end(static_cast<WatchedConnection*>(*watched));
    };

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(options.port);
    if (inet_pton(AF_INET, options.address.toLatin1().constData(), &address.sin_addr) != 1)
        return Error{Error::Kind::Invalid, QStringLiteral("“%1” is no IPv4 address").arg(options.address)};
    d->watch = std::make_unique<ConnectionWatch>(options.limits);
    errno = 0;
    d->daemon =
        MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC, options.port, nullptr, nullptr,
                         static_cast<MHD_AccessHandlerCallback>(access), d.get(), MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_CONNECTION_LIMIT,
                         options.limits.all, MHD_OPTION_PER_IP_CONNECTION_LIMIT, options.limits.perAddress, MHD_OPTION_CONNECTION_TIMEOUT,
                         static_cast<unsigned>(options.limits.idle.count()), MHD_OPTION_CONNECTION_MEMORY_LIMIT, static_cast<size_t>(32 * 1024),
                         MHD_OPTION_NOTIFY_COMPLETED, static_cast<MHD_RequestCompletedCallback>(completed), d.get(), MHD_OPTION_NOTIFY_CONNECTION,
                         static_cast<MHD_NotifyConnectionCallback>(connected), d.get(), MHD_OPTION_END);
    if (!d->daemon)
        return Error{errno == EACCES ? Error::Kind::Denied : Error::Kind::Conflict,
                     QStringLiteral("port %1 cannot be listened on").arg(options.port)};
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(d)));
}

quint16 HttpServer::port() const
{
    const MHD_DaemonInfo* info = d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    return info ? info->port : 0;
}

void HttpServer::stop()
{
    if (!d->daemon)
        return;
    const MHD_socket listening = MHD_quiesce_daemon(d->daemon); // nobody new; who is here gets the answer
    const auto deadline = std::chrono::steady_clock::now() + drainTime;
    while (d->answering > 0 && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    MHD_stop_daemon(std::exchange(d->daemon, nullptr));
    if (listening != MHD_INVALID_SOCKET)
        ::close(listening);
}

} // namespace rapport::hub
