// SPDX-License-Identifier: Apache-2.0
#include "app/capture/documentwords.h"

#include <QStringList>

#include <algorithm>

namespace rapport::capture
{

namespace
{

constexpr std::size_t maxFound = 500;

/// One letter for one letter, so that places stay what they are.
QChar folded(QChar letter)
{
    for (QString parts = letter.decomposition(); !parts.isEmpty() && letter.decompositionTag() == QChar::Canonical; parts = letter.decomposition())
        letter = parts.front();
    return letter.toLower();
}

QString folded(QString text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](QChar letter) { return folded(letter); });
    return text;
}

bool isLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

/// As the tokenizer of the index takes it apart: "R-290" is two.
QStringList words(const QString& typed)
{
    QString apart = folded(typed);
    std::transform(apart.begin(), apart.end(), apart.begin(), [](QChar c) { return isLetter(c) ? c : QChar(u' '); });
    return apart.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

std::vector<FoundWord> wordsIn(const QString& text, const QString& typed)
{
    const QString plain = folded(text);
    const QStringList wanted = words(typed);
    std::vector<FoundWord> found;
    for (qsizetype at = 0; at < plain.size() && found.size() < maxFound;) {
        if (!isLetter(plain[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < plain.size() && isLetter(plain[end]))
            ++end;
        const QStringView word = QStringView(plain).mid(at, end - at);
        if (std::any_of(wanted.begin(), wanted.end(), [&](const QString& one) { return word.startsWith(one); }))
            found.push_back({at, end - at});
        at = end;
    }
    return found;
}

} // namespace rapport::capture
