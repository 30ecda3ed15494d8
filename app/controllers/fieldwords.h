// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rapport::app
{

/// What people call a field of a contact, by its payload key: "E-mail" for "contacts.email". The key's last word, as "Loading dock", where it is none
/// of the usual ones.
QString fieldLabel(const QString& key);

} // namespace rapport::app
