// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/rowmodel.h"
#include "assets/tray.h"

#include <QCoreApplication>

namespace rapport::app
{

/// How a tray is told.
class TrayWords
{
    Q_DECLARE_TR_FUNCTIONS(TrayWords)

public:
    /// Of its rows: itemId, assetId, title, detail ("Pages 1, 3 · v3"), glyph, cover (for Image; empty: none), shape (width by height; 0: not known),
    /// internal, note (why it is not shown; empty: it is), needsYou (and that will not change by itself), sentence (what to know of it; empty:
    /// nothing), newer ("Take version 4"; empty: there is none), pagesChoosable
    static const QList<QByteArray>& roles();
    static RowModel::Row row(const assets::TrayEntry& entry, const QDate& today);

    static QString what(const wire::Asset& asset, const QList<int>& pages); ///< "Brochure PX plug-in, page 3"

private:
    static QString pages(const assets::TrayEntry& entry);
    static QString note(const assets::TrayEntry& entry, const QDate& today);
    static QString sentence(const assets::TrayEntry& entry);
};

} // namespace rapport::app
