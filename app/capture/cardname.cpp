// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardname.h"

#include "app/capture/cardwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::capture
{

namespace
{

bool isCapitals(const QString& word)
{
    return word == word.toUpper() && word != word.toLower() && word.size() > 1 && !word.endsWith(QLatin1Char('.'));
}

QString asName(const QString& word)
{
    if (!isCapitals(word))
        return word;
    QString out = word.toLower();
    bool start = true;
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (start)
            out[i] = out[i].toUpper();
        start = !out[i].isLetter();
    }
    if (out.startsWith(QStringLiteral("Mc")) && out.size() > 3)
        out[2] = out[2].toUpper();
    return out;
}

QStringList partsOf(const QString& localPart)
{
    return localPart.toLower().split(QRegularExpression(QStringLiteral("[^\\p{L}]+")), Qt::SkipEmptyParts);
}

bool saysSo(const QString& word, const QString& part)
{
    return part == spelledOut(word) || part == lettersOf(word);
}

/// How many words at the end are the family name.
qsizetype familyWords(const QStringList& words, const QString& localPart, const QString& language)
{
    for (qsizetype i = 1; i + 1 < words.size(); ++i) {
        if (isNameParticle(words[i]))
            return words.size() - i;
    }
    if (language != QStringLiteral("spa") || words.size() < 3)
        return 1;
    const QStringList parts = partsOf(localPart);
    for (const QString& part : parts) { // garcia-lopez, garcialopez
        if (part.size() > 2 && part == lettersOf(words[words.size() - 2] + words.back()))
            return 2;
    }
    if (words.size() == 3 && isGivenName(words[1]) && !parts.contains(lettersOf(words[1])))
        return 1; // "José Luis Muñoz"
    return 2;
}

} // namespace

QString spelledOut(const QString& text)
{
    QString out;
    for (const QChar c : text.toLower()) {
        switch (c.unicode()) {
        case 0xE4:
            out += QStringLiteral("ae");
            break;
        case 0xF6:
            out += QStringLiteral("oe");
            break;
        case 0xFC:
            out += QStringLiteral("ue");
            break;
        case 0xDF:
            out += QStringLiteral("ss");
            break;
        default:
            out += c;
        }
    }
    return lettersOf(out);
}

PersonName splitName(const QString& printed, const QString& localPart, const QString& language)
{
    PersonName name;
    QString text = printed.simplified();
    static const QRegularExpression turned(QStringLiteral(R"(^([\p{L}'’-]+), ?([\p{L}'’. -]+)$)"));
    static const QRegularExpression degree(QStringLiteral(
        R"(\s*(,|\(|\bM\.? ?(Sc|A|Eng|Kom|T|M|Si|Kes|Hum|Ak|B\.?A)\b|\bS\.? ?(T|E|Kom|H|Si|Sos|Pd|Ak)\b\.?|\bB\.? ?(Sc|A|Eng)\b|\bMBA\b|\bPh\.? ?D\b|\bLL\.?M\b|\bFCA\b|\bCPA\b).*$)"));
    if (const auto match = turned.match(text); match.hasMatch()) {
        const QString behind = match.captured(2);
        if (!behind.contains(QLatin1Char('.')) && (behind != behind.toUpper() || behind.size() > 4)) // else a degree
            text = behind + QLatin1Char(' ') + match.captured(1);
    }
    const QString shorter = QString(text).remove(degree).trimmed();
    if (shorter.contains(QLatin1Char(' ')))
        text = shorter;
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts), titles;
    while (words.size() > 1 && isTitle(words.front()))
        titles.append(words.takeFirst());
    name.prefix = titles.join(QLatin1Char(' '));
    if (words.size() < 2) {
        name.family = asName(words.value(0));
        return name;
    }
    // "DUPONT Jean", "Kaiser Günther" with guenther.kaiser@: the family name came first.
    const QStringList parts = partsOf(localPart);
    const bool firstInCapitals = isCapitals(words.front()) && !isCapitals(words.back());
    const bool saidTurned = parts.size() == 2 && saysSo(words.back(), parts[0]) && saysSo(words.front(), parts[1]);
    if (words.size() == 2 && (firstInCapitals || (saidTurned && isGivenName(words.back()) && !isGivenName(words.front()))))
        std::swap(words[0], words[1]);
    qsizetype capitals = 0;
    while (capitals < words.size() && isCapitals(words[words.size() - 1 - capitals]))
        ++capitals;
    const qsizetype family = capitals > 0 && capitals < words.size() ? capitals : familyWords(words, localPart, language);
    const bool all = std::all_of(words.begin(), words.end(), isCapitals);
    for (QString& word : words)
        word = all && word != words.front() && isNameParticle(word) ? word.toLower() : asName(word);
    name.given = words.mid(0, words.size() - family).join(QLatin1Char(' '));
    name.family = words.mid(words.size() - family).join(QLatin1Char(' '));
    return name;
}

QString respelled(const QString& text, const QString& word)
{
    if (word.size() < 4 || text.contains(word))
        return text;
    const auto shape = [](QChar c) { return QStringLiteral("l1|!").contains(c) ? QLatin1Char('i') : c == QLatin1Char('0') ? QLatin1Char('o') : c; };
    for (qsizetype at = 0; at + word.size() <= text.size(); ++at) {
        bool same = true;
        for (qsizetype i = 0; i < word.size() && same; ++i)
            same = shape(text[at + i]) == shape(word[i]);
        if (same)
            return text.left(at) + word + text.mid(at + word.size());
    }
    return text;
}

double nameFits(const QString& line, const QString& localPart)
{
    const QStringList words = line.split(QRegularExpression(QStringLiteral("[\\s]+")), Qt::SkipEmptyParts);
    QString rest = lettersOf(localPart);
    if (rest.size() < 2)
        return 0;
    const double all = static_cast<double>(rest.size());
    QStringList initials;
    for (const QString& word : words) {
        bool found = false;
        for (const QString& form : {spelledOut(word), lettersOf(word)}) {
            if (form.size() < 2 || found)
                continue;
            if (const qsizetype at = rest.indexOf(form); at >= 0) {
                rest.remove(at, form.size());
                found = true;
            }
        }
        if (!found && !word.isEmpty())
            initials.append(lettersOf(word).left(1));
    }
    if (static_cast<double>(rest.size()) == all)
        return 0;
    for (const QString& initial : initials) {
        if (const qsizetype at = initial.isEmpty() ? -1 : rest.indexOf(initial); at >= 0 && rest.size() <= 2)
            rest.remove(at, 1);
    }
    return 1 - static_cast<double>(rest.size()) / all;
}

QString withUmlauts(const QString& word, const QString& spelled)
{
    const QString plain = word.toLower(), with = spelled.toLower();
    QString out;
    qsizetype at = 0;
    for (qsizetype i = 0; i < plain.size(); ++i) {
        if (at >= with.size())
            return word;
        const QChar c = plain[i];
        const QChar umlaut = c == QLatin1Char('a')   ? QChar(0xE4)
                             : c == QLatin1Char('o') ? QChar(0xF6)
                             : c == QLatin1Char('u') ? QChar(0xFC)
                                                     : QChar();
        if (!umlaut.isNull() && with.mid(at, 2) == QString(c) + QLatin1Char('e') && plain.mid(i + 1, 1) != QStringLiteral("e")) {
            out += word[i].isUpper() ? umlaut.toUpper() : umlaut;
            at += 2;
        } else if (with[at] == c) {
            out += word[i];
            ++at;
        } else {
            return word;
        }
    }
    return at == with.size() ? out : word;
}

} // namespace rapport::capture
