// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/tokens.h"

#include <QRegularExpression>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

bool startsName(QChar c)
{
    return c == u'_' || c.isLetter() || c.isHighSurrogate();
}

bool continuesName(QChar c)
{
    return startsName(c) || c.isDigit() || c == u'-' || c == u'.' || c == QChar(0xB7) || c.isLowSurrogate() || c.isMark();
}

qsizetype nameEnd(QStringView text, qsizetype from)
{
    if (from >= text.size() || !startsName(text[from]))
        return from;
    qsizetype at = from + 1;
    while (at < text.size() && continuesName(text[at]))
        ++at;
    return at;
}

/// A name, with a prefix where one follows directly.
qsizetype prefixedNameEnd(QStringView text, qsizetype from)
{
    const qsizetype first = nameEnd(text, from);
    if (first == from || first + 1 >= text.size() || text[first] != u':')
        return first;
    const qsizetype second = nameEnd(text, first + 1);
    return second > first + 1 ? second : first;
}

qsizetype literalEnd(QStringView text, qsizetype from)
{
    const qsizetype close = text.indexOf(text[from], from + 1);
    return close < 0 ? from : close + 1;
}

qsizetype digitsEnd(QStringView text, qsizetype from)
{
    while (from < text.size() && text[from] >= u'0' && text[from] <= u'9')
        ++from;
    return from;
}

qsizetype numberEnd(QStringView text, qsizetype from)
{
    const qsizetype start = from < text.size() && text[from] == u'-' ? from + 1 : from;
    const qsizetype whole = digitsEnd(text, start);
    if (whole < text.size() && text[whole] == u'.') {
        const qsizetype fraction = digitsEnd(text, whole + 1);
        if (whole > start || fraction > whole + 1)
            return fraction;
    }
    return whole > start ? whole : from;
}

/// The end of a date, time or both at @p from, and which of them it is.
Token moment(QStringView text, qsizetype from)
{
    static const QRegularExpression pattern(
        u"\\G(?<date>-?\\d{4}-\\d{2}-\\d{2})?(?:(?(date)T|)(?<time>\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[+-]\\d{2}:\\d{2}|Z)?))?"_s);
    const auto match = pattern.match(text, from);
    Token token{Token::Kind::Other, from, from};
    const bool date = match.capturedLength(u"date") > 0, time = match.capturedLength(u"time") > 0;
    if (!date && !time)
        return token;
    token.end = match.capturedEnd();
    token.kind = date && time ? Token::Kind::DateTime : date ? Token::Kind::Date : Token::Kind::Time;
    return token;
}

std::optional<Token> word(QStringView text, qsizetype at)
{
    static const std::pair<QLatin1String, Token::Kind> words[] = {
        {" mod "_L1, Token::Kind::Operator}, {" div "_L1, Token::Kind::Operator}, {" and "_L1, Token::Kind::Logic}, {" or "_L1, Token::Kind::Logic}};
    for (const auto& [spelling, kind] : words) {
        if (text.sliced(at).startsWith(spelling))
            return Token{kind, at, at + spelling.size()};
    }
    return std::nullopt;
}

Token nameToken(QStringView text, qsizetype at)
{
    const qsizetype end = prefixedNameEnd(text, at);
    const QChar after = end < text.size() ? text[end] : QChar();
    if (after == u'(')
        return {Token::Kind::Call, at, end + 1};
    if (after == u'[')
        return {Token::Kind::PredicateStart, at, end + 1};
    if (text.sliced(end).startsWith(u"://"))
        return {Token::Kind::Scheme, at, end + 3};
    return {Token::Kind::Name, at, end};
}

Token symbol(QStringView text, qsizetype at)
{
    using Kind = Token::Kind;
    switch (text[at].unicode()) {
    case u'*':
    case u'+':
    case u'-':
        return {Kind::Operator, at, at + 1};
    case u'=':
    case u'<':
    case u'>':
        return {Kind::Comparison, at, at + 1};
    case u'!':
        return text.sliced(at).startsWith(u"!=") ? Token{Kind::Comparison, at, at + 2} : Token{Kind::Other, at, at + 1};
    case u'|':
        return {Kind::Union, at, at + 1};
    case u'(':
        return {Kind::Open, at, at + 1};
    case u')':
        return {Kind::Close, at, at + 1};
    case u'.':
        return text.sliced(at).startsWith(u"..") ? Token{Kind::Parent, at, at + 2} : Token{Kind::Self, at, at + 1};
    case u'/':
        return {Kind::Slash, at, at + 1};
    case u',':
        return {Kind::Comma, at, at + 1};
    case u']':
        return {Kind::PredicateEnd, at, at + 1};
    default:
        return {Kind::Other, at, at + 1};
    }
}

