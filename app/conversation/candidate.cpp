// SPDX-License-Identifier: Apache-2.0
#include "app/conversation/candidate.h"

namespace rapport::app
{

namespace
{

constexpr int mostShown = 5;

} // namespace

QString Candidate::who() const
{
    return detail.isEmpty() ? label : QStringLiteral("%1, %2").arg(label, detail);
}

QString Candidate::because() const
{
    return reasons.join(QStringLiteral(" · "));
}

QString Candidate::reason(contact::Reason reason)
{
    using contact::Reason;
    switch (reason) {
    case Reason::SameBadge:
        return tr("same badge");
    case Reason::SameEmail:
        return tr("same e-mail");
    case Reason::SameName:
        return tr("same name");
    case Reason::SwappedName:
        return tr("same name, first and last name exchanged");
    case Reason::Nickname:
        return tr("another form of the same name");
    case Reason::NameSpelling:
        return tr("almost the same name");
    case Reason::Initial:
        return tr("same initial and last name");
    case Reason::SameFamilyName:
        return tr("same last name");
    case Reason::SameGivenName:
        return tr("same first name");
    case Reason::SamePhone:
        return tr("same telephone");
    case Reason::SameFirm:
        return tr("same firm");
    case Reason::SimilarFirm:
        return tr("almost the same firm");
    case Reason::SameDomain:
        return tr("same internet domain");
    case Reason::SharedMailbox:
        return tr("same mailbox of the firm");
    case Reason::SameSwitchboard:
        return tr("same switchboard");
    case Reason::OtherName:
        return tr("other name");
    case Reason::OtherGivenName:
        return tr("other first name");
    case Reason::OtherFamilyName:
        return tr("other last name");
    case Reason::OtherFirm:
        return tr("other firm");
    case Reason::OtherEmail:
        return tr("other e-mail");
    case Reason::OtherPhone:
        return tr("other telephone");
    case Reason::OtherCity:
        return tr("other town");
    }
    return {};
}

Result<std::vector<Candidate>> candidatesFor(store::Store& store, const contact::Contact& who)
{
    const auto occasion = store.occasion();
    if (!occasion)
        return occasion.error();
    const QString country = *occasion ? (**occasion)[QLatin1String("country")].toString() : QString();
    const auto found = store::candidates(store, who, country, mostShown);
    if (!found)
        return found.error();
    std::vector<Candidate> all;
    for (const store::Candidate& one : *found) {
        Candidate candidate{one.who.list, one.who.id, one.who.label, one.who.detail, one.match.score, false, {}};
        candidate.surely = candidate.isPerson() && (one.match.has(contact::Reason::SameBadge) || one.match.has(contact::Reason::SameEmail));
        for (const contact::Reason reason : one.match.reasons)
            candidate.reasons.append(Candidate::reason(reason));
        all.push_back(std::move(candidate));
    }
    return all;
}

} // namespace rapport::app
