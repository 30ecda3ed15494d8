// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "sync/store/store.h"

namespace rapport::app
{

using SharedForm = std::shared_ptr<const forms::Form>;

/// The form that a conversation started with, over the entity lists of @p store; an empty version is the live one. Borrows the store.
Result<SharedForm> loadForm(store::Store& store, const QString& id, const QString& version);

/// The form of a new conversation: the first of the occasion's that is here, else the first that is here. NotFound where none is.
Result<SharedForm> formForNewConversation(store::Store& store);

/// "German (de)" of the form's languages for "de"; empty where the form has none for it.
QString formLanguage(const std::vector<QString>& languages, const QString& code);

} // namespace rapport::app
