// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QPolygonF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace rapport::app
{

/// A signature as PNG: ink on white, twice the size of the area it was drawn in (at most 2,000 pixels a side), with a line below it and the signer's
/// name where one is known. Empty without strokes. The strokes themselves stay in it, as SVG in its text "svg": any program shows the picture, a
/// report can draw the lines.
QByteArray signaturePng(const std::vector<QPolygonF>& strokes, const QSizeF& area, const QString& signer);

/// The signature of who cannot draw one: the name on the same paper, with a line that says it was typed. Empty without a name.
QByteArray typedSignaturePng(const QString& name, const QSizeF& area);

} // namespace rapport::app
