// SPDX-License-Identifier: Apache-2.0
// Whom a contact may be. The index of the search is asked for the few who share a key with her (a badge, an address, a number, a form of her name, a
// word of her firm); those are compared by the rules of sync/contact/matching.h. Every question has a limit, so that a name that thousands have costs
// no more than a rare one.
#include "sync/contact/rowcontact.h"
#include "sync/store/store_private.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace rapport::store
{

namespace
{

const QString contacts = QStringLiteral("contacts"), organisations = QStringLiteral("organisations");
constexpr std::size_t mostCompared = 250;
constexpr int mostWanted = 50, mostOfKey = 30, mostOfName = 80, mostOfFirm = 40, mostOfWord = 100, firmWords = 4;
constexpr qsizetype beginning = 5;

/// What is asked of the index.
struct Question {
    enum class Of { Anybody, Firms };
    QString match;
    int most = mostOfKey;
    Of of = Of::Anybody;
};

QString phrase(const QString& text)
{
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QLatin1Char(' ')) + QLatin1Char('"');
}

QString anyOf(const QStringList& words)
{
    QStringList phrases;
    for (const QString& word : words)
        phrases.append(phrase(word));
    return QLatin1Char('(') + phrases.join(QStringLiteral(" OR ")) + QLatin1Char(')');
}

/// The words of @p texts that fold to @p folded, as the index may hold them.
QStringList written(const QString& folded, const QStringList& texts)
{
    static const QRegularExpression between(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList all{folded};
    for (const QString& text : texts) {
        for (const QString& word : text.split(between, Qt::SkipEmptyParts)) {
            if (contact::folded(word) == folded)
                all += contact::spellingsOf(word);
        }
    }
    all.removeDuplicates();
    return all;
}

class Questions
{
public:
    Questions(const contact::Contact& who, const contact::Traits& traits) : m_who(who), m_traits(traits)
    {
        addKeys();
        addNames();
        addFirms();
    }

    const std::vector<Question>& all() const { return m_all; }

private:
    void ask(const QString& match, int most, Question::Of of = Question::Of::Anybody) { m_all.push_back({match, most, of}); }

    void addKeys()
    {
        const auto key = [this](const QStringList& forms) { ask(QStringLiteral("more : ") + anyOf(forms), mostOfKey); };
        if (!m_traits.badge.isEmpty())
            key({m_traits.badge});
        for (const contact::Mailbox& mailbox : m_traits.mailboxes)
            key({mailbox.address()});
        for (const contact::Line& line : m_traits.lines)
            key({line.digits, QStringLiteral("00") + line.digits, line.national, QLatin1Char('0') + line.national,
                 line.digits.chopped(line.national.size()) + QLatin1Char('0') + line.national});
        for (const QString& domain : m_traits.domains())
            key({domain});
    }

    /// Each given name in its forms, and its initial; of an initial all that begin like it.
    QString givenNames() const
    {
        QStringList forms;
        for (const QString& word : m_traits.name.given) {
            if (word.size() == 1)
                return phrase(word) + QLatin1Char('*');
            forms += written(word, {m_who.givenName, m_who.fullName}) + contact::nicknamesOf(word) + QStringList{word.left(1)};
        }
        forms += contact::nicknamesOf(m_traits.name.given.join(QString()));
        return forms.isEmpty() ? QString() : anyOf(forms);
    }

    QString familyNames() const
    {
        QStringList forms;
        for (const QString& word : m_traits.name.family) {
            if (word.size() > 1)
                forms += written(word, {m_who.familyName, m_who.fullName});
        }
        return forms.isEmpty() ? QString() : anyOf(forms);
    }

    void addNames()
    {
        const QString given = givenNames(), family = familyNames();
        const QStringList firm = firmForms();
        if (!family.isEmpty() && !given.isEmpty())
            ask(QStringLiteral("name : (%1 AND %2)").arg(family, given), mostOfName);
        else if (!family.isEmpty())
            ask(QStringLiteral("name : ") + family, mostOfName);
        if (firm.isEmpty())
            return;
        for (const QString& name : {family, given}) {
            if (!name.isEmpty())
                ask(QStringLiteral("name : %1 AND firm : (%2)").arg(name, firm.join(QStringLiteral(" OR "))), mostOfFirm);
        }
    }

    /// Words that tell the firm from others; all of them where none does.
    QStringList firmForms() const
    {
        QStringList forms, common;
        for (const QString& word : m_traits.firm.words)
            (contact::tellsFirmsApart(word) ? forms : common).append(anyOf(written(word, {m_who.organisation})));
        return (forms.isEmpty() ? common : forms).mid(0, firmWords);
    }

    void addFirms()
    {
        const QStringList forms = firmForms();
        if (forms.isEmpty())
            return;
        ask(QStringLiteral("name : (%1)").arg(forms.join(QStringLiteral(" AND "))), mostOfWord, Question::Of::Firms);
        for (const QString& form : forms)
            ask(QStringLiteral("name : ") + form, mostOfWord, Question::Of::Firms);
        if (const QString key = m_traits.firm.key(); key.size() >= beginning) // "Frisch-Markt", and a typing error behind its beginning
            ask(QStringLiteral("name : %1 *").arg(phrase(key.left(beginning))), mostOfWord, Question::Of::Firms);
    }

    const contact::Contact& m_who;
    const contact::Traits& m_traits;
    std::vector<Question> m_all;
};

contact::Contact contactOf(const Entity& entity, const QString& firm)
{
    return entity.list == contacts ? contact::personOfRow(entity.properties, entity.label, firm)
                                   : contact::firmOfRow(entity.properties, entity.label);
}

/// What a person has in common with a firm is not what she has in common with one of its people.
contact::Match ofFirm(contact::Match match)
{
    using contact::Reason;
    static const QSet<int> kept{int(Reason::SameFirm),      int(Reason::SimilarFirm),     int(Reason::SameDomain),
                                int(Reason::SharedMailbox), int(Reason::SameSwitchboard), int(Reason::OtherCity)};
    std::erase_if(match.reasons, [](Reason reason) { return !kept.contains(int(reason)); });
    return match;
}

void sortByScore(std::vector<Candidate>& candidates)
{
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.match.score > b.match.score; });
}

} // namespace

