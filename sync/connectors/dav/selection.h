// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/dav/contentline.h"
#include "sync/connectors/dav/mapping.h"

namespace rapport::connectors::dav
{

/// The lines of @p component that @p selector means, by index; the one to be read or written over is the first.
std::vector<size_t> selected(const Component& component, const Selector& selector);

/// The value as a person means it, without escapes; of a telephone number without "tel:", of an e-mail address without "mailto:".
QString valueOf(const ContentLine& line);
/// How two values of a property are compared: telephone numbers by their digits, e-mail addresses without their case, all without outer blanks.
QString comparable(const QString& property, const QString& value);

/// The parts of a structured value, still escaped.
QStringList rawParts(const QString& value);

} // namespace rapport::connectors::dav
