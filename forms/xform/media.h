// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/xform/form.h"

#include <QStringList>

namespace rapport::forms
{

/// The file that "jr://images/pump.png" or "jr://file-csv/parts.csv" names; empty where it names none, or one that could lie outside its folder.
QString fileNameOf(const QString& uri);

/// The files that a form shows, plays and reads. Names that are put together while somebody answers are not among them.
struct NamedFiles {
    QStringList shown; ///< pictures, sounds and films of its texts, in the order of their names
    QStringList read;  ///< tables and documents
    QStringList lists; ///< those of `read` that may as well be entity lists: "contacts.csv"
};
NamedFiles namedFiles(const Form& form);

} // namespace rapport::forms
