// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/choiceindex.h"

#include <QByteArrayMatcher>
#include <QList>

#include <algorithm>

namespace rapport::app
{

namespace
{

constexpr qsizetype searchedAtMost = 1'000; ///< letters of one choice

bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar one) { return one.unicode() < 0x80; });
}

} // namespace

QByteArray foldedWords(const QString& text)
{
    if (isPlain(text))
        return text.toLatin1().toLower();
    QString letters;
    const QString parts = text.normalized(QString::NormalizationForm_D);
    for (const QChar one : parts) {
        if (one.category() != QChar::Mark_NonSpacing)
            letters += one.toCaseFolded();
    }
    return letters.toUtf8();
}

void ChoiceIndex::add(const QString& words)
{
    QByteArray folded = foldedWords(words.left(searchedAtMost));
    folded.replace('\n', ' ');
    m_text += folded;
    m_text += '\n';
    m_ends.push_back(m_text.size());
}

ChoiceIndex::Found ChoiceIndex::find(const QString& text, std::size_t atMost) const
{
    Found found;
    QList<QByteArray> words = foldedWords(text.simplified()).split(' ');
    std::stable_sort(words.begin(), words.end(), [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); }); // the rarest first
    const QByteArrayMatcher rarest(words.takeFirst());
    const qint64* const ends = m_ends.data();
    std::size_t place = 0;
    qint64 at = 0;
    while (place < m_ends.size()) {
        at = rarest.indexIn(m_text, static_cast<qsizetype>(at));
        if (at < 0)
            break;
        while (ends[place] <= at)
            ++place;
        const qint64 begin = place == 0 ? 0 : ends[place - 1];
        const QByteArrayView line = QByteArrayView(m_text).sliced(begin, ends[place] - begin);
        at = ends[place];
        if (std::all_of(words.begin(), words.end(), [&](const QByteArray& word) { return line.contains(word); })) {
            if (found.places.size() < atMost)
                found.places.push_back(place);
            ++found.all;
        }
        ++place;
    }
    return found;
}

} // namespace rapport::app
