// SPDX-License-Identifier: Apache-2.0
#include "app/content/reading.h"

#include "app/capture/document.h"
#include "app/capture/film.h"
#include "app/capture/photo.h"

#include <QBuffer>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr int coverWidth = 480, wholeSide = 2048; ///< pixels
constexpr int maxPages = 2000, maxDeaths = 3;

QByteArray jpegOf(const QImage& picture)
{
    QByteArray jpeg;
    QBuffer out(&jpeg);
    out.open(QIODevice::WriteOnly);
    picture.save(&out, "JPEG", 85);
    return jpeg;
}

QString wordOf(const Error& error)
{
    switch (error.kind) {
    case Error::Kind::Denied:
        return QStringLiteral("locked");
    case Error::Kind::Corrupt:
    case Error::Kind::Internal:
        return QStringLiteral("died");
    default:
        return QStringLiteral("torn");
    }
}

/// The texts of its pages; after a page that kills the worker another worker goes on behind it.
QStringList textsOf(std::unique_ptr<capture::Document> document, QIODevice& file, const std::function<bool()>& stop)
{
    QStringList texts;
    const int pages = std::min(document->pageCount(), maxPages);
    for (int page = 1, deaths = 0; page <= pages && !stop(); ++page) {
        const auto text = document->text(page);
        texts.append(text.value_or(QString()));
        if (text || text.error().kind != Error::Kind::Corrupt)
            continue;
        file.seek(0);
        auto again = ++deaths < maxDeaths ? capture::Document::open(file) : text.error();
        if (!again)
            break;
        document = std::move(*again);
    }
    return texts;
}

store::AssetReading readDocument(QIODevice& file, const std::function<bool()>& stop)
{
    store::AssetReading reading;
    auto document = capture::Document::open(file);
    if (!document) {
        reading.problem = wordOf(document.error());
        return reading;
    }
    reading.pages = (*document)->pageCount();
    reading.shape = (*document)->shape(1);
    if (const auto cover = (*document)->draw(1, coverWidth)) {
        reading.cover = jpegOf(*cover);
    } else if (cover.error().kind == Error::Kind::Corrupt) { // the text of the others may be had all the same
        file.seek(0);
        document = capture::Document::open(file);
        if (!document)
            return reading;
    }
    reading.texts = textsOf(std::move(*document), file, stop);
    return reading;
}

store::AssetReading readPicture(QIODevice& file)
{
    store::AssetReading reading;
    const auto photo = capture::photoFrom(file.readAll(), wholeSide);
    if (!photo) {
        reading.problem = wordOf(photo.error());
        return reading;
    }
    reading.shape = photo->size.height() > 0 ? double(photo->size.width()) / photo->size.height() : 0;
    reading.cover = photo->thumbnail;
    return reading;
}

store::AssetReading readFilm(QIODevice& file, const std::function<bool()>& stop)
{
    store::AssetReading reading;
    const auto look = capture::lookAtFilm(file, stop);
    if (!look) {
        reading.problem = wordOf(look.error());
        return reading;
    }
    reading.milliseconds = look->milliseconds;
    reading.shape = look->size.height() > 0 ? double(look->size.width()) / look->size.height() : 0;
    reading.cover = look->jpeg;
    return reading;
}

} // namespace

store::AssetReading readAsset(wire::AssetKind kind, QIODevice& file, const std::function<bool()>& stop)
{
    file.seek(0);
    return kind == wire::AssetKind::Pdf ? readDocument(file, stop) : kind == wire::AssetKind::Picture ? readPicture(file) : readFilm(file, stop);
}

} // namespace rapport::app
