// SPDX-License-Identifier: Apache-2.0
// HEAD and PATCH /v1/uploads/{sha256}: a file that a record has announced, from where it was cut off (as in tus 1.0). The same below /v1/rescue/ for
// a rescue file, which nothing has announced: each piece says how long the whole is. POST /v1/rescue?file=SHA256&size=BYTES takes it in.
#include "sync/hub/replies.h"
#include "sync/hub/rescue.h"
#include "sync/hub/routes.h"

#include <QLoggingCategory>
#include <QRegularExpression>

namespace rapport::hub
{

namespace
{

Q_LOGGING_CATEGORY(log, "rapport.hub")

/// How far a file has come. 409 with the same headers where a piece belongs elsewhere: the device goes on from there.
Response progress(int status, qint64 offset, qint64 length)
{
    Response response = status < 300 ? Response{} : problem(status, status == 409 ? "offset" : "mismatch");
    response.status = status;
    response.headers.insert(wire::uploadOffsetHeader, QByteArray::number(offset));
    response.headers.insert(wire::uploadLengthHeader, QByteArray::number(length));
    response.headers.insert("Cache-Control", "no-store");
    return response;
}

/// One piece on its way to the disk.
class Piece : public BodySink
{
public:
    Piece(Uploads& uploads, AnnouncedFile file, qint64 at) : m_uploads(uploads), m_file(std::move(file)), m_at(at) {}

