// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/processes.h"

#include <QJsonArray>

namespace rapport::e2e
{

/// What the rep does at the stand, in the words of the screens. Each returns whether the app did as it was asked.
bool enrolByScan(App& app); ///< Settings → Connect to a hub → the invitation before the camera → Connect, until the hub has said yes
bool scanBadge(App& app, const QString& name = QStringLiteral("Çelik")); ///< Home → Scan → "Start conversation", until the form is open
bool answerInterest(App& app);
bool answerOpportunity(App& app);
bool answerNoOpportunity(App& app);
bool agreeFollowUps(App& app); ///< a brochure by e-mail and an appointment with the refrigeration specialist, both within a week
bool answerConsent(App& app);  ///< with a signature
bool finish(App& app);         ///< and waits for the home screen: from here on the conversation is promised

/// What `rapportctl inspect` says of the device's folder.
QJsonArray conversations(const Machine& machine);
QJsonArray outbox(const Machine& machine);
QJsonArray entities(const Machine& machine, const QString& list);
QJsonObject propertiesOf(const Machine& machine, const QString& list, const QString& id); ///< of one entity; empty where it is not there
/// State of one target's receipt of the conversation at @p index; empty where there is none.
QString receiptState(const QJsonArray& conversations, qsizetype index, const QString& target);

/// Files below @p dir that hold @p text, in UTF-8 or UTF-16.
QStringList filesHolding(const QString& dir, const QString& text);

} // namespace rapport::e2e
