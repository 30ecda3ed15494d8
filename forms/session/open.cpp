// SPDX-License-Identifier: Apache-2.0
#include "forms/session/session_private.h"
#include "forms/session/typedtext.h"

#include <QRandomGenerator>

namespace rapport::forms
{

FormSession::Private::Private(std::shared_ptr<const Form> formOfSession, Environment handedIn)
    : form(std::move(formOfSession)), model(form->d()), environment(std::move(handedIn)), tree(model), language(model.defaultLanguage)
{
    surroundings.now = environment.now;
    surroundings.random = environment.random;
    surroundings.verify = environment.verify;
    surroundings.formVersion = model.version;
    seed = surroundings.random ? surroundings.random() : QRandomGenerator::global()->generate();
    surroundings.instance = [this](const QString& id) -> std::optional<NodeRef> {
        const auto found = model.instances.constFind(id);
        if (found == model.instances.cend())
            return {};
        return NodeRef{found->source.get(), found->handle};
    };
    surroundings.itext = [this](const QString& id) { return Value(itext(id, tree.root())); };
    surroundings.choiceName = [this](const QString& value, const QString& path, const NodeRef& context) {
        const int target = model.resolve(path.trimmed(), context.source == &tree ? tree.node(context.handle).definition : 0);
        if (target < 0 || value.isEmpty())
            return QString();
        const auto handles = tree.nodesOf(target, context.source == &tree ? context.handle : tree.root());
        if (handles.empty())
            return QString();
        for (const Choice& choice : choicesOf(handles.front())) {
            if (choice.value == value)
                return choice.label.text;
        }
        return QString();
    };
    surroundings.property = [this](const QString& name) {
        if (name == QLatin1String("deviceid"))
            return environment.deviceId;
        if (name == QLatin1String("username"))
            return environment.username;
        if (name == QLatin1String("email"))
            return environment.email;
        return name.startsWith(QLatin1String("phone")) ? environment.phoneNumber : QString();
    };
}

Context FormSession::Private::contextOf(qint64 handle) const
{
    Context context;
    context.node = {&tree, handle};
    context.current = context.node;
    context.root = {&tree, InstanceTree::document};
    context.surroundings = &surroundings;
    context.ownValue = handle > 0 ? tree.node(handle).value : QString();
    context.seed = seed + static_cast<quint32>(handle) * 2654435761u;
    return context;
}

Value FormSession::Private::evaluateAt(const Expression& expression, qint64 handle) const
{
    return rapport::forms::evaluate(expression, contextOf(handle));
}

void FormSession::Private::walk(qint64 handle, const std::function<bool(qint64)>& visit) const
{
    if (!visit(handle))
        return;
    for (const qint64 child : tree.node(handle).children)
        walk(child, visit);
}

/// Copies values and repetitions of @p element into the node that was made for it. What the form does not know is left behind.
void FormSession::Private::copyInto(qint64 target, const XmlTree& document, qint64 element, int depth)
{
    if (depth > 150)
        return;
    tree.node(target).unknown = document.attribute(element, u"unknown", ns::rapport) == QLatin1String("true");
    if (tree.definition(target).isLeaf()) {
        tree.node(target).reason = document.attribute(element, u"reason", ns::rapport);
        const QString text = document.stringValue(element);
        tree.node(target).value = typedText(tree.definition(target).type, text).value_or(fresh ? QString() : text); // a draft loses nothing
    }
    for (const qint64 attribute : tree.attributes(target)) {
        if (document.hasAttribute(element, tree.definition(attribute).name))
            tree.node(attribute).value = document.attribute(element, tree.definition(attribute).name);
    }
    for (const qint64 child : document.elements(element)) {
        const int definition = model.childNamed(tree.node(target).definition, document.localName(child));
        if (definition < 0 || document.hasAttribute(child, u"template"))
            continue;
        qint64 place = tree.childOf(target, definition);
        if (tree.node(place).isSeries)
            place = tree.insertRepetition(place, tree.node(place).children.size());
        copyInto(place, document, child, depth + 1);
    }
}

qint64 FormSession::Private::metaNode(const QString& name) const
{
    const int definition = model.resolve(QLatin1Char('/') + model.at(0).name + QStringLiteral("/meta/") + name);
    const auto handles = definition < 0 ? std::vector<qint64>{} : tree.nodesOf(definition);
    return handles.empty() ? -1 : handles.front();
}

/// Every record has an id, whether the form or the draft says so or not.
void FormSession::Private::identify()
{
    const qint64 id = metaNode(QStringLiteral("instanceID"));
    if (id >= 0 && tree.node(id).value.isEmpty() && !tree.definition(id).calculate)
        tree.node(id).value = QStringLiteral("uuid:") + makeUuid(surroundings);
}

Status FormSession::Private::createFresh()
{
    tree.setRoot(tree.create(0, InstanceTree::document));
    copyInto(tree.root(), *model.document, model.primaryRoot, 0);
    return ok();
}

Status FormSession::Private::fillFrom(const QByteArray& instance)
{
    auto parsed = XmlTree::parse(instance);
    if (!parsed)
        return Error{Error::Kind::Corrupt, QStringLiteral("the instance cannot be read: %1").arg(parsed.error().detail)};
    const qint64 root = (*parsed)->documentElement();
    if (root < 0 || (*parsed)->localName(root) != model.at(0).name)
        return Error{Error::Kind::Invalid, QStringLiteral("the instance is not one of form %1").arg(model.id)};
    tree.setRoot(tree.create(0, InstanceTree::document));
    copyInto(tree.root(), **parsed, root, 0);
    if (const auto meta = (*parsed)->child(root, u"meta"); meta && metaNode(QStringLiteral("deprecatedID")) < 0) {
        if (const auto deprecated = (*parsed)->child(*meta, u"deprecatedID"))
            deprecatedId = (*parsed)->stringValue(*deprecated).trimmed();
    }
    return ok();
}

FormSession::Private::EntityBase FormSession::Private::baseOf(qint64 entity) const
{
    EntityBase base;
    for (const qint64 attribute : tree.attributes(entity)) {
        const QString& name = tree.definition(attribute).name;
        if (name == QLatin1String("id"))
            base.id = {attribute, tree.node(attribute).value};
        else if (name == QLatin1String("baseVersion") || name == QLatin1String("trunkVersion") || name == QLatin1String("branchId"))
            base.madeOf.emplace_back(attribute, tree.node(attribute).value);
    }
    return base;
}

std::vector<FormSession::Private::EntityBase> FormSession::Private::entityBases() const
{
    const auto isSaid = [](const auto& part) { return !part.second.isEmpty(); };
    std::vector<EntityBase> bases;
    for (const EntityDeclaration& declaration : model.entities) {
        const int definition = model.resolve(declaration.container + QStringLiteral("/meta/entity"));
        for (const qint64 entity : definition < 0 ? std::vector<qint64>{} : tree.nodesOf(definition)) {
            EntityBase base = baseOf(entity);
            if (isSaid(base.id) && std::any_of(base.madeOf.begin(), base.madeOf.end(), isSaid))
                bases.push_back(std::move(base));
        }
    }
    return bases;
}

void FormSession::Private::keep(const std::vector<EntityBase>& bases)
{
    for (const EntityBase& base : bases) {
        if (!tree.exists(base.id.first) || tree.node(base.id.first).value != base.id.second)
            continue; // another one than when the draft was left
        for (const auto& [attribute, value] : base.madeOf)
            tree.node(attribute).value = value;
    }
}

void FormSession::Private::settle()
{
    const std::vector<EntityBase> bases = entityBases();
    for (const Definition& definition : model.definitions) {
        lookLater(definition.index);
        watched[definition.index] = {true, {}};
    }
    recalculate();
    keep(bases);
    opened = true;
    fresh = false;
}

Result<std::unique_ptr<FormSession>> FormSession::start(std::shared_ptr<const Form> form, Environment environment)
{
    auto d = std::make_unique<Private>(std::move(form), std::move(environment));
    d->fresh = true;
    if (auto made = d->createFresh(); !made)
        return made.error();
    d->runPreloads(true);
    d->identify();
    // First-load actions run regardless of relevance, in document order, and see one another's results (ENTITIES.md section 2).
    d->runAllActions(event::firstLoad);
    d->runAllActions(event::load);
    d->settle();
    return std::unique_ptr<FormSession>(new FormSession(std::move(d)));
}

Result<std::unique_ptr<FormSession>> FormSession::restore(std::shared_ptr<const Form> form, const QByteArray& instance, Environment environment)
{
    auto d = std::make_unique<Private>(std::move(form), std::move(environment));
    if (auto filled = d->fillFrom(instance); !filled)
        return filled.error();
    d->identify();
    d->runAllActions(event::load);
    d->settle();
    return std::unique_ptr<FormSession>(new FormSession(std::move(d)));
}

void FormSession::askWhoAgain()
{
    ++d->revision;
    for (const Definition& definition : d->model.definitions) {
        if (definition.preload != QLatin1String("property"))
            continue;
        for (const qint64 handle : d->tree.nodesOf(definition.index))
            d->store(handle, d->surroundings.property(definition.preloadParams));
    }
}

Result<std::unique_ptr<FormSession>> FormSession::edit(std::shared_ptr<const Form> form, const QByteArray& instance, Environment environment)
{
    auto session = restore(std::move(form), instance, std::move(environment));
    if (!session)
        return session;
    Private& d = *(*session)->d;
    const qint64 id = d.metaNode(QStringLiteral("instanceID"));
    if (id < 0)
        return Error{Error::Kind::Invalid, QStringLiteral("a form without instanceID cannot be corrected")};
    if (const qint64 deprecated = d.metaNode(QStringLiteral("deprecatedID")); deprecated >= 0)
        d.tree.node(deprecated).value = d.tree.node(id).value;
    else
        d.deprecatedId = d.tree.node(id).value;
    d.tree.node(id).value = QStringLiteral("uuid:") + makeUuid(d.surroundings);
    d.settle();
    return session;
}

} // namespace rapport::forms
