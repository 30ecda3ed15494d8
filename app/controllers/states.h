// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

/// The closed sets that views ask for by name: `ConversationState.Waiting`, `Question.ChoiceOne`.
namespace rapport::app::ConversationState
{
Q_NAMESPACE
QML_ELEMENT
enum class State { Draft, Waiting, Sending, Sent, NeedsYou, HandedOver };
Q_ENUM_NS(State)
} // namespace rapport::app::ConversationState

namespace rapport::app::ReceiptState
{
Q_NAMESPACE
QML_ELEMENT
enum class State { Waiting, Confirmed, NeedsYou };
Q_ENUM_NS(State)
} // namespace rapport::app::ReceiptState

namespace rapport::app::ConflictChoice
{
Q_NAMESPACE
QML_ELEMENT
enum class Choice { None, Mine, Theirs };
Q_ENUM_NS(Choice)
} // namespace rapport::app::ConflictChoice

namespace rapport::app::Question
{
Q_NAMESPACE
QML_ELEMENT
enum class Kind {
    Text,
    Multiline,
    Integer,
    Decimal,
    Counter,  ///< a whole number between minus and plus
    Range,    ///< a slider
    Rating,   ///< stars
    Date,     ///< value "2027-11-17"
    Time,     ///< value "14:30"
    DateTime, ///< value "2027-11-17T14:30"
    Code,     ///< text that a camera or a hand scanner may read
    Place,    ///< value "52.52 13.405 0 0"; `display` reads it
    ChoiceOne,
    ChoiceMany,
    Search,     ///< one of many: ask searchChoices(); `display` names the one chosen
    SearchMany, ///< several of many
    Rank,       ///< choices in their order; answered by the whole order
    Signature,
    Photo,
    Drawing, ///< on blank paper
    Audio,   ///< recorded or picked
    Video,   ///< picked
    File,    ///< of any kind
    Confirm, ///< one box to tick, value "OK"
    Note,
    Group,          ///< a heading within a section
    RepetitionHead, ///< heading of one repetition, with `removable`
    AddRepetition,  ///< a button: addRepetition(nodeId)
    Other           ///< a kind of question that this device cannot ask; `problem` says so
};
Q_ENUM_NS(Kind)
} // namespace rapport::app::Question
