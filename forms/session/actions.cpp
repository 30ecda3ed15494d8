// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"
#include "forms/xpath/dates.h"

#include <cmath>

namespace rapport::forms
{

namespace
{

constexpr int maxActionDepth = 50;  // setvalues may set off one another
constexpr int maxSettings = 20'000; // by one event and all that it sets off: two that set off each other twice would double 50 times

/// A whole number keeps a fraction: 7 → "7.0".
QString decimalText(double number)
{
    const QString text = rapport::forms::textOf(number);
    return text.contains(QLatin1Char('.')) ? text : text + QStringLiteral(".0");
}

/// "1 2" → "1.0 2.0"; what is no place stays as it is.
QString canonicalPlace(const QString& place)
{
    QStringList parts = place.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString& part : parts) {
        const double number = numberOf(part);
        if (!std::isfinite(number))
            return place;
        part = decimalText(number);
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

/// Text as it is stored for the type (FORMS-SPEC section 3): "007" → "7", a whole decimal keeps a fraction.
QString FormSession::Private::canonical(const Definition& definition, const QString& value) const
{
    if (value.isEmpty())
        return value;
    if (definition.type == DataType::Int) {
        const double number = numberOf(value);
        return std::isfinite(number) ? rapport::forms::textOf(std::trunc(number)) : value;
    }
    if (definition.type == DataType::Decimal) {
        const double number = numberOf(value);
        if (!std::isfinite(number))
            return value;
        return decimalText(number);
    }
    if (definition.type == DataType::Geopoint)
        return canonicalPlace(value);
    if (definition.type == DataType::Geotrace || definition.type == DataType::Geoshape) {
        QStringList places = value.split(QLatin1Char(';'), Qt::SkipEmptyParts);
        for (QString& place : places)
            place = canonicalPlace(place);
        return places.join(QLatin1Char(';'));
    }
    if (definition.type == DataType::Date && value.contains(QLatin1Char('T'))) {
        const auto time = parseDateTime(value);
        return time ? time->toLocalTime().date().toString(Qt::ISODate) : value;
    }
    return value;
}

void FormSession::Private::store(qint64 handle, const QString& value)
{
    const Definition& definition = tree.definition(handle);
    InstanceTree::Node& node = tree.node(handle);
    const QString stored = canonical(definition, storable(value));
    if (node.value == stored && !node.unknown)
        return;
    const bool changed = node.value != stored;
    node.value = stored;
    if (!stored.isEmpty())
        node.unknown = false;
    touch(handle);
    markChanged(definition.index, handle);
    if (Targets& targets = watched[definition.index]; !targets.all)
        targets.nodes.insert(handle);
    recalculate(); // as JavaRosa does: what hangs on a change reads calculates that know of it
    if (changed)
        runActions(definition.actions, event::valueChanged, handle);
}

QString FormSession::Private::textFor(const Action& action, qint64 target) const
{
    if (action.isLocation)
        return environment.location;
    if (!action.value)
        return action.literal;
    const Value value = evaluateAt(*action.value, target);
    return value.isNumber() && std::isnan(value.number()) ? QString() : value.string();
}

/// Actions of the model and of the body, in this order.
void FormSession::Private::runAllActions(const QString& event)
{
    runActions(model.modelActions, event, 0);
    for (const Definition& definition : model.definitions) {
        if (!definition.actions.empty())
            runActions(definition.actions, event, 0);
    }
}

std::vector<qint64> FormSession::Private::targetsOf(const Action& action, qint64 context) const
{
    if (!action.targets)
        return context > 0 ? tree.nodesOf(action.target, context) : tree.nodesOf(action.target);
    std::vector<qint64> targets;
    const Value picked = evaluateAt(*action.targets, context > 0 ? context : tree.root());
    for (const NodeRef& node : picked.nodes()) {
        if (node.source == &tree && tree.node(node.handle).definition == action.target)
            targets.push_back(node.handle);
    }
    return targets;
}

void FormSession::Private::runActions(const std::vector<Action>& actions, const QString& event, qint64 context)
{
    if (actionDepth >= maxActionDepth)
        return;
    if (actionDepth++ == 0)
        settingsLeft = maxSettings;
    for (const Action& action : actions) {
        if (!action.events.contains(event))
            continue;
        for (const qint64 target : targetsOf(action, context)) {
            if (tree.exists(target) && settingsLeft-- > 0) // an earlier one may have taken its repetition away
                store(target, textFor(action, target));
        }
    }
    --actionDepth;
}

void FormSession::Private::changedByForm(qint64 handle)
{
    if (opened && !tree.definition(handle).actions.empty())
        late.push_back(handle);
}

void FormSession::Private::runLateActions()
{
    for (const qint64 handle : std::exchange(late, {})) {
        if (tree.exists(handle))
            runActions(tree.definition(handle).actions, event::valueChanged, handle);
    }
}

std::vector<const Action*> FormSession::Private::newRepeatActions(const Definition& definition) const
{
    std::vector<const Action*> all;
    for (const Action& action : definition.actions) {
        if (action.events.contains(event::newRepeat))
            all.push_back(&action);
    }
    for (const int child : definition.children) {
        if (model.at(child).isRepeat)
            continue;
        const auto inner = newRepeatActions(model.at(child));
        all.insert(all.end(), inner.begin(), inner.end());
    }
    return all;
}

qint64 FormSession::Private::makeRepetition(qint64 series, std::size_t at)
{
    const qint64 repetition = tree.insertRepetition(series, at);
    const Definition& definition = tree.definition(series);
    fillInside(repetition, definition.pattern, definition.hasTemplate);
    touch(series);
    if (at + 1 < tree.node(series).children.size())
        markMoved(definition.index, series);
    markAdded(repetition);
    // The copy's own defaults come before anybody reads it; an answer elsewhere may be recalculating just now, so nothing is settled here.
    ++actionDepth;
    runNewRepeatActions(repetition);
    --actionDepth;
    return repetition;
}

/// The repetitions within a new one are those that its pattern holds; their answers, too, where that is a template.
void FormSession::Private::fillInside(qint64 node, qint64 pattern, bool answers)
{
    const XmlTree& document = *model.document;
    for (const qint64 element : document.elements(pattern)) {
        const int definition = model.childNamed(tree.node(node).definition, document.localName(element));
        if (definition < 0 || document.hasAttribute(element, u"template"))
            continue;
        qint64 place = tree.childOf(node, definition);
        if (tree.node(place).isSeries) {
            if (model.at(definition).count || isFull())
                continue;
            place = tree.insertRepetition(place, tree.node(place).children.size());
        }
        if (tree.definition(place).isLeaf())
            tree.node(place).value = answers ? canonical(tree.definition(place), document.stringValue(element)) : QString();
        fillInside(place, element, answers);
    }
}

void FormSession::Private::runNewRepeatActions(qint64 repetition)
{
    for (const Action* action : newRepeatActions(tree.definition(repetition))) {
        for (const qint64 target : targetsOf(*action, repetition)) {
            tree.node(target).value = canonical(tree.definition(target), storable(textFor(*action, target)));
            touch(target);
            markChanged(action->target, target);
            changedByForm(target);
        }
    }
    std::vector<qint64> inside;
    walk(repetition, [&](qint64 node) {
        const bool nested = node != repetition && tree.definition(node).isRepeat && !tree.node(node).isSeries;
        if (nested)
            inside.push_back(node);
        return !nested;
    });
    for (const qint64 nested : inside)
        runNewRepeatActions(nested);
}

void FormSession::Private::runPreloads(bool firstLoad)
{
    for (const Definition& definition : model.definitions) {
        if (definition.preload.isEmpty() || !firstLoad)
            continue;
        QString value;
        if (definition.preload == QLatin1String("uid"))
            value = QStringLiteral("uuid:") + makeUuid(surroundings);
        else if (definition.preload == QLatin1String("timestamp") && definition.preloadParams == QLatin1String("start"))
            value = isoText(environment.now());
        else if (definition.preload == QLatin1String("date"))
            value = environment.now().date().toString(Qt::ISODate);
        else if (definition.preload == QLatin1String("property"))
            value = surroundings.property(definition.preloadParams);
        else
            continue;
        for (const qint64 handle : tree.nodesOf(definition.index)) {
            tree.node(handle).value = value;
            touch(handle);
            markChanged(definition.index, handle);
        }
    }
}

} // namespace rapport::forms
