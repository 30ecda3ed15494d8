// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/formmodel.h"
#include "forms/xform/tables.h"

namespace rapport::forms
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

/// "2022.1.0" to "2025.1.0" are known; a form of a newer entities specification may mean what we do not do (FORMS-SPEC section 8).
Status checkEntitiesVersion(const XmlTree& document, qint64 model)
{
    static const QStringList known{QStringLiteral("2022.1"), QStringLiteral("2023.1"), QStringLiteral("2024.1"), QStringLiteral("2025.1")};
    const QString version = document.attribute(model, u"entities-version", ns::entities);
    if (version.isEmpty() || known.contains(version.section(QLatin1Char('.'), 0, 1)))
        return ok();
    return fault(QStringLiteral("The form uses version %1 of ODK entities, which this Rapport does not know.").arg(version));
}

Status readItext(Form::Private& form, qint64 itext)
{
    const XmlTree& document = *form.document;
    for (const qint64 translation : document.elements(itext)) {
        const QString language = document.attribute(translation, u"lang");
        form.languages.push_back(language);
        if (document.hasAttribute(translation, u"default"))
            form.defaultLanguage = language;
        auto& texts = form.itext[language];
        for (const qint64 text : document.elements(translation)) {
            const QString id = document.attribute(text, u"id");
            for (const qint64 value : document.elements(text)) {
                auto content = readText(document, value, QStringLiteral("The text “%1”").arg(id));
                if (!content)
                    return content.error();
                texts[id][document.attribute(value, u"form")] = std::move(*content);
            }
        }
    }
    if (form.defaultLanguage.isEmpty() && !form.languages.empty())
        form.defaultLanguage = form.languages.front();
    return ok();
}

void setInitial(Definition& definition, const XmlTree& document, qint64 element, bool inTemplate)
{
    definition.initial = document.elements(element).empty() ? document.stringValue(element) : QString();
    definition.fromTemplate = inTemplate;
}

/// Adds the element and what is below it, merging the copies of a repeat into one definition each.
Status addDefinition(Form::Private& form, qint64 element, int parent, int depth, bool inTemplate = false)
{
    const XmlTree& document = *form.document;
    if (depth > 100)
        return fault(QStringLiteral("The form's groups are nested deeper than 100 levels."));
    const bool isTemplate = document.hasAttribute(element, u"template");
    inTemplate = inTemplate || isTemplate;
    const QString name = document.localName(element);
    int index = parent < 0 ? -1 : form.childNamed(parent, name);
    if (index < 0) {
        index = static_cast<int>(form.definitions.size());
        Definition definition;
        definition.index = index;
        definition.parent = parent;
        definition.name = name;
        definition.prefix = document.prefix(element);
        definition.namespaceUri = document.namespaceUri(element);
        definition.path = (parent < 0 ? QString() : form.at(parent).path) + QLatin1Char('/') + name;
        form.byPath.insert(definition.path, index);
        form.definitions.push_back(std::move(definition));
        if (parent >= 0)
            form.definitions[static_cast<std::size_t>(parent)].children.push_back(index);
        setInitial(form.definitions.back(), document, element, inTemplate);
    } else if (inTemplate && !form.at(index).fromTemplate) {
        setInitial(form.definitions[static_cast<std::size_t>(index)], document, element, inTemplate);
    }
    Definition& made = form.definitions[static_cast<std::size_t>(index)];
    if (made.pattern < 0 || (isTemplate && !made.hasTemplate))
        made.pattern = element;
    made.hasTemplate = made.hasTemplate || isTemplate;
    for (const qint64 attribute : document.attributes(element)) {
        const QString attributeName = document.localName(attribute);
        if (parent < 0 || document.namespaceUri(attribute) == ns::javarosa || form.childNamed(index, attributeName, true) >= 0)
            continue; // the root's attributes are the form's; jr:template is no data
        Definition definition;
        definition.index = static_cast<int>(form.definitions.size());
        definition.parent = index;
        definition.name = attributeName;
        definition.prefix = document.prefix(attribute);
        definition.namespaceUri = document.namespaceUri(attribute);
        definition.path = form.at(index).path + QStringLiteral("/@") + attributeName;
        definition.initial = document.stringValue(attribute);
        definition.isAttribute = true;
        form.byPath.insert(definition.path, definition.index);
        form.definitions[static_cast<std::size_t>(index)].children.push_back(definition.index);
        form.definitions.push_back(std::move(definition));
    }
    for (const qint64 child : document.elements(element)) {
        if (auto added = addDefinition(form, child, index, depth + 1, inTemplate); !added)
            return added;
    }
    return ok();
}

