// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/dav/contentline.h"
#include "sync/connectors/dav/mapping.h"

#include <QTimeZone>

namespace rapport::connectors::dav
{

/// What an object says of an entity of ours; list and remoteId are the caller's.
EntityChange read(const PullList& list, const Component& subject, const QTimeZone& zone);

} // namespace rapport::connectors::dav
