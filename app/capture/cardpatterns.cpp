// SPDX-License-Identifier: Apache-2.0
#include "app/capture/cardpatterns.h"

#include "app/capture/cardwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::capture
{

namespace
{

constexpr qsizetype longestLine = 400;
constexpr int fewestDigits = 6, mostDigits = 16;

using Pattern = QRegularExpression;
constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption;

int digitsIn(const QString& text)
{
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }));
}

/// "a.b @c. de" → "a.b@c.de"; "a(at)b.de" → "a@b.de".
QString closedUp(QString line)
{
    static const Pattern at(QStringLiteral(R"(\s*[\[({]\s*at\s*[\])}]\s*)"), anyCase),
        around(QStringLiteral(R"((?<=[\w.-])\s*@\s*(?=[A-Za-z0-9][\w-]*\s?[.,]))")), sign(QStringLiteral(R"((?<=[\w.-])[®©](?=\w+[.,]))")),
        behind(QStringLiteral(R"((@\S*)\s*[.,]\s*(?=[a-z]{2,}(\s|$|[.,])))")), web(QStringLiteral(R"((\bwww\S*)\s*[.,]\s+(?=[a-z]{2,}))"), anyCase),
        comma(QStringLiteral(R"((@\S+),([a-z]{2,4})$)"));
    line.replace(at, QStringLiteral("@"));
    line.replace(sign, QStringLiteral("@"));
    line.replace(around, QStringLiteral("@"));
    for (int i = 0; i < 3; ++i)
        line.replace(behind, QStringLiteral("\\1."));
    line.replace(web, QStringLiteral("\\1."));
    line.replace(comma, QStringLiteral("\\1.\\2"));
    static const Pattern commaBefore(QStringLiteral(R"((?<=\w),(?=\w+@))"));
    line.replace(commaBefore, QStringLiteral("."));
    return line;
}

/// A domain whose last dot was not seen: "saint-claircom". Only for ends that hardly stand at the end of a word.
QString withDot(const QString& domain)
{
    if (domain.contains(QLatin1Char('.')))
        return domain;
    for (const char* end : {"co.uk", "co.id", "com", "net", "org", "info"}) {
        QString glued = QLatin1String(end);
        glued.remove(QLatin1Char('.'));
        if (domain.size() > glued.size() + 2 && domain.endsWith(glued))
            return domain.left(domain.size() - glued.size()) + QLatin1Char('.') + QLatin1String(end);
    }
    return domain;
}

/// Letters that stand for digits in the middle of a number.
QString asDigits(QString line)
{
    static const Pattern word(QStringLiteral(R"(\S+)"));
    for (auto match = word.globalMatch(line); match.hasNext();) {
        const auto one = match.next();
        QString text = one.captured();
        const int digits = digitsIn(text);
        const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter() || c == QLatin1Char('$'); });
        if (digits < 2 || digits < 2 * letters)
            continue;
        for (qsizetype i = 1; i < text.size(); ++i) { // the first one may be a label or a country: "D-12345"
            static const QString seen = QStringLiteral("OolIiSsB$"), meant = QStringLiteral("001115585");
            if (const qsizetype at = seen.indexOf(text[i]); at >= 0 && (i + 1 == text.size() || !text[i + 1].isLetter() || digits > 3))
                text[i] = meant[at];
        }
        line.replace(one.capturedStart(), one.capturedLength(), text);
    }
    return line;
}

std::optional<contact::Phone::Kind> kindOf(LabelKind label)
{
    switch (label) {
    case LabelKind::Work:
        return contact::Phone::Kind::Work;
    case LabelKind::Mobile:
        return contact::Phone::Kind::Mobile;
    case LabelKind::Home:
        return contact::Phone::Kind::Home;
    case LabelKind::Fax:
        return contact::Phone::Kind::Fax;
    case LabelKind::Other:
        return contact::Phone::Kind::Other;
    case LabelKind::Email:
    case LabelKind::Web:
        break;
    }
    return {};
}

/// A number ends in a digit and closes what it opens.
QString trimmedNumber(QString number)
{
    while (!number.isEmpty() && !number.back().isDigit())
        number.chop(1);
    number = number.trimmed();
    if (number.count(QLatin1Char('(')) < number.count(QLatin1Char(')')))
        number.prepend(QLatin1Char('('));
    return number.simplified();
}

bool looksLikeAPhone(const QString& number, const QString& before)
{
    const int digits = digitsIn(number);
    if (digits < fewestDigits || digits > mostDigits)
        return false;
    const QStringList words = before.split(QRegularExpression(QStringLiteral("[\\s:/]+")), Qt::SkipEmptyParts);
    if (std::any_of(words.begin(), words.end(), [](const QString& word) { return isRegisterWord(word); }))
        return false;
    if (!before.isEmpty() && (before.back().isLetterOrNumber() || before.back() == QLatin1Char('#')) && !labelOf(words.value(words.size() - 1)))
        return false; // "DE182807878"
    static const Pattern years(QStringLiteral(R"(^(19|20)\d\d ?[-/] ?(19|20)\d\d$)"));
    return !years.match(number).hasMatch();
}

