// SPDX-License-Identifier: Apache-2.0
#include "forms/xform/formmodel.h"

#include <QRegularExpression>

#include <algorithm>

namespace rapport::forms
{

namespace
{

Error fault(const QString& sentence)
{
    return {Error::Kind::Invalid, sentence};
}

const QHash<QString, Control::Kind>& controlKinds()
{
    static const QHash<QString, Control::Kind> kinds{
        {QStringLiteral("group"), Control::Kind::Group},       {QStringLiteral("repeat"), Control::Kind::Repeat},
        {QStringLiteral("input"), Control::Kind::Input},       {QStringLiteral("secret"), Control::Kind::Input},
        {QStringLiteral("select1"), Control::Kind::SelectOne}, {QStringLiteral("select"), Control::Kind::SelectMany},
        {QStringLiteral("rank"), Control::Kind::Rank},         {QStringLiteral("range"), Control::Kind::Range},
        {QStringLiteral("trigger"), Control::Kind::Trigger},   {QStringLiteral("upload"), Control::Kind::Upload}};
    return kinds;
}

class BodyReader
{
public:
    explicit BodyReader(Form::Private& form) : m_form(form), m_document(*form.document) {}

    /// Controls below @p element; @p context is the definition that relative references start from.
    Status read(qint64 element, int context, int depth)
    {
        if (depth > 100)
            return fault(QStringLiteral("The form's groups are nested deeper than 100 levels."));
        for (const qint64 child : m_document.elements(element)) {
            const QString name = m_document.localName(child);
            if (!controlKinds().contains(name))
                continue;
            Status done = name == QLatin1String("group")    ? group(child, context, depth)
                          : name == QLatin1String("repeat") ? repeat(child, context, depth)
                                                            : question(child, name, context);
            if (!done)
                return done;
        }
        return ok();
    }

private:
    QString reference(qint64 element, QStringView attribute = u"ref") const
    {
        QString path = m_document.attribute(element, attribute).trimmed();
        if (path.isEmpty() && attribute == u"ref") {
            const QString bind = m_document.attribute(element, u"bind");
            path = bind.isEmpty() ? m_document.attribute(element, u"nodeset").trimmed() : bind;
        }
        return path;
    }

    Result<Control> control(qint64 element, Control::Kind kind, const QString& where)
    {
        Control control;
        control.kind = kind;
        control.appearances = m_document.attribute(element, u"appearance").split(QLatin1Char(' '), Qt::SkipEmptyParts);
        control.accept = m_document.attribute(element, u"accept");
        if (control.accept.isEmpty())
            control.accept = m_document.attribute(element, u"mediatype");
        for (const qint64 attribute : m_document.attributes(element))
            control.attributes.insert(m_document.localName(attribute), m_document.stringValue(attribute));
        for (const auto& [name, member] : {std::pair{u"label", &Control::label}, std::pair{u"hint", &Control::hint}}) {
            if (const auto child = m_document.child(element, QStringView(name))) {
                auto text = readTextSource(m_document, *child, where);
                if (!text)
                    return text.error();
                control.*member = std::move(*text);
            }
        }
        return control;
    }

    Status group(qint64 element, int context, int depth)
    {
        const QString path = reference(element);
        const int index =
            path.isEmpty() ? context : m_form.byBindId.value(m_document.attribute(element, u"bind").trimmed(), m_form.resolve(path, context));
        if (index < 0)
            return fault(QStringLiteral("A group names %1, which is no node of the form.").arg(path));
        auto made = control(element, Control::Kind::Group, path);
        if (!made)
            return made.error();
        // A group whose only purpose is a repeat lends it its label.
        const auto inner = m_document.child(element, u"repeat");
        const int repeated = inner ? m_form.resolve(reference(*inner, u"nodeset"), index) : -1;
        Definition& definition = m_form.definitions[static_cast<std::size_t>(index)];
        if (repeated >= 0 && (repeated == index || (path.isEmpty() && holdsOnly(element, *inner))))
            m_form.definitions[static_cast<std::size_t>(repeated)].repeatLabel = std::move(*made);
        else if (!path.isEmpty())
            definition.control = std::move(*made);
        if (auto actions = readActions(element, index); !actions)
            return actions;
        return read(element, index, depth + 1);
    }

    /// True where a group shows nothing but its repeat.
    bool holdsOnly(qint64 group, qint64 repeat) const
    {
        const auto inside = m_document.elements(group);
        return std::none_of(inside.begin(), inside.end(),
                            [&](qint64 child) { return child != repeat && controlKinds().contains(m_document.localName(child)); });
    }