int addChild(Form::Private& form, int parent, const QString& name, const QString& prefix, const QString& uri)
{
    Definition definition;
    definition.index = static_cast<int>(form.definitions.size());
    definition.parent = parent;
    definition.name = name;
    definition.prefix = prefix;
    definition.namespaceUri = uri;
    definition.path = form.at(parent).path + QLatin1Char('/') + name;
    form.byPath.insert(definition.path, definition.index);
    form.definitions[static_cast<std::size_t>(parent)].children.push_back(definition.index);
    form.definitions.push_back(std::move(definition));
    return form.definitions.back().index;
}

/// A record without an id can be neither resent nor corrected, so a form that leaves it out gets one (as ODK Web Forms does).
void addInstanceId(Form::Private& form)
{
    int meta = form.childNamed(0, QStringLiteral("meta"));
    if (meta < 0)
        meta = addChild(form, 0, QStringLiteral("meta"), QStringLiteral("orx"), ns::openrosa);
    if (form.childNamed(meta, QStringLiteral("instanceID")) < 0)
        addChild(form, meta, QStringLiteral("instanceID"), form.at(meta).prefix, form.at(meta).namespaceUri);
}

Status readPrimary(Form::Private& form, qint64 instance)
{
    const XmlTree& document = *form.document;
    const auto roots = document.elements(instance);
    if (roots.empty())
        return fault(QStringLiteral("The form's first instance is empty."));
    form.primaryRoot = roots.front();
    form.id = document.attribute(form.primaryRoot, u"id");
    if (const QString uri = document.namespaceUri(form.primaryRoot); form.id.isEmpty() && uri != ns::xforms)
        form.id = uri; // old forms are named by their namespace
    form.version = document.attribute(form.primaryRoot, u"version");
    form.visibility = visibilityOf(document.attribute(form.primaryRoot, u"visibility", ns::rapport)).value_or(Visibility::Internal);
    if (form.id.isEmpty())
        return fault(QStringLiteral("The form has no id."));
    if (auto added = addDefinition(form, form.primaryRoot, -1, 0); !added)
        return added;
    addInstanceId(form);
    return ok();
}

Status readSecondary(Form::Private& form, qint64 instance, const LoadOptions& options)
{
    const XmlTree& document = *form.document;
    const QString id = document.attribute(instance, u"id");
    const QString uri = document.attribute(instance, u"src");
    if (uri.isEmpty()) {
        form.instances.insert(id, {form.document, instance, {}, nullptr});
        return ok();
    }
    std::shared_ptr<const ItemSource> rows = options.sources ? options.sources(uri) : nullptr;
    const bool optional = uri == QLatin1String("jr://instance/last-saved");
    if (!rows && !optional && options.missing == LoadOptions::Missing::Refuse)
        return fault(QStringLiteral("The form needs the attachment %1, which is not there.").arg(uri));
    if (!rows)
        form.warnings.push_back(QStringLiteral("The attachment %1 is not there; it counts as empty.").arg(uri));
    if (auto tree = rows ? rows->document() : nullptr)
        form.instances.insert(id, {std::move(tree), 0, uri, nullptr});
    else
        form.instances.insert(id, {std::make_shared<ItemTree>(rows), 0, uri, rows});
    return ok();
}

