// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace rapport::worker
{

/// Page @p page (from 1) of a PDF as a PNG, @p width pixels wide; empty where there is no such page.
QByteArray drawPage(const QByteArray& pdf, int page, int width);

} // namespace rapport::worker
