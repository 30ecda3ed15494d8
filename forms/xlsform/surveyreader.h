// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/entities.h"
#include "forms/xlsform/parameters.h"
#include "forms/xlsform/questiontypes.h"
#include "forms/xlsform/survey.h"

#include <QSet>

namespace rapport::xlsform
{

/// What the survey sheet's reader needs of the other sheets.
struct OtherSheets {
    QStringList names;                                ///< of all sheets, for "did you mean"
    QHash<QString, std::vector<Value>> external, osm; ///< lists by name
    bool hasExternal = false;
};

/// Rows of the survey sheet → the tree of a form. Goes on after a fault, so that a form maker sees all of them at once.
class SurveyReader
{
public:
    SurveyReader(Survey& survey, const OtherSheets& others, EntityPlacement& entities, Remarks& remarks)
        : m_survey(survey), m_others(others), m_entities(entities), m_rules(survey, remarks), m_remarks(remarks)
    {
    }

    void read(const Table& table);

private:
    /// A section that is open, and the names in it.
    struct Open {
        Element* element = nullptr;
        QSet<QString> names, namesInLowerCase;
        QString mark; ///< "group", "repeat", "loop"; empty: the survey
        QString loopList;
    };

    void readRow(const Table::Row& row);
    void endSection(const SectionMark& mark, const Table::Row& row);
    void beginSection(const SectionMark& mark, const Table::Row& row, const QString& name);
    void tableList(Element& group, const Table::Row& row);
    void readQuestion(const Table::Row& row, const QString& type, const QString& name);
    void readSelect(const SelectWord& word, const Table::Row& row, const QString& name);
    bool checkSelectList(const SelectWord& word, const Table::Row& row);
    void addOther(const SelectWord& word, Element& select);
    bool fitsTableList(const SelectWord& word, const Table::Row& row);
    void finish(std::unique_ptr<Element> question);

    QString nameOf(const Table::Row& row, const QString& type);
    bool claimName(const QString& name, int row);
    std::unique_ptr<Element> made(const Table::Row& row, const QString& type, const QString& name);
    void readTriggers(Element& question, const QString& text);
    void readDefault(Element& question, const QString& text);
    void checkReferences(const Table::Row& row);
    void expandLoop(Element& loop, const QString& list);
    void addMeta();
    Element& here() { return *m_open.back().element; }

    Survey& m_survey;
    const OtherSheets& m_others;
    EntityPlacement& m_entities;
    ParameterRules m_rules;
    Remarks& m_remarks;
    const Table* m_table = nullptr;
    std::vector<Open> m_open;
    QSet<QString> m_repeatNames, m_questionNames;
    std::vector<std::unique_ptr<Element>> m_metaQuestions;
    std::vector<std::pair<QString, int>> m_triggerNames;
    enum class TableList { None, Begun, Running } m_tableList = TableList::None;
    QString m_tableListName;
    bool m_orOther = false;

public:
    bool usedOrOther() const { return m_orOther; }
};

/// The headings that the survey sheet knows.
const Headings& surveyHeadings();

/// " When looking for a sheet named …": sheets whose names are nearly @p name; empty where there are none.
QString similarSheets(const QString& name, const QStringList& sheets);

} // namespace rapport::xlsform
