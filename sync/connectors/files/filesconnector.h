// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/connectors/connector.h"
#include "sync/connectors/files/format.h"

#include <QCoreApplication>

namespace rapport::connectors::files
{

/// Delivers into a folder of files, one for each entity list (contacts.csv, organisations.csv …) and "conversations" for whole records; README.md has
/// the formats. What is delivered has a key, the entity's id or the instance id, and there is always one row, line or card with it: a push with the
/// same key replaces it.
class FilesConnector : public Connector
{
    Q_DECLARE_TR_FUNCTIONS(rapport::connectors::files::FilesConnector)

public:
    /// @p ours: the folder lies in Rapport's own data and is made when missing; any other one (a share that is not mounted) is not.
    enum class Folder { Ours, Theirs };
    FilesConnector(QString title, QString folder, Folder kind, const Format& format);

    Capabilities capabilities() const override;
    Status check() override;
    Result<PullPage> pull(const QString& list, const QByteArray& cursor) override;
    PushResult push(const Job& job, const JobContext& context) override;

private:
    Status prepareFolder() const;
    PushResult put(const Delivery& delivery) const;
    PushError failed(const Error& error, const QString& file) const;

    QString m_title, m_folder;
    Folder m_kind;
    const Format& m_format;
};

} // namespace rapport::connectors::files
