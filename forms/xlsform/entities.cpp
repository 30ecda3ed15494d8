// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/entities.h"

#include "forms/xlsform/tokens.h"

#include <algorithm>

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

using Path = std::vector<const Element*>;

/// From the survey down to @p element.
Path pathOf(const Element* element)
{
    Path path;
    for (; element; element = element->parent)
        path.insert(path.begin(), element);
    return path;
}

/// "/survey/group/repeat", as the messages of form tools have it.
QString words(const Element* element)
{
    QString out;
    for (const Element* step : pathOf(element))
        out += u'/' + (step->parent ? step->name : u"survey"_s);
    return out;
}

Element* scopeOf(Element* element)
{
    while (element->parent && element->kind != Element::Kind::Repeat)
        element = element->parent;
    return element;
}

int repeatsAbove(const Element* element)
{
    int count = 0;
    for (; element->parent; element = element->parent)
        count += element->kind == Element::Kind::Repeat ? 1 : 0;
    return count;
}

/// Groups from @p element up to its repeat, or the survey.
int groupsInScope(const Element* element)
{
    int count = 0;
    for (; element->parent && element->kind != Element::Kind::Repeat; element = element->parent)
        ++count;
    return count;
}

bool isWithin(const Element* element, const Element* ancestor)
{
    while (element && element != ancestor)
        element = element->parent;
    return element != nullptr;
}

Element* commonContainer(const std::vector<Element*>& containers)
{
    Element* common = containers.front();
    for (const Element* other : containers) {
        while (!isWithin(other, common))
            common = common->parent;
    }
    return common;
}

constexpr auto nameRule = u"Names must begin with a letter or underscore. After the first character, names may contain letters, digits, underscores, "
                          u"hyphens, or periods.";

const Headings& headings()
{
    static const Headings known{
        {u"dataset"_s, u"label"_s, u"entity_id"_s, u"create_if"_s, u"update_if"_s, u"repeat"_s}, {{u"list_name"_s, {u"dataset"_s}}}, {}};
    return known;
}

} // namespace

void EntityPlacement::read(const Sheet& sheet)
{
    const Table table = readTable(sheet, u"entities"_s, headings(), u"default"_s, Blanks::Keep, m_remarks.faults);
    QStringList unknown;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].size() > 1 || !headings().known.contains(table.columns[i].front()))
            unknown.append(u'\'' + table.headings[i] + u'\'');
    }
    if (!unknown.isEmpty() && !table.rows.empty())
        m_remarks.fault(u"entities"_s, 1, {},
                        u"[row : 1] On the 'entities' sheet, one or more column names are invalid. The following column(s) are not "
                        "supported: %1. Please either: check the spelling of the column names, or remove the columns."_s.arg(unknown.join(u", "_s)));
    for (const Table::Row& row : table.rows) {
        const EntityRow declared{row.number,
                                 row.value.textOf(u"dataset"),
                                 row.value.textOf(u"label"),
                                 row.value.textOf(u"entity_id"),
                                 row.value.textOf(u"create_if"),
                                 row.value.textOf(u"update_if")};
        if (!check(declared))
            continue;
        for (const QString& expression : {declared.label, declared.entityId, declared.createIf, declared.updateIf}) {
            for (const Reference& reference : references(expression)) {
                auto& lists = m_listsNaming[reference.name];
                if (std::find(lists.begin(), lists.end(), declared.list) == lists.end())
                    lists.push_back(declared.list);
            }
        }
        m_rows.push_back(declared);
    }
}

const EntityRow* EntityPlacement::row(const QString& list) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const EntityRow& row) { return row.list == list; });
    return found == m_rows.end() ? nullptr : &*found;
}

