// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

#include <map>

namespace rapport::xlsform
{

/// One row of the entities sheet: what a submission creates or updates in one list.
struct EntityRow {
    int row = 0;
    QString list, label, entityId, createIf, updateIf;
};

/// Where entities belong: collects what the survey sheet says of them, and places each declaration into the survey, a group or a repeat
/// (ENTITIES.md section 1; ODK entities 2025.1.0). A declaration that pyxform would lose without a word is refused.
class EntityPlacement
{
public:
    EntityPlacement(Survey& survey, Remarks& remarks) : m_survey(survey), m_remarks(remarks) {}

    void read(const Sheet& sheet);
    bool any() const { return !m_rows.empty(); }
    const EntityRow* row(const QString& list) const;

    /// A save_to of the survey sheet. Returns the property's name without its list.
    QString saveTo(const QString& text, int row, Element& container, bool onSection);
    /// A question, in case a declaration's expressions name it.
    void question(const QString& name, int row, Element& container);
    /// Adds meta/entity to the tree. @p surveyMeta: the survey's own meta group, not yet in the tree.
    void place(Element& surveyMeta);

private:
    struct Link {
        Element* container = nullptr;
        int row = 0;
        QString property, question; ///< one of them
    };
    struct Request {
        const EntityRow* row = nullptr;
        Element* scope = nullptr;     ///< the deepest repeat, or the survey, that the links reach
        Element* wanted = nullptr;    ///< where the declaration should stand
        std::vector<Element*> savers; ///< containers of its save_to questions
    };

    bool check(const EntityRow& row);
    std::optional<Request> request(const EntityRow& row);
    bool agrees(const EntityRow& row, const Request& request, const std::vector<Link>& links, const Link& deepest);
    bool aggregatesRepeat(const EntityRow& row, const Request& request);
    std::map<Element*, const EntityRow*> allocate(std::vector<Request> requests);
    void declare(Element& meta, const EntityRow& row, bool repeated);
    Element* attribute(Element& entity, const EntityRow& row, const QString& name, const QString& column, const QString& calculation);

    Survey& m_survey;
    Remarks& m_remarks;
    std::vector<EntityRow> m_rows;
    std::map<QString, std::vector<Link>> m_links;              ///< by list
    QHash<QString, std::vector<QString>> m_listsNaming;        ///< question → lists whose expressions name it
    std::map<std::pair<QString, QString>, int> m_propertyRows; ///< list, property → row of the survey sheet
};

} // namespace rapport::xlsform
