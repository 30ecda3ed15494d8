// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardroles.h"

#include "app/capture/cardname.h"
#include "app/capture/cardwords.h"

#include <algorithm>
#include <cmath>

namespace rapport::capture
{

namespace
{

int legalForms(const QStringList& words)
{
    int forms = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString form = folded(words[i]);
        const bool leads = form == QStringLiteral("pt") || form == QStringLiteral("cv") || form == QStringLiteral("pt.") ||
                           form == QStringLiteral("cv.") || form == QStringLiteral("ud");
        if (isLegalForm(words[i]) && words.size() > 1 && (leads ? i == 0 : i > 0))
            ++forms;
    }
    return forms;
}

/// How much of the domain a line says: 1 all of it.
double domainLikeness(const QString& text, const CardHints& hints)
{
    const QString letters = lettersOf(text), spelled = spelledOut(text);
    double best = 0;
    for (const QString& core : hints.cores) {
        const QString wanted = lettersOf(core);
        if (wanted.size() < 2)
            continue;
        if (letters.contains(wanted) || spelled.contains(wanted))
            best = 1;
        double hit = 0;
        for (const QString& word : wordsOf(text)) {
            for (const QString& form : {lettersOf(word), spelledOut(word)}) {
                if (form.size() >= 3 && wanted.contains(form))
                    hit = std::max(hit, 0.0) + static_cast<double>(form.size()) / static_cast<double>(wanted.size()) /
                                                   (form == spelledOut(word) && form == lettersOf(word) ? 2 : 1);
            }
        }
        best = std::max(best, std::min(1.0, hit));
    }
    return best;
}

struct Score {
    double name = 0, firm = 0, job = 0;
};

Score scoreOf(const Piece& piece, double tallest, const CardHints& hints)
{
    const QString text = withoutRim(piece.text);
    const QStringList words = wordsOf(text);
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const int jobs = countOf(text, isJobWord), legal = legalForms(words), firms = countOf(text, isFirmWord),
              departments = countOf(text, isDepartmentWord);
    const double size = piece.height / std::max(1.0, tallest), like = domainLikeness(text, hints), fits = nameFits(text, hints.localPart);
    const auto capitalised =
        std::count_if(words.begin(), words.end(), [](const QString& word) { return word.front().isUpper() || isNameParticle(word); });
    const auto plain = std::count_if(words.begin(), words.end(), [](const QString& word) {
        return std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter() || QStringLiteral("'’.-,").contains(c); });
    });
    Score score;
    score.name = 5 * fits + 2 * size + (words.size() >= 2 && words.size() <= 4 ? 1 : -1.5);
    score.name += isTitle(words.front()) && words.size() > 1 ? 2 : 0;
    score.name += std::any_of(words.begin(), words.end(), [](const QString& word) { return isGivenName(word); }) ? 2 : 0;
    score.name -= 4 * (legal > 0) + 3.0 * std::min(jobs, 2) + 2 * std::min(firms, 1) + 4 * (digits > 0) + 2 * departments;
    score.name -= 2 * (capitalised < words.size()) + 3 * (plain < words.size());
    score.firm = 5 * (legal > 0) + 4 * like + 2 * std::min(firms, 2) + 1.5 * size - 2.5 * std::min(jobs, 2) - 2 * departments - 2.5 * fits;
    score.firm -= 2 * (words.front().front().isLower()) + 1.5 * (digits > 0) + (words.size() > 6 ? 2 : 0);
    score.job = 4.0 * std::min(jobs, 2) - 1.5 * departments - 4 * (legal > 0) - 3 * like - 3 * fits - (digits > 0) - (words.size() > 7 ? 3 : 0);
    return score;
}

bool mayBeOfFirm(const QString& more, const CardHints& hints)
{
    return countOf(more, isJobWord) == 0 && countOf(more, isDepartmentWord) == 0 && nameFits(more, hints.localPart) < 0.5;
}

/// Whether @p more is the rest of a firm's name: its legal form, what its domain says, a word of its trade.
bool completesFirm(const QString& more, const CardHints& hints)
{
    if (!mayBeOfFirm(more, hints))
        return false;
    return legalForms(wordsOf(QStringLiteral("x ") + more)) > 0 || legalForms(wordsOf(more + QStringLiteral(" x"))) > 0 ||
           domainLikeness(more, hints) > 0.3 || countOf(more, isFirmWord) > 0;
}

struct Open {
    Piece* piece;
    Score score;
};

