// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/survey.h"

namespace rapport::xlsform
{

/// What the parameters column says: names in lower case, and values, in order.
class Parameters
{
public:
    /// "key1=value1 key2=value2", with blanks, commas or semicolons between; nothing where it is none of that.
    static std::optional<Parameters> parse(const QString& text);

    bool contains(QStringView name) const;
    QString value(QStringView name) const; ///< empty where absent
    void set(const QString& name, const QString& value);
    void remove(QStringView name);
    void rename(QStringView name, const QString& newName);
    const std::vector<std::pair<QString, QString>>& all() const { return m_all; }

private:
    std::vector<std::pair<QString, QString>> m_all;
};

/// What a question's row gives its parameters, checked; faults name the row. Element::parameters, bind and control receive them.
class ParameterRules
{
public:
    ParameterRules(const Survey& survey, Remarks& remarks) : m_survey(survey), m_remarks(remarks) {}

    /// Applies the rules of @p question's type. Types without rules of their own ignore their parameters.
    void apply(Element& question, Parameters parameters);
    void applyToSelect(Element& question, const Parameters& parameters, bool fromFile);

private:
    void range(Element& question, Parameters parameters);
    void rangeLabels(const Element& question, const Parameters& parameters, double start, double end, double step);
    void text(Element& question, const Parameters& parameters);
    void photo(Element& question, const Parameters& parameters);
    void quality(Element& question, const Parameters& parameters, bool external);
    void geo(Element& question, const Parameters& parameters);
    void audit(Element& question, const Parameters& parameters);
    void auditLocation(Element& question, const Parameters& parameters);
    bool onlyKnows(const Element& question, const Parameters& parameters, const QStringList& accepted);
    void wrong(const Element& question, const QString& advice);
    void fault(const Element& question, const QString& message);

    const Survey& m_survey;
    Remarks& m_remarks;
};

} // namespace rapport::xlsform
