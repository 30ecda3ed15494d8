// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/files/csvfile.h"

namespace rapport::connectors::files
{

/// How records stand in a text file: each ends with a line of its own kind.
struct RecordKind {
    bool (*ends)(const QByteArray& line);          ///< the line (with its end) is the last one of a record
    QByteArray (*keyOf)(const QByteArray& record); ///< empty: there is none
    bool (*isWhole)(const QByteArray& tail);       ///< as GrowingFile asks
};
extern const RecordKind jsonLines; ///< one JSON object a line; the key is its member "id"
extern const RecordKind cards;     ///< vCards; the key is what stands behind UID:

/// A text file of records with keys. It is read record by record, however large it is: a new record is appended; the file is rewritten as a whole
/// only where a record changes, and what is not ours in it stays as it is, byte by byte.
class RecordFile
{
public:
    static constexpr qsizetype recordLimit = 16 * 1024 * 1024; ///< bytes

    RecordFile(QString folder, QString name, const RecordKind& kind);

    /// Leaves one record with the key of @p record, which has its end. Durable. Corrupt: the file is not one of such records; it is left alone.
    Result<Place> put(const QByteArray& record) const;

private:
    /// Calls @p take with each record until it says no; what stands behind the last one comes as a record that has no end.
    Status eachRecord(const std::function<Status(const QByteArray& record)>& take) const;

    Status rewrite(const QByteArray& record, int at) const; ///< at: what it replaces, from 0; below: nothing

    GrowingFile m_file;
    const RecordKind& m_kind;
};

} // namespace rapport::connectors::files
