// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>

class QPdfDocument;

namespace rapport::worker
{

/// Page @p page (from 0) on white paper, @p width pixels wide; no higher than 8,000.
QImage paperOf(QPdfDocument& document, int page, int width);

/// Page @p page (from 1) of a PDF as a PNG, @p width pixels wide; empty where there is no such page.
QByteArray drawPage(const QByteArray& pdf, int page, int width);

} // namespace rapport::worker
