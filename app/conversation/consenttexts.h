// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/itemsource.h"
#include "sync/store/store.h"

#include <memory>

namespace rapport::app
{

/// The words that the occasion of a form asks for consent with, as the list that forms read them from: instance('consent_texts') has a row for each
/// language, with text_id, language ("de") and text. No rows where the occasion has none.
std::shared_ptr<const forms::ItemSource> consentTexts(store::Store& store, const QString& formId);

/// The list's file among those of a form.
inline const QString consentTextsFile = QStringLiteral("consent_texts.csv");

} // namespace rapport::app
