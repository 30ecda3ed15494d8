// SPDX-License-Identifier: Apache-2.0
#include "forms/session/formsession.h"

#include "forms/session/session_private.h"
#include "forms/xpath/dates.h"

namespace rapport::forms
{

namespace
{

Error invalid(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

NodeId idOf(qint64 handle)
{
    return {static_cast<quint32>(handle > 0 ? handle : 0)};
}

NodeKind kindOf(const Definition& definition, const InstanceTree::Node& node)
{
    if (definition.parent < 0)
        return NodeKind::Form;
    if (definition.isRepeat)
        return node.isSeries ? NodeKind::Repeat : NodeKind::Instance;
    if (!definition.isLeaf())
        return NodeKind::Group;
    if (!definition.control)
        return NodeKind::Value;
    switch (definition.control->kind) {
    case Control::Kind::Group:
    case Control::Kind::Repeat:
        return NodeKind::Group;
    case Control::Kind::SelectOne:
        return NodeKind::SelectOne;
    case Control::Kind::SelectMany:
        return NodeKind::SelectMany;
    case Control::Kind::Rank:
        return NodeKind::Rank;
    case Control::Kind::Range:
        return NodeKind::Range;
    case Control::Kind::Trigger:
        return NodeKind::Trigger;
    case Control::Kind::Upload:
        return NodeKind::Upload;
    case Control::Kind::Input:
        break;
    }
    const bool alwaysReadonly =
        definition.readonly && definition.readonly->kind == Expression::Kind::Call && definition.readonly->text == QLatin1String("true");
    return alwaysReadonly ? NodeKind::Note : NodeKind::Input;
}

/// "/data/orx:meta/x" → "/data/meta/x": a person may ask for a node either way.
QString withoutPrefixes(const QString& reference)
{
    if (!reference.contains(QLatin1Char(':')))
        return reference;
    QStringList steps = reference.split(QLatin1Char('/'));
    for (QString& step : steps)
        step = step.section(QLatin1Char(':'), -1);
    return steps.join(QLatin1Char('/'));
}

Visibility visibilityAt(const Form::Private& model, int index)
{
    for (; index >= 0; index = model.at(index).parent) {
        if (model.at(index).visibility)
            return *model.at(index).visibility;
    }
    return model.visibility;
}

} // namespace

FormSession::FormSession(std::unique_ptr<Private> privateData) : d(std::move(privateData)) {}
FormSession::~FormSession() = default;

const Form& FormSession::form() const
{
    return *d->form;
}
quint64 FormSession::revision() const
{
    return d->revision;
}
NodeId FormSession::root() const
{
    return idOf(d->tree.root());
}

std::vector<NodeId> FormSession::changedSince(quint64 since, std::vector<NodeId>* gone) const
{
    std::vector<NodeId> changed;
    d->walk(d->tree.root(), [&](qint64 handle) {
        if (d->tree.node(handle).changed > since)
            changed.push_back(idOf(handle));
        return true;
    });
    if (gone) {
        for (const auto& [revision, handle] : d->removed) {
            if (revision > since)
                gone->push_back(idOf(handle));
        }
    }
    return changed;
}

Node FormSession::node(NodeId id) const
{
    const qint64 handle = id.value;
    Node out;
    if (!d->tree.exists(handle))
        return out;
    const InstanceTree::Node& node = d->tree.node(handle);
    const Definition& definition = d->tree.definition(handle);
    out.id = id;
    out.parent = idOf(node.parent);
    out.ref = d->tree.reference(handle);
    out.name = definition.name;
    out.kind = kindOf(definition, node);
    out.type = definition.type;
    out.relevant = node.isSeries ? d->showsSeries(handle) : node.relevant;
    out.readonly = node.readonly;
    out.required = node.required;
    out.value = definition.isLeaf() ? node.value : QString();
    out.unknown = node.unknown;
    out.visibility = visibilityAt(d->model, definition.index);
    out.unit = definition.unit && !node.isSeries ? d->evaluateAt(*definition.unit, handle).string() : QString();
    const auto limit = [&](const ExpressionPtr& expression) -> std::optional<double> {
        const double number = expression && !node.isSeries ? d->evaluateAt(*expression, handle).number() : std::numeric_limits<double>::quiet_NaN();
        return std::isfinite(number) ? std::optional(number) : std::nullopt;
    };
    out.softMin = limit(definition.softMin);
    out.softMax = limit(definition.softMax);
    out.formAsksReason = bool(definition.reason);
    out.reason = definition.reason && !node.isSeries ? d->evaluateAt(*definition.reason, handle).string() : node.reason;
    out.allOk = definition.allOk;
    out.remembered = definition.remembered;
    out.fixed = node.isSeries && d->isFixed(handle);
    const auto& control = node.isSeries && definition.repeatLabel ? definition.repeatLabel : definition.control;
    if (control) {
        out.hasControl = true;
        out.appearances = control->appearances;
        out.parameters = control->attributes;
        out.accept = control->accept;
        out.maxPixels = definition.maxPixels;
        if (!control->label.isEmpty())
            out.label = d->textOf(control->label, handle);
        if (!control->hint.isEmpty())
            out.hint = d->textOf(control->hint, handle);
    }
    out.constraintOk = d->constraintHolds(handle);
    if (!definition.constraintMessage.isEmpty())
        out.constraintMessage = d->textOf(definition.constraintMessage, handle).text;
    if (!definition.requiredMessage.isEmpty())
        out.requiredMessage = d->textOf(definition.requiredMessage, handle).text;
    for (const qint64 attribute : node.isSeries ? std::vector<qint64>{} : d->tree.attributes(handle))
        out.attributes.emplace_back(d->tree.definition(attribute).name, d->tree.node(attribute).value);
    return out;
}

NodeId FormSession::parent(NodeId id) const
{
    return d->tree.exists(id.value) ? idOf(d->tree.node(id.value).parent) : NodeId{};
}

std::vector<NodeId> FormSession::children(NodeId id) const
{
    std::vector<NodeId> all;
    if (!d->tree.exists(id.value))
        return all;
    for (const qint64 child : d->tree.node(id.value).children) {
        if (!d->tree.definition(child).isAttribute)
            all.push_back(idOf(child));
    }
    return all;
}

std::vector<Choice> FormSession::choices(NodeId id) const
{
    return d->tree.exists(id.value) ? d->choicesOf(id.value) : std::vector<Choice>{};
}

std::vector<Choice> FormSession::choices(NodeId id, std::size_t from, std::size_t atMost) const
{
    return d->tree.exists(id.value) ? d->choicesOf(id.value, from, atMost) : std::vector<Choice>{};
}

std::size_t FormSession::choiceCount(NodeId id, std::size_t atMost) const
{
    return d->tree.exists(id.value) ? d->countChoices(id.value, atMost) : 0;
}

quint64 FormSession::choicesRevision(NodeId id) const
{
    return d->tree.exists(id.value) ? d->choicesRevision(id.value) : 0;
}

QString FormSession::choiceList(NodeId id) const
{
    if (!d->tree.exists(id.value) || !d->wholeList(id.value))
        return {};
    const Itemset& itemset = *d->tree.definition(id.value).control->itemset;
    return QStringList{itemset.instance, itemset.valuePath, itemset.labelPath}.join(QLatin1Char('/'));
}

std::optional<Choice> FormSession::choice(NodeId id, const QString& value) const
{
    if (!d->tree.exists(id.value) || !d->tree.definition(id.value).control || value.isEmpty())
        return {};
    const Control& control = *d->tree.definition(id.value).control;
    for (const StaticItem& item : control.items) {
        if (item.value == value)
            return Choice{item.value, d->textOf(item.label, id.value), {}};
    }
    if (!control.itemset)
        return {};
    const Value own = d->rowsWith(id.value, value);
    return own.nodes().empty() ? std::nullopt : std::optional(d->choiceOf(own.nodes().front(), *control.itemset, id.value));
}

QString FormSession::choiceSource(NodeId id) const
{
    if (!d->tree.exists(id.value) || !d->tree.definition(id.value).control || !d->tree.definition(id.value).control->itemset)
        return {};
    return d->model.instances.value(d->tree.definition(id.value).control->itemset->instance).uri;
}

std::optional<NodeId> FormSession::find(QStringView ref) const
{
    const int definition = d->model.resolve(ref.toString());
    if (definition < 0)
        return {};
    const bool series = d->model.at(definition).isRepeat && !ref.endsWith(QLatin1Char(']'));
    for (const qint64 handle : series ? d->tree.seriesOf(definition) : d->tree.nodesOf(definition)) {
        if (const QString own = d->tree.reference(handle); own == ref || withoutPrefixes(own) == withoutPrefixes(ref.toString()))
            return idOf(handle);
    }
    return {};
}

std::vector<Language> FormSession::languages() const
{
    std::vector<Language> all;
    for (const QString& name : d->model.languages)
        all.push_back({name, name == d->model.defaultLanguage});
    return all;
}

QString FormSession::language() const
{
    return d->language;
}

Status FormSession::setLanguage(const QString& name)
{
    if (name.isEmpty() && d->model.languages.empty())
        return ok(); // the one language of a form that names none
    if (!d->model.itext.contains(name))
        return invalid(QStringLiteral("the form has no language “%1”").arg(name));
    d->language = name;
    d->languageChanged = ++d->revision;
    d->walk(d->tree.root(), [this](qint64 handle) {
        d->touch(handle);
        return true;
    });
    for (const Definition& definition : d->model.definitions) {
        if (definition.speaks) // and no other: a calculate with uuid() or now() keeps its value
            d->lookLater(definition.index);
    }
    d->recalculate();
    return ok();
}

std::vector<Problem> FormSession::validate() const
{
    std::vector<Problem> problems;
    d->walk(d->tree.root(), [&](qint64 handle) {
        const InstanceTree::Node& node = d->tree.node(handle);
        if (!node.relevant)
            return false;
        const Definition& definition = d->tree.definition(handle);
        if (!definition.isLeaf() || node.isSeries)
            return true;
        const auto report = [&](Problem::Kind kind, const TextSource& message) {
            problems.push_back({idOf(handle), d->tree.reference(handle), kind,
                                message.isEmpty() ? std::nullopt : std::optional<QString>(d->textOf(message, handle).text)});
        };
        if (node.required && node.value.isEmpty() && !node.unknown)
            report(Problem::Kind::Required, definition.requiredMessage);
        else if (!d->constraintHolds(handle))
            report(Problem::Kind::Constraint, definition.constraintMessage);
        return true;
    });
    return problems;
}

Submission FormSession::submission()
{
    ++d->revision;
    for (const Definition& definition : d->model.definitions) {
        if (definition.preload != QLatin1String("timestamp") || definition.preloadParams != QLatin1String("end"))
            continue;
        for (const qint64 handle : d->tree.nodesOf(definition.index))
            d->store(handle, isoText(d->environment.now()));
    }
    Submission out;
    out.problems = validate();
    out.ready = out.problems.empty();
    out.xml = serialize(Keep::RelevantOnly);
    d->walk(d->tree.root(), [&](qint64 handle) {
        const InstanceTree::Node& node = d->tree.node(handle);
        if (node.relevant && d->tree.definition(handle).type == DataType::Binary && !node.value.isEmpty())
            out.attachments.push_back(node.value);
        return node.relevant;
    });
    return out;
}

QString FormSession::instanceId() const
{
    const qint64 node = d->metaNode(QStringLiteral("instanceID"));
    return node < 0 ? QString() : d->tree.node(node).value;
}
QString FormSession::instanceName() const
{
    const qint64 node = d->metaNode(QStringLiteral("instanceName"));
    return node < 0 ? QString() : d->tree.node(node).value;
}
const std::vector<Attachment>& FormSession::attachments() const
{
    return d->attachments;
}

Result<FormSession::Evaluated> FormSession::evaluate(NodeId context, const QString& text, As as) const
{
    if (!d->tree.exists(context.value))
        return invalid(QStringLiteral("the context is gone"));
    const auto expression = parseExpression(text);
    if (!expression)
        return expression.error();
    const Value value = d->evaluateAt(**expression, context.value);
    Evaluated out;
    switch (as) {
    case As::String:
        out.string = value.string();
        break;
    case As::Number:
        out.number = value.number();
        break;
    case As::Boolean:
        out.boolean = value.boolean();
        break;
    case As::Nodes:
        if (!value.isNodes())
            return invalid(QStringLiteral("the expression does not name nodes"));
        for (const NodeRef& node : value.nodes())
            out.nodes.emplace_back(node.source == &d->tree ? d->tree.reference(node.handle) : node.source->localName(node.handle), stringOf(node));
        break;
    }
    return out;
}

} // namespace rapport::forms
