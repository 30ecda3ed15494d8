// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace rapport::driver
{

/// What has the keyboard's focus, as a person would find it: {"item": objectName, "question": name of its row, "index": of the row, "name", "role"
/// and "state" as they are spoken, "marked": something is drawn around it, "inView": all of it, "x", "y" of its middle in the window}.
QJsonObject focusReport();

} // namespace rapport::driver
