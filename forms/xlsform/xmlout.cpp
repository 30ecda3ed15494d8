// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/xmlout.h"

namespace rapport::xlsform
{

namespace
{

bool isAllowed(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 < text.size() && text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at > 0 && text[at - 1].isHighSurrogate();
    return (c.unicode() >= 0x20 && c.unicode() < 0xFFFE) || c == u'\t' || c == u'\n' || c == u'\r';
}

} // namespace

void XmlOut::closeTag()
{
    if (m_levels.empty() || m_levels.back().hasContent)
        return;
    m_levels.back().hasContent = true;
    m_out += '>';
}

XmlOut& XmlOut::start(const QString& name)
{
    closeTag();
    const bool inText = !m_levels.empty() && m_levels.back().mixed;
    if (!m_levels.empty() && !inText)
        m_out.append('\n').append(static_cast<qsizetype>(m_levels.size()) * 2, ' ');
    m_levels.push_back({name.toUtf8(), false, inText});
    m_out += '<' + m_levels.back().name;
    return *this;
}

XmlOut& XmlOut::attribute(const QString& name, const QString& value)
{
    m_out += ' ' + name.toUtf8() + "=\"";
    escape(value, true);
    m_out += '"';
    return *this;
}

XmlOut& XmlOut::text(const QString& text)
{
    closeTag();
    m_levels.back().mixed = true;
    escape(text, false);
    return *this;
}

XmlOut& XmlOut::end()
{
    const Level level = std::move(m_levels.back());
    m_levels.pop_back();
    if (!level.hasContent) {
        m_out += "/>";
    } else {
        if (!level.mixed)
            m_out.append('\n').append(static_cast<qsizetype>(m_levels.size()) * 2, ' ');
        m_out += "</" + level.name + '>';
    }
    if (m_levels.empty())
        m_out += '\n';
    return *this;
}

XmlOut& XmlOut::leaf(const QString& name, const QString& text)
{
    start(name);
    if (!text.isEmpty())
        this->text(text);
    return end();
}

void XmlOut::escape(QStringView text, bool inAttribute)
{
    qsizetype run = 0; // where what needs no care begins
    const auto flush = [&](qsizetype end) {
        if (end > run)
            m_out += text.sliced(run, end - run).toUtf8();
        run = end + 1;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c > u'>' && c < 0xD800)
            continue;
        const char* entity = c == u'&' ? "&amp;" : c == u'<' ? "&lt;" : c == u'>' ? "&gt;" : c == u'\r' ? "&#13;" : nullptr;
        if (inAttribute && !entity)
            entity = c == u'"' ? "&quot;" : c == u'\n' ? "&#10;" : c == u'\t' ? "&#9;" : nullptr;
        if (!entity && isAllowed(text, i))
            continue;
        flush(i);
        if (entity)
            m_out += entity;
    }
    flush(text.size());
}

} // namespace rapport::xlsform
