// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/paths.h"

#include "forms/xpath/expression.h"

#include <QRegularExpression>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

void collect(const Element& element, QHash<QString, const Element*>& into)
{
    if (element.isSection() || element.kind == Element::Kind::Question) {
        const auto known = into.find(element.name);
        if (known == into.end())
            into.insert(element.name, &element);
        else
            *known = nullptr;
    }
    for (const auto& child : element.children)
        collect(*child, into);
}

bool isAncestor(const Element* ancestor, const Element* element)
{
    for (const Element* at = element->parent; at; at = at->parent) {
        if (at == ancestor)
            return true;
    }
    return false;
}

/// The nearest strict ancestor of both; of repeats only with @p repeats.
const Element* commonAncestor(const Element& a, const Element& b, bool repeats)
{
    for (const Element* at = a.parent; at; at = at->parent) {
        const bool fits = repeats ? at->kind == Element::Kind::Repeat : at->parent != nullptr;
        if (fits && isAncestor(at, &b))
            return at;
    }
    return nullptr;
}

int steps(const Element& from, const Element* to)
{
    int count = 0;
    for (const Element* at = &from; at && at != to; at = at->parent)
        ++count;
    return count;
}

QString pathBelow(const Element& target, const Element* ancestor)
{
    return ancestor ? target.path().mid(ancestor->path().size()) : target.path();
}

/// True where the reference stands in a predicate and the text asks a secondary instance.
bool inInstancePredicate(QStringView text, const Reference& reference)
{
    static const QRegularExpression instance(u"instance\\([^)]+.+"_s), bracket(u"\\[[^\\]]+\\]"_s);
    if (!instance.match(text).hasMatch())
        return false;
    for (auto match = bracket.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (reference.start >= found.capturedStart() && reference.end <= found.capturedEnd())
            return true;
    }
    return false;
}

/// indexed-repeat(node, repeat, index, …) wants its nodes and repeats absolute; the indexes are the form maker's own expressions.
bool mayBeRelative(QStringView text, const Reference& reference)
{
    static const QRegularExpression call(u"indexed-repeat\\([^)]+\\)"_s);
    bool after = false;
    for (auto match = call.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        if (reference.end > found.capturedEnd()) {
            if (!match.hasNext())
                return true;
            match.next();
            after = true;
            continue;
        }
        if (reference.end < found.capturedStart() || reference.start > found.capturedEnd())
            return true;
        const QString inner = found.captured().mid(15).chopped(1);
        const QStringList arguments = inner.split(u',');
        qsizetype index = -1;
        for (qsizetype i = 0; i < arguments.size(); ++i) {
            if (arguments[i].contains(u"${%1}"_s.arg(reference.name)))
                index = i;
        }
        return index >= 0 && index != 0 && index != 1 && index != 3 && index != 5;
    }
    return !after && !call.match(text).hasMatch();
}

} // namespace

PathWriter::PathWriter(const Survey& survey, Remarks& remarks) : m_survey(survey), m_remarks(remarks)
{
    collect(*survey.root, m_elements);
}

/// What the form maker calls the column of @p place.
QString PathWriter::heading(const Place& place) const
{
    const auto found = m_survey.headings.find({place.sheet, place.column});
    return found == m_survey.headings.end() ? place.column.value(place.column.size() - 1) : found->second;
}

const Element* PathWriter::find(const QString& name, const Place& place) const
{
    const auto found = m_elements.constFind(name);
    if (found != m_elements.constEnd() && *found)
        return *found;
    const QString advice = found == m_elements.constEnd()
                               ? u"Reference variables must contain a name from the 'survey' sheet. Could not find the name '%1'."_s
                               : u"Reference variables names must be unique anywhere in the 'survey'. The name '%1' appears more than once."_s;
    const Fault fault = invalidValue(place.sheet, place.row, heading(place), advice.arg(name));
    if (m_remarks.faults.empty() || m_remarks.faults.back() != fault)
        m_remarks.faults.push_back(fault);
    return nullptr;
}

QString PathWriter::relativePath(const Element& source, const Element& target, Style style, bool current) const
{
    const Element* repeat = commonAncestor(source, target, true);
    if (!repeat)
        return {};
    const Element* from = commonAncestor(source, target, false);
    if (style == Style::Parent || style == Style::CurrentParent) {
        const bool outermost = !repeat->nearestRepeat();
        if (target.nearestRepeat() == repeat && (outermost || source.nearestRepeat() != repeat))
            from = repeat->parent;
    }
    QStringList up;
    for (int i = steps(source, from); i > 0; --i)
        up.append(u".."_s);
    return (current ? u" current()/"_s : u" "_s) + up.join(u'/') + pathBelow(target, from) + u' ';
}

QString PathWriter::path(const Reference& reference, QStringView text, const Place& place, Style style) const
{
    const Element* target = find(reference.name, place);
    if (!target)
        return {};
    if (!reference.lastSaved && place.context && (!text.contains(u"indexed-repeat(") || mayBeRelative(text, reference))) {
        const bool filter = style == Style::Current || style == Style::CurrentParent;
        const QString relative = relativePath(*place.context, *target, style, filter || inInstancePredicate(text, reference));
        if (!relative.isEmpty())
            return relative;
    }
    const QString origin = reference.lastSaved ? u"instance('__last-saved')"_s : QString();
    return u' ' + origin + target->path() + u' ';
}

QString PathWriter::expand(const QString& text, const Place& place, Style style) const
{
    const auto found = references(text);
    if (found.empty())
        return text;
    QString out;
    qsizetype at = 0;
    for (const Reference& reference : found) {
        out += QStringView(text).sliced(at, reference.start - at);
        out += path(reference, text, place, style);
        at = reference.end;
    }
    return out + text.mid(at);
}

QString PathWriter::expression(const QString& text, const Place& place, Style style) const
{
    const QString expanded = expand(text, place, style);
    if (expanded.trimmed().isEmpty())
        return expanded;
    if (const auto parsed = forms::parseExpression(expanded); !parsed)
        m_remarks.warnings.push_back(invalidValue(place.sheet, place.row, heading(place),
                                                  u"No app will be able to work it out: %1. Correct the expression."_s.arg(parsed.error().detail)));
    return expanded;
}

std::vector<TextPiece> PathWriter::pieces(const QString& text, const Place& place) const
{
    std::vector<TextPiece> out;
    const auto all = references(text);
    const auto prose = [&](QStringView piece) {
        if (!piece.isEmpty())
            out.push_back({false, piece.toString()});
    };
    const auto withReferences = [&](qsizetype from, qsizetype to) {
        qsizetype at = from;
        for (const Reference& reference : all) {
            if (reference.start < from || reference.end > to)
                continue;
            prose(QStringView(text).sliced(at, reference.start - at));
            out.push_back({true, path(reference, text, place, Style::Plain)});
            at = reference.end;
        }
        prose(QStringView(text).sliced(at, to - at));
    };
    if (text == u"-")
        return {{false, text}};
    qsizetype at = 0;
    for (const auto& [start, end] : instanceExpressions(text)) {
        withReferences(at, start);
        out.push_back({true, expand(text.mid(start, end - start), place)});
        at = end;
    }
    withReferences(at, text.size());
    return out;
}

} // namespace rapport::xlsform
