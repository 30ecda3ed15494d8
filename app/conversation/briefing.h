// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

#include <vector>

namespace rapport::app
{

/// One line of what is to be known before a talk: a row of the entity list briefings.
struct BriefingNote {
    QString id, text, author;
    QDateTime at; ///< as_of; invalid: nobody said
};

/// What is to be said, asked and left alone, and what could not be answered so far.
struct BriefingNotes {
    std::vector<BriefingNote> messages, questions, avoid, gaps;
    bool isEmpty() const { return messages.empty() && questions.empty() && avoid.empty() && gaps.empty(); }
};

/// Of a firm and of a person (either may be empty), found by index: what is meant for the person first, else the newest first. What is for somebody
/// else of the firm is left out where a person was named, but not the gaps: whoever is met may know. Gaps that were answered are over.
Result<BriefingNotes> readBriefingNotes(store::Store& store, const QString& organisationId, const QString& contactId);

} // namespace rapport::app