DataType dataTypeOf(const QString& type, bool& rank)
{
    static const QHash<QString, DataType> types{{QStringLiteral("int"), DataType::Int},           {QStringLiteral("integer"), DataType::Int},
                                                {QStringLiteral("decimal"), DataType::Decimal},   {QStringLiteral("boolean"), DataType::Boolean},
                                                {QStringLiteral("date"), DataType::Date},         {QStringLiteral("time"), DataType::Time},
                                                {QStringLiteral("dateTime"), DataType::DateTime}, {QStringLiteral("geopoint"), DataType::Geopoint},
                                                {QStringLiteral("geotrace"), DataType::Geotrace}, {QStringLiteral("geoshape"), DataType::Geoshape},
                                                {QStringLiteral("binary"), DataType::Binary},     {QStringLiteral("barcode"), DataType::Barcode},
                                                {QStringLiteral("intent"), DataType::Intent}};
    rank = type == QLatin1String("odk:rank");
    return types.value(type.mid(type.indexOf(QLatin1Char(':')) + 1), DataType::String);
}

Status readBind(Form::Private& form, qint64 bind)
{
    const XmlTree& document = *form.document;
    const QString path = document.attribute(bind, u"nodeset").trimmed();
    const int index = form.resolve(path);
    if (index < 0) { // what it says can reach nobody: as with ODK's engines, the form works without it
        form.warnings.push_back(QStringLiteral("A bind names %1, which is no node of the form; it has no effect.").arg(path));
        return ok();
    }
    Definition& definition = form.definitions[static_cast<std::size_t>(index)];
    if (std::exchange(definition.hasBind, true))
        return fault(QStringLiteral("Two binds name %1.").arg(path));
    if (const QString id = document.attribute(bind, u"id"); !id.isEmpty())
        form.byBindId.insert(id, index);
    definition.type = dataTypeOf(document.attribute(bind, u"type"), definition.isRank);

    struct Property {
        const char16_t* name;
        ExpressionPtr Definition::*member;
        QString uri;
    };
    const Property expressions[] = {
        {u"calculate", &Definition::calculate, {}},  {u"relevant", &Definition::relevant, {}},     {u"readonly", &Definition::readonly, {}},
        {u"required", &Definition::required, {}},    {u"constraint", &Definition::constraint, {}}, {u"unitRef", &Definition::unit, ns::rapport},
        {u"min", &Definition::softMin, ns::rapport}, {u"max", &Definition::softMax, ns::rapport},  {u"reasonRef", &Definition::reason, ns::rapport}};
    for (const auto& [name, member, uri] : expressions) {
        const QString text = document.attribute(bind, QStringView(name), uri);
        if (text.trimmed().isEmpty())
            continue;
        auto expression = parseAt(text, QStringLiteral("%1 of %2").arg(QString::fromUtf16(name), path));
        if (!expression)
            return expression.error();
        definition.*member = *expression;
    }
    if (const QString unit = document.attribute(bind, u"unit", ns::rapport); !unit.isEmpty()) {
        auto literal = std::make_shared<Expression>();
        literal->kind = Expression::Kind::Literal;
        literal->text = unit;
        definition.unit = std::move(literal);
    }
    definition.constraintMessage = messageSource(document.attribute(bind, u"constraintMsg", ns::javarosa));
    definition.requiredMessage = messageSource(document.attribute(bind, u"requiredMsg", ns::javarosa));
    definition.preload = document.attribute(bind, u"preload", ns::javarosa);
    definition.preloadParams = document.attribute(bind, u"preloadParams", ns::javarosa);
    definition.saveTo = document.attribute(bind, u"saveto", ns::entities);
    definition.allOk = document.attribute(bind, u"allOk", ns::rapport);
    definition.remembered = document.attribute(bind, u"remember", ns::rapport) != QLatin1String("no");
    if (const int pixels = document.attribute(bind, u"max-pixels", ns::openrosa).toInt(); pixels > 0)
        definition.maxPixels = pixels;
    definition.payloadKeys = document.attribute(bind, u"payload", ns::rapport).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    definition.visibility = visibilityOf(document.attribute(bind, u"visibility", ns::rapport));
    return ok();
}

