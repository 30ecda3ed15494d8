// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/matching.h"

#include <algorithm>

namespace rapport::contact
{

namespace
{

constexpr double border = 0.5;
constexpr qsizetype shortestTail = 7, longestExtension = 4, shortestDomainName = 4;

enum class Firm { Unknown, Against, Weak, Strong };

/// One may lack the country code that the other has.
bool isSameNumber(const Line& a, const Line& b)
{
    const Line &brief = a.digits.size() < b.digits.size() ? a : b, &whole = &brief == &a ? b : a;
    return a.digits == b.digits ||
           (brief.digits.size() >= shortestTail && whole.digits.endsWith(brief.digits) && whole.digits.size() - brief.digits.size() <= 3);
}

/// "23125-0" and "23125-201".
bool isSameSwitchboard(const Line& a, const Line& b)
{
    const Line &main = a.central ? a : b, &other = &main == &a ? b : a;
    if (!main.central || other.mobile)
        return false;
    QString stem = main.digits;
    while (stem.endsWith(QLatin1Char('0')))
        stem.chop(1);
    return stem.size() >= shortestTail && other.digits.startsWith(stem) && other.digits.size() - stem.size() <= longestExtension;
}

/// What two contacts have in common, field by field.
class Comparison
{
public:
    Comparison(const Traits& a, const Traits& b) : m_a(a), m_b(b)
    {
        compareMailboxes();
        compareLines();
        m_name = compareNames(a.name, b.name);
        m_firm = compareFirm();
    }

    Match match() const
    {
        Match out;
        if (const double person = personScore(); person >= border) {
            out.verdict = Match::Verdict::SamePerson;
            out.score = person;
        } else if (m_firm == Firm::Strong || m_firm == Firm::Weak) {
            out.verdict = Match::Verdict::SameFirm;
            out.score = m_firm == Firm::Strong ? 0.9 : 0.65;
        } else {
            out.score = person;
        }
        out.reasons = reasons();
        return out;
    }

private:
    void compareMailboxes()
    {
        for (const Mailbox& mine : m_a.mailboxes) {
            for (const Mailbox& theirs : m_b.mailboxes) {
                if (mine.address() == theirs.address())
                    (mine.shared ? m_sharedMailbox : m_sameEmail) = true;
            }
        }
    }

    void compareLines()
    {
        for (const Line& mine : m_a.lines) {
            for (const Line& theirs : m_b.lines) {
                if (isSameNumber(mine, theirs)) {
                    const bool central = mine.central || theirs.central;
                    m_switchboard = m_switchboard || central;
                    m_samePhone = m_samePhone || !central;
                    m_sameMobile = m_sameMobile || mine.mobile || theirs.mobile;
                } else if (isSameSwitchboard(mine, theirs)) {
                    m_switchboard = true;
                }
            }
        }
    }

    static bool isCalledLike(const QStringList& domains, const FirmName& firm)
    {
        return std::any_of(domains.begin(), domains.end(), [&](const QString& domain) {
            const QString name = folded(nameInDomain(domain)).remove(QLatin1Char('-'));
            return name.size() >= shortestDomainName && (name == firm.key() || (firm.words.contains(name) && tellsFirmsApart(name)));
        });
    }

    Firm compareFirm()
    {
        const QStringList mine = m_a.domains(), theirs = m_b.domains();
        m_sameDomain = std::any_of(mine.begin(), mine.end(), [&](const QString& domain) { return theirs.contains(domain); });
        const bool otherDomain = !mine.isEmpty() && !theirs.isEmpty() && !m_sameDomain;
        m_otherCity = !m_a.city.isEmpty() && !m_b.city.isEmpty() && m_a.city != m_b.city;
        m_firmNames = compareFirms(m_a.firm, m_b.firm);
        switch (m_firmNames) {
        case FirmAgreement::Same:
            return m_sameDomain || !m_otherCity ? Firm::Strong : otherDomain ? Firm::Against : Firm::Weak;
        case FirmAgreement::Similar:
            return m_sameDomain ? Firm::Strong : m_otherCity ? Firm::Against : Firm::Weak;
        case FirmAgreement::Other:
            return m_sameDomain ? Firm::Weak : Firm::Against;
        case FirmAgreement::Unknown:
            break;
        }
        if (m_sameDomain)
            return Firm::Strong;
        if (isCalledLike(mine, m_b.firm) || isCalledLike(theirs, m_a.firm))
            return Firm::Weak;
        if (otherDomain)
            return Firm::Against;
        return m_switchboard || (m_samePhone && !m_sameMobile) ? Firm::Weak : Firm::Unknown;
    }

    /// By firm: unknown, against, weak, strong; without and with the telephone.
    struct Row {
        double alone[4], withPhone[4];
    };

    double byName(const Row& row) const { return (m_samePhone ? row.withPhone : row.alone)[static_cast<int>(m_firm)]; }

