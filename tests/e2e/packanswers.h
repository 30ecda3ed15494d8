// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/processes.h"

#include <vector>

namespace rapport::e2e
{

enum class Way {
    Text,       ///< typed into the field, in place of what stands there
    Kept,       ///< the form has filled it in, and it is right
    Choice,     ///< one of several, or one more of many
    Search,     ///< the beginning typed, the first hit taken
    Level,      ///< a slider
    Picture,    ///< the first of the album
    Signature,  ///< the name typed
    Repetition, ///< `question` asks for one more
};

/// What is said at one question of a shipped pack: `name` in the form, `label` on the screen in English, `stored` in the record, where it is not
/// `said`.
struct Answer {
    QString name, label;
    Way way;
    QString said, stored = {};
};

/// A shipped pack, what begins it on the home screen (objectName, and what it says), and every question that is asked then, in the form's order.
struct Pack {
    QString form, start, startSays;
    std::vector<Answer> answers;
};

std::vector<Pack> shippedPacks();

/// A folder with one picture, which the app of that machine takes for the album.
bool giveAlbum(const Machine& machine);

/// What the hub in the app's folder has of the form's first submission, by name of the question; the app must be closed.
QMultiMap<QString, QString> record(const Machine& machine, const QString& form);

/// Whether the hub has the form's conversation.
bool isSent(const Machine& machine, const QString& form);

/// Answers of the pack that the hub's record has not as they were said, each with what it has; the app must be closed.
QStringList lacking(const Machine& machine, const Pack& pack);

} // namespace rapport::e2e
