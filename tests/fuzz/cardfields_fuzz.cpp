// SPDX-License-Identifier: Apache-2.0
// What a card says: lines as reading leaves them, and the worker's answer as it comes back over its pipe.
#include "app/capture/cardfields.h"
#include "sync/contact/contactjson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace rapport;
using namespace rapport::capture;

namespace
{

/// One line of the card for each line of the input, in two columns where it begins with a tab.
CardText typed(const QByteArray& bytes)
{
    static const char* const languages[] = {"deu", "eng", "fra", "spa", "ind"};
    CardText card;
    card.language = QLatin1String(languages[static_cast<unsigned char>(bytes.isEmpty() ? 0 : bytes.front()) % 5]);
    double y = 100;
    for (const QByteArray& row : bytes.split('\n').mid(0, 60)) {
        CardLine line;
        line.height = 20 + static_cast<double>(row.size() % 40);
        double x = row.startsWith('\t') ? 800 : 100;
        for (const QString& word : QString::fromUtf8(row).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            line.words.push_back({word, QRectF(x, y, 10.0 * static_cast<double>(word.size()), line.height), 0.9});
            line.box |= line.words.back().box;
            x += 10.0 * static_cast<double>(word.size()) + 8;
        }
        line.plain = line.words;
        card.lines.push_back(line);
        y += 1.4 * line.height;
    }
    return card;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)contact::toJson(draftFromCard(typed(bytes), QStringLiteral("DE")));
    (void)draftFromCard(cardTextFromJson(QJsonDocument::fromJson(bytes).object()));
    return 0;
}
