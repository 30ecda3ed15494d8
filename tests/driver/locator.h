// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickItem>
#include <QString>

#include <vector>

namespace rapport::driver
{

/// Visible items of all windows that @p locator names, in the order of the scene. A locator is a chain of steps from the outside in,
/// parted by " > " (any depth between); a step is an objectName, a property test or both: "questionRow[name=email] > answerField".
std::vector<QQuickItem*> findItems(const QString& locator);

/// Every text that a person could read now, in the order of the scene.
QStringList visibleTexts();

} // namespace rapport::driver
