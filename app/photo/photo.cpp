// SPDX-License-Identifier: Apache-2.0
#include "app/photo/photo.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>

#include <algorithm>

namespace rapport::photo
{

namespace
{

constexpr qint64 maxArea = 200'000'000;
constexpr int thumbnailSide = 480, photoQuality = 85, thumbnailQuality = 80, decoderMegabytes = 1024;

constexpr const char* formats[] = {"jpeg", "png", "webp", "tiff", "bmp", "gif", "heic", "heif"}; ///< pixels only: no drawings that name files

enum Marker : unsigned char { Prefix = 0xFF, Start = 0xD8, End = 0xD9, StartOfScan = 0xDA };

QSize within(const QSize& size, int side)
{
    return std::max(size.width(), size.height()) <= side ? size : size.scaled(side, side, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// On white, without what a file may carry beside its pixels.
QImage bare(const QImage& picture)
{
    QImage plain(picture.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter(&plain).drawImage(0, 0, picture);
    return plain;
}

QByteArray toJpeg(const QImage& picture, int quality)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", quality);
    return file;
}

constexpr std::pair<Error::Kind, const char*> problems[] = {
    {Error::Kind::Full, "full"}, {Error::Kind::Corrupt, "corrupt"}, {Error::Kind::Invalid, "invalid"}};

} // namespace

bool reachesItsEnd(const QByteArray& file)
{
    const auto byte = [&](qsizetype at) { return static_cast<unsigned char>(file[at]); };
    if (file.size() < 4 || byte(0) != Prefix || byte(1) != Start)
        return true;
    qsizetype at = 2;
    while (at + 4 <= file.size() && byte(at) == Prefix && byte(at + 1) != StartOfScan) { // segments, which may hold a picture of their own
        if (byte(at + 1) == Prefix)
            ++at; // padding
        else
            at += 2 + (byte(at + 2) << 8) + byte(at + 3);
    }
    for (; at + 1 < file.size(); ++at) {
        if (byte(at) == Prefix && byte(at + 1) == End)
            return true;
    }
    return false;
}

Result<Photo> makePhoto(const QByteArray& file, int maxPixels)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(decoderMegabytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    if (std::none_of(std::begin(formats), std::end(formats), [&](const char* known) { return format == known; }))
        return Error{Error::Kind::Invalid, QStringLiteral("this is no picture that a camera makes")};
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > maxArea)
        return Error{Error::Kind::Full, QStringLiteral("the picture has too many pixels")};
    if (size.isValid())
        reader.setScaledSize(within(size, maxPixels)); // a JPEG is read in the smaller size at once
    const QImage read = reader.read();
    if (read.isNull())
        return Error{size.isValid() ? Error::Kind::Corrupt : Error::Kind::Invalid, reader.errorString()};
    if (!reachesItsEnd(file))
        return Error{Error::Kind::Corrupt, QStringLiteral("the picture ends too early")};
    return photoOf(bare(read.scaled(within(read.size(), maxPixels), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

Photo photoOf(const QImage& picture)
{
    const QImage small = picture.scaled(within(picture.size(), thumbnailSide), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return {toJpeg(picture, photoQuality), toJpeg(small, thumbnailQuality), picture.size()};
}

QByteArray toReply(const Result<Photo>& photo)
{
    QJsonObject head;
    if (photo) {
        head = {{QStringLiteral("width"), photo->size.width()},
                {QStringLiteral("height"), photo->size.height()},
                {QStringLiteral("jpeg"), photo->jpeg.size()},
                {QStringLiteral("thumbnail"), photo->thumbnail.size()}};
    } else {
        for (const auto& [kind, word] : problems) {
            if (kind == photo.error().kind)
                head[QLatin1String("problem")] = QLatin1String(word);
        }
    }
    const QByteArray line = QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
    return photo ? line + photo->jpeg + photo->thumbnail : line;
}

Result<Photo> parseReply(const QByteArray& reply)
{
    const qsizetype end = reply.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(reply.left(end)).object();
    const QString problem = head[QLatin1String("problem")].toString();
    for (const auto& [kind, word] : problems) {
        if (problem == QLatin1String(word))
            return Error{kind, QStringLiteral("the worker refuses the picture")};
    }
    const qint64 jpeg = head[QLatin1String("jpeg")].toInteger(), thumbnail = head[QLatin1String("thumbnail")].toInteger();
    if (end < 0 || jpeg <= 0 || thumbnail <= 0 || jpeg > maxBytes || thumbnail > maxBytes || end + 1 + jpeg + thumbnail != reply.size())
        return Error{Error::Kind::Internal, QStringLiteral("the worker's answer is not whole")};
    return Photo{reply.mid(end + 1, jpeg), reply.mid(end + 1 + jpeg, thumbnail),
                 QSize(head[QLatin1String("width")].toInt(), head[QLatin1String("height")].toInt())};
}

} // namespace rapport::photo
