// SPDX-License-Identifier: Apache-2.0
// The dependency graph (FORMS-SPEC section 5.2): which definition reads which, and an order in which each comes after all it reads.
#include "forms/xform/references.h"

#include <queue>

namespace rapport::forms
{

namespace
{

using Kind = Expression::Kind;

void addText(Form::Private& form, const TextSource& source, int bound, Readings& readings)
{
    const auto addTemplate = [&](const TextTemplate& text) {
        for (const auto& part : text.parts) {
            if (part.output)
                addReadings(form, *part.output, bound, readings);
        }
    };
    addTemplate(source.literal);
    if (source.reference)
        addReadings(form, *source.reference, bound, readings);
    if (source.itextId.isEmpty())
        return;
    for (const auto& language : form.itext) {
        for (const auto& text : language.value(source.itextId))
            addTemplate(text);
    }
}

/// What the value or the relevance of a definition reads.
Readings valueReadings(Form::Private& form, const Definition& definition)
{
    Readings readings;
    for (const ExpressionPtr& expression : {definition.calculate, definition.relevant}) {
        if (expression)
            addReadings(form, *expression, definition.index, readings);
    }
    if (definition.count)
        addReadings(form, *definition.count, definition.index, readings);
    return readings;
}

/// What decides which choices are offered. Two questions may well exclude one another's answer: that is no circle.
Readings choiceReadings(Form::Private& form, const Definition& definition)
{
    Readings readings;
    if (definition.control && definition.control->itemset)
        addReadings(form, *definition.control->itemset->nodes, definition.index, readings);
    return readings;
}

/// What its flags and texts read.
Readings watchedReadings(Form::Private& form, const Definition& definition)
{
    Readings readings;
    for (const ExpressionPtr& expression : {definition.readonly, definition.required, definition.constraint, definition.unit, definition.softMin,
                                            definition.softMax, definition.reason}) {
        if (expression)
            addReadings(form, *expression, definition.index, readings);
    }
    for (const std::optional<Control>& control : {definition.control, definition.repeatLabel}) {
        if (control) {
            addText(form, control->label, definition.index, readings);
            addText(form, control->hint, definition.index, readings);
            for (const StaticItem& item : control->items)
                addText(form, item.label, definition.index, readings);
        }
    }
    addText(form, definition.constraintMessage, definition.index, readings);
    addText(form, definition.requiredMessage, definition.index, readings);
    return readings;
}

/// jr:itext() or jr:choice-name() somewhere inside.
bool speaks(const Expression& expression)
{
    const auto any = [](const std::vector<Expression::Ptr>& all) {
        return std::any_of(all.begin(), all.end(), [](const auto& one) { return speaks(*one); });
    };
    if (expression.kind == Kind::Call && expression.text.startsWith(QLatin1String("jr:")))
        return true;
    return any(expression.operands) || any(expression.filters) ||
           std::any_of(expression.steps.begin(), expression.steps.end(), [&](const Expression::Step& step) { return any(step.predicates); });
}

/// "../../r[position() = position(current()/..) - 1]/total" and the like: a running total is no circle, though its column reads itself.
bool readsAnotherRepetition(const Form::Private& form, const Definition& reader, const Reading& reading)
{
    if (!reading.positional || reading.own)
        return false;
    for (int up = reader.index; up >= 0; up = form.at(up).parent) {
        if (form.at(up).isRepeat)
            return true;
    }
    return false;
}

/// An expression that reads its own node would never come to rest; constraints alone may.
Status checkSelfReference(Form::Private& form, const Definition& definition)
{
    const std::pair<const char*, ExpressionPtr> expressions[] = {
        {"calculate", definition.calculate}, {"relevant", definition.relevant}, {"readonly", definition.readonly}, {"required", definition.required}};
    for (const auto& [name, expression] : expressions) {
        if (!expression)
            continue;
        Readings readings;
        addReadings(form, *expression, definition.index, readings);
        const auto self = readings.find(definition.index);
        if (self != readings.end() && !definition.isRepeat && !readsAnotherRepetition(form, definition, self->second))
            return Error{Error::Kind::Invalid, QStringLiteral("The %1 of %2 depends on itself.").arg(QLatin1String(name), definition.path)};
    }
    return ok();
}

void inheritToDescendants(Form::Private& form, int source, int at, std::vector<std::set<int>>& readers)
{
    for (const int child : form.at(at).children) {
        readers[static_cast<std::size_t>(source)].insert(child);
        inheritToDescendants(form, source, child, readers);
    }
}

/// Indexes are made when the form opens, not while somebody waits for the answer to a question.
void prepareLookUps(const Form::Private& form)
{
    LookUps lookUps;
    const auto add = [&](const ExpressionPtr& expression) {
        if (expression)
            addLookUps(*expression, lookUps);
    };
    for (const Definition& definition : form.definitions) {
        for (const ExpressionPtr& expression :
             {definition.calculate, definition.relevant, definition.readonly, definition.required, definition.constraint, definition.unit,
              definition.softMin, definition.softMax, definition.reason, definition.count})
            add(expression);
        for (const Action& action : definition.actions)
            add(action.value);
        if (definition.control && definition.control->itemset) {
            add(definition.control->itemset->nodes);
            add(definition.control->itemset->own);
        }
    }
    for (const Action& action : form.modelActions)
        add(action.value);
    for (const auto& [instance, columns] : lookUps) {
        const auto found = form.instances.constFind(instance);
        const QStringList known = found != form.instances.cend() && found->rows ? found->rows->columns() : QStringList();
        for (const QString& column : columns) {
            if (known.contains(column))
                found->rows->prepare(column);
        }
    }
}

/// Puts the definitions into an order in which each comes after those that it reads, and says how many of these each still waits for.
std::vector<int> arrange(Form::Private& form, const std::vector<std::set<int>>& readers)
{
    std::vector<int> open(readers.size(), 0);
    for (const auto& set : readers) {
        for (const int reader : set)
            ++open[static_cast<std::size_t>(reader)];
    }
    std::priority_queue<int, std::vector<int>, std::greater<>> ready; // document order where nothing else decides
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i] == 0)
            ready.push(static_cast<int>(i));
    }
    form.order.clear();
    while (!ready.empty()) {
        const int index = ready.top();
        ready.pop();
        form.definitions[static_cast<std::size_t>(index)].rank = static_cast<int>(form.order.size());
        form.order.push_back(index);
        for (const int reader : readers[static_cast<std::size_t>(index)]) {
            if (--open[static_cast<std::size_t>(reader)] == 0)
                ready.push(reader);
        }
    }
    return open;
}

