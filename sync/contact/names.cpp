// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/names.h"

#include "sync/contact/mailbox.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxWords = 12, maxWord = 64, maxText = 400;

/// Letters that Unicode does not take apart, as their readers write them in ASCII.
QString plainLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'ß':
        return QStringLiteral("ss");
    case u'ø':
        return QStringLiteral("o");
    case u'æ':
        return QStringLiteral("ae");
    case u'œ':
        return QStringLiteral("oe");
    case u'ł':
        return QStringLiteral("l");
    case u'đ':
    case u'ð':
        return QStringLiteral("d");
    case u'þ':
        return QStringLiteral("th");
    case u'ı':
        return QStringLiteral("i");
    default:
        return letter;
    }
}

const QSet<QString>& titles()
{
    static const QSet<QString> words{
        QStringLiteral("dr"),   QStringLiteral("prof"), QStringLiteral("professor"), QStringLiteral("doctor"), QStringLiteral("dipl"),
        QStringLiteral("ing"),  QStringLiteral("kfm"),  QStringLiteral("kffr"),      QStringLiteral("mag"),    QStringLiteral("hc"),
        QStringLiteral("mr"),   QStringLiteral("mrs"),  QStringLiteral("ms"),        QStringLiteral("miss"),   QStringLiteral("sir"),
        QStringLiteral("herr"), QStringLiteral("frau"), QStringLiteral("mme"),       QStringLiteral("mlle"),   QStringLiteral("monsieur"),
        QStringLiteral("sr"),   QStringLiteral("sra"),  QStringLiteral("srta"),      QStringLiteral("don"),    QStringLiteral("bapak"),
        QStringLiteral("bpk"),  QStringLiteral("pak"),  QStringLiteral("ibu"),       QStringLiteral("bu"),     QStringLiteral("haji"),
        QStringLiteral("hj"),   QStringLiteral("ir"),   QStringLiteral("mba"),       QStringLiteral("phd"),    QStringLiteral("msc"),
        QStringLiteral("bsc"),  QStringLiteral("ba"),   QStringLiteral("jr"),        QStringLiteral("mgr"),    QStringLiteral("rer"),
        QStringLiteral("nat"),  QStringLiteral("med"),  QStringLiteral("jur"),       QStringLiteral("pol")};
    return words;
}

const QSet<QString>& particles()
{
    static const QSet<QString> words{
        QStringLiteral("von"), QStringLiteral("van"), QStringLiteral("der"), QStringLiteral("den"), QStringLiteral("de"),    QStringLiteral("zu"),
        QStringLiteral("zur"), QStringLiteral("zum"), QStringLiteral("vom"), QStringLiteral("del"), QStringLiteral("della"), QStringLiteral("di"),
        QStringLiteral("da"),  QStringLiteral("dos"), QStringLiteral("das"), QStringLiteral("du"),  QStringLiteral("la"),    QStringLiteral("le"),
        QStringLiteral("ter"), QStringLiteral("ten"), QStringLiteral("el"),  QStringLiteral("al"),  QStringLiteral("bin"),   QStringLiteral("binti"),
        QStringLiteral("ibn"), QStringLiteral("y")};
    return words;
}

/// Without the words of @p unwanted, unless nothing would be left.
QStringList without(const QStringList& words, const QSet<QString>& unwanted)
{
    QStringList kept;
    std::copy_if(words.begin(), words.end(), std::back_inserter(kept), [&](const QString& word) { return !unwanted.contains(word); });
    return kept.isEmpty() ? words : kept;
}

PersonName takenApart(const QString& fullName)
{
    const QString tail = fullName.section(QLatin1Char(','), 1);
    QStringList given = foldedWords(tail);
    given.removeIf([](const QString& word) { return titles().contains(word); });
    if (!given.isEmpty())
        return {given, without(foldedWords(fullName.section(QLatin1Char(','), 0, 0)), titles())};
    QStringList parts = fullName.section(QLatin1Char(','), 0, 0).simplified().split(QLatin1Char(' ')); // a hyphen takes nothing apart
    const auto wordIn = [](const QString& part, const QSet<QString>& words) { return words.contains(foldedWords(part).join(QString())); };
    parts.removeIf([&](const QString& part) { return parts.size() > 1 && wordIn(part, titles()); });
    PersonName name;
    while (parts.size() > 1 && !wordIn(parts.front(), particles()))
        name.given += without(foldedWords(parts.takeFirst()), titles());
    name.family = foldedWords(parts.join(QLatin1Char(' ')));
    return name;
}