void readSubmission(Form::Private& form, qint64 element)
{
    const XmlTree& document = *form.document;
    const QString openrosa = QStringLiteral("http://openrosa.org/xforms");
    form.submission = {document.attribute(element, u"action"),
                       document.attribute(element, u"method"),
                       document.attribute(element, u"base64RsaPublicKey"),
                       document.attribute(element, u"auto-send", openrosa),
                       document.attribute(element, u"auto-delete", openrosa),
                       document.attribute(element, u"client-editable", ns::odk) == QLatin1String("true")};
}

} // namespace

std::optional<Visibility> visibilityOf(const QString& word)
{
    if (word == QLatin1String("shared"))
        return Visibility::Shared;
    if (word == QLatin1String("internal"))
        return Visibility::Internal;
    if (word == QLatin1String("internal-person"))
        return Visibility::InternalPerson;
    return {};
}

Status readModel(Form::Private& form, qint64 model, const LoadOptions& options)
{
    const XmlTree& document = *form.document;
    if (auto checked = checkEntitiesVersion(document, model); !checked)
        return checked;
    const auto children = document.elements(model);
    bool primary = false;
    for (const qint64 child : children) {
        const QString name = document.localName(child);
        Status read = ok();
        if (name == QLatin1String("itext"))
            read = readItext(form, child);
        else if (name == QLatin1String("submission"))
            readSubmission(form, child);
        else if (name == QLatin1String("instance") && !std::exchange(primary, true))
            read = readPrimary(form, child);
        else if (name == QLatin1String("instance"))
            read = readSecondary(form, child, options);
        if (!read)
            return read;
    }
    if (!primary)
        return fault(QStringLiteral("The form has no instance."));
    for (const qint64 child : children) {
        if (document.localName(child) != QLatin1String("bind"))
            continue;
        if (auto read = readBind(form, child); !read)
            return read;
    }
    for (const qint64 child : children) {
        if (isAction(document.localName(child))) {
            auto action = readAction(form, child, 0);
            if (!action)
                return action.error();
            if (action->events.contains(event::newRepeat))
                return fault(QStringLiteral("An action in the model waits for odk-new-repeat, which only comes to actions inside a repeat."));
            form.modelActions.push_back(std::move(*action));
        }
    }
    return ok();
}

int Form::Private::childNamed(int parent, const QString& name, bool attribute) const
{
    return byPath.value(at(parent).path + (attribute ? QStringLiteral("/@") : QStringLiteral("/")) + name, -1);
}

int Form::Private::resolve(const QString& path, int context) const
{
    if (path.isEmpty())
        return -1;
    if (const auto found = byPath.constFind(path); found != byPath.cend())
        return *found;
    const bool absolute = path.startsWith(QLatin1Char('/'));
    int index = absolute ? -1 : context;
    bool first = absolute;
    for (QString step : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        step = step.section(QLatin1Char('['), 0, 0).trimmed();
        const bool attribute = step.startsWith(QLatin1Char('@'));
        const QString name = step.mid(attribute ? 1 : 0).section(QLatin1Char(':'), -1);
        if (!first && index < 0)
            return -1; // a relative path that starts nowhere, or climbed out of the form
        if (first)
            index = !definitions.empty() && at(0).name == name ? 0 : -1;
        else if (step == QLatin1String(".."))
            index = at(index).parent;
        else if (step != QLatin1String(".") && step != QLatin1String("current()"))
            index = childNamed(index, name, attribute);
        first = false;
        if (index < 0)
            return -1;
    }
    return index;
}

} // namespace rapport::forms
