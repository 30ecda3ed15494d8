// SPDX-License-Identifier: Apache-2.0
#include "sync/wire/asset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace rapport::wire
{

namespace
{

constexpr qsizetype maxId = 100, maxText = 200, maxWords = 50, maxRecalled = 500, maxEarlier = 10;
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
    if (asset.recallReason.size() > maxText)
        return fault(QStringLiteral("“recall_reason” is longer than 200 characters."));
    return ok();
}

/// The properties of one edition, whose texts are found by their names.
template <typename Text>
Result<Edition> editionOf(Text text)
{
    Edition edition;
    const auto from = dayOf(text("valid_from"), "valid_from"), to = dayOf(text("valid_to"), "valid_to");
    if (!from || !to)
        return from ? to.error() : from.error();
    edition.validFrom = *from;
    edition.validTo = *to;
    edition.version = std::max(1, text("version").toInt());
    if (!kinds().contains(text("kind")))
        return fault(QStringLiteral("“kind” is none of pdf, picture and film."));
    edition.kind = kinds()[text("kind")];
    edition.fileName = text("file_name");
    edition.sha256 = text("sha256");
    edition.size = text("size").toLongLong();
    if (!isHash(edition.sha256) || edition.size < 1 || edition.size > mostBytesOf(edition.kind))
        return fault(QStringLiteral("“sha256” or “size” names no file that is taken in."));
    if (edition.validFrom.isValid() && edition.validTo.isValid() && edition.validTo < edition.validFrom)
        return fault(QStringLiteral("“valid_to” lies before “valid_from”."));
    return edition;
}

std::map<QString, QString> editionProperties(const Edition& edition)
{
    return {{QStringLiteral("valid_from"), edition.validFrom.toString(Qt::ISODate)},
            {QStringLiteral("valid_to"), edition.validTo.toString(Qt::ISODate)},
            {QStringLiteral("version"), QString::number(edition.version)},
            {QStringLiteral("kind"), kinds().key(edition.kind)},
            {QStringLiteral("file_name"), edition.fileName},
            {QStringLiteral("sha256"), edition.sha256},
            {QStringLiteral("size"), QString::number(edition.size)}};
}

/// A JSON array of objects of texts, as they stand in a property; empty where there is none.
QString earlierText(const std::vector<Edition>& earlier)
{
    QJsonArray all;
    for (const Edition& edition : earlier) {
        QJsonObject object;
        for (const auto& [name, value] : editionProperties(edition))
            object[name] = value;
        all.append(object);
    }
    return all.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

Result<std::vector<Edition>> earlierOf(const QString& text)
{
    const QJsonArray all = QJsonDocument::fromJson(text.toUtf8()).array();
    if (all.isEmpty() != text.isEmpty() || all.size() > maxEarlier)
        return fault(QStringLiteral("“earlier” is no list of earlier versions, at most 10."));
    std::vector<Edition> earlier;
    for (const QJsonValue& one : all) {
        auto edition = editionOf([object = one.toObject()](const char* name) { return object[QLatin1String(name)].toString(); });
        if (!edition)
            return edition.error();
        if (edition->fileName.size() > maxText)
            return fault(QStringLiteral("“file_name” of an earlier version is longer than 200 characters."));
        earlier.push_back(std::move(*edition));
    }
    return earlier;
}

QString numbersText(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(QLatin1Char(' '));
}

Result<QList<int>> versionsIn(const QString& text)
{
    QList<int> versions;
    for (const QString& word : words(text)) {
        const int version = word.toInt();
        if (version < 1 || versions.size() >= maxRecalled)
            return fault(QStringLiteral("“recalled” names versions by their numbers, 500 at most."));
        if (!versions.contains(version))
            versions.append(version);
    }
    return versions;
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
    std::map<QString, QString> properties = editionProperties(asset);
    properties.insert(
        {{QStringLiteral("folder"), asset.folder},
         {QStringLiteral("tags"), asset.tags.join(QLatin1Char(' '))},
         {QStringLiteral("languages"), asset.languages.join(QLatin1Char(' '))},
         {QStringLiteral("visibility"), asset.visibility == Asset::Visibility::Shared ? QStringLiteral("shared") : QStringLiteral("internal")},
         {QStringLiteral("earlier"), earlierText(asset.earlier)},
         {QStringLiteral("recalled"), numbersText(asset.recalled)},
         {QStringLiteral("recall_reason"), asset.recallReason}});
    return properties;
}

Result<Asset> assetOf(const QString& id, const QString& label, const std::map<QString, QString>& properties)
{
    const auto text = [&](const char* name) {
        const auto found = properties.find(QLatin1String(name));
        return found == properties.end() ? QString() : found->second;
    };
    const auto edition = editionOf(text);
    auto earlier = earlierOf(text("earlier"));
    const auto recalled = versionsIn(text("recalled"));
    if (!edition || !earlier || !recalled)
        return !edition ? edition.error() : !earlier ? earlier.error() : recalled.error();
    Asset asset;
    static_cast<Edition&>(asset) = *edition;
    asset.id = id;
    asset.title = label;
    asset.folder = text("folder");
    asset.tags = words(text("tags"));
    asset.languages = words(text("languages"));
    asset.visibility = text("visibility") == QLatin1String("shared") ? Asset::Visibility::Shared : Asset::Visibility::Internal;
    asset.earlier = std::move(*earlier);
    asset.recalled = *recalled;
    asset.recallReason = text("recall_reason");
    if (const auto checked = checkWords(asset); !checked)
        return checked.error();
    return asset;
}

const Edition* Asset::edition(int ofVersion) const
{
    if (ofVersion == version)
        return this;
    const auto found = std::find_if(earlier.begin(), earlier.end(), [&](const Edition& one) { return one.version == ofVersion; });
    return found == earlier.end() ? nullptr : &*found;
}

Asset Asset::as(const Edition& edition) const
{
    Asset out = *this;
    static_cast<Edition&>(out) = edition;
    return out;
}

std::optional<Asset> Asset::offeredOn(const QDate& day) const
{
    const auto begun = std::find_if(earlier.begin(), earlier.end(), [&](const Edition& one) { return one.hasBegunOn(day); });
    const Edition* holds = hasBegunOn(day) ? this : begun == earlier.end() ? nullptr : &*begun;
    if (!holds || holds->isOverOn(day) || isRecalled(holds->version))
        return {};
    return as(*holds);
}

bool pinsAsset(const QJsonObject& occasion, const Asset& asset)
{
    const QJsonObject pinned = occasion[QLatin1String("pinned")].toObject();
    return pinned[QLatin1String("assets")].toArray().contains(asset.id) || pinned[QLatin1String("folders")].toArray().contains(asset.folder);
}

} // namespace rapport::wire
