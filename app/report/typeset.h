// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/report/content.h"
#include "forms/base/result.h"

namespace rapport::report
{

constexpr int mostPages = 400; ///< what would follow is left out, and the report says so

struct Pages {
    QByteArray pdf;
    int count = 0;
};

/// The report on pages of A4, fonts embedded. Takes some 10 ms a page; any thread, with a QGuiApplication somewhere.
Result<Pages> typeset(const Content& content);

} // namespace rapport::report
