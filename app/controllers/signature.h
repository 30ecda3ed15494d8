// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QPolygonF>
#include <QSizeF>

#include <vector>

namespace rapport::app
{

/// A signature as PNG: ink on white, twice the size of the area it was drawn in (at most 2,000 pixels a side). Empty without strokes.
QByteArray signaturePng(const std::vector<QPolygonF>& strokes, const QSizeF& area);

} // namespace rapport::app
