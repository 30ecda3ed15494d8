// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/admin.h"
#include "sync/hub/blobs.h"
#include "sync/hub/entities.h"
#include "sync/wire/asset.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace rapport::hub
{

namespace
{

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

const QString author = QStringLiteral("office");

Status copyInto(QFile& copy, QFile& file, const QString& sha256)
{
    constexpr qint64 piece = 1024 * 1024;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    file.seek(0);
    for (QByteArray bytes = file.read(piece); !bytes.isEmpty(); bytes = file.read(piece)) {
        hash.addData(bytes);
        if (copy.write(bytes) != bytes.size())
            return Error{Error::Kind::Full, QStringLiteral("There is no room for %1.").arg(file.fileName())};
    }
    return QString::fromLatin1(hash.result().toHex()) == sha256 ? ok()
                                                                : Status(invalid(QStringLiteral("%1 changed meanwhile.").arg(file.fileName())));
}

QJsonObject shown(const wire::Asset& asset)
{
    QJsonObject object{{QStringLiteral("id"), asset.id}, {QStringLiteral("title"), asset.title}};
    for (const auto& [name, value] : wire::assetProperties(asset))
        object[name] = value;
    return object;
}

/// A copy among the blobs: the file may be changed, or go, once it was handed out. Its SHA-256.
Result<QString> keepCopy(QFile& file, const HubConfig& config)
{
    const Blobs blobs(config.dataDir, config.databaseKey);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.seek(0) || !hash.addData(&file))
        return invalid(QStringLiteral("%1 cannot be read to its end.").arg(file.fileName()));
    const QString sha256 = QString::fromLatin1(hash.result().toHex());
    if (blobs.has(sha256))
        return sha256;
    if (config.databaseKey) {
        const auto kept = blobs.keep(file, sha256);
        return kept ? Result<QString>(sha256) : kept.error();
    }
    const QString beside = config.dataDir + QStringLiteral("/blobs/.") + sha256;
    const auto copied = db::writeDurably(beside, [&](QFile& copy) { return copyInto(copy, file, sha256); });
    const auto kept = copied ? blobs.keep(beside, sha256) : copied;
    QFile::remove(beside);
    return kept ? Result<QString>(sha256) : kept.error();
}

/// The file's kind, its place among the blobs and its size.
Status keepFile(const QString& path, const HubConfig& config, wire::Asset& asset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    const auto kind = wire::assetKindOf(file.peek(32));
    if (!kind)
        return kind.error();
    if (const qint64 most = wire::mostBytesOf(*kind); file.size() > most)
        return Error{Error::Kind::Full, QStringLiteral("%1 is larger than %2 MiB.").arg(path).arg(most / 1024 / 1024)};
    const auto kept = keepCopy(file, config);
    if (!kept)
        return kept.error();
    if (!asset.sha256.isEmpty() && (asset.sha256 != *kept || asset.isRecalled(asset.version)))
        ++asset.version;
    asset.kind = *kind;
    asset.fileName = QFileInfo(path).fileName();
    asset.sha256 = *kept;
    asset.size = file.size();
    return ok();
}

void takeWords(const QString& text, QStringList& words)
{
    words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

Status takeDay(const std::optional<QString>& text, const char* name, QDate& day)
{
    if (!text)
        return ok();
    day = QDate::fromString(*text, Qt::ISODate);
    if (!text->isEmpty() && !day.isValid())
        return invalid(QStringLiteral("“%1” is not a day such as 2027-11-10: %2").arg(*text, QLatin1String(name)));
    return ok();
}

Status takeSaid(const AssetWords& said, wire::Asset& asset)
{
    if (said.title)
        asset.title = *said.title;
    if (said.folder)
        asset.folder = *said.folder;
    if (said.tags)
        takeWords(*said.tags, asset.tags);
    if (said.languages)
        takeWords(*said.languages, asset.languages);
    if (said.visibility && *said.visibility != QLatin1String("shared") && *said.visibility != QLatin1String("internal"))
        return invalid(QStringLiteral("An asset is “shared” or “internal”."));
    if (said.visibility)
        asset.visibility = *said.visibility == QLatin1String("shared") ? wire::Asset::Visibility::Shared : wire::Asset::Visibility::Internal;
    if (auto taken = takeDay(said.validFrom, "valid from", asset.validFrom); !taken)
        return taken;
    return takeDay(said.validTo, "valid to", asset.validTo);
}

/// What held before stays to be had until @p asset begins: also where it is a day earlier than here.
void keepEarlier(const wire::Asset& before, wire::Asset& asset, const QDate& today)
{
    asset.earlier.clear();
    const auto hasBegun = [yesterday = today.addDays(-1)](const wire::Edition& edition) { return edition.hasBegunOn(yesterday); };
    if (before.sha256.isEmpty() || hasBegun(asset))
        return;
    asset.earlier = before.earlier;
    if (asset.version != before.version)
        asset.earlier.insert(asset.earlier.begin(), before);
    const auto begun = std::find_if(asset.earlier.begin(), asset.earlier.end(), hasBegun);
    if (begun != asset.earlier.end())
        asset.earlier.erase(std::next(begun), asset.earlier.end());
}

/// The one of that id, as it stands; a new one where there is none.
Result<wire::Asset> known(const Entities& entities, const QString& id)
{
    wire::Asset fresh;
    fresh.id = id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id;
    const auto entity = entities.find(wire::assetList, fresh.id);
    if (!entity)
        return entity.error();
    if (!*entity || (*entity)->deleted)
        return fresh;
    return wire::assetOf(fresh.id, (*entity)->label, (*entity)->properties);
}

} // namespace

Result<QJsonObject> OfficeAdmin::putAsset(const AssetWords& words, const QString& path)
{
    const std::lock_guard lock(m_mutex);
    auto asset = known(m_known->entities(), words.id);
    if (!asset)
        return asset.error();
    const wire::Asset before = *asset;
    if (!path.isEmpty()) {
        if (auto kept = keepFile(path, m_config, *asset); !kept)
            return kept.error();
    }
    if (asset->sha256.isEmpty())
        return Error{Error::Kind::NotFound, QStringLiteral("There is no asset %1; a new one needs a file.").arg(asset->id)};
    if (auto taken = takeSaid(words, *asset); !taken)
        return taken.error();
    if (asset->title.isEmpty())
        asset->title = QFileInfo(asset->fileName).completeBaseName();
    keepEarlier(before, *asset, now().date());
    return writeAsset(*asset);
}

/// Checks it as devices will.
Result<QJsonObject> OfficeAdmin::writeAsset(const wire::Asset& asset)
{
    if (const auto checked = wire::assetOf(asset.id, asset.title, wire::assetProperties(asset)); !checked)
        return checked.error();
    const auto written = m_database->write([&](Repositories& writing) -> Status {
        const auto changed = changeEntity(writing, {wire::assetList, asset.id, asset.title, wire::assetProperties(asset), {}, author, author}, now());
        return changed ? ok() : Status(changed.error());
    });
    return written ? Result<QJsonObject>(shown(asset)) : written.error();
}

Result<QJsonObject> OfficeAdmin::recallAsset(const QString& id, std::optional<int> version, const QString& reason)
{
    const std::lock_guard lock(m_mutex);
    auto asset = known(m_known->entities(), id);
    if (!asset)
        return asset.error();
    if (asset->sha256.isEmpty())
        return Error{Error::Kind::NotFound, QStringLiteral("There is no asset %1.").arg(id)};
    const auto held = asset->offeredOn(now().date());
    const int recalled = version.value_or(held ? held->version : asset->version);
    if (recalled < 1 || recalled > asset->version)
        return invalid(QStringLiteral("There is no version %1 of %2: its newest one is %3.").arg(recalled).arg(id).arg(asset->version));
    if (!asset->isRecalled(recalled))
        asset->recalled.append(recalled);
    asset->recallReason = reason;
    return writeAsset(*asset);
}

Result<QJsonArray> OfficeAdmin::assets()
{
    const std::lock_guard lock(m_mutex);
    std::map<std::pair<QByteArray, QByteArray>, Result<wire::Asset>> all; // by title and id, as their letters are numbered (UTF-8)
    auto walked = m_known->entities().all(wire::assetList, [&](const EntityRow& row) {
        all.emplace(std::pair(row.label.toUtf8(), row.id.toUtf8()), wire::assetOf(row.id, row.label, textsOf(row.properties)));
        return true;
    });
    if (!walked)
        return walked.error();
    QJsonArray listed;
    for (const auto& [place, asset] : all) {
        if (!asset)
            return asset.error();
        listed.append(shown(*asset));
    }
    return listed;
}

Status OfficeAdmin::withdrawAsset(const QString& id)
{
    const std::lock_guard lock(m_mutex);
    return m_database->write([&](Repositories& writing) -> Status {
        const auto removed = removeEntity(writing, wire::assetList, id, author, now());
        if (!removed || *removed)
            return removed ? ok() : Status(removed.error());
        return Error{Error::Kind::NotFound, QStringLiteral("There is no asset %1.").arg(id)};
    });
}

Result<QJsonObject> putAsset(HubAdmin& admin, const AssetWords& words, const QString& path)
{
    return static_cast<OfficeAdmin&>(admin).putAsset(words, path); // there is no other administration
}

Result<QJsonObject> recallAsset(HubAdmin& admin, const QString& id, std::optional<int> version, const QString& reason)
{
    return static_cast<OfficeAdmin&>(admin).recallAsset(id, version, reason);
}

Result<QJsonArray> assets(HubAdmin& admin)
{
    return static_cast<OfficeAdmin&>(admin).assets();
}

Status withdrawAsset(HubAdmin& admin, const QString& id)
{
    return static_cast<OfficeAdmin&>(admin).withdrawAsset(id);
}

} // namespace rapport::hub
