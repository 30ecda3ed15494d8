// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"

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

std::vector<Choice> FormSession::Private::choicesOf(qint64 handle) const
{
    const Definition& definition = tree.definition(handle);
    std::vector<Choice> choices;
    if (!definition.control)
        return choices;
    for (const StaticItem& item : definition.control->items)
        choices.push_back({item.value, textOf(item.label, handle), {}});
    if (!definition.control->itemset)
        return choices;
    const Itemset& itemset = *definition.control->itemset;
    const Value items = evaluateAt(*itemset.nodes, handle);
    for (const NodeRef& item : items.nodes())
        choices.push_back(choiceOf(item, itemset, handle));
    return choices;
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
