// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/json.h"

#include <QSet>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{

/// Reads one document; stops at the first fault.
class JsonReader
{
public:
    JsonReader(QString text, const JsonLimits& limits) : m_text(std::move(text)), m_limits(limits) {}

    Result<Json> document()
    {
        Json out = value(0);
        skipBlanks();
        if (m_at < m_text.size())
            complain(u"something stands behind the end"_s);
        return m_fault.isEmpty() ? Result<Json>(std::move(out)) : Error{Error::Kind::Invalid, m_fault};
    }

private:
    void complain(const QString& what)
    {
        if (m_fault.isEmpty())
            m_fault = u"line %1: %2"_s.arg(m_line).arg(what);
        m_at = m_text.size();
    }

    QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }

    bool take(QChar wanted)
    {
        skipBlanks();
        if (peek() != wanted)
            return false;
        ++m_at;
        return true;
    }

    void skipBlanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'\n')
                ++m_line;
            else if (c != u' ' && c != u'\t' && c != u'\r')
                return;
        }
    }

    Json value(int depth)
    {
        skipBlanks();
        if (depth > m_limits.depth || ++m_values > m_limits.values) {
            complain(u"it is too deep or too large"_s);
            return {};
        }
        Json out;
        const int line = m_line;
        const QChar c = peek();
        if (c == u'{')
            out = object(depth);
        else if (c == u'[')
            out = array(depth);
        else if (c == u'"')
            out = Json::text(quoted());
        else if (c == u'-' || (c >= u'0' && c <= u'9'))
            out = number();
        else
            out = word();
        out.m_line = line;
        return out;
    }

    Json object(int depth)
    {
        Json out = Json::object();
        QSet<QString> seen;
        ++m_at;
        if (take(u'}'))
            return out;
        do {
            skipBlanks();
            if (peek() != u'"') {
                complain(u"a name in quotation marks is expected"_s);
                return out;
            }
            const QString name = quoted();
            if (seen.contains(name))
                complain(u"a member stands here twice"_s);
            seen.insert(name);
            if (!take(u':'))
                complain(u"a colon is expected"_s);
            out.m_names.push_back(name);
            out.m_items.push_back(value(depth + 1));
        } while (take(u','));
        if (!take(u'}'))
            complain(u"a comma or } is expected"_s);
        return out;
    }

    Json array(int depth)
    {
        Json out = Json::array();
        ++m_at;
        if (take(u']'))
            return out;
        do
            out.m_items.push_back(value(depth + 1));
        while (take(u','));
        if (!take(u']'))
            complain(u"a comma or ] is expected"_s);
        return out;
    }

    QString quoted()
    {
        QString out;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'"') {
                ++m_at;
                return out;
            }
            if (c < u' ') {
                complain(u"a control character stands in a text"_s);
                return {};
            }
            out += c == u'\\' ? escaped() : c;
        }
        complain(u"a text does not end"_s);
        return {};
    }

    QChar escaped()
    {
        static const QString letters = u"\"\\/bfnrt"_s, meanings = u"\"\\/\b\f\n\r\t"_s, hexDigits = u"0123456789abcdef"_s;
        ++m_at;
        const QChar c = peek();
        if (const qsizetype known = letters.indexOf(c); known >= 0 && !c.isNull())
            return meanings[known];
        uint code = 0;
        for (int i = 1; i <= 4 && c == u'u'; ++i) {
            const qsizetype digit = hexDigits.indexOf(m_at + i < m_text.size() ? m_text[m_at + i].toLower() : QChar());
            if (digit < 0) {
                complain(u"an escape is not known"_s);
                return {};
            }
            code = code * 16 + static_cast<uint>(digit);
        }
        if (c != u'u') {
            complain(u"an escape is not known"_s);
            return {};
        }
        m_at += 4;
        return QChar(code);
    }

    void digits()
    {
        if (!peek().isDigit() || peek().unicode() > u'9')
            complain(u"a digit is expected"_s);
        while (peek() >= u'0' && peek() <= u'9')
            ++m_at;
    }

    Json number()
    {
        const qsizetype start = m_at;
        if (peek() == u'-')
            ++m_at;
        if (peek() == u'0')
            ++m_at;
        else
            digits();
        if (peek() == u'.') {
            ++m_at;
            digits();
        }
        if (peek() == u'e' || peek() == u'E') {
            ++m_at;
            if (peek() == u'+' || peek() == u'-')
                ++m_at;
            digits();
        }
        return Json::number(m_text.mid(start, m_at - start));
    }

    Json word()
    {
        for (const QString& known : {u"true"_s, u"false"_s, u"null"_s}) {
            if (QStringView(m_text).mid(m_at).startsWith(known)) {
                m_at += known.size();
                return known == u"null"_s ? Json() : Json::boolean(known == u"true"_s);
            }
        }
        complain(u"a value is expected"_s);
        return {};
    }

    QString m_text, m_fault;
    JsonLimits m_limits;
    qsizetype m_at = 0;
    int m_line = 1, m_values = 0;
};

namespace
{

void write(const QString& text, QByteArray& out)
{
    out += '"';
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += "\\u00" + QByteArray::number(static_cast<int>(c), 16).rightJustified(2, '0');
        else
            out += c;
    }
    out += '"';
}

void write(const Json& json, QByteArray& out)
{
    switch (json.kind()) {
    case Json::Kind::Null:
        out += "null";
        return;
    case Json::Kind::Boolean:
    case Json::Kind::Number:
        out += json.said().toLatin1();
        return;
    case Json::Kind::Text:
        write(json.said(), out);
        return;
    case Json::Kind::Array:
    case Json::Kind::Object:
        break;
    }
    out += json.isArray() ? '[' : '{';
    for (size_t i = 0; i < json.items().size(); ++i) {
        if (i > 0)
            out += ',';
        if (json.isObject()) {
            write(json.names()[i], out);
            out += ':';
        }
        write(json.items()[i], out);
    }
    out += json.isArray() ? ']' : '}';
}

} // namespace

const Json* Json::find(const QString& name) const
{
    for (size_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i] == name)
            return &m_items[i];
    }
    return nullptr;
}

const Json& Json::operator[](const QString& name) const
{
    static const Json nothing;
    const Json* found = find(name);
    return found ? *found : nothing;
}

Json& Json::member(const QString& name)
{
    if (!isObject())
        *this = object();
    if (const Json* found = find(name))
        return const_cast<Json&>(*found);
    m_names.push_back(name);
    return m_items.emplace_back();
}

void Json::append(const Json& item)
{
    if (!isArray())
        *this = array();
    m_items.push_back(item);
}

QByteArray Json::bytes() const
{
    QByteArray out;
    write(*this, out);
    return out;
}

Result<Json> parseJson(const QByteArray& bytes, const JsonLimits& limits)
{
    if (bytes.size() > limits.bytes)
        return Error{Error::Kind::Invalid, u"it is too large"_s};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return Error{Error::Kind::Invalid, u"it is not UTF-8"_s};
    return JsonReader(text, limits).document();
}

} // namespace rapport::connectors::rest
