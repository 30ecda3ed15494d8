// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace rapport::democontent
{

bool brochure(const QString& file, bool german);                                     ///< A4 landscape, six pages
bool dataSheet(const QString& file);                                                 ///< of the PX-450, two pages
bool priceList(const QString& file, const QString& products, const QString& prices); ///< of the demo's own tables
QImage shopView(const QSize& size);                                                  ///< a row of cabinets in a shop

constexpr int filmFrames = 350, filmRate = 25;
QImage filmFrame(int number, const QSize& size);

} // namespace rapport::democontent
