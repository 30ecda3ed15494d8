// SPDX-License-Identifier: Apache-2.0
#include "sync/connectors/rest/path.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rapport::connectors::rest
{
namespace
{

constexpr int longestPath = 16; ///< steps

Error notAPath(const QString& text)
{
    return {Error::Kind::Invalid, u"\"%1\" is not a path"_s.arg(text)};
}

bool isPlain(QStringView name)
{
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar c) { return u"[]{}=."_s.contains(c); });
}

/// An id goes out as the number that it is.
Json selectorValue(const QString& value)
{
    const bool isNumber = !value.isEmpty() && value.size() < 18 && (value == u"0"_s || value[0] != u'0') &&
                          std::all_of(value.begin(), value.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber ? Json::number(value) : Json::text(value);
}

} // namespace

Result<Path> Path::parse(const QString& text)
{
    Path out;
    out.m_text = text;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at] == u'[') {
            const qsizetype end = text.indexOf(u']', at);
            const QStringView inside = end < 0 ? QStringView() : QStringView(text).mid(at + 1, end - at - 1);
            const qsizetype equals = inside.indexOf(u'=');
            if (end < 0 || (!inside.isEmpty() && (equals < 1 || !isPlain(inside.left(equals)) || inside.size() == equals + 1)))
                return notAPath(text);
            out.m_steps.push_back(inside.isEmpty() ? Step{Step::Kind::AnyItem, {}, {}}
                                                   : Step{Step::Kind::ItemWith, inside.left(equals).toString(), inside.mid(equals + 1).toString()});
            at = end + 1;
            continue;
        }
        if (!out.m_steps.empty() && text[at] != u'.')
            return notAPath(text);
        at += out.m_steps.empty() ? 0 : 1;
        qsizetype end = at;
        while (end < text.size() && text[end] != u'.' && text[end] != u'[')
            ++end;
        const QStringView name = QStringView(text).mid(at, end - at);
        if (!isPlain(name))
            return notAPath(text);
        out.m_steps.push_back({Step::Kind::Member, name.toString(), {}});
        at = end;
    }
    return out.m_steps.size() > longestPath ? Result<Path>(notAPath(text)) : Result<Path>(std::move(out));
}

std::vector<const Json*> Path::all(const Json& json) const
{
    std::vector<const Json*> found{&json};
    for (const Step& step : m_steps) {
        std::vector<const Json*> next;
        for (const Json* one : found) {
            if (step.kind == Step::Kind::Member) {
                if (one->isObject())
                    next.push_back(&(*one)[step.name]);
                continue;
            }
            if (!one->isArray())
                continue;
            for (const Json& item : one->items()) {
                if (step.kind == Step::Kind::AnyItem || (item.isObject() && item[step.name].said() == step.value))
                    next.push_back(&item);
            }
        }
        found = std::move(next);
    }
    std::erase_if(found, [](const Json* one) { return one->isNull(); });
    return found;
}

const Json& Path::first(const Json& json) const
{
    static const Json nothing;
    const auto found = all(json);
    return found.empty() ? nothing : *found.front();
}

void Path::write(Json& json, const Json& value) const
{
    Json* at = &json;
    for (const Step& step : m_steps) {
        if (step.kind == Step::Kind::Member) {
            at = &at->member(step.name);
            continue;
        }
        if (!at->isArray())
            *at = Json::array();
        auto& items = at->items();
        auto same = items.end();
        if (step.kind == Step::Kind::ItemWith)
            same =
                std::find_if(items.begin(), items.end(), [&](const Json& item) { return item.isObject() && item[step.name].said() == step.value; });
        if (same == items.end()) {
            items.emplace_back();
            same = std::prev(items.end());
            if (step.kind == Step::Kind::ItemWith)
                same->member(step.name) = selectorValue(step.value);
        }
        at = &*same;
    }
    *at = value;
}

} // namespace rapport::connectors::rest
