// SPDX-License-Identifier: Apache-2.0
// Must not build: forms knows nobody of ours. See CMakeLists.txt.
#include "sync/store/store.h"
