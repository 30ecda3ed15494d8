// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/assets.h"

#include <QCoreApplication>

namespace rapport::app
{

QString glyphOf(wire::AssetKind kind); ///< "pdf", "video" or "picture"

/// How content is told on a line.
class AssetWords
{
    Q_DECLARE_TR_FUNCTIONS(AssetWords)

public:
    /// How long it is ("8 pages", "0:14"), else how large.
    static QString length(const wire::Asset& asset, const store::AssetReading& reading);
    static QString version(const wire::Asset& asset);   ///< "v3"
    static QString languages(const wire::Asset& asset); ///< "EN DE"
};

} // namespace rapport::app
