// SPDX-License-Identifier: Apache-2.0
// Content: a brochure, a picture, a film. Its row is an entity of the list `assets`, its file goes by SHA-256 (docs/content.md).
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>

namespace rapport::wire
{

const QString assetList = QStringLiteral("assets");

enum class AssetKind { Pdf, Picture, Film };

struct Asset {
    QString id, title; ///< of the row; the title is its label
    QString folder;    ///< empty: none
    QStringList tags, languages;
    QDate validFrom, validTo; ///< its first and last day; null: no such limit
    enum class Visibility { Shared, Internal } visibility = Visibility::Internal;
    int version = 1; ///< counts the files that it had
    AssetKind kind = AssetKind::Pdf;
    QString fileName, sha256;
    qint64 size = 0; ///< bytes

    bool isValidAt(const QDate& day) const { return (!validFrom.isValid() || day >= validFrom) && (!validTo.isValid() || day <= validTo); }
    friend bool operator==(const Asset&, const Asset&) = default;
};

/// What a file is by its first bytes (32 are enough), whatever its name says. Invalid: nothing that is shown here.
Result<AssetKind> assetKindOf(const QByteArray& head);
qint64 mostBytesOf(AssetKind kind); ///< no larger file is taken in

std::map<QString, QString> assetProperties(const Asset& asset); ///< of its row
/// Invalid, in a sentence that names the property: a row that somebody else has made may hold anything.
Result<Asset> assetOf(const QString& id, const QString& label, const std::map<QString, QString>& properties);

/// Whether an occasion keeps the file of that asset on its devices as long as it runs, whatever room it needs: its document names the asset, or the
/// folder it lies in, as {"pinned": {"assets": [ID, …], "folders": [NAME, …]}}.
bool pinsAsset(const QJsonObject& occasion, const Asset& asset);

} // namespace rapport::wire
