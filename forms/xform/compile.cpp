// SPDX-License-Identifier: Apache-2.0
// The dependency graph (FORMS-SPEC section 5.2): which definition reads which, an order in which each comes after all it reads, and absolute
// paths bound to their definition.
#include "forms/xform/formmodel.h"
#include "forms/xpath/functions.h"

#include <queue>

#include <map>

namespace rapport::forms
{

namespace
{

using Axis = Expression::Axis;
using Kind = Expression::Kind;

constexpr int outside = -2; ///< a node of another instance: nothing of the form

/// How an expression reads a definition.
struct Reading {
    bool own = true;        ///< within the shared repetitions only
    bool positional = true; ///< always through a predicate or indexed-repeat(): another repetition may be meant than one's own
};

/// Where a path stands while it is followed.
struct Place {
    std::set<int> at;
    int top = -1;       ///< the highest definition reached from the bound node by ".." alone
    bool bound = false; ///< the path began at the bound node and has only gone up, then down
    bool descending = false;
    bool positional = false;
};

/// Definitions that an expression may read, positions dropped.
class References
{
public:
    References(Form::Private& form, int bound) : m_form(form), m_bound(bound) {}

    void add(const Expression& expression) { walk(expression, m_bound, true); }
    const std::map<int, Reading>& found() const { return m_found; }

private:
    void walk(const Expression& expression, int context, bool atBound)
    {
        if (expression.kind == Kind::Path) {
            walkPath(expression, context, atBound);
            return;
        }
        if (expression.kind == Kind::Call && expression.operands.empty() && !expression.function->contextFree && context >= 0 &&
            expression.text != QLatin1String("position") && expression.text != QLatin1String("last") && expression.text != QLatin1String("current"))
            note(context, {atBound, false}); // string(), normalize-space() … of the node itself
        const bool indexed = expression.kind == Kind::Call && expression.text == QLatin1String("indexed-repeat");
        for (const auto& operand : expression.operands) {
            m_positional += indexed;
            walk(*operand, context, atBound);
            m_positional -= indexed;
        }
    }

    void walkPath(const Expression& path, int context, bool atBound)
    {
        Place place;
        place.positional = m_positional > 0;
        if (path.absolute) {
            place.at = {-1};
        } else if (!path.operands.empty()) {
            const Expression& start = *path.operands.front();
            const bool isCurrent = start.kind == Kind::Call && start.text == QLatin1String("current");
            walk(start, context, atBound);
            place.at = isCurrent                                                             ? std::set<int>{m_bound}
                       : start.kind == Kind::Call && start.text != QLatin1String("instance") ? lastPath(start, context)
                                                                                             : std::set<int>{outside};
            place.bound = isCurrent;
        } else {
            place.at = {context};
            place.bound = atBound;
        }
        place.top = m_bound;
        for (const auto& filter : path.filters)
            walkAll(*filter, place.at);
        for (const auto& step : path.steps) {
            take(place, step);
            ++m_positional; // what a predicate reads, it reads of the repetitions that it picks
            for (const auto& predicate : step.predicates)
                walkAll(*predicate, place.at);
            --m_positional;
        }
        for (const int definition : place.at) {
            if (definition >= 0)
                note(definition, {isOwn(place, definition), place.positional});
        }
        if (path.absolute && place.at.size() == 1 && *place.at.begin() >= 0 && isPlain(path) && !repeatAround(*place.at.begin()))
            const_cast<Expression&>(path).definition = *place.at.begin(); // compiled in place, before anybody shares the form
    }

    void note(int definition, Reading reading)
    {
        const auto [known, fresh] = m_found.insert({definition, reading});
        if (!fresh) {
            known->second.own = known->second.own && reading.own;
            known->second.positional = known->second.positional && reading.positional;
        }
    }

    /// The path stays inside the innermost repetition that the bound node shares with what is read.
    bool isOwn(const Place& place, int definition) const
    {
        int shared = -1;
        for (int up = m_bound; up >= 0 && shared < 0; up = m_form.at(up).parent) {
            if (m_form.at(up).isRepeat && isWithin(definition, up))
                shared = up;
        }
        return shared < 0 || (place.bound && isWithin(place.top, shared));
    }

