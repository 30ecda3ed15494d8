// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "sync/store/store.h"

#include <QVariantList>

namespace rapport::app
{

/// Choices that contain every word of @p text, letters without their marks: "celik" finds "Çelik". Contacts and organisations are looked for in the
/// index of @p store, by how words begin, and never read whole. At most 30 of {value, label, detail}.
QVariantList matchingChoices(const forms::FormSession& session, store::Store& store, forms::NodeId node, const QString& text);

} // namespace rapport::app