Token tokenAt(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isDigit() || c == u'-') {
        if (const Token token = moment(text, at); token.end > at)
            return token;
    }
    if (c.isDigit() || c == u'-' || c == u'.') {
        if (const qsizetype end = numberEnd(text, at); end > at)
            return {Token::Kind::Number, at, end};
    }
    if (c.isSpace()) {
        if (const auto found = word(text, at))
            return *found;
        qsizetype end = at;
        while (end < text.size() && text[end].isSpace())
            ++end;
        return {Token::Kind::Blank, at, end};
    }
    if (c == u'"' || c == u'\'') {
        const qsizetype end = literalEnd(text, at);
        return {end > at ? Token::Kind::Literal : Token::Kind::Other, at, std::max(end, at + 1)};
    }
    if (c == u'$') {
        const auto found = references(text.sliced(at));
        if (!found.empty() && found.front().start == 0)
            return {Token::Kind::Reference, at, at + found.front().end};
    }
    return startsName(c) ? nameToken(text, at) : symbol(text, at);
}

} // namespace

bool isXmlName(QStringView text)
{
    return !text.isEmpty() && prefixedNameEnd(text, 0) == text.size();
}

std::vector<Reference> references(QStringView text, bool* broken)
{
    std::vector<Reference> found;
    if (broken)
        *broken = false;
    for (qsizetype at = text.indexOf(u"${"); at >= 0; at = text.indexOf(u"${", at)) {
        qsizetype begin = at + 2;
        const bool lastSaved = text.sliced(begin).startsWith(u"last-saved#");
        begin += lastSaved ? 11 : 0;
        const qsizetype end = nameEnd(text, begin);
        if (end > begin && end < text.size() && text[end] == u'}') {
            found.push_back({at, end + 1, text.sliced(begin, end - begin).toString(), lastSaved});
            at = end + 1;
        } else {
            if (broken)
                *broken = true;
            at += 2;
        }
    }
    return found;
}

bool isReference(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const auto found = references(trimmed);
    return found.size() == 1 && found.front().start == 0 && found.front().end == trimmed.size();
}

std::vector<Token> tokens(QStringView text)
{
    std::vector<Token> out;
    for (qsizetype at = 0; at < text.size(); at = out.back().end)
        out.push_back(tokenAt(text, at));
    return out;
}

bool isDynamicDefault(const QString& text, const QString& type)
{
    const bool hyphenIsText = type == u"date" || type == u"dateTime" || type == u"geopoint" || type == u"geotrace" || type == u"geoshape";
    for (const Token& token : tokens(text)) {
        if (token.kind == Token::Kind::Operator && hyphenIsText && QStringView(text).sliced(token.start, 1) == u"-")
            return false;
        if (token.kind == Token::Kind::Operator || token.kind == Token::Kind::Union || token.kind == Token::Kind::Reference ||
            token.kind == Token::Kind::Call || token.kind == Token::Kind::PredicateStart)
            return true;
    }
    return false;
}

std::vector<std::pair<qsizetype, qsizetype>> instanceExpressions(QStringView text)
{
    using Kind = Token::Kind;
    std::vector<std::pair<qsizetype, qsizetype>> found;
    if (!text.contains(u"instance("))
        return found;
    enum class Where { Outside, Call, Path, Predicate } where = Where::Outside;
    qsizetype start = 0, end = 0;
    Kind last = Kind::Other;
    const auto close = [&] {
        if (where != Where::Outside)
            found.emplace_back(start, end);
        where = Where::Outside;
    };
    for (const Token& token : tokens(text)) {
        bool inside = true;
        if (where == Where::Outside) {
            inside = token.kind == Kind::Call && text.sliced(token.start, token.end - token.start) == u"instance(";
            if (inside) {
                start = token.start;
                where = Where::Call;
            }
        } else if (where == Where::Predicate) {
            if (token.kind == Kind::PredicateEnd)
                where = Where::Call; // only another step may follow
        } else if (where == Where::Path) {
            if (token.kind == Kind::Blank)
                inside = false;
            else if (token.kind == Kind::PredicateStart)
                where = Where::Predicate;
        } else {
            const bool afterBracket = last == Kind::Close || last == Kind::PredicateEnd;
            inside = (token.kind == Kind::Literal && last == Kind::Call) || (token.kind == Kind::Close && last == Kind::Literal) ||
                     (token.kind == Kind::Slash && afterBracket);
            if (token.kind == Kind::Slash && inside)
                where = Where::Path;
        }
        if (inside && where != Where::Outside) {
            last = token.kind;
            end = token.end;
        } else {
            close();
        }
    }
    close();
    return found;
}

} // namespace rapport::xlsform
