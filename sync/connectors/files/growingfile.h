// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <functional>

namespace rapport::connectors::files
{

/// A text file that grows by durable records, in a folder that other programs read. Used under the folder's lock.
///
/// A new record is appended and synced. Before that, ".NAME.append" beside it gets one line, synced too: the length of the file in bytes. It is
/// removed when the record is durable; where it is still there, the program or the computer died in between, and repair() cuts off a record that is
/// torn: nobody was told that it is there, so it comes again.
class GrowingFile
{
public:
    /// @p isWhole: whether what came after the announced length is whole records.
    GrowingFile(QString folder, QString name, bool (*isWhole)(const QByteArray& tail));

    QString path() const { return m_folder + u'/' + m_name; }
    Status repair() const; ///< before the file is read
    /// Durable; on a full disk the file is as it was.
    Status append(const QByteArray& record) const;
    /// Whole, through a temporary file that takes the place of the old one: who reads sees the one or the other. Durable. What @p write does not
    /// do, nothing does: its error leaves the old file.
    Status replace(const std::function<Status(QIODevice& to)>& write) const;
    void remove() const; ///< and what was announced

private:
    QString announcement() const;

    QString m_folder, m_name;
    bool (*m_isWhole)(const QByteArray& tail);
};

/// Writes all of it; Full or Denied where that fails.
Status writeTo(QIODevice& device, const QByteArray& bytes);
/// What became of the names in @p folder is durable.
Status syncFolder(const QString& folder);
/// What is in the file is durable.
Status syncFile(const QString& path);
Error fromErrno(const QString& what); ///< "what: the system's words"

} // namespace rapport::connectors::files