    bool isWithin(int definition, int ancestor) const
    {
        while (definition >= 0 && definition != ancestor)
            definition = m_form.at(definition).parent;
        return definition >= 0;
    }

    /// indexed-repeat(/data/r/x, …)/y and the like: the nodes come from the first argument.
    std::set<int> lastPath(const Expression& call, int context)
    {
        if (call.operands.empty() || call.operands.front()->kind != Kind::Path)
            return {outside};
        References inner(m_form, m_bound);
        inner.walkPath(*call.operands.front(), context, false);
        std::set<int> named;
        for (const auto& [definition, reading] : inner.found())
            named.insert(definition);
        return named;
    }

    void walkAll(const Expression& expression, const std::set<int>& contexts)
    {
        for (const int context : contexts)
            walk(expression, context, false);
    }

    void take(Place& place, const Expression::Step& step) const
    {
        const std::set<int> from = std::exchange(place.at, follow(place.at, step));
        if (step.axis == Axis::Parent && place.bound && !place.descending)
            place.top = from.empty() || *from.begin() < 0 ? -1 : m_form.at(*from.begin()).parent;
        else if (step.axis == Axis::Child || step.axis == Axis::Attribute)
            place.descending = true;
        else if (step.axis != Axis::Self)
            place.bound = false;
        place.positional = place.positional || !step.predicates.empty();
    }

    std::set<int> follow(const std::set<int>& from, const Expression::Step& step) const
    {
        std::set<int> to;
        for (const int at : from) {
            if (at == outside) {
                to.insert(outside);
                continue;
            }
            switch (step.axis) {
            case Axis::Self:
                to.insert(at);
                break;
            case Axis::Parent:
                to.insert(at < 0 ? -1 : m_form.at(at).parent);
                break;
            case Axis::Child:
            case Axis::Attribute:
                addChildren(at, step, to);
                break;
            case Axis::FollowingSibling:
            case Axis::PrecedingSibling:
                addChildren(at < 0 ? -1 : m_form.at(at).parent, step, to);
                break;
            case Axis::Ancestor:
            case Axis::AncestorOrSelf:
                for (int up = at; up >= 0; up = m_form.at(up).parent)
                    to.insert(up);
                break;
            default:
                addDescendants(at, to);
                break;
            }
        }
        return to;
    }

    void addChildren(int at, const Expression::Step& step, std::set<int>& to) const
    {
        using Test = Expression::Step::Test;
        if (at < 0) {
            if (step.test != Test::Name || m_form.at(0).name == step.name)
                to.insert(0);
            return;
        }
        if (step.test == Test::Name) {
            if (const int child = m_form.childNamed(at, step.name, step.axis == Axis::Attribute); child >= 0)
                to.insert(child);
            return;
        }
        for (const int child : m_form.at(at).children) {
            if (m_form.at(child).isAttribute == (step.axis == Axis::Attribute))
                to.insert(child);
        }
    }

    void addDescendants(int at, std::set<int>& to) const
    {
        if (at < 0) {
            to.insert(0);
            at = 0;
        }
        to.insert(at);
        for (const int child : m_form.at(at).children)
            addDescendants(child, to);
    }

    static bool isPlain(const Expression& path)
    {
        for (const auto& step : path.steps) {
            if (!step.predicates.empty() || step.test != Expression::Step::Test::Name || (step.axis != Axis::Child && step.axis != Axis::Attribute))
                return false;
        }
        return !path.steps.empty();
    }

    bool repeatAround(int index) const
    {
        for (; index >= 0; index = m_form.at(index).parent) {
            if (m_form.at(index).isRepeat)
                return true;
        }
        return false;
    }

