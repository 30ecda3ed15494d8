// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/store.h"

namespace rapport::tool
{

/// Invented people for measuring: names drawn from syllables, so that prefixes are shared as in life. The same number is always the same person.
store::Entity person(int number);
QString givenName(int number);
QString familyName(int number);

} // namespace rapport::tool
