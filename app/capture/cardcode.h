// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

namespace rapport::capture
{

/// Puts what a code on the card says before what was read of the card; what the code does not say is left. A number that both say is kept as it is
/// printed, one that was misread goes. A code that says nothing of a person gives its link at most.
void preferCode(contact::ContactDraft& draft, const contact::Contact& coded);

} // namespace rapport::capture
