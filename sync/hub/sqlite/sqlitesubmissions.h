// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/db/database.h"
#include "sync/hub/repository/submissions.h"

namespace rapport::hub
{

class SqliteSubmissions : public Submissions
{
public:
    explicit SqliteSubmissions(db::Database& database) : m_database(database) {}

    Result<Acceptance> keep(const IncomingSubmission& incoming, const QDateTime& now) override;
    Result<FiledFiles> keepFiles(const IncomingSubmission& incoming) override;
    Status putOff(const QString& instanceId) override;
    Result<bool> takeUp(const QString& instanceId) override;
    Status noteArrived(const AnnouncedFile& file) override;
    Result<std::optional<SubmissionRecord>> find(const QString& instanceId) const override;
    Result<std::vector<SubmissionRecord>> all() const override;
    Result<std::vector<SubmissionRecord>> ofForm(const QString& formId) const override;
    Result<qint64> count() const override;
    Result<std::vector<SubmissionRecord>> postponed() const override;
    Result<qint64> countPutOff() const override;
    Result<std::optional<QByteArray>> xml(const QString& instanceId) const override;
    Result<std::vector<SubmissionFile>> files(const QString& instanceId) const override;
    Result<bool> isCorrected(const QString& instanceId) const override;
    Result<std::optional<AnnouncedFile>> announced(const QString& device, const QString& sha256) const override;

private:
    db::Database& m_database;
};

} // namespace rapport::hub
