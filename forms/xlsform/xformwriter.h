// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/instances.h"
#include "forms/xlsform/itext.h"
#include "forms/xlsform/paths.h"
#include "forms/xlsform/xmlout.h"

#include <QSet>

namespace rapport::xlsform
{

/// Writes a survey as an XForm (ODK XForms 1.0.0), front to back.
class XFormWriter
{
public:
    XFormWriter(Survey& survey, Remarks& remarks);

    QByteArray write();
    QStringList languages() const { return m_itext ? m_itext->languages() : QStringList(); }

private:
    struct Trigger {
        const Element* target = nullptr;
        QString calculation;
        bool location = false; ///< odk:setgeopoint
    };
    enum class Copy { Instance, Template, InsideInstance };

    void collectTriggers(const Element& element);
    void collectGeometrySources(const Element& element);
    void redirectSearch(Element& element);
    void checkSearchLists();

    void model();
    void submission();
    void primaryInstance(const Element& element, Copy copy);
    void instanceChildren(const Element& element, Copy copy);
    void instanceAttributes(const Element& element);
    void secondaryInstance(const Instance& instance);
    void binds(const Element& element);
    void bind(const Element& element);
    void actions(const Element& element, bool inRepeat);
    void repeatActions(const Element& element, const Element& repeat);

    void controls(const Element& element);
    void section(const Element& element);
    void question(const Element& element);
    void labelAndHint(const Element& element);
    void label(const Element& element);
    void controlAttributes(const Element& element);
    void itemset(const Element& element);
    void selectItemset(const Element& element, const ChoiceList* list);
    void inlineChoices(const Element& element, const ChoiceList& list);
    void triggersOf(const Element& element);
    QString bindValue(const Element& element, const QString& name, const Value& value);
    const ChoiceList* listOf(const Element& element) const;
    void checkGeometrySource(const Element& element);

    Survey& m_survey;
    Remarks& m_remarks;
    PathWriter m_paths;
    std::vector<Instance> m_instances;
    QSet<QString> m_geometrySources; ///< files and entity lists that shapes may be taken from
    std::unique_ptr<Itext> m_itext;
    QHash<QString, std::vector<Trigger>> m_triggers; ///< by the question that fires them
    std::vector<const Element*> m_searching, m_notSearching;
    XmlOut m_xml;
};

} // namespace rapport::xlsform
