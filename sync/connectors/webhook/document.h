// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

namespace rapport::connectors::webhook
{

/// What is posted for @p job at @p now: {"type", "timestamp", "data"}, compact UTF-8. README.md in this folder describes it member by member. Every
/// value is a text, amounts and counts included. An entity that is not there is NotFound.
Result<QByteArray> documentOf(const Job& job, const JobContext& context, const QDateTime& now);

} // namespace rapport::connectors::webhook