SearchHit KnownContact::hit() const
{
    QString detail = firm;
    if (entity.list == organisations)
        detail = QStringList{propertyOf(entity, "city"), propertyOf(entity, "customer_number")}
                     .filter(QRegularExpression(QStringLiteral(".")))
                     .join(QStringLiteral(" · "));
    else if (detail.isEmpty())
        detail = propertyOf(entity, "job_title");
    return {entity.list, entity.id, entity.label, detail};
}

Result<std::optional<KnownContact>> SqlStore::known(qint64 row, const QString& country)
{
    auto entity = entityAt(row);
    if (!entity)
        return entity.error();
    if (!*entity || (*entity)->deleted)
        return std::optional<KnownContact>();
    KnownContact out{std::move(**entity), {}, {}};
    if (const QString firm = propertyOf(out.entity, "organisation_id"); out.entity.list == contacts && !firm.isEmpty()) {
        auto label = labelOf(organisations, firm);
        if (!label)
            return label.error();
        out.firm = *label;
    }
    out.traits = contact::traitsOf(contactOf(out.entity, out.firm), country);
    return std::optional(std::move(out));
}

/// The firm of a colleague, unless it is among @p firms.
Status SqlStore::addFirm(std::vector<Candidate>& firms, const contact::Traits& who, const KnownContact& colleague, const QString& country)
{
    const QString id = propertyOf(colleague.entity, "organisation_id");
    if (id.isEmpty() || std::any_of(firms.begin(), firms.end(), [&](const Candidate& one) { return one.who.id == id; }))
        return ok();
    const auto row = rows<qint64>(
        "SELECT row FROM entity WHERE list = 'organisations' AND id = ?1", [](const db::Statement& found) { return found.integer(0); }, id);
    if (!row || row->empty())
        return row ? ok() : Status(row.error());
    const auto firm = known(row->front(), country);
    if (!firm || !*firm)
        return firm ? ok() : Status(firm.error());
    const contact::Match direct = contact::compare(who, (*firm)->traits), through = contact::compare(who, colleague.traits);
    firms.push_back(
        {(*firm)->hit(), ofFirm(direct.verdict == contact::Match::Verdict::SameFirm && direct.score >= through.score ? direct : through)});
    return ok();
}

/// The rows to be compared with @p who, those with the strongest keys first.
Result<std::vector<qint64>> SqlStore::rowsAlike(const contact::Contact& who, const contact::Traits& traits)
{
    std::vector<qint64> all;
    QSet<qint64> seen;
    const Questions questions(who, traits);
    for (const Question& question : questions.all()) {
        const char* sql = question.of == Question::Of::Firms
                              ? "SELECT row FROM (SELECT rowid AS found FROM search WHERE search MATCH ?1 LIMIT ?2) JOIN entity ON row = found WHERE "
                                "list = 'organisations'"
                              : "SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2";
        const auto found = rows<qint64>(
            sql, [](const db::Statement& row) { return row.integer(0); }, question.match, question.most);
        if (!found)
            return found.error();
        for (const qint64 row : *found) {
            if (all.size() < mostCompared && !seen.contains(row)) {
                seen.insert(row);
                all.push_back(row);
            }
        }
    }
    return all;
}

Result<std::vector<Candidate>> SqlStore::candidates(const contact::Contact& who, const QString& country, int limit)
{
    using Verdict = contact::Match::Verdict;
    const contact::Traits traits = contact::traitsOf(who, country);
    const auto alike = rowsAlike(who, traits);
    if (!alike)
        return alike.error();
    std::vector<KnownContact> colleagues;
    std::vector<Candidate> people, firms;
    for (const qint64 row : *alike) {
        auto other = known(row, country);
        if (!other)
            return other.error();
        const contact::Match match = *other ? contact::compare(traits, (*other)->traits) : contact::Match{};
        if (match.verdict == Verdict::Different)
            continue;
        if ((*other)->entity.list == organisations)
            firms.push_back({(*other)->hit(), ofFirm(match)});
        else if (match.verdict == Verdict::SamePerson)
            people.push_back({(*other)->hit(), match});
        else
            colleagues.push_back(std::move(**other));
    }
    for (const KnownContact& colleague : colleagues) {
        if (auto added = addFirm(firms, traits, colleague, country); !added)
            return added.error();
    }
    sortByScore(people);
    sortByScore(firms);
    people.insert(people.end(), firms.begin(), firms.end());
    if (const auto wanted = static_cast<std::size_t>(qBound(0, limit, mostWanted)); people.size() > wanted)
        people.resize(wanted);
    return people;
}

Result<std::vector<Candidate>> candidates(Store& store, const contact::Contact& who, const QString& country, int limit)
{
    return static_cast<SqlStore&>(store).candidates(who, country, limit); // there is no other store
}

} // namespace rapport::store
