// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/dav/contentline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::dav
{
namespace
{

constexpr qsizetype largest = 4 * 1024 * 1024; // bytes: a card with a picture in it
constexpr size_t mostLines = 20'000;
constexpr qsizetype longestLine = 75; // bytes
constexpr size_t deepest = 8;

Error corrupt(const QString& what)
{
    return {Error::Kind::Corrupt, u"object: %1"_s.arg(what)};
}

/// Unfolded on bytes, since a fold may part a character.
Result<std::vector<QByteArray>> unfolded(const QByteArray& bytes)
{
    std::vector<QByteArray> out;
    for (QByteArray line : bytes.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        const bool folded = line.startsWith(' ') || line.startsWith('\t');
        if (folded && out.empty())
            return corrupt(u"it begins in the middle of a line"_s);
        if (folded)
            out.back() += line.mid(1);
        else if (!line.isEmpty())
            out.push_back(line);
        if (out.size() > mostLines)
            return corrupt(u"it has too many lines"_s);
    }
    return out;
}

/// Where @p wanted stands outside of quotation marks; -1: nowhere.
qsizetype outsideQuotes(const QString& text, QChar wanted, qsizetype from = 0)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (text[i] == wanted && !quoted)
            return i;
    }
    return -1;
}

bool isName(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == u'-' || c == u'_' || (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
}

Result<ContentLine> parseLine(const QString& text)
{
    const qsizetype colon = outsideQuotes(text, u':');
    if (colon < 0)
        return corrupt(u"a line has no colon"_s);
    const QString head = text.left(colon);
    const qsizetype semicolon = head.indexOf(u';');
    const QString name = head.left(semicolon < 0 ? colon : semicolon);
    const qsizetype dot = name.indexOf(u'.');
    ContentLine line{dot < 0 ? QString() : name.left(dot), name.mid(dot + 1).toUpper(), semicolon < 0 ? QString() : head.mid(semicolon),
                     text.mid(colon + 1)};
    if (!isName(line.name) || (dot >= 0 && !isName(line.group)))
        return corrupt(u"a line has no name"_s);
    return line;
}

/// ";A=1;B=\"x;y\"" → "A=1", "B=\"x;y\"".
QStringList parametersOf(const ContentLine& line)
{
    QStringList out;
    for (qsizetype at = 0; at < line.parameters.size();) {
        qsizetype end = outsideQuotes(line.parameters, u';', at + 1);
        if (end < 0)
            end = line.parameters.size();
        out += line.parameters.mid(at + 1, end - at - 1);
        at = end;
    }
    return out;
}

QStringList valuesOf(const QString& list)
{
    QStringList out;
    for (const QString& one : QString(list).remove(u'"').split(u','))
        out += one.trimmed();
    return out;
}

void addFolded(QByteArray& out, const QByteArray& line)
{
    qsizetype begin = 0, room = longestLine;
    while (line.size() - begin > room) {
        qsizetype end = begin + room;
        while (end > begin + 1 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) // not within a character
            --end;
        out += line.mid(begin, end - begin) + "\r\n ";
        begin = end;
        room = longestLine - 1; // the blank counts
    }
    out += line.mid(begin) + "\r\n";
}

void write(const Component& component, QByteArray& out)
{
    addFolded(out, "BEGIN:" + component.name.toUtf8());
    for (const ContentLine& line : component.lines) {
        const QString name = line.group.isEmpty() ? line.name : line.group + u'.' + line.name;
        addFolded(out, (name + line.parameters + u':' + line.value).toUtf8());
    }
    for (const Component& inner : component.components)
        write(inner, out);
    addFolded(out, "END:" + component.name.toUtf8());
}

/// Puts lines together to components.
class Builder
{
public:
    Status add(const ContentLine& line)
    {
        if (m_done)
            return corrupt(u"something stands behind its end"_s);
        const QString value = line.value.trimmed().toUpper();
        if (line.name == "BEGIN"_L1)
            return begin(value);
        if (m_open.empty())
            return corrupt(u"it does not begin"_s);
        if (line.name == "END"_L1)
            return end(value);
        m_open.back().lines.push_back(line);
        return ok();
    }
    Result<Component> result() const { return m_done ? Result<Component>(m_whole) : corrupt(u"it does not end"_s); }

private:
    Status begin(const QString& name)
    {
        if (!isName(name) || m_open.size() >= deepest)
            return corrupt(u"its parts are nested too deep, or have no name"_s);
        m_open.push_back({name, {}, {}});
        return ok();
    }
    Status end(const QString& name)
    {
        if (m_open.back().name != name)
            return corrupt(u"another part ends than has begun"_s);
        Component closed = std::move(m_open.back());
        m_open.pop_back();
        m_done = m_open.empty();
        if (m_done)
            m_whole = std::move(closed);
        else
            m_open.back().components.push_back(std::move(closed));
        return ok();
    }

    std::vector<Component> m_open;
    Component m_whole;
    bool m_done = false;
};

} // namespace

