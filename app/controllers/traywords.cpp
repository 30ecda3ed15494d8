// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/traywords.h"

#include "app/controllers/assetpictures.h"
#include "app/controllers/assetwords.h"
#include "app/conversation/words.h"

namespace rapport::app
{

namespace
{

using assets::TrayState;

QString numbersText(const QList<int>& numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(QStringLiteral(", "));
}

QString withoutStop(QString sentence)
{
    sentence = sentence.trimmed();
    return sentence.endsWith(QLatin1Char('.')) ? sentence.chopped(1) : sentence;
}

bool isForGood(TrayState state)
{
    return state == TrayState::Over || state == TrayState::Recalled || state == TrayState::Withdrawn || state == TrayState::Lost ||
           state == TrayState::Locked || state == TrayState::Torn;
}

} // namespace

const QList<QByteArray>& TrayWords::roles()
{
    static const QList<QByteArray> names{"itemId",   "assetId", "title",    "detail",   "glyph", "cover",         "shape",
                                         "internal", "note",    "needsYou", "sentence", "newer", "pagesChoosable"};
    return names;
}

RowModel::Row TrayWords::row(const assets::TrayEntry& entry, const QDate& today)
{
    const wire::Asset& asset = entry.asset;
    QStringList detail{pages(entry), AssetWords::version(asset), AssetWords::languages(asset)};
    detail.removeAll(QString());
    const bool shown = entry.isReady();
    const QString newer = entry.newer ? tr("Take version %1").arg(entry.newer->version) : QString();
    return {entry.item.id,
            {entry.item.id, asset.id, asset.title, detail.join(QStringLiteral(" · ")), glyphOf(asset.kind),
             shown ? AssetCovers::source(asset.sha256) : QString(), entry.reading.shape, !entry.isForCustomers(), note(entry, today),
             isForGood(entry.state), sentence(entry), newer, shown && asset.kind == wire::AssetKind::Pdf && entry.reading.pages > 1}};
}

QString TrayWords::pages(const assets::TrayEntry& entry)
{
    if (entry.item.pages.isEmpty())
        return AssetWords::length(entry.asset, entry.reading);
    return entry.item.pages.size() == 1 ? tr("Page %1").arg(entry.item.pages.front()) : tr("Pages %1", "1, 3, 6").arg(numbersText(entry.item.pages));
}

QString TrayWords::note(const assets::TrayEntry& entry, const QDate& today)
{
    switch (entry.state) {
    case TrayState::Ready:
        return {};
    case TrayState::Coming:
        return tr("Still to come");
    case TrayState::Preparing:
        return tr("Being prepared");
    case TrayState::Locked:
        return tr("Asks for a password");
    case TrayState::Torn:
        return tr("Cannot be shown");
    case TrayState::NotYet:
        return tr("Valid from %1").arg(dateText(entry.asset.validFrom, today));
    case TrayState::Over:
        return tr("Was valid until %1").arg(dateText(entry.asset.validTo, today));
    case TrayState::Recalled:
        return tr("Recalled");
    case TrayState::Withdrawn:
        return tr("Withdrawn");
    case TrayState::Lost:
        return tr("No longer on this tablet");
    }
    return {};
}

/// What happened, and what is not shown because of it.
QString TrayWords::sentence(const assets::TrayEntry& entry)
{
    if (entry.state == TrayState::Recalled && !entry.asset.recallReason.isEmpty())
        return tr("The back office has recalled version %1: %2. It is not shown any more.")
            .arg(entry.asset.version)
            .arg(withoutStop(entry.asset.recallReason));
    if (entry.state == TrayState::Recalled)
        return tr("The back office has recalled version %1. It is not shown any more.").arg(entry.asset.version);
    if (entry.state == TrayState::Withdrawn)
        return tr("The back office gives this out no more. It is not shown.");
    if (entry.state == TrayState::Over && !entry.newer)
        return tr("It is not shown any more.");
    if (entry.newer && entry.isReady())
        return tr("Version %1 is available. Version %2 is shown until you take it.").arg(entry.newer->version).arg(entry.asset.version);
    if (entry.newer)
        return tr("Version %1 is available.").arg(entry.newer->version);
    if (!entry.isForCustomers())
        return tr("For us alone: it is left out when the tray is shown.");
    return {};
}

QString TrayWords::what(const wire::Asset& asset, const QList<int>& pages)
{
    if (pages.isEmpty())
        return asset.title;
    return pages.size() == 1 ? tr("%1, page %2").arg(asset.title).arg(pages.front())
                             : tr("%1, pages %2", "a title; 1, 3, 6").arg(asset.title, numbersText(pages));
}

} // namespace rapport::app
