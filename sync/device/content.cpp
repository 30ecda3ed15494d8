// SPDX-License-Identifier: Apache-2.0
#include "sync/device/content.h"

#include "sync/store/store.h"

#include <QStringList>

namespace rapport::device
{

namespace
{

const QString comingSetting = QStringLiteral("assets_coming"); ///< "3 1200000 wifi": files, bytes, what they wait for
const QStringList passages{QStringLiteral("nothing"), QStringLiteral("wifi"), QStringLiteral("unmetered")};

} // namespace

Result<FilesToCome> filesToCome(store::Store& store)
{
    const auto kept = store.setting(comingSetting);
    if (!kept)
        return kept.error();
    const QStringList words = kept->split(QLatin1Char(' '));
    const qsizetype passage = passages.indexOf(words.value(2));
    if (passage < 0)
        return FilesToCome();
    return FilesToCome{words[0].toInt(), words[1].toLongLong(), static_cast<Passage>(passage)};
}

Status keepFilesToCome(store::Store& store, const FilesToCome& coming)
{
    return store.setSetting(comingSetting,
                            QStringLiteral("%1 %2 %3").arg(coming.files).arg(coming.bytes).arg(passages[static_cast<int>(coming.passage)]));
}

} // namespace rapport::device
