// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/entityactions.h"
#include "sync/wire/openrosa.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace rapport::hub
{

struct IncomingFile {
    QString name, sha256;
    qint64 size = 0;
};
struct IncomingSubmission {
    wire::SubmissionHead head;
    QByteArray xml, xmlHash; ///< SHA-256
    QString deviceId;
    std::vector<IncomingFile> files;     ///< already in the blob folder, synced
    std::vector<IncomingFile> announced; ///< still to come (uploads.h), unless this device has sent the same before
    std::vector<forms::EntityAction> actions;
    QStringList entityFaults; ///< kept and shown, never a reason to refuse
};
enum class Acceptance { Created, Known, OtherContent, OtherFile };

/// What is known of a record without reading it.
struct SubmissionRecord {
    QString instanceId, formId, formVersion, deviceId, author;
    QDateTime receivedAt;
    QString corrects;     ///< the record that it takes the place of; empty: of none
    QString firstId;      ///< the first of those; empty: itself
    int filesMissing = 0; ///< announced and not here yet
};
struct SubmissionFile {
    QString name, sha256;
    qint64 size = 0;
    bool arrived = false;
};
/// What came of the files of one post.
struct FiledFiles {
    bool isOther = false; ///< one of them came with this record before, under its name and with other content, which stays
    int missing = 0;      ///< files of the record that are not here yet
};
/// A file that a record of a device has announced (X-Rapport-Files).
struct AnnouncedFile {
    QString device, sha256;
    qint64 size = 0;
    bool arrived = false;
};

/// The records that came in, as they came, and which files belong to them (the files themselves are Blobs). Calls that change something belong into a
/// unit of work (repositories.h).
class Submissions
{
public:
    virtual ~Submissions() = default;

    /// Keeps a record. Idempotent by its instanceID, decided by xmlHash: Known where it is here, OtherContent where another one has its id; neither
    /// writes anything. Of two who bring the same one at once, one hears Created.
    virtual Result<Acceptance> keep(const IncomingSubmission& incoming, const QDateTime& now) = 0;
    /// Its files and those that it announces: what is here stays, what was only announced gives way. One that the same device has sent with another
    /// record need not come again. Idempotent.
    virtual Result<FiledFiles> keepFiles(const IncomingSubmission& incoming) = 0;
    /// What follows from the record (its changes, jobs and receipts) is left for later: the record alone is on the disk.
    virtual Status putOff(const QString& instanceId) = 0;
    /// Takes up what was put off; false: it was not, or somebody has done it. Belongs into the unit of work that carries it out.
    virtual Result<bool> takeUp(const QString& instanceId) = 0;
    /// The announced file is here, for every record of its device that waits for it.
    virtual Status noteArrived(const AnnouncedFile& file) = 0;

    virtual Result<std::optional<SubmissionRecord>> find(const QString& instanceId) const = 0;
    virtual Result<std::vector<SubmissionRecord>> all() const = 0;                         ///< in the order in which they came
    virtual Result<std::vector<SubmissionRecord>> ofForm(const QString& formId) const = 0; ///< likewise
    virtual Result<qint64> count() const = 0;
    virtual Result<std::vector<SubmissionRecord>> postponed() const = 0; ///< likewise
    virtual Result<qint64> countPutOff() const = 0;
    virtual Result<std::optional<QByteArray>> xml(const QString& instanceId) const = 0;     ///< nothing: it is not here
    virtual Result<std::vector<SubmissionFile>> files(const QString& instanceId) const = 0; ///< by name
    virtual Result<bool> isCorrected(const QString& instanceId) const = 0;                  ///< a record that takes its place is here
    /// What @p device has announced under that hash; arrived where it has come with any record of that device. Nothing: it has announced no such
    /// file.
    virtual Result<std::optional<AnnouncedFile>> announced(const QString& device, const QString& sha256) const = 0;
};

} // namespace rapport::hub
