// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/asset.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxId = 100, maxText = 200, maxWords = 50;
constexpr qint64 mebibyte = 1024 * 1024;

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

const QMap<QString, AssetKind>& kinds()
{
    static const QMap<QString, AssetKind> words{
        {QStringLiteral("pdf"), AssetKind::Pdf}, {QStringLiteral("picture"), AssetKind::Picture}, {QStringLiteral("film"), AssetKind::Film}};
    return words;
}

QStringList words(const QString& set)
{
    return set.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Absent is fine, something else than a day is not.
Result<QDate> dayOf(const QString& text, const char* name)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day.isValid())
        return fault(QStringLiteral("“%1” is not a day such as 2027-11-10.").arg(QLatin1String(name)));
    return day;
}

bool isHash(const QString& text)
{
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    return hash.match(text).hasMatch();
}

/// What a person wrote of it: of a length that a tile can hold.
Status checkWords(const Asset& asset)
{
    static const QRegularExpression id(QStringLiteral("^[A-Za-z0-9_.-]+$"));
    if (!id.match(asset.id).hasMatch() || asset.id.size() > maxId)
        return fault(QStringLiteral("An asset's id has letters, digits, “_”, “.” and “-” only, 100 at most."));
    if (asset.title.trimmed().isEmpty() || asset.title.size() > maxText)
        return fault(QStringLiteral("“title” is missing, or longer than 200 characters."));
    if (asset.folder.size() > maxText || asset.fileName.size() > maxText)
        return fault(QStringLiteral("“folder” or “file_name” is longer than 200 characters."));
    const auto isLong = [](const QString& word) { return word.size() > maxText; };
    if (asset.tags.size() > maxWords || asset.languages.size() > maxWords || std::any_of(asset.tags.begin(), asset.tags.end(), isLong))
        return fault(QStringLiteral("“tags” or “languages” holds too much: at most 50 words each."));
    if (asset.validFrom.isValid() && asset.validTo.isValid() && asset.validTo < asset.validFrom)
        return fault(QStringLiteral("“valid_to” lies before “valid_from”."));
    return ok();
}

} // namespace

Result<AssetKind> assetKindOf(const QByteArray& head)
{
    const auto begins = [&](const char* bytes, qsizetype at = 0) { return head.mid(at).startsWith(bytes); };
    if (begins("%PDF-"))
        return AssetKind::Pdf;
    if (begins("\x89PNG\r\n\x1a\n") || begins("\xff\xd8\xff") || (begins("RIFF") && begins("WEBP", 8)))
        return AssetKind::Picture;
    if (begins("ftyp", 4) || begins("\x1a\x45\xdf\xa3")) // MP4 and its kin, Matroska and WebM
        return AssetKind::Film;
    return fault(QStringLiteral("The file is no PDF, no picture (PNG, JPEG, WebP) and no film (MP4, WebM)."));
}

qint64 mostBytesOf(AssetKind kind)
{
    return kind == AssetKind::Film ? 512 * mebibyte : kind == AssetKind::Pdf ? 256 * mebibyte : 64 * mebibyte;
}

std::map<QString, QString> assetProperties(const Asset& asset)
{
    return {{QStringLiteral("folder"), asset.folder},
            {QStringLiteral("tags"), asset.tags.join(QLatin1Char(' '))},
            {QStringLiteral("languages"), asset.languages.join(QLatin1Char(' '))},
            {QStringLiteral("valid_from"), asset.validFrom.toString(Qt::ISODate)},
            {QStringLiteral("valid_to"), asset.validTo.toString(Qt::ISODate)},
            {QStringLiteral("visibility"), asset.visibility == Asset::Visibility::Shared ? QStringLiteral("shared") : QStringLiteral("internal")},
            {QStringLiteral("version"), QString::number(asset.version)},
            {QStringLiteral("kind"), kinds().key(asset.kind)},
            {QStringLiteral("file_name"), asset.fileName},
            {QStringLiteral("sha256"), asset.sha256},
            {QStringLiteral("size"), QString::number(asset.size)}};
}

Result<Asset> assetOf(const QString& id, const QString& label, const std::map<QString, QString>& properties)
{
    const auto text = [&](const char* name) {
        const auto found = properties.find(QLatin1String(name));
        return found == properties.end() ? QString() : found->second;
    };
    Asset asset;
    asset.id = id;
    asset.title = label;
    asset.folder = text("folder");
    asset.tags = words(text("tags"));
    asset.languages = words(text("languages"));
    const auto from = dayOf(text("valid_from"), "valid_from"), to = dayOf(text("valid_to"), "valid_to");
    if (!from || !to)
        return from ? to.error() : from.error();
    asset.validFrom = *from;
    asset.validTo = *to;
    asset.visibility = text("visibility") == QLatin1String("shared") ? Asset::Visibility::Shared : Asset::Visibility::Internal;
    asset.version = std::max(1, text("version").toInt());
    if (!kinds().contains(text("kind")))
        return fault(QStringLiteral("“kind” is none of pdf, picture and film."));
    asset.kind = kinds()[text("kind")];
    asset.fileName = text("file_name");
    asset.sha256 = text("sha256");
    asset.size = text("size").toLongLong();
    if (!isHash(asset.sha256) || asset.size < 1 || asset.size > mostBytesOf(asset.kind))
        return fault(QStringLiteral("“sha256” or “size” names no file that is taken in."));
    if (const auto checked = checkWords(asset); !checked)
        return checked.error();
    return asset;
}

bool pinsAsset(const QJsonObject& occasion, const Asset& asset)
{
    const QJsonObject pinned = occasion[QLatin1String("pinned")].toObject();
    return pinned[QLatin1String("assets")].toArray().contains(asset.id) || pinned[QLatin1String("folders")].toArray().contains(asset.folder);
}

} // namespace rapport::wire
