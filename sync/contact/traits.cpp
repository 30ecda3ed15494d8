// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/matching.h"

#include <QRegularExpression>

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

namespace rapport::contact
{

namespace
{

constexpr qsizetype maxOfEach = 8, longestNumber = 100, shortestNumber = 6;

Line lineOf(const Phone& phone, const QString& country)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    Line line;
    if (phone.number.size() > longestNumber) // the library's time grows with the square of the length
        return line;
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber parsed;
    const bool known =
        util.Parse(phone.number.toStdString(), country.isEmpty() ? "ZZ" : country.toStdString(), &parsed) == PhoneNumberUtil::NO_PARSING_ERROR &&
        util.IsPossibleNumber(parsed);
    if (known) {
        std::string national;
        util.GetNationalSignificantNumber(parsed, &national);
        line.national = QString::fromStdString(national) + QString::fromStdString(parsed.extension());
        line.digits = QString::number(parsed.country_code()) + line.national;
        line.mobile = util.GetNumberType(parsed) == PhoneNumberUtil::MOBILE;
    } else {
        static const QRegularExpression others(QStringLiteral("[^0-9]")), zeros(QStringLiteral("^0+"));
        line.digits = QString(phone.number).remove(others).remove(zeros);
        line.national = line.digits;
    }
    line.mobile = line.mobile || (phone.kind == Phone::Kind::Mobile && !line.digits.isEmpty());
    static const QRegularExpression extension(QStringLiteral("[-/ ]0$"));
    line.central = !line.mobile && (line.digits.endsWith(QLatin1String("00")) || extension.match(phone.number.trimmed()).hasMatch());
    return line;
}

} // namespace

QStringList Traits::domains() const
{
    QStringList all;
    for (const Mailbox& mailbox : mailboxes) {
        if (!mailbox.open && !all.contains(mailbox.domain))
            all.append(mailbox.domain);
    }
    if (!site.isEmpty() && !all.contains(site))
        all.append(site);
    return all;
}

Traits traitsOf(const Contact& contact, const QString& country)
{
    Traits traits;
    traits.name = personNameOf(contact);
    traits.firm = firmOf(contact.organisation);
    for (const QString& email : contact.emails.mid(0, maxOfEach)) {
        if (const Mailbox mailbox = mailboxOf(email); !mailbox.domain.isEmpty())
            traits.mailboxes.push_back(mailbox);
    }
    for (const Phone& phone : contact.phones) {
        if (static_cast<qsizetype>(traits.lines.size()) < maxOfEach && phone.kind != Phone::Kind::Fax) {
            if (const Line line = lineOf(phone, country); line.digits.size() >= shortestNumber)
                traits.lines.push_back(line);
        }
    }
    traits.badge = contact.badgeId.trimmed().toUpper();
    traits.city = foldedWords(contact.city).join(QString());
    traits.site = domainOf(contact.urls.value(0));
    return traits;
}

} // namespace rapport::contact
