// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/controllers/states.h"
#include "forms/session/formsession.h"

#include <QVariantMap>

namespace rapport::app
{

/// How a question is asked on this tablet, from its control, type and appearances (FORMS-SPEC section 2).
Question::Kind questionKind(const forms::FormSession& session, const forms::Node& node);

/// Qt::InputMethodHints for the keyboard on the screen.
int inputHintsOf(const forms::Node& node, Question::Kind kind);

/// What one kind needs beyond the roles that all have:
/// - what may be offered again: lastText (what this person answered the last time)
/// - Text: masked; Multiline: rows; anything that is typed although ODK has a better way: note
/// - Code: front (bool: the camera that looks at the person), masked; Place: accuracy (metres that are good enough)
/// - Integer, Decimal, Counter: grouped ("1,234"), unit, and where the question has limits: limits, verdict, advice, out (bool),
///   place, placeLow, placeHigh (0 to 1 on a bar), asksReason (bool), reason, reasonProblem; where this conversation has measured the same before:
///   first, placeFirst, firstOut (bool); where an earlier one has: earlier (see MeasuredBefore::of())
/// - Counter, Range, Rating: from, to, step; Range: decimals, ticks (list of {value, label}), vertical
/// - ChoiceOne, ChoiceMany: layout ("", "list", "pack", "likert", "grid": a line of a table, "header": its headings), columns (0: as they fit), quick
/// (bool)
/// - RepetitionHead: open (bool), summary (its first answers), left ("1 required left", empty: nothing)
/// - every question whose label has a picture: labelPicture (a source for Image)
/// - every row in the card of a repetition: card ("top", "middle", "bottom", "alone")
/// - Search, SearchMany: opens (bool: all of it can be looked at without typing a word); SearchMany: names (labels of the chosen, in their order)
/// - Photo: preparing (bool), picture and wholePicture (sources for Image; absent: none), onlyNew (bool: the form wants one from the camera),
///   annotates (bool: it is to be drawn on); Signature, Drawing: preparing, picture, wholePicture; Signature: signer (whose name is printed below it)
/// - Audio, Video, File: preparing, accept, quality (the form's word), and with an answer: fileName, fileDetail ("0:42 · 120 kB"), glyph, media (a
/// source
///   for PlaybackController)
/// - Date: precision ("day", "month", "year"), note
QVariantMap extraOf(const forms::FormSession& session, const forms::Node& node, Question::Kind kind);

/// Whose name is printed below the signature @p node: the answer of the question beside it that is called like it with "_name" behind, else
/// @p talkedTo.
QString signerOf(const forms::FormSession& session, const forms::Node& node, const QString& talkedTo);

/// The entity list behind the choices, where the store has an index of its words; else empty.
QString searchedList(const forms::FormSession& session, forms::NodeId node);

} // namespace rapport::app