QString registrable(const QStringList& labels, qsizetype& core)
{
    static const QStringList second{QStringLiteral("co"),  QStringLiteral("com"), QStringLiteral("org"), QStringLiteral("or"),
                                    QStringLiteral("ac"),  QStringLiteral("net"), QStringLiteral("gov"), QStringLiteral("go"),
                                    QStringLiteral("web"), QStringLiteral("sch"), QStringLiteral("my")};
    core = labels.size() - 2;
    if (labels.size() >= 3 && labels.back().size() == 2 && second.contains(labels[labels.size() - 2]))
        core = labels.size() - 3;
    return labels.mid(core).join(QLatin1Char('.'));
}

/// Ends that hardly anybody has, for those that they are read from.
QString withLikelyEnd(const QString& domain)
{
    static const std::pair<const char*, const char*> readings[] = {
        {".corn", ".com"}, {".cu", ".eu"}, {".ld", ".id"}, {".cc.uk", ".co.uk"}, {".co.ld", ".co.id"}};
    for (const auto& [read, meant] : readings) {
        if (domain.endsWith(QLatin1String(read)))
            return domain.left(domain.size() - static_cast<qsizetype>(std::char_traits<char>::length(read))) + QLatin1String(meant);
    }
    return domain;
}

/// Two domains that reading may have made of one: almost as long, and the same but for two letters.
bool alike(const QString& a, const QString& b)
{
    const qsizetype shorter = qMin(a.size(), b.size()), longer = qMax(a.size(), b.size());
    if (shorter < 6 || longer - shorter > 2)
        return false;
    qsizetype front = 0, back = 0;
    while (front < shorter && a[front] == b[front])
        ++front;
    while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back])
        ++back;
    return longer - front - back <= 3;
}

} // namespace

Found takeEmails(const QString& line)
{
    static const Pattern address(
        QStringLiteral(R"((?:(?:(?<=\s)|^)([a-z][a-z.-]+) _?)?([A-Za-z0-9][\w.+%-]*)@([A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*))"));
    Found found{{}, closedUp(line.left(longestLine))};
    QString rest;
    qsizetype from = 0;
    for (auto match = address.globalMatch(found.rest); match.hasNext();) {
        const auto one = match.next();
        const QString domain = withLikelyEnd(withDot(one.captured(3).toLower())), lost = one.captured(1);
        if (!domain.contains(QLatin1Char('.')) && found.rest.size() > 3 * one.capturedLength())
            continue;
        const bool underscored = !lost.isEmpty() && !labelOf(lost); // what reading made a blank of
        rest += found.rest.mid(from, (underscored ? one.capturedStart() : one.capturedStart(2)) - from) + QLatin1Char(' ');
        from = one.capturedEnd();
        found.values.append((underscored ? lost + (lost.back().isLetter() ? QStringLiteral("_") : QString()) : QString()) +
                            one.captured(2).toLower() + QLatin1Char('@') + domain);
    }
    found.rest = (rest + found.rest.mid(from)).simplified();
    return found;
}

Found takeLinks(const QString& line)
{
    static const Pattern scheme(QStringLiteral(R"(\bh(?:t|i|e|it|et|ti|tt|itt)tps?\s?[:;.]?\s?[/\\]{0,3}\s?(?:A(?=w))?(?=\w))"), anyCase),
        secure(QStringLiteral(R"(\bh(?:t|i|e|it|et|ti|tt|itt)tps)"), anyCase),
        world(QStringLiteral(R"(\b[wv]{2,4}e?w?\s?[.,-]{1,2}\s?(?=\w))"), anyCase),
        host(QStringLiteral(
            R"((?:(?<=^)|(?<=[\s|:·•]))((?:\x01|\x02)?(?:\x03)?)((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})((?:/[\w./%?=&~-]*)?)(?=$|[\s,;|]))"));
    static const Pattern parted(QStringLiteral(R"(^((?:\S{1,4}[.:]? )?[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*)\s?\.\s?([a-z]{2,4})$)"));
    QString text = closedUp(line.left(longestLine));
    if (const auto match = parted.match(text); match.hasMatch() && isTopLevel(match.captured(2)))
        text = match.captured(1) + QLatin1Char('.') + match.captured(2);
    text.replace(scheme, secure.match(text).hasMatch() ? QStringLiteral("\x02") : QStringLiteral("\x01"));
    text.replace(world, QStringLiteral("\x03"));
    text.replace(QRegularExpression(QStringLiteral("([\x01\x02])\x03")), QStringLiteral("\\1\x03"));
    Found found;
    QString rest;
    qsizetype from = 0;
    for (auto match = host.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        QString marks = one.captured(1), name = one.captured(2).toLower();
        if (name.startsWith(QStringLiteral("www")) && name.size() > 8 && name[3].isLetter()) { // its dot was not seen
            name.remove(0, 3);
            marks += QLatin1Char('\x03');
        }
        name = withLikelyEnd(name);
        const QStringList labels = name.split(QLatin1Char('.'));
        const bool marked = !marks.isEmpty(), known = isTopLevel(labels.back()) || isTopLevel(labels.mid(labels.size() - 2).join(QLatin1Char('.')));
        const bool lower = one.captured(2) == one.captured(2).toLower() || one.captured(2) == one.captured(2).toUpper();
        if (!marked && !(known && lower && labels[labels.size() - 2].size() >= 2))
            continue;
        QString link = marks.contains(QLatin1Char('\x02'))   ? QStringLiteral("https://")
                       : marks.contains(QLatin1Char('\x01')) ? QStringLiteral("http://")
                                                             : QString();
        if (marks.contains(QLatin1Char('\x03')))
            link += QStringLiteral("www.");
        found.values.append(link + name + one.captured(3));
        rest += text.mid(from, one.capturedStart() - from) + QLatin1Char(' ');
        from = one.capturedEnd();
    }
    rest += text.mid(from);
    rest.remove(QLatin1Char('\x01')).remove(QLatin1Char('\x02')).remove(QLatin1Char('\x03'));
    found.rest = found.values.isEmpty() ? line : rest.simplified();
    return found;
}

