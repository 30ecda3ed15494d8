// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

#include <QSet>

#include <algorithm>

namespace rapport::forms
{

QString FormSession::Private::fill(const TextTemplate& text, qint64 handle) const
{
    QString out;
    for (const auto& part : text.parts)
        out += part.output ? evaluateAt(*part.output, handle).string() : part.literal;
    return out.simplified();
}

namespace
{

/// Where a text is found, best first: older forms have it as "long" or "short" only (ODK XForms, Languages).
const QString plainForms[] = {QString(), QStringLiteral("long"), QStringLiteral("short")};

} // namespace

std::optional<Text> FormSession::Private::itextForms(const QString& id, qint64 handle) const
{
    for (const QString& name : {language, model.defaultLanguage}) {
        const auto texts = model.itext.constFind(name);
        if (texts == model.itext.cend() || !texts->contains(id))
            continue;
        const ItextForms forms = texts->value(id);
        const auto plain = std::find_if(std::begin(plainForms), std::end(plainForms), [&](const QString& kind) { return forms.contains(kind); });
        return Text{plain == std::end(plainForms) ? QString() : fill(forms.value(*plain), handle), fill(forms.value(QStringLiteral("image")), handle),
                    fill(forms.value(QStringLiteral("audio")), handle), fill(forms.value(QStringLiteral("video")), handle)};
    }
    return {};
}

QString FormSession::Private::itext(const QString& id, qint64 handle) const
{
    const auto forms = itextForms(id, handle);
    return forms ? forms->text : id;
}

Text FormSession::Private::textOf(const TextSource& source, qint64 handle) const
{
    if (!source.itextId.isEmpty()) {
        if (const auto forms = itextForms(source.itextId, handle))
            return *forms;
        const QString fallback = fill(source.literal, handle);
        return {fallback.isEmpty() ? source.itextId : fallback, {}, {}, {}};
    }
    if (source.reference)
        return {evaluateAt(*source.reference, handle).string().simplified(), {}, {}, {}};
    return {fill(source.literal, handle), {}, {}, {}};
}

namespace
{

QString childText(const NodeRef& item, const QString& name)
{
    const auto cells = item.source->childrenNamed(item.handle, name);
    return cells.empty() ? QString() : item.source->stringValue(cells.front());
}

/// "name" of the item, or "." where the choices are the nodes themselves (a select over a repeat's answers).
QString valueOf(const NodeRef& item, const QString& path)
{
    if (path == QLatin1String("."))
        return stringOf(item);
    QString name = path;
    NodeRef at = item;
    while (name.contains(QLatin1Char('/'))) {
        const auto next = at.source->childrenNamed(at.handle, name.section(QLatin1Char('/'), 0, 0));
        if (next.empty())
            return {};
        at.handle = next.front();
        name = name.section(QLatin1Char('/'), 1);
    }
    return childText(at, name);
}

} // namespace

std::vector<Choice> FormSession::Private::choicesOf(qint64 handle, std::size_t from, std::size_t atMost) const
{
    const Definition& definition = tree.definition(handle);
    std::vector<Choice> choices;
    if (!definition.control)
        return choices;
    const auto& items = definition.control->items;
    for (; from < items.size() && choices.size() < atMost; ++from)
        choices.push_back({items[from].value, textOf(items[from].label, handle), {}});
    if (!definition.control->itemset || choices.size() == atMost)
        return choices;
    const NodeSet& rows = offeredRows(handle);
    for (from -= items.size(); from < rows.size() && choices.size() < atMost; ++from)
        choices.push_back(choiceOf(rows[from], *definition.control->itemset, handle));
    return choices;
}

const NodeSet& FormSession::Private::offeredRows(qint64 handle) const
{
    const quint64 now = choicesRevision(handle);
    if (lastOffered.handle != handle || lastOffered.revision != now) {
        const Value rows = evaluateAt(*tree.definition(handle).control->itemset->nodes, handle);
        lastOffered = {handle, now, rows.nodes()};
    }
    return lastOffered.rows;
}

quint64 FormSession::Private::choicesRevision(qint64 handle) const
{
    const Definition& definition = tree.definition(handle);
    if (wholeList(handle))
        return languageChanged; // its rows stay for the life of the session
    const bool rows = definition.control && definition.control->itemset && definition.control->items.empty();
    return std::max(languageChanged, rows ? choicesChanged.value(handle) : tree.node(handle).changed);
}

const ItemSource* FormSession::Private::wholeList(qint64 handle) const
{
    const auto& control = tree.definition(handle).control;
    if (!control || !control->itemset || !control->items.empty())
        return nullptr;
    const Expression& path = *control->itemset->nodes;
    const auto& steps = path.steps;
    const bool whole = path.kind == Expression::Kind::Path && !control->itemset->instance.isEmpty() && path.filters.empty() && steps.size() == 2 &&
                       std::all_of(steps.begin(), steps.end(), [](const auto& step) { return step.predicates.empty(); });
    const auto instance = whole ? model.instances.constFind(control->itemset->instance) : model.instances.cend();
    return instance == model.instances.cend() || !instance->rows || instance->rows->document() ? nullptr : instance->rows.get();
}

std::size_t FormSession::Private::countChoices(qint64 handle, std::size_t atMost) const
{
    const auto& control = tree.definition(handle).control;
    if (!control)
        return 0;
    if (const ItemSource* list = wholeList(handle))
        return list->count(atMost);
    if (!control->itemset || control->items.size() >= atMost)
        return std::min(control->items.size(), atMost);
    const quint64 now = choicesRevision(handle);
    auto known = choiceCounts.constFind(handle);
    if (known == choiceCounts.cend() || known->revision != now)
        known = choiceCounts.insert(handle, {now, control->items.size() + evaluateAt(*control->itemset->nodes, handle).nodes().size()});
    return std::min(known->count, atMost);
}

Choice FormSession::Private::choiceOf(const NodeRef& item, const Itemset& itemset, qint64 handle) const
{
    Choice choice;
    choice.value = valueOf(item, itemset.valuePath);
    const QString label = valueOf(item, itemset.labelPath);
    choice.label = itemset.labelIsItext ? itextForms(label, handle).value_or(Text{label, {}, {}, {}}) : Text{label, {}, {}, {}};
    for (const qint64 cell : item.source->children(item.handle)) {
        if (item.source->kind(cell) != NodeSource::Kind::Element)
            continue;
        const QString name = item.source->localName(cell);
        if (name != itemset.valuePath && name != itemset.labelPath)
            choice.columns.emplace_back(name, item.source->stringValue(cell));
    }
    return choice;
}

/// By look-up where the list has an index: the node holds the value for a moment, so that the itemset can be asked for "its own".
Value FormSession::Private::rowsWith(qint64 handle, const QString& value)
{
    const QString before = std::exchange(tree.node(handle).value, value);
    Value rows = evaluateAt(*tree.definition(handle).control->itemset->own, handle);
    tree.node(handle).value = before;
    return rows;
}

bool FormSession::Private::isOffered(qint64 handle, const QString& value)
{
    const Control& control = *tree.definition(handle).control;
    for (const StaticItem& item : control.items) {
        if (item.value == value)
            return true;
    }
    return control.itemset && !rowsWith(handle, value).nodes().empty();
}

/// A chosen value that the filter no longer offers leaves the answer (FORMS-SPEC section 5.7).
void FormSession::Private::dropFilteredChoices(qint64 handle)
{
    if (tree.node(handle).value.isEmpty())
        return;
    const bool single = tree.definition(handle).control->kind == Control::Kind::SelectOne;
    QStringList kept = single ? QStringList{tree.node(handle).value} : tree.node(handle).value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (tree.definition(handle).control->kind == Control::Kind::Rank)
        kept = ranked(handle, kept);
    else
        kept.removeIf([&](const QString& value) { return !isOffered(handle, value); });
    const QString value = kept.join(QLatin1Char(' '));
    if (value == tree.node(handle).value)
        return;
    tree.node(handle).value = value;
    touch(handle);
    markChanged(tree.node(handle).definition, handle);
    changedByForm(handle);
}

QStringList FormSession::Private::offeredValues(qint64 handle) const
{
    QStringList values;
    const Control& control = *tree.definition(handle).control;
    for (const StaticItem& item : control.items)
        values.append(item.value);
    const Value rows = control.itemset ? evaluateAt(*control.itemset->nodes, handle) : Value(NodeSet());
    for (const NodeRef& row : rows.nodes())
        values.append(valueOf(row, control.itemset->valuePath));
    return values;
}

/// As Web Forms stores several choices; @p chosen are all offered.
QStringList FormSession::Private::inOfferedOrder(qint64 handle, const QStringList& chosen)
{
    QStringList ordered;
    if (wholeList(handle)) { // looked up one by one: the list may be long
        std::vector<std::pair<qint64, QString>> places;
        for (const QString& value : chosen)
            places.emplace_back(rowsWith(handle, value).nodes().front().handle, value);
        std::sort(places.begin(), places.end());
        for (const auto& [place, value] : places)
            ordered.append(value);
        return ordered;
    }
    const QSet<QString> picked(chosen.cbegin(), chosen.cend());
    ordered = offeredValues(handle);
    ordered.removeIf([&](const QString& choice) { return !picked.contains(choice); });
    ordered.removeDuplicates();
    return ordered;
}

/// A ranking holds every choice: what came since stands at its end.
QStringList FormSession::Private::ranked(qint64 handle, QStringList values) const
{
    const QStringList offered = offeredValues(handle);
    values.removeIf([&](const QString& value) { return !offered.contains(value); });
    values.removeDuplicates();
    for (const QString& value : offered) {
        if (!values.contains(value))
            values.append(value);
    }
    return values;
}

} // namespace rapport::forms