bool EntityPlacement::check(const EntityRow& row)
{
    const auto wrongName = [&](const QString& advice, const QString& column = u"dataset"_s) {
        m_remarks.faults.push_back(invalidValue(u"entities"_s, row.row, column, advice));
        return false;
    };
    const auto wrong = [&](const QString& advice) {
        m_remarks.fault(u"entities"_s, row.row, {},
                        u"[row : %1] On the 'entities' sheet, the entity declaration is invalid. The entity list name '%2' does not have %3"_s.arg(
                            QString::number(row.row), row.list, advice));
        return false;
    };
    if (row.list.isEmpty())
        return wrongName(u"Entity lists must have a name."_s, u"list_name"_s);
    if (row.list.startsWith(u"__"))
        return wrongName(u"Names used here must not begin with two underscores."_s);
    if (row.list.contains(u'.'))
        return wrongName(u"Names used here must not contain a period."_s);
    if (!isXmlName(row.list))
        return wrongName(QString::fromUtf16(nameRule));
    if (this->row(row.list))
        return wrongName(u"The 'list_name' column must not have any duplicate names."_s, u"list_name"_s);
    if (row.entityId.isEmpty() && !row.updateIf.isEmpty())
        return wrong(
            u"an 'entity_id' expression, but an 'entity_id' is required when updating entities. Updating entities is indicated by using 'entity_id' "
            "and/or 'update_if' expressions. Please either: add an 'entity_id' for this entity declaration, or to only create entities instead "
            "move the 'update_if' to 'create_if'."_s);
    if (!row.entityId.isEmpty() && !row.createIf.isEmpty() && row.updateIf.isEmpty())
        return wrong(
            u"an 'update_if' expression, but an 'update_if' is required when upserting entities. Upserting entities is indicated by using "
            "'create_if' and 'entity_id' expressions. Please either: add an 'update_if' for this entity declaration, or to only create entities "
            "instead remove the 'entity_id' expression."_s);
    if (row.entityId.isEmpty() && row.label.isEmpty())
        return wrong(
            u"a label, but a 'label' is required when creating entities. Creating entities is indicated by using a 'create_if' expression, or by not "
            "using 'entity_id' expression. Please either: add a 'label' for this entity declaration, or to update entities instead provide an "
            "'entity_id' (and optionally 'update_if') expression."_s);
    return true;
}

QString EntityPlacement::saveTo(const QString& text, int row, Element& container, bool onSection)
{
    const auto wrong = [&](const QString& advice) { m_remarks.faults.push_back(invalidValue(u"survey"_s, row, u"save_to"_s, advice)); };
    const auto refuse = [&](const QString& advice) {
        wrong(advice);
        return text;
    };
    if (m_rows.empty())
        return refuse(u"To save entity properties using the save_to column, add an entities sheet and declare an entity."_s);
    if (text.count(u'#') > 1)
        return refuse(u"A 'save_to' value must have at most one '#' delimiter character. Please check the spelling of this 'save_to' value."_s);
    const qsizetype hash = text.indexOf(u'#');
    if (hash < 0 && m_rows.size() > 1)
        return refuse(
            u"When there is more than one entity declaration, 'save_to' names must be prefixed with the entity 'list_name' that the property belongs "
            "to. Please either: add the entity 'list_name' prefix separated with a '#' e.g. my_list#my_save_to (where 'my_list' is the entity "
            "'list_name', and 'my_save_to' is the 'save_to' property name), or remove all but one entity declarations."_s);
    const QString list = hash < 0 ? m_rows.front().list : text.left(hash);
    const QString property = text.mid(hash + 1);
    if (!this->row(list))
        return refuse(
            u"The entity list name '%1' was not found on the entities sheet. Please either: check the spelling of the list name in the save_to "
            "value, or on the entities sheet add a row for this entity list, or check the spelling of existing entity list names."_s.arg(list));
    if (onSection)
        return refuse(u"Groups and repeats can't be saved as entity properties. Either remove or move the save_to value in this row."_s);
    if (property.compare(u"name", Qt::CaseInsensitive) == 0 || property.compare(u"label", Qt::CaseInsensitive) == 0)
        return refuse(u"Names used here must not be 'name' or 'label' (case-insensitive)."_s);
    if (property.startsWith(u"__"))
        return refuse(u"Names used here must not begin with two underscores."_s);
    if (!isXmlName(property))
        return refuse(QString::fromUtf16(nameRule));
    int& first = m_propertyRows[{list, property}];
    if (first > 0)
        return refuse(
            u"The save_to property '%1' is already assigned by row '%2'. Either remove or change one of these duplicate save_to property names."_s
                .arg(property, QString::number(first)));
    first = row;
    m_links[list].push_back({&container, row, property, {}});
    return property;
}

void EntityPlacement::question(const QString& name, int row, Element& container)
{
    const auto lists = m_listsNaming.constFind(name);
    if (lists == m_listsNaming.constEnd())
        return;
    for (const QString& list : *lists)
        m_links[list].push_back({&container, row, {}, name});
}

/// Every link must lie on one line of repeats, and all save_to questions in one of them.
bool EntityPlacement::agrees(const EntityRow& row, const Request& request, const std::vector<Link>& links, const Link& deepest)
{
    const auto saves = [&](const Link& link, const Element* other) {
        m_remarks.faults.push_back(
            invalidValue(u"survey"_s, link.row, u"save_to"_s,
                         u"The entity list name '%1' has a reference in container scope '%2' which is not compatible with this 'save_to' "
                         "reference in scope '%3'. Please either: check the spelling of the list name in the 'save_to', or copy either "
                         "value into the desired container scope with a 'calculate' question then use that 'calculate' for the "
                         "'save_to'."_s.arg(row.list, words(other), words(link.container))));
        return false;
    };
    for (const Link& link : links) {
        const Element* scope = scopeOf(link.container);
        const bool onTheLine = isWithin(request.scope, scope);
        if (!onTheLine && !link.property.isEmpty())
            return saves(link, deepest.container);
        if (!onTheLine) {
            m_remarks.fault(
                u"entities"_s, row.row, {},
                u"[row : %1] On the 'entities' sheet, the entity declaration is invalid. The entity list name '%2' has a reference in container "
                "scope '%3' which is not compatible with the variable reference to '%4' in scope '%5'. Please either: check the spelling of the "
                "variable references, or copy either value into the desired container scope with a 'calculate' question then use that "
                "'calculate' for the 'save_to'."_s.arg(QString::number(row.row), row.list, words(deepest.container), link.question,
                                                       words(link.container)));
            return false;
        }
        if (!link.property.isEmpty() && scopeOf(request.wanted) != scope)
            return saves(link, request.wanted);
    }
    return true;
}