    std::optional<Response> take(QByteArrayView bytes) override
    {
        if (bytes.size() > m_file.size - m_at)
            return problem(413, "too-large"); // it did not say so before
        const auto kept = m_uploads.append(m_file, m_at, bytes);
        if (!kept)
            return kept.error().kind == Error::Kind::Conflict ? progress(409, m_uploads.partial(m_file).size(), m_file.size) : trouble(kept.error());
        m_at += bytes.size();
        return {};
    }

private:
    Uploads& m_uploads;
    AnnouncedFile m_file;
    qint64 m_at;
};

QString hashIn(const QString& path)
{
    static const QRegularExpression shape(QStringLiteral("^/v1/(?:uploads|rescue)/([0-9a-f]{64})$"));
    return shape.match(path).captured(1);
}

/// Why the body of a PATCH is not wanted; nothing: it may go on from @p here.
std::optional<Response> refusePiece(const Request& request, const AnnouncedFile& file, qint64 here)
{
    const auto offset = wire::parseCount(request.headers.value(wire::uploadOffsetHeader.toLower()));
    if (request.headers.value("content-type") != wire::uploadContentType)
        return problem(415, "content-type");
    if (!offset)
        return problem(400, "torn");
    if (*offset != here)
        return progress(409, here, file.size);
    if (request.headers.value("content-length").toLongLong() > file.size - here)
        return problem(413, "too-large");
    return {};
}

} // namespace

/// Asked when the headers of a PATCH are there: why its body is not wanted, else the request has got a sink for it.
std::optional<Response> Routes::beginUpload(Request& request)
{
    const QString sha256 = hashIn(request.path);
    const auto file = asking([&](const Repositories& known) { return known.submissions().announced(request.caller->deviceId, sha256); });
    if (!file)
        return trouble(file.error());
    if (!*file)
        return problem(404, "not-announced");
    const qint64 here = (*file)->arrived ? (*file)->size : m_uploads.partial(**file).size();
    if (auto refused = refusePiece(request, **file, here))
        return refused;
    if (here == 0 && !(*file)->arrived && !m_uploads.mayBegin((*file)->device))
        return problem(429, "too-many");
    request.sink = std::make_shared<Piece>(m_uploads, **file, here);
    return {};
}

/// HEAD: where to go on. PATCH: the piece is here, or as much of it as came. Whichever finds the file complete finishes it: a hub may have been
/// killed before it did.
Response Routes::upload(const Request& request, const Caller& caller)
{
    const auto file = asking([&](const Repositories& known) { return known.submissions().announced(caller.deviceId, hashIn(request.path)); });
    if (!file)
        return trouble(file.error());
    if (!*file)
        return problem(404, "not-announced");
    const int done = request.method == "HEAD" ? 200 : 204;
    const qint64 length = (*file)->size;
    if ((*file)->arrived)
        return progress(done, length, length);
    const PartialFile partial = m_uploads.partial(**file);
    if (length == 0) { // there is no piece that would make it
        if (const auto made = m_uploads.append(**file, 0, {}); !made)
            return trouble(made.error());
    }
    if (const auto synced = partial.sync(); !synced)
        return trouble(synced.error());
    if (const qint64 here = partial.size(); here < length)
        return progress(done, here, length);
    if (const auto finished = m_uploads.finish(**file, m_blobs, m_database); !finished) {
        if (finished.error().kind != Error::Kind::Corrupt)
            return trouble(finished.error());
        qCWarning(log) << "an upload of device" << caller.deviceId << "was not the file it should be";
        return request.method == "HEAD" ? progress(done, 0, length) : progress(wire::uploadMismatch, 0, length);
    }
    m_surroundings.accepted(); // jobs may have waited for it
    return progress(done, length, length);
}

std::optional<Response> Routes::beginRescue(Request& request)
{
    const auto size = wire::parseCount(request.headers.value(wire::uploadLengthHeader.toLower()));
    const AnnouncedFile file{request.caller->deviceId, hashIn(request.path), size.value_or(0)};
    if (file.sha256.isEmpty())
        return problem(404, "not-found");
    if (file.size <= 0)
        return problem(400, "torn");
    Uploads& uploads = m_rescues.uploads();
    const qint64 here = uploads.partial(file).size();
    if (file.size > uploads.limits().maxBytes || here > file.size)
        return problem(413, "too-large");
    if (auto refused = refusePiece(request, file, here))
        return refused;
    if (here == 0 && !uploads.mayBegin(file.device))
        return problem(429, "too-many");
    request.sink = std::make_shared<Piece>(uploads, file, here);
    return {};
}

Response Routes::rescue(const Request& request, const Caller& caller)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    AnnouncedFile file{caller.deviceId, hashIn(request.path)};
    if (request.method == "POST" && request.path == QLatin1String("/v1/rescue")) {
        file.sha256 = request.query.value(QStringLiteral("file"));
        file.size = wire::parseCount(request.query.value(QStringLiteral("size")).toLatin1()).value_or(0);
        return hash.match(file.sha256).hasMatch() && file.size > 0 ? takeRescue(file) : problem(400, "torn");
    }
    if (file.sha256.isEmpty() || (request.method != "HEAD" && request.method != "PATCH"))
        return problem(404, "not-found");
    const PartialFile partial = m_rescues.uploads().partial(file);
    if (const auto synced = partial.sync(); !synced)
        return trouble(synced.error());
    return progress(request.method == "HEAD" ? 200 : 204, partial.size(), partial.size());
}

/// 200 with the report, or with {"state": "working"}: then it is asked again.
Response Routes::takeRescue(const AnnouncedFile& file)
{
    const auto outcome = m_rescues.take(file, [this](QIODevice& content, const std::function<bool()>& isStopping) -> Result<wire::RescueReport> {
        const auto known = m_database.reading();
        if (!known)
            return Error{Error::Kind::Internal, known.error().detail};
        return takeIn(content, {**known, m_surroundings.secrets, m_blobs, m_surroundings.dataDir + QStringLiteral("/blobs"), desk(), isStopping});
    });
    if (!outcome)
        return json("{\"state\":\"" + wire::rescue::working.toLatin1() + "\"}");
    if (*outcome) {
        m_surroundings.accepted();
        return json(wire::toJson(**outcome));
    }
    if (outcome->error().kind == Error::Kind::Conflict)
        return problem(404, wire::rescue::notHere.toLatin1().constData());
    const QString word = wire::rescueWord(outcome->error());
    return word.isEmpty() ? trouble(outcome->error()) : problem(422, word.toLatin1().constData());
}

} // namespace rapport::hub
