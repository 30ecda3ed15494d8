// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "sync/store/store.h"

#include <map>
#include <set>

namespace rapport::app
{

/// What a person answered the last time, by question: its path without positions ("/data/r/x"); of repetitions the last one.
using LastAnswers = std::map<QString, QString>;

/// Paths of the questions that are saved to people, firms or machines: what holds of one customer is not offered for another.
std::set<QString> neverOffered(const forms::Form& form);

/// From the last conversation with that form, of whatever version, that @p author finished on this tablet, without @p never; empty where there is
/// none. For the store thread.
Result<LastAnswers> lastAnswers(store::Store& store, const QString& formId, const QString& author, const std::set<QString>& never);

/// Empty where nothing may be offered at @p node: it holds a person's data, or the form does not want it (rapport:remember="no").
QString lastAnswer(const LastAnswers& answers, const forms::Node& node);

} // namespace rapport::app