/// As it sounds, roughly: "Meier" = "Mayer", "Sophie" = "Sofie", "Schmidt" = "Schmitt", "Kathrin" = "Catrin".
QString soundOf(const QString& word)
{
    QString sound = word;
    static const std::pair<QString, QString> rules[] = {
        {QStringLiteral("sch"), QStringLiteral("sh")}, {QStringLiteral("ph"), QStringLiteral("f")},  {QStringLiteral("th"), QStringLiteral("t")},
        {QStringLiteral("ck"), QStringLiteral("k")},   {QStringLiteral("dt"), QStringLiteral("t")},  {QStringLiteral("tz"), QStringLiteral("z")},
        {QStringLiteral("chr"), QStringLiteral("kr")}, {QStringLiteral("ey"), QStringLiteral("ai")}, {QStringLiteral("ay"), QStringLiteral("ai")},
        {QStringLiteral("ei"), QStringLiteral("ai")},  {QStringLiteral("y"), QStringLiteral("i")},   {QStringLiteral("ie"), QStringLiteral("i")},
        {QStringLiteral("w"), QStringLiteral("v")},    {QStringLiteral("z"), QStringLiteral("s")}};
    for (const auto& [written, spoken] : rules)
        sound.replace(written, spoken);
    QString out;
    for (qsizetype i = 0; i < sound.size(); ++i) {
        const QChar letter = sound[i], next = i + 1 < sound.size() ? sound[i + 1] : QChar(), last = out.isEmpty() ? QChar() : out.back();
        if (letter == last || (letter == QLatin1Char('h') && QStringLiteral("aeiou").contains(last)))
            continue;
        out += letter == QLatin1Char('c') && next != QLatin1Char('h') ? QChar(QLatin1Char('k')) : letter;
    }
    return out;
}

enum class Likeness { None, Missing, Initial, Spelling, Nickname, Exact };

bool isInitialOf(const QString& a, const QString& b)
{
    return (a.size() == 1) != (b.size() == 1) && a.front() == b.front();
}

/// The last letter of a given name often tells a woman from a man, so it is no typing error: Maria and Mario, Julia and Julian.
bool mistypedGiven(const QString& a, const QString& b)
{
    const qsizetype shorter = qMin(a.size(), b.size());
    return shorter >= 5 && a.back() == b.back() && typingErrors(a, b, 1) <= 1;
}

bool mistypedFamily(const QString& a, const QString& b)
{
    const qsizetype shorter = qMin(a.size(), b.size());
    return shorter >= 5 && typingErrors(a, b, shorter >= 9 ? 2 : 1) <= (shorter >= 9 ? 2 : 1);
}

bool shareWord(const QStringList& a, const QStringList& b, qsizetype letters)
{
    return std::any_of(a.begin(), a.end(), [&](const QString& word) { return word.size() >= letters && b.contains(word); });
}

Likeness compareGiven(const QStringList& a, const QStringList& b)
{
    if (a.isEmpty() || b.isEmpty())
        return Likeness::Missing;
    const QString first = a.front(), other = b.front();
    if (a.join(QString()) == b.join(QString()))
        return Likeness::Exact;
    if (first == other)
        return first.size() == 1 ? Likeness::Initial : Likeness::Exact;
    if (isInitialOf(first, other))
        return Likeness::Initial;
    if (shareWord(a, b, 3) || soundOf(first) == soundOf(other))
        return Likeness::Spelling;
    if (areNicknames(first, other) || areNicknames(a.join(QString()), other) || areNicknames(first, b.join(QString())))
        return Likeness::Nickname;
    return mistypedGiven(first, other) ? Likeness::Spelling : Likeness::None;
}

/// "LeGoff" and "Le Goff", of which the particle was left out.
bool hasParticleBefore(const QString& whole, const QString& name)
{
    return whole.endsWith(name) && particles().contains(whole.chopped(name.size()));
}

Likeness compareFamily(const QStringList& a, const QStringList& b)
{
    if (a.isEmpty() || b.isEmpty())
        return Likeness::Missing;
    const QString whole = a.join(QString()), other = b.join(QString());
    if (whole == other || hasParticleBefore(whole, other) || hasParticleBefore(other, whole))
        return Likeness::Exact;
    return shareWord(a, b, 4) || soundOf(whole) == soundOf(other) || mistypedFamily(whole, other) ? Likeness::Spelling : Likeness::None;
}

NameAgreement agreement(Likeness given, Likeness family)
{
    if (family == Likeness::None || family == Likeness::Missing)
        return given == Likeness::Exact || given == Likeness::Nickname ? NameAgreement::GivenOnly : NameAgreement::Other;
    switch (given) {
    case Likeness::None:
        return NameAgreement::FamilyOnly;
    case Likeness::Missing:
        return NameAgreement::FamilyAlone;
    case Likeness::Initial:
        return NameAgreement::Initial;
    case Likeness::Spelling:
        return NameAgreement::Spelling;
    case Likeness::Nickname:
        return NameAgreement::Nickname;
    case Likeness::Exact:
        break;
    }
    return family == Likeness::Exact ? NameAgreement::Same : NameAgreement::Spelling;
}

