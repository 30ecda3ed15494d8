// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>

namespace rapport::capture
{

/// Has the worker draw page @p page (from 1) of a PDF, @p width pixels wide: a PNG. Waits for it, 20 s at most, so not for the UI thread.
/// Invalid: no PDF, or it has no such page; Corrupt: the worker died of it; Internal: the worker did not do it.
Result<QByteArray> pageOf(const QByteArray& pdf, int page, int width);

} // namespace rapport::capture
