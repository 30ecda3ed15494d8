// SPDX-License-Identifier: Apache-2.0
// Pictures, sounds, films and tables that come with a version of a form.
#pragma once

#include "sync/store/store.h"

namespace rapport::store
{

struct FormFile {
    QString name, hash; ///< hash: "md5:…" of its content
};

bool hasFormFile(Store& store, const QString& hash);                               ///< whole and legible
Status keepFormFile(Store& store, const QString& hash, const QByteArray& content); ///< for the form that will name it
/// As Store::putForm, with all its files, which are kept already: it has them from now on, or everything stays as it was.
Status putForm(Store& store, const StoredForm& form, const std::vector<FormFile>& files);
/// The same of a version that a draft needs; the live one stays as it is.
Status keepForm(Store& store, const StoredForm& form, const std::vector<FormFile>& files);
/// NotFound: that version has no such file. Corrupt: it has, but it cannot be read.
Result<QByteArray> formFile(Store& store, const QString& id, const QString& version, const QString& name);
/// The files of versions that are over and that no conversation began with go.
Status sweepFormFiles(Store& store);

} // namespace rapport::store
