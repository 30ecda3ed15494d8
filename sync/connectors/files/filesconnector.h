// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"

#include <QCoreApplication>

#include <optional>

namespace rapport::connectors::files
{

/// Delivers into a folder of CSV files: one per entity list (contacts.csv, organisations.csv …), and conversations.csv with one row per submission,
/// its answers as columns ("contact.person.email", "followups.2.kind"). The first column is the key: the entity's id, or the instance id; a push
/// with the same key replaces its row, so that there is always one. A new row is appended (CsvFile); a file is rewritten as a whole only where a row
/// changes or a form brings new columns, which come at the end.
class FilesConnector : public Connector
{
    Q_DECLARE_TR_FUNCTIONS(rapport::connectors::files::FilesConnector)

public:
    /// @p ours: the folder lies in Rapport's own data and is made when missing; any other one (a share that is not mounted) is not.
    enum class Folder { Ours, Theirs };
    FilesConnector(QString title, QString folder, Folder kind);

    Capabilities capabilities() const override;
    Status check() override;
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    struct Row {
        QString file;        ///< "contacts.csv"
        QStringList columns; ///< that the file always has; the first is the key
        std::map<QString, QString> values;
    };
    Status prepareFolder() const;
    PushResult put(const Row& row) const;
    PushError failed(const Error& error, const QString& file) const;

    QString m_title, m_folder;
    Folder m_kind;
};

} // namespace rapport::connectors::files