std::optional<EntityPlacement::Request> EntityPlacement::request(const EntityRow& row)
{
    Request request{&row, m_survey.root.get(), m_survey.root.get(), {}};
    const auto found = m_links.find(row.list);
    if (found == m_links.end())
        return request;
    const std::vector<Link>& links = found->second;
    const auto deeper = [](const Link* a, const Element* b) {
        return !a || std::pair(repeatsAbove(b), groupsInScope(b)) > std::pair(repeatsAbove(a->container), groupsInScope(a->container));
    };
    const Link *deepestScope = nullptr, *deepest = nullptr, *deepestSaver = nullptr;
    for (const Link& link : links) {
        if (!deepestScope || repeatsAbove(link.container) > repeatsAbove(deepestScope->container))
            deepestScope = &link;
        if (deeper(deepest, link.container))
            deepest = &link;
        if (link.property.isEmpty())
            continue;
        if (deeper(deepestSaver, link.container))
            deepestSaver = &link;
        if (std::find(request.savers.begin(), request.savers.end(), link.container) == request.savers.end())
            request.savers.push_back(link.container);
    }
    request.scope = scopeOf(deepestScope->container);
    request.wanted = deepest->container;
    if (deepestSaver) {
        Element* common = commonContainer(request.savers);
        Element* scope = scopeOf(deepestSaver->container);
        request.wanted = repeatsAbove(common) < repeatsAbove(scope) ? scope : common;
    }
    return agrees(row, request, links, *deepestScope) ? std::optional(request) : std::nullopt;
}

/// True where the declaration would silently become one entity per repetition, though it speaks of all of them ("sum(${amount}) > 0").
bool EntityPlacement::aggregatesRepeat(const EntityRow& row, const Request& request)
{
    if (!request.savers.empty() || !request.scope->parent)
        return false;
    static const QStringList aggregates{u"sum("_s, u"count("_s, u"count-non-empty("_s, u"min("_s, u"max("_s, u"join("_s};
    for (const QString& expression : {row.label, row.entityId, row.createIf, row.updateIf}) {
        for (const Token& token : tokens(expression)) {
            const QString call = expression.mid(token.start, token.end - token.start);
            if (token.kind == Token::Kind::Call && aggregates.contains(call) && QStringView(expression).sliced(token.end).trimmed().startsWith(u"${"))
                return true;
        }
    }
    return false;
}

std::map<Element*, const EntityRow*> EntityPlacement::allocate(std::vector<Request> requests)
{
    std::map<Element*, const EntityRow*> taken, reserved;
    if (requests.size() == 1 && !requests.front().scope->parent) {
        taken[m_survey.root.get()] = requests.front().row; // the older place, which every client knows
        return taken;
    }
    for (const Request& request : requests) {
        const EntityRow* conflict = nullptr;
        bool placed = false;
        for (Element* at = request.wanted; !placed && isWithin(at, request.scope); at = at->parent) {
            const auto found = reserved.find(at);
            if (found == reserved.end()) {
                taken[at] = request.row;
                for (Element* saver : request.savers) {
                    for (Element* between = saver; between != at && between; between = between->parent)
                        reserved[between] = request.row;
                }
                reserved[at] = request.row;
                placed = true;
                break;
            }
            conflict = found->second;
            const auto saver = std::find_if(request.savers.begin(), request.savers.end(), [&](Element* s) { return reserved.contains(s); });
            if (saver != request.savers.end()) {
                conflict = reserved[*saver];
                break;
            }
        }
        if (placed)
            continue;
        const QString row = QString::number(request.row->row);
        if (conflict)
            m_remarks.fault(
                u"entities"_s, request.row->row, {},
                u"[row : %1] On the 'entities' sheet, the entity declaration is invalid. Each container (survey, group, repeat) may have only one "
                "entity declaration, but there are no valid containers available in the scope: '%2', which has been allocated to the entity on row "
                "'%3'. Please either: check which entities are referred to from the 'survey' sheet in the 'save_to' column, or check which "
                "questions are being referred to from the 'entities' sheet with variable references (such as in the 'label')."_s.arg(
                    row, words(request.scope), QString::number(conflict->row)));
        else
            m_remarks.fault(
                u"entities"_s, request.row->row, {},
                u"[row : %1] On the 'entities' sheet, the entity declaration is invalid. Its save_to questions are outside of '%2', but one of "
                "its expressions names a question inside it, so no entity would be made. Put what the expression works out of the repeat into a "
                "'calculate' question outside, and name that question here."_s.arg(row, words(request.scope)));
    }
    return taken;
}

