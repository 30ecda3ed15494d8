// SPDX-License-Identifier: Apache-2.0
#include "forms/session/entityactions.h"

#include "forms/xpath/xmltree.h"

#include <QUuid>

namespace rapport::forms
{

namespace
{

bool isTrue(const QString& flag)
{
    return flag == QLatin1String("1") || flag == QLatin1String("true");
}

class ActionReader
{
public:
    ActionReader(const Form& form, const XmlTree& document, QStringList* faults) : m_form(form), m_document(document), m_faults(faults) {}

    std::vector<EntityAction> run(qint64 root)
    {
        visit(root, QLatin1Char('/') + m_document.localName(root), QLatin1Char('/') + m_document.localName(root));
        return std::move(m_actions);
    }

private:
    void visit(qint64 element, const QString& path, const QString& reference)
    {
        for (const EntityDeclaration& declaration : m_form.entityDeclarations()) {
            if (declaration.container == path)
                read(declaration, element, reference);
        }
        QHash<QString, int> count;
        for (const qint64 child : m_document.elements(element)) {
            const QString name = m_document.localName(child);
            const int position = ++count[name];
            const bool many = m_document.childrenNamed(element, name).size() > 1;
            visit(child, path + QLatin1Char('/') + name,
                  reference + QLatin1Char('/') + name + (many ? QStringLiteral("[%1]").arg(position) : QString()));
        }
    }

    void read(const EntityDeclaration& declaration, qint64 container, const QString& reference)
    {
        const auto meta = m_document.child(container, u"meta");
        const auto entity = meta ? m_document.child(*meta, u"entity") : std::nullopt;
        if (!entity || m_document.attribute(*entity, u"dataset") != declaration.list)
            return; // not relevant: left out of the record
        EntityAction action;
        action.list = declaration.list;
        action.create = isTrue(m_document.attribute(*entity, u"create"));
        action.update = isTrue(m_document.attribute(*entity, u"update"));
        if (!action.create && !action.update)
            return;
        const QUuid id = QUuid::fromString(m_document.attribute(*entity, u"id"));
        if (id.isNull())
            return fault(QStringLiteral("%1: the entity of list %2 has no id.").arg(reference, declaration.list));
        if (action.create && action.update)
            return fault(QStringLiteral("%1: the entity of list %2 is to be created and updated at once.").arg(reference, declaration.list));
        action.id = id.toString(QUuid::WithoutBraces);
        action.path = reference;
        action.trunkVersion = m_document.attribute(*entity, u"trunkVersion");
        action.branchId = m_document.attribute(*entity, u"branchId");
        bool number = false;
        if (const qint64 base = m_document.attribute(*entity, u"baseVersion").toLongLong(&number); number)
            action.baseVersion = base;
        if (const auto label = m_document.child(*entity, u"label"))
            action.label = m_document.stringValue(*label).trimmed();
        if (action.create && action.label.isEmpty())
            return fault(QStringLiteral("%1: the new entity of list %2 has no label.").arg(reference, declaration.list));
        for (const auto& [property, nodeset] : declaration.properties) {
            if (const auto value = valueAt(container, nodeset.mid(declaration.container.size() + 1)))
                action.properties[property] = *value;
        }
        m_actions.push_back(std::move(action));
    }

    std::optional<QString> valueAt(qint64 element, const QString& path) const
    {
        for (const QString& step : path.split(QLatin1Char('/'))) {
            const auto next = m_document.child(element, step);
            if (!next)
                return {};
            element = *next;
        }
        return m_document.stringValue(element);
    }

    void fault(const QString& sentence)
    {
        if (m_faults)
            m_faults->append(sentence);
    }

    const Form& m_form;
    const XmlTree& m_document;
    QStringList* m_faults;
    std::vector<EntityAction> m_actions;
};

} // namespace

Result<std::vector<EntityAction>> entityActions(const Form& form, const QByteArray& submission, QStringList* faults)
{
    auto document = XmlTree::parse(submission);
    if (!document)
        return document.error();
    const qint64 root = (*document)->documentElement();
    if (root < 0)
        return Error{Error::Kind::Invalid, QStringLiteral("the submission is empty")};
    return ActionReader(form, **document, faults).run(root);
}

} // namespace rapport::forms
