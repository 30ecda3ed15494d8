// SPDX-License-Identifier: Apache-2.0
#include "sync/contact/gs1.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>

namespace rapport::contact
{

namespace
{

constexpr QChar groupSeparator(0x1D);
constexpr std::size_t maxElements = 40;
constexpr qsizetype longestText = 1000;

enum class Check { None, Digit };
enum class Length { Fixed, Most };

struct Kind {
    const char* identifier; ///< "310" stands for 3100 … 3109
    int length;             ///< of the value
    Length how;
    Check check; ///< mod 10 over the whole value
    const char* name;
};

/// GS1 General Specifications, figure 3.2-1, without those that a fair, a plate or a box of parts does not show.
constexpr Kind kinds[] = {
    {"00", 18, Length::Fixed, Check::Digit, "SSCC"},
    {"01", 14, Length::Fixed, Check::Digit, "GTIN"},
    {"02", 14, Length::Fixed, Check::Digit, "GTIN of contents"},
    {"10", 20, Length::Most, Check::None, "batch"},
    {"11", 6, Length::Fixed, Check::None, "produced"},
    {"12", 6, Length::Fixed, Check::None, "due"},
    {"13", 6, Length::Fixed, Check::None, "packed"},
    {"15", 6, Length::Fixed, Check::None, "best before"},
    {"16", 6, Length::Fixed, Check::None, "sell by"},
    {"17", 6, Length::Fixed, Check::None, "expires"},
    {"20", 2, Length::Fixed, Check::None, "variant"},
    {"21", 20, Length::Most, Check::None, "serial number"},
    {"22", 20, Length::Most, Check::None, "consumer variant"},
    {"240", 30, Length::Most, Check::None, "additional id"},
    {"241", 30, Length::Most, Check::None, "customer part number"},
    {"242", 6, Length::Most, Check::None, "made to order"},
    {"243", 20, Length::Most, Check::None, "packaging"},
    {"250", 30, Length::Most, Check::None, "secondary serial number"},
    {"251", 30, Length::Most, Check::None, "reference"},
    {"253", 30, Length::Most, Check::None, "document"},
    {"254", 20, Length::Most, Check::None, "location extension"},
    {"30", 8, Length::Most, Check::None, "count"},
    {"310", 6, Length::Fixed, Check::None, "net weight kg"},
    {"311", 6, Length::Fixed, Check::None, "length m"},
    {"312", 6, Length::Fixed, Check::None, "width m"},
    {"313", 6, Length::Fixed, Check::None, "height m"},
    {"315", 6, Length::Fixed, Check::None, "net volume l"},
    {"320", 6, Length::Fixed, Check::None, "net weight lb"},
    {"330", 6, Length::Fixed, Check::None, "gross weight kg"},
    {"37", 8, Length::Most, Check::None, "quantity"},
    {"390", 15, Length::Most, Check::None, "amount"},
    {"391", 18, Length::Most, Check::None, "amount with currency"},
    {"392", 15, Length::Most, Check::None, "price"},
    {"393", 18, Length::Most, Check::None, "price with currency"},
    {"400", 30, Length::Most, Check::None, "order number"},
    {"401", 30, Length::Most, Check::None, "GINC"},
    {"402", 17, Length::Fixed, Check::Digit, "GSIN"},
    {"403", 30, Length::Most, Check::None, "route"},
    {"410", 13, Length::Fixed, Check::Digit, "ship to"},
    {"411", 13, Length::Fixed, Check::Digit, "bill to"},
    {"412", 13, Length::Fixed, Check::Digit, "purchased from"},
    {"413", 13, Length::Fixed, Check::Digit, "ship for"},
    {"414", 13, Length::Fixed, Check::Digit, "location"},
    {"415", 13, Length::Fixed, Check::Digit, "pay to"},
    {"416", 13, Length::Fixed, Check::Digit, "production location"},
    {"417", 13, Length::Fixed, Check::Digit, "party"},
    {"420", 20, Length::Most, Check::None, "ship to postcode"},
    {"421", 12, Length::Most, Check::None, "ship to country and postcode"},
    {"422", 3, Length::Fixed, Check::None, "country of origin"},
    {"7003", 10, Length::Fixed, Check::None, "expires at"},
    {"8003", 30, Length::Most, Check::None, "GRAI"},
    {"8004", 30, Length::Most, Check::None, "GIAI"},
    {"8005", 6, Length::Fixed, Check::None, "price per unit"},
    {"8006", 18, Length::Fixed, Check::None, "part of an item"},
    {"8008", 12, Length::Most, Check::None, "produced at"},
    {"8010", 30, Length::Most, Check::None, "component or part"},
    {"8011", 12, Length::Most, Check::None, "serial number of the part"},
    {"8017", 18, Length::Fixed, Check::Digit, "service relation, provider"},
    {"8018", 18, Length::Fixed, Check::Digit, "service relation, recipient"},
    {"8020", 25, Length::Most, Check::None, "payment slip"},
    {"8200", 70, Length::Most, Check::None, "link"},
    {"90", 30, Length::Most, Check::None, "own data"},
};

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

/// Weights 3, 1, 3, 1 … from the right, before the check digit itself.
bool checkDigitIsRight(QStringView digits)
{
    int sum = 0, weight = 1;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, weight = 4 - weight)
        sum += (digit->unicode() - u'0') * weight;
    return sum % 10 == 0;
}

/// 3100 … 3699 and 3900 … 3999 have a fourth digit, where the decimal point stands.
bool hasPoint(QLatin1String identifier)
{
    return identifier.size() == 3 && identifier.at(0) == QLatin1Char('3');
}

const Kind* kindOf(QStringView text, qsizetype& identifierLength)
{
    const auto kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& one) { return text.startsWith(QLatin1String(one.identifier)); });
    if (kind == std::end(kinds))
        return nullptr;
    const QLatin1String identifier(kind->identifier);
    identifierLength = identifier.size() + (hasPoint(identifier) ? 1 : 0);
    return allDigits(text.left(identifierLength)) && text.size() > identifierLength ? &*kind : nullptr;
}

