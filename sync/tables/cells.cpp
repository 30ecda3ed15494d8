// SPDX-License-Identifier: Apache-2.0
#include "sync/tables/cells.h"

#include "sync/contact/country.h"
#include "sync/contact/phone.h"

#include <QDate>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rapport::tables
{
namespace
{

using Value = std::optional<QString>;

Value email(QString text)
{
    static const QRegularExpression address(u"^[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\"]+$"_s);
    if (text.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        text.remove(0, 7);
    return address.match(text).hasMatch() ? Value(text) : Value();
}

/// The mark that does not stand for decimals, and blanks, stand between groups of three digits only: else "1,500" of a column of the other kind would
/// become fifteen hundred or one and a half.
Value decimal(const QString& text, QChar mark)
{
    static const QRegularExpression withPoint(u"^([+-]?)([0-9]+|[0-9]{1,3}(?:[, ’'][0-9]{3})+)(?:[.]([0-9]+))?$"_s);
    static const QRegularExpression withComma(u"^([+-]?)([0-9]+|[0-9]{1,3}(?:[. ’'][0-9]{3})+)(?:[,]([0-9]+))?$"_s);
    static const QRegularExpression between(u"[^0-9]"_s);
    const auto match = (mark == u'.' ? withPoint : withComma).match(QString(text).replace(QChar(0x202F), u' '));
    if (!match.hasMatch())
        return {};
    const QString fraction = match.captured(3);
    return (match.captured(1) == "-"_L1 ? u"-"_s : QString()) + match.captured(2).remove(between) +
           (fraction.isEmpty() ? QString() : u'.' + fraction);
}

Value day(const QString& text, Mapping::DateOrder order)
{
    static const QRegularExpression iso(u"^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?$"_s);
    static const QRegularExpression numbers(u"^([0-9]{1,2})[./-]\\s?([0-9]{1,2})[./-]\\s?([0-9]{4})(?:\\s.*)?$"_s);
    QDate date;
    if (const auto match = iso.match(text); match.hasMatch()) {
        date = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    } else if (const auto other = numbers.match(text); other.hasMatch()) {
        const bool dayFirst = order == Mapping::DateOrder::DayFirst;
        date = QDate(other.captured(3).toInt(), other.captured(dayFirst ? 2 : 1).toInt(), other.captured(dayFirst ? 1 : 2).toInt());
    }
    return date.isValid() ? Value(date.toString(Qt::ISODate)) : Value();
}

Error wrong(const PropertyRule& rule, const QString& what)
{
    return {Error::Kind::Invalid, u"what stands for “%1” %2"_s.arg(rule.property, what)};
}

Result<QString> orFault(const Value& value, const PropertyRule& rule, const QString& what)
{
    return value ? Result<QString>(*value) : wrong(rule, what);
}

} // namespace

Result<QString> cellValue(const QString& raw, const PropertyRule& rule, const Mapping& mapping)
{
    const QString text = raw.trimmed();
    if (text.isEmpty())
        return QString();
    if (!rule.words.empty()) {
        const auto word = rule.words.find(folded(text));
        if (word != rule.words.end())
            return word->second;
        return orFault(rule.otherwise, rule, u"is none of the words that the mapping has for it"_s);
    }
    switch (rule.as) {
    case PropertyRule::As::Phone:
        return contact::normalisedPhone(contact::numberOfLink(text), mapping.country);
    case PropertyRule::As::Country:
        return orFault(contact::countryCode(text), rule, u"is no country"_s);
    case PropertyRule::As::Email:
        return orFault(email(text), rule, u"is no e-mail address"_s);
    case PropertyRule::As::Decimal:
        return orFault(decimal(text, mapping.decimalMark), rule, u"is no number"_s);
    case PropertyRule::As::Date:
        return orFault(day(text, mapping.dates), rule, u"is no day"_s);
    case PropertyRule::As::Text:
        break;
    }
    return text;
}

} // namespace rapport::tables
