// SPDX-License-Identifier: Apache-2.0
// The content of files, whole or a range of it (RFC 9110, 14): an asset's for those who hold the asset.
#include "sync/hub/entityscope.h"
#include "sync/hub/replies.h"
#include "sync/hub/routes.h"
#include "sync/wire/asset.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace rapport::hub
{

namespace
{

/// As one of its versions that is still to be had.
bool gives(const EntityRow& row, const QString& sha256)
{
    if (!row.properties.contains(sha256.toLatin1()))
        return false;
    const auto asset = wire::assetOf(row.id, row.label, textsOf(row.properties));
    if (!asset)
        return false;
    const auto isThat = [&](const wire::Edition& edition) { return edition.sha256 == sha256 && !asset->isRecalled(edition.version); };
    return isThat(*asset) || std::any_of(asset->earlier.begin(), asset->earlier.end(), isThat);
}

/// One range of bytes; nothing where the header asks for none, or for what we do not know: then the whole is right (RFC 9110, 14.2).
std::optional<Response::Range> rangeIn(const QByteArray& header, qint64 size)
{
    static const QRegularExpression form(QStringLiteral("^bytes=(\\d{1,15})-(\\d{0,15})$"));
    const auto match = form.match(QString::fromLatin1(header));
    if (!match.hasMatch())
        return {};
    const qint64 from = match.captured(1).toLongLong(), last = match.captured(2).isEmpty() ? size - 1 : match.captured(2).toLongLong();
    if (last < from && from < size)
        return {};
    return Response::Range{from, std::min(last, size - 1) - from + 1};
}

} // namespace

Result<bool> Routes::mayHave(const QString& sha256, const Caller& caller)
{
    return asking([&](const Repositories& known) -> Result<bool> {
        const auto isAsset = known.entities().everHad(wire::assetList, QStringLiteral("sha256"), sha256);
        if (!isAsset || !*isAsset)
            return isAsset ? Result<bool>(true) : isAsset.error();
        const auto holding = Holding::of(known, caller.user, now());
        const auto scope = holding ? EntityScope::of(*holding, wire::assetList) : Result<EntityScope>(holding.error());
        if (!scope)
            return scope.error();
        bool allowed = false;
        const auto walked = known.entities().all(wire::assetList, [&](const EntityRow& row) {
            allowed = gives(row, sha256) && scope->contains(row);
            return !allowed;
        });
        return walked ? Result<bool>(allowed) : walked.error();
    });
}

Response Routes::blob(const Request& request, const QString& sha256, const Caller& caller)
{
    const auto allowed = mayHave(sha256, caller);
    if (!allowed)
        return trouble(allowed.error());
    if (!*allowed || !m_blobs.has(sha256))
        return problem(404, "no-such-file");
    Response response;
    response.contentType = "application/octet-stream";
    const QByteArray tag = '"' + sha256.toLatin1() + '"', condition = request.headers.value("if-range");
    response.headers.insert("ETag", tag);
    response.headers.insert("Accept-Ranges", "bytes");
    response.file = m_blobs.plainFile(sha256); // sent from the disk
    const auto content = response.file.isEmpty() ? m_blobs.open(sha256) : Result<std::unique_ptr<QIODevice>>(nullptr);
    if (!content)
        return trouble(content.error());
    const qint64 size = *content ? (*content)->size() : QFileInfo(response.file).size();
    const auto range = condition.isEmpty() || condition == tag ? rangeIn(request.headers.value("range"), size) : std::nullopt;
    if (range && range->from >= size) {
        Response none = problem(416, "no-such-range");
        none.headers.insert("Content-Range", "bytes */" + QByteArray::number(size));
        return none;
    }
    if (range) {
        response.status = 206;
        response.headers.insert("Content-Range", "bytes " + QByteArray::number(range->from) + '-' +
                                                     QByteArray::number(range->from + range->length - 1) + '/' + QByteArray::number(size));
    }
    response.range = range;
    if (!*content)
        return response;
    (*content)->seek(range ? range->from : 0);
    response.body = (*content)->read(range ? range->length : size);
    return response.body.size() == (range ? range->length : size) ? response : problem(500, "unreadable");
}

} // namespace rapport::hub
