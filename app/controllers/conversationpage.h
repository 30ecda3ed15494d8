// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/questionrows.h"
#include "app/controllers/rowmodel.h"
#include "app/controllers/steps.h"
#include "app/conversation/commonanswer.h"
#include "app/conversation/sections.h"

namespace rapport::app
{

/// What of a conversation is on the screen: its sections, the questions of one of them, and what is missing once finishing was tried. The whole form
/// is walked for it (0.6 ms for 1,000 questions); the models tell the views only what is different. One by one, a section is shown in steps.
class ConversationPage
{
public:
    ConversationPage();

    void show(const forms::FormSession& session, AnswerNotes& notes); ///< stays in the section of the same key, where it is still asked
    void clear();
    enum class At { Begin, End };
    void turnTo(int section, At at = At::Begin);      ///< shown by the next show()
    void turnToNode(int section, forms::NodeId node); ///< the step that asks it
    void turnStep(int by);                            ///< within the section
    void setPace(Pace pace) { m_pace = pace; }
    /// What place() said, perhaps of a draft of long ago: the first section where there is none of that key.
    void turnTo(const forms::FormSession& session, const QString& place);
    QString place() const; ///< section, and where one question is asked at a time also which: "/data/interest#0 one-by-one 2"

    const std::vector<Section>& sections() const { return m_sections; }
    int current() const { return m_current; }
    Pace pace() const { return m_pace; }
    int step() const { return m_step; } ///< of the current section; 0 where all of it is shown
    int steps() const { return m_steps; }
    bool isFirst() const { return m_current == 0 && m_step == 0; }
    bool isLast() const; ///< nothing comes after what is shown
    /// One by one, and @p node is the only question on the screen: its answer may lead on by itself.
    bool isAskedAlone(forms::NodeId node) const;
    QString currentKey() const;                                                        ///< empty where there is no section
    int indexOf(const QString& key) const;                                             ///< -1 where there is none
    QString titleAt(int section) const;                                                ///< empty where there is none
    std::optional<CommonAnswer> commonAnswer(const forms::FormSession& session) const; ///< of the current section
    struct Points {
        int answered = 0, asked = 0;
    };
    Points points() const; ///< check points of the whole form; none where the current section has none
    bool isUnready() const { return missingModel.count() > 0 || warningModel.count() > 0; } ///< once finishing was tried
    int rowOf(forms::NodeId node) const;                                                    ///< among the questions shown; -1 where it is not

    RowModel sectionModel, questionModel, missingModel;
    RowModel warningModel; ///< values that a reason is wanted for

private:
    std::vector<RowModel::Row> rowsOfStep(std::vector<RowModel::Row> rows);
    void showMissing(const forms::FormSession& session, const AnswerNotes& notes);
    RowModel::Row lineOf(const forms::FormSession& session, forms::NodeId node) const;

    std::vector<Section> m_sections;
    Pace m_pace = Pace::Sections;
    int m_current = 0, m_step = 0, m_steps = 1;
    QString m_stepKey; ///< the row that the step is about: it stays while rows in front come and go
};

} // namespace rapport::app
