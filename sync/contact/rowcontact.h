// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/contact/contact.h"

namespace rapport::contact
{

using Properties = std::map<QString, QString>;

/// What a row of the list "contacts" says about a person, to be compared (matching.h); @p firm is the name of her organisation, where it is known.
Contact personOfRow(const Properties& properties, const QString& label, const QString& firm);
/// What a row of the list "organisations" says about a firm.
Contact firmOfRow(const Properties& properties, const QString& label);

} // namespace rapport::contact
