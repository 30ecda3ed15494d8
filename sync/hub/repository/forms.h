// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace rapport::hub
{

/// What is known of a version of a form without reading it.
struct FormRecord {
    QString id, version, title;
    QString hash; ///< "md5:…" of its XML
    QDateTime published;
    bool live = false;       ///< the one of its form that is offered
    bool namesFiles = false; ///< pictures, tables or lists (jr://)
};
/// A file that belongs to a version of a form; it is among the Blobs.
struct KeptFile {
    QString name, md5, sha256;
    qint64 size = 0;
    friend bool operator==(const KeptFile&, const KeptFile&) = default;
};

/// The forms that are published here, every version of them, and their files. Calls that change something belong into a unit of work
/// (repositories.h).
class Forms
{
public:
    virtual ~Forms() = default;

    /// The version is the live one of its form from now on, and no other is. One that is here already stays as it came: who publishes compares the
    /// hashes first.
    virtual Status publish(const FormRecord& form, const QByteArray& xml) = 0;
    virtual Result<std::optional<FormRecord>> find(const QString& id, const QString& version) const = 0;
    virtual Result<std::optional<QByteArray>> xml(const QString& id, const QString& version) const = 0; ///< as it was published
    virtual Result<std::vector<FormRecord>> all() const = 0;                                            ///< by id, the oldest version first
    /// By title, the newest version first: of all forms, or of the one that is named.
    enum class Versions { Live, All };
    virtual Result<std::vector<FormRecord>> offered(const QString& id, Versions versions) const = 0;

    /// A file of a version; it takes the place of the one of its name. Conflict where the version is not published.
    virtual Status putFile(const QString& id, const QString& version, const KeptFile& file) = 0;
    virtual Result<std::vector<KeptFile>> files(const QString& id, const QString& version) const = 0; ///< by name
};

} // namespace rapport::hub