Element* EntityPlacement::attribute(Element& entity, const EntityRow& row, const QString& name, const QString& column, const QString& calculation)
{
    auto attribute = std::make_unique<Element>();
    attribute->kind = Element::Kind::Attribute;
    attribute->type = u"attribute"_s;
    attribute->name = name;
    attribute->sheet = u"entities"_s;
    attribute->row = row.row;
    attribute->value = column;
    if (!calculation.isEmpty()) {
        attribute->bind.set(u"calculate"_s, calculation);
        attribute->bind.set(u"readonly"_s, u"true()"_s);
        attribute->bind.set(u"type"_s, u"string"_s);
    }
    return entity.add(std::move(attribute));
}

void EntityPlacement::declare(Element& meta, const EntityRow& row, bool repeated)
{
    auto made = std::make_unique<Element>();
    made->kind = Element::Kind::Entity;
    made->type = u"entity"_s;
    made->name = u"entity"_s;
    made->sheet = u"entities"_s;
    made->row = row.row;
    Element& entity = *meta.add(std::move(made));
    attribute(entity, row, u"dataset"_s, u"list_name"_s, {})->defaultText = row.list;
    if (row.entityId.isEmpty() || !row.createIf.isEmpty())
        attribute(entity, row, u"create"_s, u"create_if"_s, row.createIf)->defaultText = u"1"_s;
    if (!row.entityId.isEmpty()) {
        attribute(entity, row, u"update"_s, u"update_if"_s, row.updateIf)->defaultText = u"1"_s;
        const QString known = u"instance('%1')/root/item[name=%2]/"_s.arg(row.list, row.entityId);
        for (const auto& [name, column] :
             {std::pair{u"baseVersion"_s, u"__version"_s}, {u"trunkVersion"_s, u"__trunkVersion"_s}, {u"branchId"_s, u"__branchId"_s}})
            attribute(entity, row, name, u"entity_id"_s, known + column);
    }
    Element* id = attribute(entity, row, u"id"_s, u"entity_id"_s, {});
    id->bind.set(u"readonly"_s, u"true()"_s);
    id->bind.set(u"type"_s, u"string"_s);
    if (!row.entityId.isEmpty())
        id->bind.set(u"calculate"_s, row.entityId);
    if (row.entityId.isEmpty()) {
        id->actions.push_back({u"setvalue"_s, u"odk-instance-first-load"_s, u"uuid()"_s, {}});
        if (repeated)
            id->actions.push_back({u"setvalue"_s, u"odk-new-repeat"_s, u"uuid()"_s, {}});
    }
    if (row.label.isEmpty())
        return;
    Element* label = attribute(entity, row, u"label"_s, u"label"_s, row.label);
    label->kind = Element::Kind::EntityLabel;
}

void EntityPlacement::place(Element& surveyMeta)
{
    std::vector<Request> requests;
    for (const EntityRow& row : m_rows) {
        const auto wanted = request(row);
        if (!wanted)
            return;
        if (aggregatesRepeat(row, *wanted)) {
            m_remarks.fault(
                u"entities"_s, row.row, {},
                u"[row : %1] On the 'entities' sheet, the entity declaration is invalid. One of its expressions sums up questions of the repeat "
                "'%2', which would make one entity for each repetition. Put the sum into a 'calculate' question outside of the repeat, and name "
                "that question here."_s.arg(QString::number(row.row), words(wanted->scope)));
            return;
        }
        requests.push_back(*wanted);
    }
    bool repeated = false;
    for (const auto& [container, row] : allocate(std::move(requests))) {
        const bool inRepeat = container->kind == Element::Kind::Repeat || container->nearestRepeat();
        repeated = repeated || inRepeat;
        if (!container->parent) {
            declare(surveyMeta, *row, false);
            continue;
        }
        auto meta = std::make_unique<Element>();
        meta->kind = Element::Kind::Group;
        meta->type = u"group"_s;
        meta->name = u"meta"_s;
        meta->bodyless = true;
        declare(*container->add(std::move(meta)), *row, inRepeat);
    }
    m_survey.entitiesVersion = m_rows.size() > 1 || repeated ? u"2025.1.0"_s : u"2024.1.0"_s;
}

} // namespace rapport::xlsform