/// A repeat without a template makes its repetitions from the form of its first copy, not from what that says (as JavaRosa does).
void blankRepetitions(Form::Private& form)
{
    std::vector<bool> blank(form.definitions.size(), false);
    for (Definition& definition : form.definitions) { // parents first
        const auto at = static_cast<std::size_t>(definition.index);
        blank[at] =
            (definition.parent >= 0 && blank[static_cast<std::size_t>(definition.parent)]) || (definition.isRepeat && !definition.hasTemplate);
        if (blank[at] && !definition.isAttribute)
            definition.initial.clear();
    }
}

} // namespace

Status compile(Form::Private& form)
{
    const std::size_t count = form.definitions.size();
    std::vector<std::set<int>> readers(count); // who comes after whom
    std::vector<std::pair<int, int>> choices;  // who offers choices after whom, if that can be had
    blankRepetitions(form);
    for (std::size_t i = 0; i < count; ++i) {
        Definition& definition = form.definitions[i];
        definition.attributesOnly = !definition.children.empty();
        for (const int child : definition.children)
            definition.attributesOnly = definition.attributesOnly && form.at(child).isAttribute;
        if (auto checked = checkSelfReference(form, definition); !checked)
            return checked;
        definition.way = definition.parent < 0 ? std::vector<int>{} : form.at(definition.parent).way;
        definition.way.push_back(definition.index);
        definition.speaks = (definition.calculate && speaks(*definition.calculate)) || (definition.relevant && speaks(*definition.relevant));
        definition.inRepeat = definition.isRepeat || (definition.parent >= 0 && form.at(definition.parent).inRepeat);
        for (const auto& [source, reading] : valueReadings(form, definition)) {
            const bool elsewhere = readsAnotherRepetition(form, definition, reading);
            if (source != definition.index || elsewhere)
                form.definitions[static_cast<std::size_t>(source)].dependents.push_back({definition.index, reading.own});
            if (source != definition.index && !elsewhere)
                readers[static_cast<std::size_t>(source)].insert(definition.index);
        }
        for (const auto& [source, reading] : choiceReadings(form, definition)) {
            form.definitions[static_cast<std::size_t>(source)].dependents.push_back({definition.index, reading.own});
            if (source != definition.index)
                choices.emplace_back(source, definition.index);
        }
        for (const auto& [source, reading] : watchedReadings(form, definition))
            form.definitions[static_cast<std::size_t>(source)].watchers.push_back({definition.index, reading.own});
        if (definition.relevant || definition.count)
            inheritToDescendants(form, definition.index, definition.index, readers);
    }
    // Expressions of actions are bound too, though nothing depends on them.
    Readings unused;
    const auto bindActions = [&](const std::vector<Action>& actions) {
        for (const Action& action : actions) {
            for (const ExpressionPtr& expression : {action.value, action.targets}) {
                if (expression)
                    addReadings(form, *expression, action.target, unused);
            }
        }
    };
    for (const Definition& definition : form.definitions)
        bindActions(definition.actions);
    bindActions(form.modelActions);

    std::vector<std::set<int>> withChoices = readers;
    for (const auto& [source, reader] : choices)
        withChoices[static_cast<std::size_t>(source)].insert(reader);
    std::vector<int> open = arrange(form, withChoices);
    if (form.order.size() != count)
        open = arrange(form, readers);
    if (form.order.size() != count) {
        QStringList circle;
        for (std::size_t i = 0; i < count && circle.size() < 8; ++i) {
            if (open[i] > 0 && (form.definitions[i].calculate || form.definitions[i].relevant || form.definitions[i].count))
                circle.append(form.definitions[i].path);
        }
        return Error{Error::Kind::Invalid, QStringLiteral("These depend on one another in a circle: %1.").arg(circle.join(QStringLiteral(", ")))};
    }
    if (std::any_of(form.instances.cbegin(), form.instances.cend(), [](const auto& instance) { return instance.rows != nullptr; }))
        prepareLookUps(form);
    return ok();
}

} // namespace rapport::forms
