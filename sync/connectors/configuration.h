// SPDX-License-Identifier: Apache-2.0
// How a connector's configuration is read: strictly, and a fault names the member.
#pragma once

#include "forms/base/result.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace rapport::connectors
{

/// Each of @p needed, and id, type and title, is there as a text that is not empty, and nothing stands beside them but @p possible.
Status checkMembers(const QJsonObject& configuration, const QStringList& needed, const QStringList& possible);

/// Invalid: connector: "member" what.
Error wrong(const QString& member, const QString& what);

/// request_seconds, from 1 to @p longest.
Result<std::chrono::seconds> requestTime(const QJsonObject& configuration, int usual, int longest);
Result<bool> yesOrNo(const QJsonObject& configuration, const QString& member, bool usual);
/// The path of a file that may be named, in the data folder or anywhere; empty where it is not named, Invalid where it is not there.
Result<QString> fileIn(const QJsonObject& configuration, const QString& member, const QString& dataDir);

} // namespace rapport::connectors
