// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"
#include "sync/store/store.h"

#include <optional>

namespace rapport::app
{

/// The newest conversation of this tablet's day whose answers hold this badge number or one of these e-mail addresses, also a draft: who is scanned
/// twice is not two visitors. Nothing for a contact that has neither.
std::optional<store::Conversation> metToday(store::Store& store, const contact::Contact& contact, const QDateTime& now);

} // namespace rapport::app
