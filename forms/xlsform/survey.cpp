// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

Element* Element::add(std::unique_ptr<Element> child)
{
    child->parent = this;
    children.push_back(std::move(child));
    return children.back().get();
}

QString Element::path() const
{
    if (m_path.isEmpty()) {
        const QString above = parent ? parent->path() : QString();
        m_path = above + (kind == Kind::Attribute ? QStringLiteral("/@") : QStringLiteral("/")) + name;
    }
    return m_path;
}

const Element* Element::nearestRepeat() const
{
    const Element* at = parent;
    while (at && at->kind != Kind::Repeat)
        at = at->parent;
    return at;
}

const ChoiceList* Survey::list(const QString& name) const
{
    const auto found = listOfName.constFind(name);
    return found == listOfName.constEnd() ? nullptr : &lists[*found];
}

ChoiceList* Survey::list(const QString& name)
{
    return const_cast<ChoiceList*>(std::as_const(*this).list(name));
}

void Survey::remember(const Table& table)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        headings[{table.sheet, table.columns[i]}] = table.headings[i];
}

} // namespace rapport::xlsform
