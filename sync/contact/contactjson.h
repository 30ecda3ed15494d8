// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

#include <QJsonObject>

namespace rapport::contact
{

/// full_name given_name family_name organisation job_title emails[] phones[{number,kind}] urls[] street postcode city country note badge_id;
/// empty members are left out.
QJsonObject toJson(const Contact& contact);
/// The same with "evidence": by member ("full_name", "emails.0") {text, box [x, y, width, height], confidence}; without where there is none.
QJsonObject toJson(const ContactDraft& draft);

} // namespace rapport::contact
