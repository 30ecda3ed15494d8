// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/conversation/origin.h"

#include <QSet>

namespace rapport::app
{

/// One thing that happened with a customer, or that was promised to her.
struct Happening {
    enum class Group { Talks, Sent, Service };
    enum class Kind { Talk, Visit, Call, Mail, Voice, Gap, Offer, Promise, Service, Note };

    QString key; ///< unique in a timeline
    Kind kind = Kind::Note;
    Group group = Group::Talks;
    QDateTime at{};
    bool wholeDay = false;     ///< `at` is a day, no moment
    QString word{};            ///< what the list calls it: "visit", "appointment"; empty: a conversation of this tablet, an offer
    QString title{}, detail{}; ///< in the app's language where it is ours
    QString list{}, id{};      ///< where it leads: "conversations", "machines" or "contacts"; empty: nowhere
    Origin origin{};
};

/// Whose timeline.
struct TimelineOf {
    QString organisationId, organisation; ///< the firm and its name; empty: she has none
    QString contactId, contact;           ///< who was asked for; of a firm empty
    std::vector<QString> people;          ///< ids of the people of the firm
    std::vector<store::Entity> offers, machines;
};

/// Conversations of this tablet, what colleagues and systems have noted (activities), offers, services, open questions and what was promised, newest
/// first, at most 200. Each question is an indexed one; conversations are those of 400 days.
Result<std::vector<Happening>> readTimeline(store::Store& store, const TimelineOf& whose, const QDateTime& now);

} // namespace rapport::app
