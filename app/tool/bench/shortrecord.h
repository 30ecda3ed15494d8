// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArrayList>

namespace rapport::tool
{

/// Makes a hub in @p folder that takes short records, a contact with its answers each, and says the tokens of its @p devices.
Result<QByteArrayList> prepareRecordHub(const QString& folder, int devices);

/// A POST of 3 KB with a record that nobody has sent before, with @p film as its file where there is one.
QByteArray recordPost(const QByteArray& token, const QByteArray& film = {});
QByteArray getRequest(const QByteArray& token, const QByteArray& path);

} // namespace rapport::tool