    Form::Private& m_form;
    int m_bound;
    int m_positional = 0; ///< depth of calls whose arguments name other repetitions
    std::map<int, Reading> m_found;
};

void addText(References& references, const TextSource& source, const Form::Private& form)
{
    const auto addTemplate = [&](const TextTemplate& text) {
        for (const auto& part : text.parts) {
            if (part.output)
                references.add(*part.output);
        }
    };
    addTemplate(source.literal);
    if (source.reference)
        references.add(*source.reference);
    if (source.itextId.isEmpty())
        return;
    for (const auto& language : form.itext) {
        for (const auto& text : language.value(source.itextId))
            addTemplate(text);
    }
}

/// What the value or the relevance of a definition reads.
std::map<int, Reading> valueReferences(Form::Private& form, const Definition& definition)
{
    References references(form, definition.index);
    for (const ExpressionPtr& expression : {definition.calculate, definition.relevant})
        if (expression)
            references.add(*expression);
    if (definition.control && definition.control->itemset)
        references.add(*definition.control->itemset->nodes);
    std::map<int, Reading> all = references.found();
    if (definition.count) {
        References counted(form, definition.parent);
        counted.add(*definition.count);
        all.insert(counted.found().begin(), counted.found().end());
    }
    return all;
}

std::map<int, Reading> watchedReferences(Form::Private& form, const Definition& definition)
{
    References references(form, definition.index);
    for (const ExpressionPtr& expression :
         {definition.readonly, definition.required, definition.constraint, definition.unit, definition.softMin, definition.softMax})
        if (expression)
            references.add(*expression);
    if (definition.control) {
        addText(references, definition.control->label, form);
        addText(references, definition.control->hint, form);
    }
    addText(references, definition.constraintMessage, form);
    addText(references, definition.requiredMessage, form);
    return references.found();
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
        References references(form, definition.index);
        references.add(*expression);
        const auto self = references.found().find(definition.index);
        if (self != references.found().end() && !definition.isRepeat && !readsAnotherRepetition(form, definition, self->second))
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

} // namespace

Status compile(Form::Private& form)
{
    const std::size_t count = form.definitions.size();
    std::vector<std::set<int>> readers(count); // who comes after whom
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
        for (const auto& [source, reading] : valueReferences(form, definition)) {
            const bool elsewhere = readsAnotherRepetition(form, definition, reading);
            if (source != definition.index || elsewhere)
                form.definitions[static_cast<std::size_t>(source)].dependents.push_back({definition.index, reading.own});
            if (source != definition.index && !elsewhere)
                readers[static_cast<std::size_t>(source)].insert(definition.index);
        }
        for (const auto& [source, reading] : watchedReferences(form, definition))
            form.definitions[static_cast<std::size_t>(source)].watchers.push_back({definition.index, reading.own});
        if (definition.relevant || definition.count)
            inheritToDescendants(form, definition.index, definition.index, readers);
    }
    // Expressions of actions are compiled too, though nothing depends on them.
    for (Definition& definition : form.definitions) {
        for (const Action& action : definition.actions) {
            if (action.value)
                References(form, action.target).add(*action.value);
        }
    }
    for (const Action& action : form.modelActions) {
        if (action.value)
            References(form, action.target).add(*action.value);
    }

    std::vector<int> open(count, 0);
    for (const auto& set : readers) {
        for (const int reader : set)
            ++open[static_cast<std::size_t>(reader)];
    }
    std::priority_queue<int, std::vector<int>, std::greater<>> ready; // document order where nothing else decides
    for (std::size_t i = 0; i < count; ++i) {
        if (open[i] == 0)
            ready.push(static_cast<int>(i));
    }
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
    if (form.order.size() != count) {
        QStringList circle;
        for (std::size_t i = 0; i < count && circle.size() < 8; ++i) {
            if (open[i] > 0 && (form.definitions[i].calculate || form.definitions[i].relevant || form.definitions[i].count))
                circle.append(form.definitions[i].path);
        }
        return Error{Error::Kind::Invalid, QStringLiteral("These depend on one another in a circle: %1.").arg(circle.join(QStringLiteral(", ")))};
    }
    return ok();
}

} // namespace rapport::forms