    Status repeat(qint64 element, int context, int depth)
    {
        const QString path = reference(element, u"nodeset");
        const int index = m_form.resolve(path, context);
        if (index <= 0)
            return fault(QStringLiteral("A repeat names %1, which is no node of the form.").arg(path));
        Definition& definition = m_form.definitions[static_cast<std::size_t>(index)];
        definition.isRepeat = true;
        const QString noAddRemove = m_document.attribute(element, u"noAddRemove", ns::javarosa);
        definition.noAddRemove = noAddRemove == QLatin1String("true") || noAddRemove == QLatin1String("true()");
        if (const QString count = m_document.attribute(element, u"count", ns::javarosa); !count.isEmpty()) {
            auto expression = parseAt(count, QStringLiteral("jr:count of %1").arg(path));
            if (!expression)
                return expression.error();
            definition.count = *expression;
        }
        auto made = control(element, Control::Kind::Repeat, path);
        if (!made)
            return made.error();
        definition.control = std::move(*made);
        if (auto actions = readActions(element, index); !actions)
            return actions;
        return read(element, index, depth + 1);
    }

    Status question(qint64 element, const QString& name, int context)
    {
        const QString path = reference(element);
        const int index = m_form.byBindId.value(m_document.attribute(element, u"bind").trimmed(), m_form.resolve(path, context));
        if (index < 0)
            return fault(QStringLiteral("A question names %1, which is no node of the form.").arg(path));
        auto made = control(element, controlKinds().value(name), path);
        if (!made)
            return made.error();
        if (made->kind == Control::Kind::Upload && made->accept.startsWith(QLatin1String("audio")))
            readQuality(path, *made);
        for (const qint64 child : m_document.elements(element)) {
            const QString part = m_document.localName(child);
            if (part == QLatin1String("item")) {
                if (auto item = readItem(child, path, *made); !item)
                    return item;
            } else if (part == QLatin1String("itemset")) {
                if (auto itemset = readItemset(child, path, *made); !itemset)
                    return itemset;
            }
        }
        m_form.definitions[static_cast<std::size_t>(index)].control = std::move(*made);
        return readActions(element, index);
    }

    /// How well a voice is recorded stands at the bind, although it is a matter of asking: to views it is an attribute of the control.
    void readQuality(const QString& path, Control& control) const
    {
        const auto head = m_document.child(m_document.documentElement(), u"head");
        const auto model = head ? m_document.child(*head, u"model") : std::nullopt;
        const std::vector<qint64> binds = model ? m_document.elements(*model) : std::vector<qint64>();
        for (const qint64 bind : binds) {
            const QString quality = m_document.attribute(bind, u"quality", ns::odk);
            if (!quality.isEmpty() && m_document.attribute(bind, u"nodeset").trimmed() == path)
                control.attributes.insert(QStringLiteral("quality"), quality);
        }
    }

    Status readItem(qint64 item, const QString& path, Control& control)
    {
        StaticItem made;
        if (const auto value = m_document.child(item, u"value"))
            made.value = m_document.stringValue(*value).trimmed();
        if (const auto label = m_document.child(item, u"label")) {
            auto text = readTextSource(m_document, *label, path);
            if (!text)
                return text.error();
            made.label = std::move(*text);
        }
        control.items.push_back(std::move(made));
        return ok();
    }

    Status readItemset(qint64 element, const QString& path, Control& control)
    {
        auto nodes = parseAt(m_document.attribute(element, u"nodeset"), QStringLiteral("choices of %1").arg(path));
        if (!nodes)
            return nodes.error();
        static const QRegularExpression rows(QStringLiteral("^\\s*instance\\(\\s*['\"]([^'\"]+)['\"]\\s*\\)"));
        Itemset itemset{*nodes, nullptr, {}, {}, false, rows.match(m_document.attribute(element, u"nodeset")).captured(1)};
        if (const auto value = m_document.child(element, u"value"))
            itemset.valuePath = m_document.attribute(*value, u"ref").trimmed();
        auto own = parseAt(QStringLiteral("%1[%2 = current()]").arg(m_document.attribute(element, u"nodeset"), itemset.valuePath),
                           QStringLiteral("choices of %1").arg(path));
        if (!own)
            return own.error();
        itemset.own = *own;
        if (const auto label = m_document.child(element, u"label")) {
            static const QRegularExpression itext(QStringLiteral("^\\s*jr:itext\\(\\s*(.*?)\\s*\\)\\s*$"));
            const QString reference = m_document.attribute(*label, u"ref").trimmed();
            const auto match = itext.match(reference);
            itemset.labelIsItext = match.hasMatch();
            itemset.labelPath = match.hasMatch() ? match.captured(1) : reference;
        }
        control.itemset = std::move(itemset);
        return ok();
    }

    Status readActions(qint64 element, int index)
    {
        for (const qint64 child : m_document.elements(element)) {
            if (!isAction(m_document.localName(child)))
                continue;
            auto action = readAction(m_form, child, index);
            if (!action)
                return action.error();
            m_form.definitions[static_cast<std::size_t>(index)].actions.push_back(std::move(*action));
        }
        return ok();
    }

    Form::Private& m_form;
    const XmlTree& m_document;
};

} // namespace

Status readBody(Form::Private& form, qint64 body)
{
    form.styles = form.document->attribute(body, u"class").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return BodyReader(form).read(body, 0, 0);
}

} // namespace rapport::forms
