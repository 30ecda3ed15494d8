// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/odoo/html.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace rapport::connectors::odoo
{
namespace
{

/// "&amp;" → "&"; nothing where it is no entity that Odoo writes.
QString decoded(QStringView entity)
{
    static const std::map<QString, QString> names{{u"amp"_s, u"&"_s},   {u"lt"_s, u"<"_s},   {u"gt"_s, u">"_s},
                                                  {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}, {u"nbsp"_s, u" "_s}};
    if (!entity.startsWith(u'#')) {
        const auto known = names.find(entity.toString());
        return known == names.end() ? QString() : known->second;
    }
    const bool hex = entity.size() > 1 && (entity[1] == u'x' || entity[1] == u'X');
    bool isNumber = false;
    const uint code = entity.mid(hex ? 2 : 1).toUInt(&isNumber, hex ? 16 : 10);
    const bool isCharacter = isNumber && code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    const char32_t character = isCharacter ? code : U' ';
    return isNumber ? QString::fromUcs4(&character, 1) : QString();
}

QString withoutEntities(const QString& text)
{
    constexpr qsizetype longest = 10;
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView ahead = QStringView(text).mid(at + 1, longest);
        const qsizetype size = text[at] == u'&' ? ahead.indexOf(u';') : -1;
        const QString character = size > 0 ? decoded(ahead.left(size)) : QString();
        out += character.isEmpty() ? QString(text[at]) : character;
        at += character.isEmpty() ? 0 : size + 1;
    }
    return out;
}

/// Puts @p text in the place of @p old, which stands in @p html as one piece; false: it does not.
bool replaceText(QString& html, const QString& old, const QString& text)
{
    const QString escaped = old.toHtmlEscaped();
    for (const QString& written : {escaped, QString(escaped).replace(u"&quot;"_s, u"\""_s)}) {
        if (const qsizetype at = html.indexOf(written); at >= 0) {
            html.replace(at, written.size(), text.toHtmlEscaped());
            return true;
        }
    }
    return false;
}

} // namespace

QStringList linesOf(const QString& html)
{
    static const QStringList breaking{u"br"_s, u"p"_s, u"div"_s, u"li"_s, u"ul"_s, u"ol"_s, u"tr"_s, u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s};
    QString text;
    qsizetype end = html.indexOf(u'>'); // of the tag: the next ">"; looked for once, however many brackets stand before it
    for (qsizetype at = 0; at < html.size(); ++at) {
        const bool isBracket = html[at] == u'<';
        if (isBracket && end >= 0 && end < at)
            end = html.indexOf(u'>', at);
        const qsizetype next = isBracket && end > at ? html.indexOf(u'<', at + 1) : -1;
        if (!isBracket || end < at || (next >= 0 && next < end)) { // a bracket that stands alone is text
            text += html[at];
            continue;
        }
        QString tag;
        for (qsizetype i = at + (html[at + 1] == u'/' ? 2 : 1); i < end && html[i].isLetterOrNumber(); ++i)
            tag += html[i].toLower();
        if (breaking.contains(tag))
            text += u'\n';
        at = end;
    }
    QStringList out;
    for (const QString& line : text.split(u'\n')) {
        if (const QString plain = withoutEntities(line).simplified(); !plain.isEmpty())
            out += plain;
    }
    return out;
}

QString asHtml(const QStringList& lines)
{
    QStringList out;
    for (const QString& line : lines)
        out += line.toHtmlEscaped();
    return u"<p>"_s + out.join(u"<br>"_s) + u"</p>"_s;
}

QString withLines(QString html, const QStringList& lines, SameLabel same)
{
    const QStringList there = linesOf(html);
    QStringList missing;
    for (const QString& line : lines) {
        if (there.contains(line.simplified()))
            continue;
        const QString label = line.section(u": "_s, 0, 0) + u": "_s;
        const auto old = std::find_if(there.begin(), there.end(), [&](const QString& one) { return one.startsWith(label); });
        if (same == SameLabel::Stays || old == there.end() || !replaceText(html, *old, line))
            missing += line;
    }
    return missing.isEmpty() ? html : html + asHtml(missing);
}

} // namespace rapport::connectors::odoo
