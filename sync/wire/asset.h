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
#include <optional>
#include <vector>

namespace rapport::wire
{

const QString assetList = QStringLiteral("assets");

enum class AssetKind { Pdf, Picture, Film };

/// One of the files that an asset has one after another. It holds from its first day on, until the next one begins.
struct Edition {
    int version = 1; ///< counts the files that the asset had
    AssetKind kind = AssetKind::Pdf;
    QString fileName, sha256;
    qint64 size = 0;          ///< bytes
    QDate validFrom, validTo; ///< its first and its last day; null: no such limit

    bool hasBegunOn(const QDate& day) const { return !validFrom.isValid() || day >= validFrom; }
    bool isOverOn(const QDate& day) const { return validTo.isValid() && day > validTo; }
    friend bool operator==(const Edition&, const Edition&) = default;
};

/// As an edition it is its newest one.
struct Asset : Edition {
    QString id, title; ///< of the row; the title is its label
    QString folder;    ///< empty: none
    QStringList tags, languages;
    enum class Visibility { Shared, Internal } visibility = Visibility::Internal;
    std::vector<Edition> earlier; ///< those that hold until the newest one begins, the newer first; no others are to be had any more
    QList<int> recalled;          ///< versions that are not to be shown or sent any more, wherever they are
    QString recallReason;         ///< a sentence for us, not for customers; may be empty

    bool isRecalled(int ofVersion) const { return recalled.contains(ofVersion); }
    const Edition* edition(int ofVersion) const; ///< null: not to be had any more
    /// The one that holds on that day, the newest that has begun, in place of the newest of all. Nothing where none has begun, or where that one
    /// is over or recalled: an older one does not come back.
    std::optional<Asset> offeredOn(const QDate& day) const;
    Asset as(const Edition& edition) const; ///< itself, with that file

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
