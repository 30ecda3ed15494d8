// SPDX-License-Identifier: Apache-2.0
#include "app/controllers/filewords.h"

#include "app/sound/opusfile.h"

#include <QLocale>
#include <QMimeDatabase>
#include <QRegularExpression>

namespace rapport::app
{

QString clockText(std::chrono::milliseconds length)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length).count();
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString sizeText(qint64 bytes)
{
    const bool whole = bytes < 1'000'000 || (bytes >= 10'000'000 && bytes < 1'000'000'000);
    return QLocale().formattedDataSize(bytes, whole ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString soundText(const QByteArray& tail, qint64 bytes)
{
    const auto length = sound::opusLength(tail);
    return length ? clockText(*length) + QStringLiteral(" · ") + sizeText(bytes) : sizeText(bytes);
}

QString shownFileName(const QString& name)
{
    static const QRegularExpression moment(QStringLiteral("-\\d{13}(?=\\.[^.]*$|$)"));
    return QString(name).remove(moment);
}

QString fileGlyph(const QString& name)
{
    const QString type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    for (const auto& [prefix, glyph] :
         {std::pair{"audio/", "music"}, std::pair{"video/", "video"}, std::pair{"image/", "picture"}, std::pair{"application/pdf", "pdf"}}) {
        if (type.startsWith(QLatin1String(prefix)))
            return QString::fromLatin1(glyph);
    }
    return QStringLiteral("file");
}

} // namespace rapport::app
