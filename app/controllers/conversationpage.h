// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/questionrows.h"
#include "app/controllers/rowmodel.h"
#include "app/conversation/sections.h"

namespace rapport::app
{

/// What of a conversation is on the screen: its sections, the questions of one of them, and what is missing once finishing was tried. The whole form
/// is walked for it (0.6 ms for 1,000 questions); the models tell the views only what is different.
class ConversationPage
{
public:
    ConversationPage();

    void show(const forms::FormSession& session, AnswerNotes& notes); ///< stays in the section of the same key, where it is still asked
    void clear();
    void turnTo(int section) { m_current = section; }                   ///< shown by the next show()
    void turnTo(const forms::FormSession& session, const QString& key); ///< the first section where there is none of that key

    const std::vector<Section>& sections() const { return m_sections; }
    int current() const { return m_current; }
    QString currentKey() const;            ///< empty where there is no section
    int indexOf(const QString& key) const; ///< -1 where there is none
    QString titleAt(int section) const;    ///< empty where there is none
    int rowOf(forms::NodeId node) const;   ///< among the questions shown; -1 where it is not

    RowModel sectionModel, questionModel, missingModel;

private:
    void showMissing(const forms::FormSession& session, const AnswerNotes& notes);

    std::vector<Section> m_sections;
    int m_current = 0;
};

} // namespace rapport::app
