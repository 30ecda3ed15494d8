// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xlsform/xlsform.h"

#include <QJsonArray>
#include <QJsonObject>

namespace rapport::tool
{

/// [{"sheet", "row", "column", "message"}]; null where a fault concerns no sheet, row or column.
QJsonArray faultsJson(const std::vector<xlsform::Fault>& faults);

/// The driver's `convert`: @p reply with result or error added. The workbook comes in the request, base64.
QJsonObject convertReply(const QJsonObject& request, QJsonObject reply);

} // namespace rapport::tool
