// SPDX-License-Identifier: Apache-2.0
// The one file of those targets whose precompiled headers others use.