std::vector<FoundPhone> takePhones(const QString& line, QString& rest)
{
    static const Pattern number(QStringLiteral(R"((?:\+|\(\+|\(?\d)[\d ()/.–-]*\d)")), label(QStringLiteral(R"(([\p{L}][\p{L}.-]*)[\s.:/)|]*$)")),
        behind(QStringLiteral(R"(^\s*[(\[]\s*(\p{L}+)\.?\s*[)\]])"));
    std::vector<FoundPhone> phones;
    const QString text = asDigits(line.left(longestLine));
    rest.clear();
    qsizetype from = 0;
    for (auto match = number.globalMatch(text); match.hasNext();) {
        const auto one = match.next();
        for (const QString& part : one.captured().split(QRegularExpression(QStringLiteral(R"(\s+(?=\+|\(\+))")))) {
            const QString before = text.mid(from, one.capturedStart() - from);
            FoundPhone phone{trimmedNumber(part), {}, false};
            if (!looksLikeAPhone(phone.number, text.left(one.capturedStart()).trimmed().isEmpty() ? QString() : before))
                continue;
            QString kept = before;
            if (const auto word = label.match(before); word.hasMatch()) {
                if (const auto kind = labelOf(word.captured(1))) {
                    phone.kind = kindOf(*kind);
                    phone.labelled = phone.kind.has_value();
                    kept = before.left(word.capturedStart());
                }
            }
            from = one.capturedEnd();
            if (const auto word = behind.match(text.mid(from)); word.hasMatch()) {
                if (const auto kind = labelOf(word.captured(1))) {
                    phone.kind = kindOf(*kind);
                    phone.labelled = true;
                    from += word.capturedLength();
                }
            }
            rest += kept + QLatin1Char(' ');
            phones.push_back(phone);
        }
    }
    rest = phones.empty() ? line : (rest + text.mid(from)).simplified();
    return phones;
}

QString domainOf(const QString& address)
{
    QString text = address.toLower();
    text = text.mid(text.indexOf(QLatin1Char('@')) + 1);
    text.remove(QRegularExpression(QStringLiteral("^https?://")));
    text.remove(QRegularExpression(QStringLiteral("^www\\.")));
    text = text.section(QLatin1Char('/'), 0, 0);
    return text.contains(QLatin1Char('.')) ? text : QString();
}

QString coreOf(const QString& domain)
{
    const QStringList labels = domain.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    if (labels.size() < 2)
        return {};
    qsizetype core = 0;
    (void)registrable(labels, core);
    return labels[qMax<qsizetype>(0, core)];
}

void agreeOnDomain(QStringList& emails, QStringList& links, const QString& letters)
{
    QStringList domains;
    for (const QString& one : emails + links)
        domains.append(one.contains(QLatin1Char('@')) ? one.section(QLatin1Char('@'), 1) : domainOf(one));
    const auto squeezed = [](QString text) { return text.remove(QLatin1Char('.')).remove(QLatin1Char('-')).remove(QLatin1Char('_')); };
    const auto better = [&](const QString& domain) {
        QString best = domain;
        const bool said = letters.contains(lettersOf(coreOf(domain)));
        for (const QString& other : domains) {
            // A dot or a hyphen is lost more easily than invented.
            const bool longer = squeezed(other) == squeezed(domain) && other.size() > best.size();
            const bool spelled = !said && alike(other, domain) && letters.contains(lettersOf(coreOf(other)));
            if (longer || spelled)
                best = other;
        }
        return best;
    };
    for (QString& email : emails)
        email = email.section(QLatin1Char('@'), 0, 0) + QLatin1Char('@') + better(email.section(QLatin1Char('@'), 1));
    for (QString& link : links) {
        const QString domain = domainOf(link);
        if (!domain.isEmpty())
            link.replace(domain, better(domain));
    }
}

} // namespace rapport::capture