/// "Sofía Ruiz" of "Ana Sofía Ruiz Castro": where given names end and family names begin is not known everywhere.
bool isPartOf(const PersonName& a, const PersonName& b)
{
    const QStringList mine = a.given + a.family, theirs = b.given + b.family;
    const QStringList &brief = mine.size() < theirs.size() ? mine : theirs, &whole = &brief == &mine ? theirs : mine;
    return brief.size() >= 2 && brief.size() < whole.size() && std::all_of(brief.begin(), brief.end(), [&](const QString& word) {
               return word.size() > 2 &&
                      std::any_of(whole.begin(), whole.end(), [&](const QString& other) { return word == other || areNicknames(word, other); });
           });
}

/// "jonas.weber" says Jonas Weber; nothing where the address is of another form.
PersonName nameInAddress(const Contact& contact)
{
    for (const QString& email : contact.emails) {
        const Mailbox mailbox = mailboxOf(email);
        const QStringList parts = mailbox.local.split(QLatin1Char('.'));
        const bool words = std::all_of(parts.begin(), parts.end(), [](const QString& part) {
            return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](QChar c) { return c.isLetter() || c == QLatin1Char('-'); });
        });
        if (parts.size() == 2 && words && !mailbox.shared && parts.back().size() > 1)
            return {foldedWords(parts.front()), foldedWords(parts.back())};
    }
    return {};
}

} // namespace

QString plainLetters(const QString& text)
{
    QString plain;
    for (const QChar c : text.left(maxText).toLower().normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += plainLetter(c);
    }
    return plain;
}

QString folded(const QString& text)
{
    QString plain = plainLetters(text);
    for (const char* both : {"ae", "oe", "ue"})
        plain.replace(QLatin1String(both), QString(QLatin1Char(both[0])));
    return plain;
}

QStringList spellingsOf(const QString& word)
{
    QString spelled = word.left(maxWord).toLower().normalized(QString::NormalizationForm_C);
    const QString plain = plainLetters(spelled), brief = folded(spelled);
    for (const auto& [letter, both] :
         {std::pair{u'ä', "ae"}, std::pair{u'ö', "oe"}, std::pair{u'ü', "ue"}, std::pair{u'ø', "oe"}, std::pair{u'å', "aa"}})
        spelled.replace(QChar(letter), QLatin1String(both));
    QStringList all{plain};
    for (const QString& other : {brief, plainLetters(spelled)}) {
        if (!all.contains(other))
            all.append(other);
    }
    return all;
}

QStringList foldedWords(const QString& text)
{
    QStringList words;
    QString word;
    const QString plain = folded(text) + QLatin1Char(' ');
    for (const QChar c : plain) {
        if (c == QLatin1Char('\'') || c == QChar(0x2019))
            continue; // O'Neill, D’Angelo
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            if (words.size() < maxWords)
                words.append(word.left(maxWord));
            word.clear();
        }
    }
    return words;
}

int typingErrors(const QString& a, const QString& b, int most)
{
    if (qAbs(a.size() - b.size()) > most || a.size() > maxWord)
        return a == b ? 0 : most + 1;
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width), last(width), row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[at - 1] ? 0 : 1)});
            if (i > 1 && at > 1 && a[i - 1] == b[at - 2] && a[i - 2] == b[at - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most)
            return most + 1;
        before.swap(last);
        last.swap(row);
    }
    return qMin(last.back(), most + 1);
}

PersonName personNameOf(const Contact& contact)
{
    PersonName name{without(foldedWords(contact.givenName), titles()), without(foldedWords(contact.familyName), titles())};
    if (name.isEmpty())
        name = takenApart(contact.fullName);
    const PersonName told = nameInAddress(contact);
    if (name.isEmpty())
        return told;
    name.family = without(name.family, particles());
    name.given = without(name.given, particles()); // where the two changed places
    const bool brief = name.given.isEmpty() || name.given.front().size() == 1;
    if (brief && !told.isEmpty() && told.given.front().size() > 1 && told.family.join(QString()) == name.family.join(QString()) &&
        (name.given.isEmpty() || told.given.front().front() == name.given.front().front()))
        name.given = told.given;
    return name;
}

NameAgreement compareNames(const PersonName& a, const PersonName& b)
{
    if (a.isEmpty() || b.isEmpty())
        return NameAgreement::Unknown;
    const NameAgreement straight = agreement(compareGiven(a.given, b.given), compareFamily(a.family, b.family));
    const NameAgreement swapped = agreement(compareGiven(a.given, b.family), compareFamily(a.family, b.given));
    if (swapped > straight && swapped >= NameAgreement::Initial)
        return swapped == NameAgreement::Same ? NameAgreement::Swapped : swapped;
    return straight < NameAgreement::FamilyAlone && isPartOf(a, b) ? NameAgreement::Spelling : straight;
}

} // namespace rapport::contact
