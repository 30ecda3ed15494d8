// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QCoreApplication>
#include <QString>

namespace rapport::app
{

/// What a person is told when something could not be done: what happened, what is safe, what to do. Never a code, never blame.
class Sentences
{
    Q_DECLARE_TR_FUNCTIONS(Sentences)

public:
    enum class Doing {
        Starting,
        Saving,
        Finishing,
        Discarding,
        OpeningConversation,
        OpeningForm,
        ReadingPictures,
        ReadingCode,
        TakingPhoto,
        ReadingAnswer, ///< from a code or a camera, for one question
        AddingPhoto,
        AddingFile,
        Recording,
        HandingOver,
        GoingOnRecording ///< something was recorded already
    };
    static QString failed(Doing doing, const Error& error);

    /// Why conversations wait, from the courier's machine word ("offline", "denied" …); empty where nothing is wrong.
    static QString hubTrouble(const QString& reason);
    /// "Your 4 conversations are safe here."
    static QString safeHere(int conversations);

    static QString followUp(const QString& kind);         ///< "brochure", "appointment"; the word itself where it is not one of ours
    static QString followUps(const QString& kind);        ///< for counting: "Brochures"
    static QString withdrawal();                          ///< what a withdrawal is called among the conversations
    static QString leadStatus(const QString& leadStatus); ///< "Hot"
};

} // namespace rapport::app
