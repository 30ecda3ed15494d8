// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/measuredbefore.h"
#include "app/controllers/rowmodel.h"
#include "app/controllers/sectionrows.h"
#include "app/conversation/lastanswers.h"
#include "app/conversation/sections.h"
#include "sync/store/store.h"

#include <map>
#include <set>

namespace rapport::app
{

/// What the screen knows of the answers beside the session.
struct AnswerNotes {
    struct Refused {
        QString typed, problem;
    };
    std::map<forms::NodeId, Refused> refused;                          ///< typed, not understood, kept on the screen
    std::map<forms::NodeId, QString> told;                             ///< why there is no such file, or not all of it; stands in nobody's way
    std::map<QString, QString> files;                                  ///< what is said of an attachment beside its name: "0:42 · 120 kB"
    ScannedAnswers scanned;                                            ///< of a badge or a card
    std::map<forms::NodeId, std::pair<QString, QString>> chosenLabels; ///< of long lists: value, label
    Repetitions repetitions;                                           ///< what is known of them, and which are unfolded
    std::set<forms::NodeId> notAsked;                                  ///< of a group: who one of them is
    std::set<forms::NodeId> preparing;                                 ///< their photo is being made
    store::ConversationId conversation;                                ///< whose attachments are shown
    QString signer;                                                    ///< whom we talk to: who signs; empty: not known
    LastAnswers last;                                                  ///< offered below empty questions
    bool offersLast = false;                                           ///< to its author alone: not where a visitor answers
    MeasuredBefore* earlier = nullptr;                                 ///< shown beside measurements; none: nothing is
    QDateTime now;                                                     ///< of the conversation: its clock, else when it was finished
    forms::NodeId typing;                                              ///< what stands there is kept, but not yet to be judged
    bool showRequired = false;                                         ///< finish() was asked for: what is missing says so
    bool readOnly = false;
};

/// Roles as ConversationController::questions documents them.
QList<QByteArray> questionRoles();
std::vector<RowModel::Row> questionRows(const forms::FormSession& session, const Section& section, AnswerNotes& notes);

/// Why the answer at @p node does not do, in words; empty: it does.
QString problemOf(const forms::Node& node, const AnswerNotes& notes);

} // namespace rapport::app
