// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rapport::worker
{

/// Keeps one PDF open and shows what is asked of it, until its standard input ends: app/capture/document.cpp is the other side and says how they
/// speak.
void serveDocument();

} // namespace rapport::worker
