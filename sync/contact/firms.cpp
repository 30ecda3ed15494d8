// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/firms.h"

#include "sync/contact/names.h"

#include <QSet>

#include <algorithm>

namespace rapport::contact
{

namespace
{

QSet<QString> foldedSet(const char* words)
{
    QSet<QString> out;
    for (const QString& word : QString::fromUtf8(words).split(QLatin1Char(' ')))
        out.insert(folded(word));
    return out;
}

/// Behind the name, single letters joined: "s.r.o." is sro, "Sp. z o.o." is sp zoo, "S.A. de C.V." is sa de cv.
bool isFormBehind(const QString& word)
{
    static const QSet<QString> forms = foldedSet(
        // Germany, Austria, Switzerland, Liechtenstein
        "gmbh ggmbh mbh ag kg kgaa ohg og gbr ug haftungsbeschränkt haftungsbeschraenkt ev eg ek ekfm ekfr eu se cokg ges gesmbh anstalt "
        // English-speaking countries, India, Singapore, Malaysia, Gulf
        "inc incorporated corp corporation co company ltd limited llc llp lp plc pty pte pvt private sdn bhd berhad wll fzco fze fzc fzllc "
        // France, Belgium, Luxembourg, Netherlands
        "sa sas sasu sarl eurl snc sca scs scop srl sprl bv nv vof bvba commv "
        // Italy, Spain, Portugal, Latin America
        "spa sapa snc sas ss scarl coop sl slu slne sau sll sc cia ltda eireli me epp sab sapi cv de rl saic spa "
        // Nordic and Baltic countries
        "ab hb as asa ans aps ivs is oy oyj ky hf ehf uab sia ou "
        // Central and Eastern Europe, Turkey
        "sro as spol vos ks zs sp z zoo spzoo sa spk spj doo dd dno ad eood ood kft zrt nyrt bt kkt oo ooo oao zao pao ao tov srl sti as tic san "
        // Indonesia, Japan, China
        "tbk persero kk gk");
    return forms.contains(word);
}

/// Before the name: "PT Sinar Dingin", "Firma Weber", "OOO Holod".
bool isFormBefore(const QString& word)
{
    static const QSet<QString> forms = foldedSet("pt cv ud fa firma fa ooo oao zao pao tov yayasan koperasi perum societe société firm the");
    return forms.contains(word);
}

bool joins(const QString& word)
{
    static const QSet<QString> words = foldedSet("und and et y dan e en og och i u ja ve und");
    return words.contains(word);
}

/// Letters that stand alone belong together: "s r o" of "s. r. o." is sro.
QStringList lettersJoined(const QStringList& words)
{
    QStringList out;
    bool open = false;
    for (const QString& word : words) {
        if (word.size() == 1 && open)
            out.back() += word;
        else
            out.append(word);
        open = word.size() == 1;
    }
    return out;
}

bool isAcronym(const FirmName& brief, const FirmName& whole)
{
    if (brief.words.size() != 1 || whole.words.size() < 3 || brief.words.front().size() != whole.words.size())
        return false;
    QString initials;
    for (const QString& word : whole.words)
        initials += word.front();
    return initials == brief.words.front();
}

bool alike(const QString& a, const QString& b)
{
    const qsizetype shorter = qMin(a.size(), b.size());
    return a == b || (shorter >= 6 && typingErrors(a, b, 1) <= 1);
}

/// The words of @p from that @p other does not have.
QStringList missing(const FirmName& from, const FirmName& other)
{
    QStringList words;
    for (const QString& word : from.words) {
        if (std::none_of(other.words.begin(), other.words.end(), [&](const QString& theirs) { return alike(word, theirs); }))
            words.append(word);
    }
    return words;
}

} // namespace

bool tellsFirmsApart(const QString& word)
{
    static const QSet<QString> common = foldedSet(
        "service services international group gruppe groupe grupo holding handel handels handelsgesellschaft trading vertrieb vertriebs technik "
        "technologie technologies technology systems systeme system solutions lösungen deutschland germany österreich austria schweiz france españa "
        "indonesia europe europa global world logistik logistics transport consulting beratung industrie industries industry maschinenbau metallbau "
        "elektro bau hotel restaurant gasthof bäckerei metzgerei apotheke autohaus praxis kanzlei stadtwerke gemeinde stadt verwaltung gesellschaft "
        "produktion production produktions management marketing media digital software engineering partner partners söhne sohn sons brothers "
        "gebrüder "
        "gebr nachf inhaber werk werke fabrik store shop markt center zentrum food foods lebensmittel getränke kälte kältetechnik");
    return word.size() > 2 && !common.contains(word);
}

FirmName firmOf(const QString& name)
{
    QStringList words = lettersJoined(foldedWords(name));
    const QStringList all = words;
    while (!words.isEmpty() && (isFormBehind(words.back()) || joins(words.back())))
        words.removeLast();
    while (words.size() > 1 && isFormBefore(words.front()))
        words.removeFirst();
    if (words.isEmpty())
        return {all};
    words.removeIf(joins);
    return {words.isEmpty() ? all : words};
}

FirmAgreement compareFirms(const FirmName& a, const FirmName& b)
{
    if (a.isEmpty() || b.isEmpty())
        return FirmAgreement::Unknown;
    const QString key = a.key(), other = b.key();
    if (key == other)
        return FirmAgreement::Same;
    if (isAcronym(a, b) || isAcronym(b, a) || (qMin(key.size(), other.size()) >= 7 && typingErrors(key, other, 1) <= 1))
        return FirmAgreement::Similar;
    const QStringList onlyA = missing(a, b), onlyB = missing(b, a);
    QStringList common = a.words;
    common.removeIf([&](const QString& word) { return onlyA.contains(word); });
    const bool oneLeavesOut = onlyA.isEmpty() || onlyB.isEmpty();
    return oneLeavesOut && std::any_of(common.begin(), common.end(), tellsFirmsApart) ? FirmAgreement::Similar : FirmAgreement::Other;
}

} // namespace rapport::contact