std::vector<Open> openPieces(std::vector<Piece>& pieces, const CardHints& hints)
{
    double tallest = 1;
    for (const Piece& piece : pieces) {
        if (!piece.used && piece.confidence > 0.6)
            tallest = std::max(tallest, piece.height);
    }
    std::vector<Open> open;
    for (Piece& piece : pieces) {
        const QString text = withoutRim(piece.text);
        if (!piece.used && text.size() > 1 && !text.startsWith(QLatin1Char('@')) && countOf(text, isRegisterWord) == 0)
            open.push_back({&piece, scoreOf(piece, tallest, hints)});
    }
    return open;
}

/// The best of all ways to give two of the lines to the name and the firm.
void chooseNameAndFirm(const std::vector<Open>& open, CardRoles& roles)
{
    double best = -1e9;
    for (const Open& name : open) {
        for (const Open& firm : open) {
            const double both = name.score.name + firm.score.firm;
            if (firm.piece != name.piece && both > best) {
                best = both;
                roles.name = name.piece;
                roles.firm = firm.piece;
            }
        }
    }
    if (open.size() == 1)
        (open[0].score.name >= open[0].score.firm ? roles.name : roles.firm) = open[0].piece;
}

/// What is right below the name is mostly the job.
void chooseJob(const std::vector<Open>& open, const std::vector<Piece>& pieces, CardRoles& roles)
{
    constexpr double least = 1.5;
    const Piece* under = roles.name ? below(*roles.name, pieces, 2.5) : nullptr;
    double most = least;
    for (const auto& [piece, score] : open) {
        if (piece == roles.name || piece == roles.firm)
            continue;
        const bool above = roles.name && piece->box.center().y() < roles.name->box.center().y();
        const double value = score.job + (under == piece ? 2.5 : 0) - above;
        if (value > most) {
            most = value;
            roles.job = piece;
        }
    }
}

void chooseRestOfFirm(const std::vector<Open>& open, const std::vector<Piece>& pieces, const CardHints& hints, CardRoles& roles)
{
    const Piece& firm = *roles.firm;
    for (const auto& [piece, score] : open) {
        if (piece == roles.name || piece == roles.firm || piece == roles.job)
            continue;
        const bool next = below(firm, pieces, 1.3) == piece || below(*piece, pieces, 1.3) == &firm;
        const double taller = std::abs(piece->height - firm.height) / firm.height;
        const QString more = withoutRim(piece->text);
        const bool alike = taller < 0.15 && wordsOf(more).size() <= 3 && legalForms(wordsOf(withoutRim(firm.text))) > 0 && mayBeOfFirm(more, hints);
        if (next && taller <= 0.3 && (alike || completesFirm(more, hints))) {
            roles.restOfFirm = piece;
            return;
        }
    }
}

} // namespace

CardRoles chooseRoles(std::vector<Piece>& pieces, const CardHints& hints)
{
    CardRoles roles;
    const std::vector<Open> open = openPieces(pieces, hints);
    chooseNameAndFirm(open, roles);
    chooseJob(open, pieces, roles);
    if (roles.firm)
        chooseRestOfFirm(open, pieces, hints, roles);
    return roles;
}

QString withoutPicture(const QString& text, const Piece& piece)
{
    const QStringList words = wordsOf(text);
    if (words.size() < 3 || words.front().size() > 2 || isLegalForm(words.front()) || piece.words.size() < 3)
        return text;
    const double gap = piece.words[1].box.left() - piece.words[0].box.right(), next = piece.words[2].box.left() - piece.words[1].box.right();
    const bool small = words.front() == words.front().toLower();
    const bool apart = gap > (words.front().size() == 1 ? 1.15 : 1.4) * next && gap > 0.3 * piece.height;
    return small || apart ? words.mid(1).join(QLatin1Char(' ')) : text;
}

QString asFirm(const QString& text, const CardHints& hints)
{
    QStringList words = wordsOf(text);
    if (words.size() > 1 && (words.back() == QStringLiteral("pic") || words.back() == QStringLiteral("ple")))
        words.back() = QStringLiteral("plc");
    for (QString& word : words) {
        const QString capital = QLatin1Char('I') + word.mid(1);
        if (word.size() > 3 && word.startsWith(QLatin1Char('l')) && domainLikeness(capital, hints) > domainLikeness(word, hints))
            word = capital;
    }
    return words.join(QLatin1Char(' '));
}

} // namespace rapport::capture
