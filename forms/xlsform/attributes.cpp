// SPDX-License-Identifier: Apache-2.0
#include "forms/xlsform/attributes.h"

#include "forms/xlsform/tokens.h"

namespace rapport::xlsform
{

using namespace Qt::StringLiterals;

namespace
{

class AttributeCheck
{
public:
    AttributeCheck(const Survey& survey, Remarks& remarks) : m_survey(survey), m_remarks(remarks)
    {
        const QStringList pieces = survey.settings.namespaces.split(u' ', Qt::SkipEmptyParts);
        for (const QString& piece : pieces) {
            const QString prefix = piece.section(u'=', 0, 0);
            if (isXmlName(prefix) && !prefix.contains(u':'))
                m_declared.append(prefix);
            else
                remarks.faults.push_back(
                    invalidValue(u"settings"_s, 2, u"namespaces"_s,
                                 u"Write each namespace as prefix=\"address\", where the prefix is a name. '%1' is none."_s.arg(piece)));
        }
    }

    void check(Element& element)
    {
        group(element, u"bind"_s, element.bind);
        group(element, u"control"_s, element.control);
        group(element, u"instance"_s, element.instance);
        for (const auto& child : element.children)
            check(*child);
    }

    void check(const Settings& settings)
    {
        for (const auto& [name, value] : settings.attributes) {
            if (!isXmlName(name))
                m_remarks.faults.push_back(
                    invalidValue(u"settings"_s, 1, u"attribute::"_s + name, u"It cannot be the name of an attribute. Rename it."_s));
            else if (name.contains(u':') && !m_declared.contains(name.section(u':', 0, 0)))
                m_remarks.faults.push_back(invalidValue(u"settings"_s, 1, u"attribute::"_s + name, undeclared(name.section(u':', 0, 0))));
        }
    }

private:
    static QString undeclared(const QString& prefix)
    {
        return u"The prefix '%1' is not declared, so no app could open the form. Add it to the 'namespaces' column of the settings sheet: %1=\"…\"."_s
            .arg(prefix);
    }

    void group(Element& element, const QString& column, Value& attributes)
    {
        QStringList leftOut;
        for (const auto& [name, value] : attributes.parts()) {
            const auto known = m_survey.headings.find({element.sheet, {column, name}});
            const QString heading = known == m_survey.headings.end() ? column + u"::"_s + name : known->second;
            const QString prefix = name.contains(u':') ? name.section(u':', 0, 0) : QString();
            if (!isXmlName(name)) {
                m_remarks.faults.push_back(
                    invalidValue(element.sheet, element.row, heading, u"The column cannot be the name of an attribute. Rename it."_s));
            } else if (prefix.isEmpty() || m_declared.contains(prefix)) {
                continue;
            } else if (heading.contains(u"::")) {
                m_remarks.faults.push_back(invalidValue(element.sheet, element.row, heading, undeclared(prefix)));
            } else {
                m_remarks.warnings.push_back(invalidValue(element.sheet, element.row, heading, u"It is left out. "_s + undeclared(prefix)));
                leftOut.append(name);
            }
        }
        for (const QString& name : leftOut)
            attributes.remove(name);
    }

    const Survey& m_survey;
    Remarks& m_remarks;
    QStringList m_declared{u"h"_s, u"ev"_s, u"xsd"_s, u"jr"_s, u"orx"_s, u"odk"_s, u"entities"_s, u"xml"_s};
};

} // namespace

void checkAttributes(Survey& survey, Remarks& remarks)
{
    AttributeCheck check(survey, remarks);
    check.check(*survey.root);
    check.check(survey.settings);
}

} // namespace rapport::xlsform
