// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/assetwords.h"

#include "app/controllers/filewords.h"

namespace rapport::app
{

QString glyphOf(wire::AssetKind kind)
{
    return kind == wire::AssetKind::Pdf ? QStringLiteral("pdf") : kind == wire::AssetKind::Film ? QStringLiteral("video") : QStringLiteral("picture");
}

QString AssetWords::length(const wire::Asset& asset, const store::AssetReading& reading)
{
    if (reading.milliseconds > 0)
        return clockText(std::chrono::milliseconds(reading.milliseconds));
    return reading.pages > 0 ? tr("%n page(s)", "", reading.pages) : sizeText(asset.size);
}

QString AssetWords::version(const wire::Asset& asset)
{
    return tr("v%1", "version of a document").arg(asset.version);
}

QString AssetWords::languages(const wire::Asset& asset)
{
    return asset.languages.join(QLatin1Char(' ')).toUpper();
}

} // namespace rapport::app