    double personScore() const
    {
        const bool otherPerson = m_name == NameAgreement::Other || m_name == NameAgreement::FamilyOnly;
        if (!m_a.badge.isEmpty() && m_a.badge == m_b.badge)
            return otherPerson ? 0.4 : 0.99;
        if (m_sameEmail)
            return otherPerson ? 0.3 : m_name == NameAgreement::GivenOnly ? 0.85 : 0.97;
        switch (m_name) {
        case NameAgreement::Same:
        case NameAgreement::Swapped:
            return m_firm == Firm::Unknown && !m_samePhone && m_otherCity ? 0.3 : byName({{0.55, 0.3, 0.85, 0.92}, {0.93, 0.8, 0.94, 0.96}});
        case NameAgreement::Nickname:
        case NameAgreement::Spelling:
            return byName({{0.4, 0.2, 0.7, 0.8}, {0.8, 0.65, 0.85, 0.9}});
        case NameAgreement::Initial:
            return byName({{0.35, 0.2, 0.6, 0.75}, {0.75, 0.4, 0.8, 0.85}});
        case NameAgreement::FamilyAlone:
            return byName({{0.3, 0.2, 0.4, 0.6}, {0.65, 0.2, 0.7, 0.75}});
        case NameAgreement::GivenOnly:
            return m_sameMobile && m_firm == Firm::Strong ? 0.6 : 0.2;
        case NameAgreement::Unknown:
            return m_sameMobile ? 0.6 : 0.2;
        case NameAgreement::FamilyOnly:
        case NameAgreement::Other:
            break;
        }
        return 0.1;
    }

    void addName(std::vector<Reason>& same, std::vector<Reason>& other) const
    {
        switch (m_name) {
        case NameAgreement::Same:
            same.push_back(Reason::SameName);
            break;
        case NameAgreement::Swapped:
            same.push_back(Reason::SwappedName);
            break;
        case NameAgreement::Nickname:
            same.push_back(Reason::Nickname);
            break;
        case NameAgreement::Spelling:
            same.push_back(Reason::NameSpelling);
            break;
        case NameAgreement::Initial:
            same.push_back(Reason::Initial);
            break;
        case NameAgreement::FamilyAlone:
            same.push_back(Reason::SameFamilyName);
            break;
        case NameAgreement::FamilyOnly:
            same.push_back(Reason::SameFamilyName);
            other.push_back(Reason::OtherGivenName);
            break;
        case NameAgreement::GivenOnly:
            same.push_back(Reason::SameGivenName);
            other.push_back(Reason::OtherFamilyName);
            break;
        case NameAgreement::Other:
            other.push_back(Reason::OtherName);
            break;
        case NameAgreement::Unknown:
            break;
        }
    }

    std::vector<Reason> reasons() const
    {
        std::vector<Reason> same, other;
        const auto add = [](std::vector<Reason>& to, bool is, Reason reason) {
            if (is)
                to.push_back(reason);
        };
        add(same, !m_a.badge.isEmpty() && m_a.badge == m_b.badge, Reason::SameBadge);
        add(same, m_sameEmail, Reason::SameEmail);
        addName(same, other);
        add(same, m_firmNames == FirmAgreement::Same, Reason::SameFirm);
        add(same, m_firmNames == FirmAgreement::Similar, Reason::SimilarFirm);
        add(same, m_samePhone, Reason::SamePhone);
        add(same, m_sharedMailbox, Reason::SharedMailbox);
        add(same, m_sameDomain && !m_sameEmail && !m_sharedMailbox, Reason::SameDomain);
        add(same, m_switchboard && !m_samePhone, Reason::SameSwitchboard);
        add(other, m_firmNames == FirmAgreement::Other, Reason::OtherFirm);
        add(other, !m_sameEmail && !m_sharedMailbox && !m_a.mailboxes.empty() && !m_b.mailboxes.empty(), Reason::OtherEmail);
        add(other, !m_samePhone && !m_switchboard && !m_a.lines.empty() && !m_b.lines.empty(), Reason::OtherPhone);
        add(other, m_otherCity, Reason::OtherCity);
        same.insert(same.end(), other.begin(), other.end());
        return same;
    }

    const Traits &m_a, &m_b;
    NameAgreement m_name = NameAgreement::Unknown;
    FirmAgreement m_firmNames = FirmAgreement::Unknown;
    Firm m_firm = Firm::Unknown;
    bool m_sameEmail = false, m_sharedMailbox = false, m_sameDomain = false, m_samePhone = false, m_sameMobile = false, m_switchboard = false,
         m_otherCity = false;
};

} // namespace

bool Match::has(Reason reason) const
{
    return std::find(reasons.begin(), reasons.end(), reason) != reasons.end();
}

Match compare(const Traits& a, const Traits& b)
{
    return Comparison(a, b).match();
}

} // namespace rapport::contact
