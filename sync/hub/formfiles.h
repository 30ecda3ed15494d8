// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"
#include "sync/hub/blobs.h"
#include "sync/hub/hub.h"
#include "sync/hub/repository/forms.h"

#include <vector>

/// The pictures, sounds, films and tables that belong to a version of a form.
namespace rapport::hub
{

/// What of @p given the form names, kept among the blobs. Adds a sentence to @p warnings for each that it does not name. Refused: a file that
/// cannot be read or is too large, and a table that is none.
Result<std::vector<KeptFile>> keepNamed(const forms::Form& form, const std::vector<HubAdmin::FormFile>& given, const Blobs& blobs,
                                        QStringList& warnings);

/// A sentence for each file that @p form names and that is not among @p here. A table that is missing is an entity list.
QStringList missingFiles(const forms::Form& form, const std::vector<KeptFile>& here);

/// Another text with each change of the files; empty where there are none.
QString markOf(const std::vector<KeptFile>& files);

} // namespace rapport::hub
