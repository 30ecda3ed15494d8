// SPDX-License-Identifier: Apache-2.0
#include "app/capture/code.h"

namespace rapport::capture
{

contact::ContactDraft draftFromCode(const Code& code, const QString& country, const std::vector<contact::BadgeRule>& rules)
{
    return contact::readBadge(code.text, country, rules);
}

} // namespace rapport::capture
