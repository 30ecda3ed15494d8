// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/references.h"

#include "forms/xpath/evaluator.h"
#include "forms/xpath/functions.h"

namespace rapport::forms
{

namespace
{

using Axis = Expression::Axis;
using Kind = Expression::Kind;

constexpr int outside = -2; ///< a node of another instance: nothing of the form

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
    References(Form::Private& form, int bound, Readings& found) : m_form(form), m_bound(bound), m_found(found) {}

    void add(const Expression& expression) { walk(expression, m_bound, true); }

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
        if (expression.kind == Kind::Call && expression.text == QLatin1String("jr:itext") && !expression.operands.empty() &&
            expression.operands.front()->kind == Kind::Literal)
            walkText(expression.operands.front()->text);
        const bool indexed = expression.kind == Kind::Call && expression.text == QLatin1String("indexed-repeat");
        for (const auto& operand : expression.operands) {
            m_positional += indexed;
            walk(*operand, context, atBound);
            m_positional -= indexed;
        }
    }

    /// The outputs in a text, which stand at the root; a text that names itself is followed once.
    void walkText(const QString& id)
    {
        if (!m_texts.insert(id).second)
            return;
        for (const auto& language : std::as_const(m_form.itext)) {
            const ItextForms forms = language.value(id);
            for (const TextTemplate& text : forms) {
                for (const auto& part : text.parts) {
                    if (part.output)
                        walk(*part.output, 0, false);
                }
            }
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
        Readings inner;
        References(m_form, m_bound, inner).walkPath(*call.operands.front(), context, false);
        std::set<int> named;
        for (const auto& [definition, reading] : inner)
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
    std::set<QString> m_texts; ///< already followed
    int m_positional = 0;      ///< depth of calls whose arguments name other repetitions
    Readings& m_found;
};

} // namespace

void addReadings(Form::Private& form, const Expression& expression, int bound, Readings& readings)
{
    References(form, bound, readings).add(expression);
}

void addLookUps(const Expression& expression, LookUps& lookUps)
{
    const auto isCall = [](const Expression& call, QLatin1String name, std::size_t literal) {
        return call.kind == Kind::Call && call.text == name && call.operands.size() > literal && call.operands.front()->kind == Kind::Literal &&
               call.operands[literal]->kind == Kind::Literal;
    };
    if (isCall(expression, QLatin1String("pulldata"), 2))
        lookUps[expression.operands[0]->text].insert(expression.operands[2]->text);
    const bool ofRows =
        expression.kind == Kind::Path && !expression.operands.empty() && isCall(*expression.operands.front(), QLatin1String("instance"), 0);
    for (const auto& step : expression.steps) {
        if (ofRows && !step.predicates.empty()) {
            const QStringList columns = keyColumns(*step.predicates.front());
            lookUps[expression.operands.front()->operands.front()->text].insert(columns.begin(), columns.end());
        }
        for (const auto& predicate : step.predicates)
            addLookUps(*predicate, lookUps);
    }
    for (const auto* parts : {&expression.operands, &expression.filters}) {
        for (const auto& part : *parts)
            addLookUps(*part, lookUps);
    }
}

} // namespace rapport::forms
