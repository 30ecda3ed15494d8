// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/text.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

/// "a b|c" → {{a, b}, {c}}.
std::vector<QStringList> alternativesIn(QStringView inside)
{
    std::vector<QStringList> out(1);
    QString name;
    int open = 0;
    const auto end = [&] {
        if (!name.isEmpty())
            out.back() += name;
        name.clear();
    };
    for (const QChar c : inside) {
        open += c == u'[' ? 1 : c == u']' ? -1 : 0;
        if (open == 0 && (c == u' ' || c == u'|')) {
            end();
            if (c == u'|')
                out.emplace_back();
        } else {
            name += c;
        }
    }
    end();
    return out;
}

} // namespace

Result<Text> Text::parse(const QString& text)
{
    Text out;
    qsizetype done = 0;
    while (done < text.size()) {
        const qsizetype open = text.indexOf(u'{', done), close = text.indexOf(u'}', done);
        const QString plain = text.mid(done, open < 0 ? -1 : open - done);
        if (plain.contains(u'}') || (open >= 0 && close < open))
            return Error{Error::Kind::Invalid, u"a bracket { or } stands alone"_s};
        if (!plain.isEmpty())
            out.m_parts.push_back({plain, {}});
        if (open < 0)
            break;
        const QStringView inside = QStringView(text).mid(open + 1, close - open - 1);
        if (inside.contains(u'{'))
            return Error{Error::Kind::Invalid, u"a bracket { or } stands alone"_s};
        Part part{{}, alternativesIn(inside)};
        for (const QStringList& names : part.place) {
            if (names.isEmpty())
                return Error{Error::Kind::Invalid, u"{%1} names nothing"_s.arg(inside)};
        }
        out.m_parts.push_back(std::move(part));
        done = close + 1;
    }
    return out;
}

std::optional<QString> Text::filled(const Names& names, As as) const
{
    QString out;
    for (const Part& part : m_parts) {
        if (part.place.empty()) {
            out += part.plain;
            continue;
        }
        QStringList found;
        for (const QStringList& alternative : part.place) {
            for (const QString& name : alternative) {
                if (const QString said = names(name); !said.isEmpty())
                    found += said;
            }
            if (!found.isEmpty())
                break;
        }
        if (found.isEmpty())
            return std::nullopt;
        const QString whole = found.join(u' ');
        if (as == As::PathPart && QString(whole).remove(u'.').isEmpty()) // "..": another place than the mapping means
            return std::nullopt;
        out += as == As::Plain ? whole : QString::fromLatin1(QUrl::toPercentEncoding(whole));
    }
    return out;
}

QStringList Text::names() const
{
    QStringList out;
    for (const Part& part : m_parts) {
        for (const QStringList& alternative : part.place)
            out += alternative;
    }
    return out;
}

} // namespace rapport::connectors::rest
