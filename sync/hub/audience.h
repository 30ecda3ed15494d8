// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/hub.h"
#include "sync/hub/repository/entities.h"

namespace rapport::hub
{

/// Companies for a campaign tool: name, domain, website, segment, postcode, city, country of the organisations that @p filter lets through, by name.
/// No person is in it: other columns are left out (account_owner, telephone numbers, our own numbers), lists of people are refused, and an
/// organisation that bears the name of somebody among the contacts is held back: a sole trader is a person. Denied: the list is none of companies.
Result<HubAdmin::Audience> audienceOf(const Entities& entities, const QString& list, const QString& filter, const QDateTime& now);

} // namespace rapport::hub