QStringList ContentLine::parameter(const QString& wanted) const
{
    QStringList out;
    for (const QString& one : parametersOf(*this)) {
        const qsizetype equals = one.indexOf(u'=');
        if (equals >= 0 && one.left(equals).trimmed().compare(wanted, Qt::CaseInsensitive) == 0)
            out += valuesOf(one.mid(equals + 1));
    }
    return out;
}

void ContentLine::removeParameter(const QString& unwanted)
{
    QString left;
    for (const QString& one : parametersOf(*this)) {
        if (one.section(u'=', 0, 0).trimmed().compare(unwanted, Qt::CaseInsensitive) != 0)
            left += u';' + one;
    }
    parameters = left;
}

QStringList ContentLine::types() const
{
    QStringList out = parameter(u"TYPE"_s);
    for (const QString& one : parametersOf(*this)) {
        if (!one.contains(u'='))
            out += one.trimmed();
    }
    for (QString& one : out)
        one = one.toUpper();
    return out;
}

const ContentLine* Component::line(const QString& wanted) const
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const ContentLine& one) { return one.name == wanted; });
    return found == lines.end() ? nullptr : &*found;
}

QString Component::text(const QString& wanted) const
{
    const ContentLine* found = line(wanted);
    return found ? unescaped(found->value) : QString();
}

void Component::put(const ContentLine& line)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const ContentLine& one) { return one.name == line.name; });
    if (found == lines.end())
        lines.push_back(line);
    else
        *found = line;
}

void Component::remove(const QString& unwanted)
{
    std::erase_if(lines, [&](const ContentLine& one) { return one.name == unwanted; });
}

QByteArray Component::bytes() const
{
    QByteArray out;
    write(*this, out);
    return out;
}

Result<Component> parseObject(const QByteArray& bytes)
{
    if (bytes.size() > largest)
        return corrupt(u"it is too large"_s);
    const auto lines = unfolded(bytes);
    if (!lines)
        return lines.error();
    Builder builder;
    for (const QByteArray& text : *lines) {
        const auto line = parseLine(QString::fromUtf8(text));
        if (!line)
            return line.error();
        if (Status added = builder.add(*line); !added)
            return added.error();
    }
    return builder.result();
}

QString escaped(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'\\' || c == u',' || c == u';')
            out += u'\\';
        if (c == u'\n')
            out += u"\\n"_s;
        else if (c.category() != QChar::Other_Control || c == u'\t') // a stray CR or NUL would end the line or the object
            out += c;
    }
    return out;
}

QStringList partsOf(const QString& value, QChar separator)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            const QChar next = value[++i];
            parts.last() += next == u'n' || next == u'N' ? QChar(u'\n') : next;
        } else if (value[i] == separator) {
            parts += QString();
        } else {
            parts.last() += value[i];
        }
    }
    return parts;
}

QString unescaped(const QString& value)
{
    return partsOf(value, QChar()).join(QString());
}

} // namespace rapport::connectors::dav
