// SPDX-License-Identifier: Apache-2.0
#include "app/capture/code.h"

#include "sync/contact/payload.h"

namespace rapport::capture
{

contact::ContactDraft draftFromCode(const Code& code, const QString& country)
{
    contact::ContactDraft draft;
    draft.origin = contact::ContactDraft::Origin::Badge;
    const auto contacts = contact::parsePayload(code.text.toUtf8(), country);
    if (!contacts.empty())
        draft.contact = contacts.front();
    return draft;
}

} // namespace rapport::capture
