// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "sync/store/store.h"

#include <set>

namespace rapport::app
{

using SharedForm = std::shared_ptr<const forms::Form>;

/// The form that a conversation started with, over the entity lists of @p store; an empty version is the live one. Borrows the store.
Result<SharedForm> loadForm(store::Store& store, const QString& id, const QString& version);

/// Loads each live form that is not among @p known (hashes), so that the indexes its look-ups need are there before somebody waits for them; adds
/// it. After a pull, on a thread where nobody waits: lists of a million rows take seconds.
void prepareForms(store::Store& store, std::set<QString>& known);

/// The form of a new conversation: the first of the occasion's that is here, else the first that is here. NotFound where none is.
Result<store::StoredForm> usualForm(store::Store& store);
Result<SharedForm> formForNewConversation(store::Store& store);

/// "German (de)" of the form's languages for "de"; empty where the form has none for it.
QString formLanguage(const std::vector<QString>& languages, const QString& code);

/// Whether "Arabic (ar)" or "ar" is read from right to left; false where the name tells no language.
bool isRightToLeft(const QString& formLanguage);

} // namespace rapport::app
