// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"
#include "forms/session/typedtext.h"
#include "forms/xpath/dates.h"

namespace rapport::forms
{

namespace
{

constexpr int maxActionDepth = 50;  // setvalues may set off one another
constexpr int maxSettings = 20'000; // by one event and all that it sets off: two that set off each other twice would double 50 times

} // namespace

void FormSession::Private::store(qint64 handle, const QString& value)
{
    const Definition& definition = tree.definition(handle);
    InstanceTree::Node& node = tree.node(handle);
    const QString stored = typedText(definition.type, storable(value)).value_or(QString());
    if (node.value == stored && !node.unknown)
        return;
    const bool changed = node.value != stored;
    if (changed)
        node.reason.clear();
    node.value = stored;
    if (!stored.isEmpty())
        node.unknown = false;
    touch(handle);
    markChanged(definition.index, handle);
    if (definition.control && definition.control->chooses())
        lookLater(definition.index, handle); // the form may set what is not among the choices
    if (Targets& targets = watched[definition.index]; !targets.all)
        targets.nodes.insert(handle);
    recalculate(); // as JavaRosa does: what hangs on a change reads calculates that know of it
    if (changed)
        runActions(definition.actions, event::valueChanged, handle);
}

/// What an action sets its target to, as the target's type stores it.
QString FormSession::Private::textFor(const Action& action, qint64 target) const
{
    const DataType type = tree.definition(target).type;
    if (action.value)
        return typedText(type, evaluateAt(*action.value, target));
    return typedText(type, action.isLocation ? environment.location : action.literal).value_or(QString());
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
            tree.node(place).value = answers ? typedText(tree.definition(place).type, document.stringValue(element)).value_or(QString()) : QString();
        fillInside(place, element, answers);
    }
}

void FormSession::Private::runNewRepeatActions(qint64 repetition)
{
    for (const Action* action : newRepeatActions(tree.definition(repetition))) {
        for (const qint64 target : targetsOf(*action, repetition)) {
            tree.node(target).value = storable(textFor(*action, target));
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