bool fits(const Kind& kind, QStringView value)
{
    const bool length = kind.how == Length::Fixed ? value.size() == kind.length : !value.isEmpty() && value.size() <= kind.length;
    if (!length || (kind.how == Length::Fixed && !allDigits(value)))
        return false;
    return kind.check == Check::None || checkDigitIsRight(value);
}

/// "(01)09501101530003(21)KE27"
std::optional<std::vector<Gs1Element>> parseReadable(QStringView text)
{
    std::vector<Gs1Element> elements;
    while (!text.isEmpty()) {
        const qsizetype close = text.indexOf(QLatin1Char(')')), next = text.indexOf(QLatin1Char('('), 1);
        if (text.front() != QLatin1Char('(') || close < 3 || elements.size() == maxElements)
            return {};
        const QStringView identifier = text.sliced(1, close - 1);
        const QStringView value = text.sliced(close + 1, (next < close ? text.size() : next) - close - 1);
        qsizetype length = 0;
        const QString both = identifier.toString() + value.toString();
        const Kind* kind = kindOf(both, length);
        if (!kind || length != identifier.size() || !fits(*kind, value))
            return {};
        elements.push_back({identifier.toString(), value.toString()});
        text = next < close ? QStringView() : text.sliced(next);
    }
    return elements;
}

std::optional<std::vector<Gs1Element>> parseString(QStringView text)
{
    std::vector<Gs1Element> elements;
    while (!text.isEmpty()) {
        qsizetype length = 0;
        const Kind* kind = kindOf(text, length);
        if (!kind || elements.size() == maxElements)
            return {};
        const QStringView rest = text.sliced(length);
        const qsizetype end = rest.indexOf(groupSeparator);
        const QStringView value = kind->how == Length::Fixed ? rest.left(kind->length) : rest.left(end < 0 ? rest.size() : end);
        if (!fits(*kind, value))
            return {};
        elements.push_back({text.left(length).toString(), value.toString()});
        text = rest.sliced(value.size());
        if (text.startsWith(groupSeparator))
            text = text.sliced(1);
    }
    return elements;
}

} // namespace

std::optional<std::vector<Gs1Element>> parseGs1(const QString& whole)
{
    if (whole.isEmpty() || whole.size() > longestText)
        return {};
    if (whole.startsWith(QLatin1Char('(')))
        return parseReadable(whole);
    QStringView text = whole;
    bool said = false;
    for (const QLatin1String identifier : {QLatin1String("]C1"), QLatin1String("]d2"), QLatin1String("]Q3"), QLatin1String("]e0")}) {
        if (text.startsWith(identifier)) {
            text = text.sliced(identifier.size());
            said = true;
            break;
        }
    }
    if (text.startsWith(groupSeparator)) {
        text = text.sliced(1);
        said = true;
    }
    constexpr qsizetype article = 16; // "01" and a GTIN
    if (!said && !text.contains(groupSeparator) && !(text.startsWith(QLatin1String("01")) && text.size() > article))
        return {};
    auto elements = parseString(text);
    return elements && !elements->empty() ? elements : std::nullopt;
}

QString gs1Value(const std::vector<Gs1Element>& elements, const char* identifier)
{
    const auto found =
        std::find_if(elements.begin(), elements.end(), [&](const Gs1Element& one) { return one.identifier == QLatin1String(identifier); });
    return found == elements.end() ? QString() : found->value;
}

QDate gs1Date(const QString& value, const QDate& now)
{
    if (value.size() != 6 || !std::all_of(value.begin(), value.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }))
        return {};
    const int difference = value.left(2).toInt() - now.year() % 100;
    const int century = now.year() / 100 + (difference >= 51 ? -1 : difference <= -50 ? 1 : 0);
    const int year = century * 100 + value.left(2).toInt(), month = value.mid(2, 2).toInt(), day = value.mid(4, 2).toInt();
    return day > 0 ? QDate(year, month, day) : QDate(year, month, 1).addMonths(1).addDays(-1);
}

QString gs1Note(const std::vector<Gs1Element>& elements)
{
    QStringList parts;
    for (const Gs1Element& element : elements) {
        qsizetype length = 0;
        const QString both = element.identifier + element.value;
        const Kind* kind = kindOf(both, length);
        const bool named = kind && !hasPoint(QLatin1String(kind->identifier));
        parts.append((named ? QString::fromLatin1(kind->name) : QStringLiteral("(%1)").arg(element.identifier)) + QLatin1Char(' ') + element.value);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace rapport::contact
