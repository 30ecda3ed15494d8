// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/repetitions.h"

#include <QString>

#include <set>
#include <vector>

namespace rapport::app
{

/// One screen of a conversation: the questions that a group, a series of repetitions or the form itself holds directly.
struct Section {
    QString key;                      ///< the same in every session of the form: "/data/interest#0"
    QString title;                    ///< of the group, else of the form
    int part = 0, parts = 1;          ///< of a long one that was cut: 0-based, and how many there are now
    std::vector<forms::NodeId> nodes; ///< controls and series, in document order; only what is relevant
    int questions = 0, answered = 0;  ///< notes do not count; "don't know yet" is an answer
    int requiredLeft = 0;
    int faults = 0;                     ///< answers that a constraint refuses
    int beyond = 0, unexplained = 0;    ///< values beyond their soft limits; those of them that a reason is still wanted for
    int points = 0, pointsAnswered = 0; ///< check points: questions that share an answer (see CommonAnswer)
    bool repeated = false;              ///< the section is a series

    bool isComplete() const { return answered > 0 && requiredLeft == 0 && faults == 0 && unexplained == 0; }
};

/// The sections of @p session as it is now, in document order. A group that directly holds questions is a section, at any depth; a series is one when
/// no such group is around it, and belongs to that group's section otherwise. Inside a series everything belongs to its section. Questions that stand
/// before, between and after sub-groups form a section for each run, so that the order of the form is kept. What is not relevant has no section.
/// More than 20 questions in one run are cut into parts of at most 10: always at the same places, whatever is relevant. A group that the form wants
/// on one screen ("field-list") is never cut, and holds its sub-groups.
std::vector<Section> sectionsOf(const forms::FormSession& session);
/// The same, with what is known of the repetitions, and without the questions @p left that are not asked here.
std::vector<Section> sectionsOf(const forms::FormSession& session, Repetitions& known, const std::set<forms::NodeId>& left = {});

/// Whether somebody can answer it: a control that is neither a note nor the headings of a table.
bool isQuestion(const forms::Node& node);
bool isAnswered(const forms::Node& node);

/// The index of the section that asks @p node; -1 where none does.
int sectionOf(const forms::FormSession& session, const std::vector<Section>& sections, forms::NodeId node);

} // namespace rapport::app
