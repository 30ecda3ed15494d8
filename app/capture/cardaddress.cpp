// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardaddress.h"

#include "app/capture/cardwords.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace rapport::capture
{

namespace
{

using Pattern = QRegularExpression;

/// A postcode inside a segment, and what stands on its two sides.
struct Postcode {
    QString code, before, after;
    bool cityBefore = false;
};

/// Digits and letters of a British postcode where they belong: "BSl STR" → "BS1 5TR".
QString britishPostcode(const QString& outward, const QString& inward)
{
    const auto digit = [](QChar c) {
        static const QString seen = QStringLiteral("OoIl!|SsBZ"), meant = QStringLiteral("0011115582");
        const qsizetype at = seen.indexOf(c);
        return at < 0 ? c : meant[at];
    };
    QString out = outward, in = inward.toUpper();
    in[0] = digit(inward[0]);
    for (qsizetype i = out.size() - 1; i > 0 && !std::any_of(out.begin(), out.end(), [](QChar c) { return c.isDigit(); }); --i)
        out[i] = digit(out[i]);
    static const Pattern zero(QStringLiteral("^([A-Z])0(?=\\d)")); // no district begins with it: "Y01" is YO1
    out = out.toUpper().replace(zero, QStringLiteral("\\1O"));
    return out + QLatin1Char(' ') + in;
}

std::optional<Postcode> postcodeIn(const QString& text, const QString& language)
{
    static const Pattern british(QStringLiteral(
        R"((?:^|(?<=[\s,]))([A-Z]{1,2}\d[A-Z\d]?) ?([\dOISB][A-Za-z]{2})(?=$|[\s,])|(?:^|(?<=[\s,]))([A-Z]{1,2}[IlOZ!|][A-Z\d]?) (\d[A-Za-z]{2})(?=$|[\s,]))"));
    static const Pattern american(QStringLiteral(R"(\b([A-Z]{2}) (\d{5}(?:-\d{4})?)(?=$|[\s,]))"));
    static const Pattern five(QStringLiteral(R"((?:^|(?<=[\s,(]))(?:(?:D|F|E|I|DE|FR|ES|ID)\s?[-–]\s?)?([\dSs$]\d{4})(?=$|[\s,).]))"));
    static const Pattern four(QStringLiteral(R"((?:^|(?<=[\s,]))(?:(?:A|CH|B|L|AT|BE|DK)\s?[-–]\s?)(\d{4})(?=\s+\p{Lu}))"));
    static const Pattern bareFour(QStringLiteral(R"(^(\d{4})(?=\s+\p{Lu}\p{Ll}))"));
    static const Pattern dutch(QStringLiteral(R"((?:^|(?<=[\s,]))(\d{4} ?[A-Z]{2})(?=\s+\p{Lu}\p{L}))"));
    const auto around = [&](const QRegularExpressionMatch& match, const QString& code, bool cityBefore) {
        return Postcode{code, text.left(match.capturedStart()).trimmed(), text.mid(match.capturedEnd()).trimmed(), cityBefore};
    };
    if (const auto match = british.match(text); match.hasMatch()) {
        const int group = match.captured(1).isEmpty() ? 3 : 1;
        Postcode code = around(match, britishPostcode(match.captured(group), match.captured(group + 1)), true);
        code.cityBefore = !code.before.isEmpty();
        return code;
    }
    if (const auto match = american.match(text); match.hasMatch() && language == QStringLiteral("eng"))
        return around(match, match.captured(2), true);
    if (const auto match = dutch.match(text); match.hasMatch())
        return around(match, match.captured(1), false);
    static const Pattern hyphened(
        QStringLiteral(R"((?:^|(?<=[\s,]))(\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2})(?=\s+\p{Lu}\p{L}))")); // Portugal, Poland, Sweden
    if (const auto match = hyphened.match(text); match.hasMatch())
        return around(match, match.captured(1), false);
    QRegularExpressionMatch last;
    for (auto all = five.globalMatch(text); all.hasNext();)
        last = all.next(); // a house number comes before it
    if (last.hasMatch()) {
        QString code = last.captured(1);
        code.replace(QLatin1Char('S'), QLatin1Char('5')).replace(QLatin1Char('s'), QLatin1Char('5')).replace(QLatin1Char('$'), QLatin1Char('5'));
        Postcode found = around(last, code, false);
        found.cityBefore = found.after.isEmpty() && !found.before.isEmpty();
        return found;
    }
    if (const auto match = four.match(text); match.hasMatch())
        return around(match, match.captured(1), false);
    if (const auto match = bareFour.match(text); match.hasMatch() && language != QStringLiteral("ind"))
        return around(match, match.captured(1), false);
    return {};
}

QStringList segmentsOf(const QString& line)
{
    static const Pattern cut(QStringLiteral(R"(\s*[,;|·•]\s+|\s+[-–—~:]+\s+|,(?=\p{L}))"));
    QStringList all;
    for (const QString& one : line.split(cut, Qt::SkipEmptyParts)) {
        static const Pattern rim(QStringLiteral(R"(^[\s,;:|·•~*_=«»"“”-]+|[\s,;:|·•~*_=«»"“”-]+$)"));
        if (const QString text = QString(one).remove(rim); !text.isEmpty())
            all.append(text);
    }
    return all;
}

bool hasStreetWord(const QString& text)
{
    const QStringList words = text.split(QRegularExpression(QStringLiteral("[\\s.]+")), Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [](const QString& word) { return isStreetWord(word); });
}

bool hasDigit(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Words of a place: no digits, not too many.
bool mayBeCity(const QString& text)
{
    return !text.isEmpty() && !hasDigit(text) && text.front().isLetter() && text.count(QLatin1Char(' ')) < 5 && text.size() > 1;
}

/// "30 Long Lane London" before its postcode: what stands after the street's last word is the city.
void splitStreetAndCity(const QString& text, AddressParts& parts)
{
    const QStringList words = text.split(QLatin1Char(' '));
    qsizetype end = -1;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (isStreetWord(words[i]) || hasDigit(words[i]))
            end = i;
    }
    if (end < 0) {
        parts.city = text;
        return;
    }
    parts.street = words.mid(0, end + 1).join(QLatin1Char(' '));
    parts.city = words.mid(end + 1).join(QLatin1Char(' '));
}

/// The German word for street, whose ß reading makes all kinds of things of.
QString withStreet(const QString& street, const QString& language)
{
    if (language != QStringLiteral("deu"))
        return street;
    static const Pattern broken(QStringLiteral(R"((\p{L}*[Ss]tra)(?:f|B|R|k|ls|lk|8|6|G|ß)e(?=\s|$))"));
    return QString(street).replace(broken, QStringLiteral("\\1") + QChar(0xDF) + QLatin1Char('e'));
}

/// "Jl." is what an l looks like twice.
QString withJalan(const QString& street, const QString& language)
{
    static const Pattern broken(QStringLiteral(R"(^J[lI1L|][.,]? ?(?=\p{Lu}))"));
    return language == QStringLiteral("ind") ? QString(street).replace(broken, QStringLiteral("Jl. ")) : street;
}

/// A house number's digits: "2s" is 25.
QString withNumber(const QString& street)
{
    static const Pattern broken(QStringLiteral(R"((?<=\d)[sS](?=$|[\s,\d])|(?<![^\s])[sS$](?=\d))"));
    return QString(street).replace(broken, QStringLiteral("5"));
}

/// The door of a Spanish flat: 3º B.
QString withOrdinal(const QString& street, const QString& language)
{
    if (language != QStringLiteral("spa"))
        return street;
    static const Pattern broken(QStringLiteral(R"((?<=\d)[?"°*'%](?=\s|$)|(?<=, \d)2(?= [A-D]$))"));
    return QString(street).replace(broken, QString(QChar(0xBA)));
}

QString dressed(const QString& street, const QString& language)
{
    return withOrdinal(withNumber(withJalan(withStreet(street, language), language)), language);
}

} // namespace

bool mayBeStreet(const QString& line)
{
    static const Pattern behind(QStringLiteral(R"(^\p{Lu}[\p{L} .'’-]+ \d{1,4} ?[a-zA-Z]?( ?[-–/+] ?\d{1,4} ?[a-zA-Z]?)?$)"));
    static const Pattern before(QStringLiteral(R"(^\d{1,5}[a-zA-Z]?( ?[-–/] ?\d{1,4}[a-zA-Z]?)?( bis| ter)?,? +\p{L}[\p{L} .'’-]{3,}$)"));
    return behind.match(line).hasMatch() || before.match(line).hasMatch();
}

AddressParts addressOf(const QString& line, const QString& language)
{
    AddressParts parts;
    QStringList segments = segmentsOf(line), street;
    for (qsizetype i = segments.size() - 1; i >= 0; --i) {
        if (regionOfCountry(segments[i])) {
            parts.country = segments.takeAt(i);
            break;
        }
    }
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const auto code = parts.postcode.isEmpty() ? postcodeIn(segments[i], language) : std::nullopt;
        if (!code) {
            street.append(segments[i]);
            continue;
        }
        parts.postcode = code->code;
        QString after = code->after;
        const QStringList words = after.split(QLatin1Char(' '));
        for (qsizetype count = qMin<qsizetype>(3, words.size() - 1); count > 0 && parts.country.isEmpty(); --count) { // "89073 Ulm Deutschland"
            const QString tail = words.mid(words.size() - count).join(QLatin1Char(' '));
            if (regionOfCountry(tail)) {
                parts.country = tail;
                after = words.mid(0, words.size() - count).join(QLatin1Char(' '));
            }
        }
        if (parts.country.isEmpty() && regionOfCountry(after)) {
            parts.country = after;
            after.clear();
        }
        if (mayBeCity(after) && (!code->cityBefore || code->before.isEmpty())) {
            parts.city = after;
            if (!code->before.isEmpty())
                street.append(code->before);
        } else if (!code->before.isEmpty()) {
            AddressParts split;
            splitStreetAndCity(code->before, split);
            parts.city = split.city;
            if (!split.street.isEmpty())
                street.append(split.street);
        }
    }
    if (!parts.postcode.isEmpty() && parts.city.isEmpty() && street.size() > 1 && mayBeCity(street.back()) && !hasStreetWord(street.back()))
        parts.city = street.takeLast(); // "Leeds, LS1 4AP"
    parts.city = cityWithAccents(parts.city);
    const QString joined = street.join(QStringLiteral(", "));
    const bool sure = !parts.postcode.isEmpty() && (hasStreetWord(joined) || hasDigit(joined));
    if (sure || (hasStreetWord(joined) && hasDigit(joined)))
        parts.street = dressed(joined, language);
    else if (parts.postcode.isEmpty() && parts.country.isEmpty())
        return {};
    return parts;
}

} // namespace rapport::capture
